"""What a reviewer looks for in a question, one by one.

The list condenses the 19 item-writing flaws of the SAQUET checklist (Moore et al.) to what can go
wrong here, and adds what a question that is drawn from a text must meet.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Criterion:
    """One thing that a good question meets.

    Attributes
    ----------
    id : str
        What it is called in files of marks; it never changes its meaning.
    text : str
        What the reviewer reads beside the box to tick.
    for_options : bool
        It is asked of multiple choice only.
    """

    id: str
    text: str
    for_options: bool = False


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "one", "It asks one thing; a reason or an effect of that very thing may belong to it."
    ),
    Criterion(
        "alone", "It can be understood by itself: nothing points at a text or at what is unnamed."
    ),
    Criterion("answered", "The passage answers it; no other knowledge is needed than its terms."),
    Criterion("aims", "A full answer says the key point, and hardly more than the key point."),
    Criterion("hidden", "It does not give its answer away, and cannot be answered by yes or no."),
    Criterion("true", "It takes nothing wrong for granted; its terms and numbers are right."),
    Criterion("language", "Its language is right and clear, and no longer than it has to be."),
    Criterion(
        "worth", "It is worth answering: it asks for understanding or for a fact that matters."
    ),
    Criterion(
        "one_right", "Exactly one option is right, and it is the one marked.", for_options=True
    ),
    Criterion(
        "plausible",
        "Each wrong option is something that a learner might believe.",
        for_options=True,
    ),
    Criterion(
        "no_cue",
        "Only knowledge tells the right option: not length, form, grammar, words such as “always”, "
        "or an option about the other options.",
        for_options=True,
    ),
)


def criteria(has_options: bool) -> tuple[Criterion, ...]:
    """Return what is asked of a question with or without options."""
    return tuple(each for each in CRITERIA if has_options or not each.for_options)
