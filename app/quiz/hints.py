"""Hints in three steps, each checked not to give the answer away."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.content.guide_place import Place
from app.content.types import KeyPoint, Level
from app.content.words import words
from app.quiz.cloze import make_cloze, telling_numbers
from app.quiz.grounding import root
from app.quiz.lexical import Lexicon
from app.quiz.question import Question, origin_of
from app.study.records import Hint, Judgement, Origin

if TYPE_CHECKING:
    from app.quiz.grading.grader import Graded

STEPS = 3
MOST_TOLD = 0.4
"""Share of a claim's telling weight that a hint may have beyond what the question has."""
MOST_LEFT = 0.3
"""The same where the claim is given with gaps, since what is left stands in its sentence."""
FIRST_WORDS = 0.25
"""The same for the first words of the claim, where nothing else serves as a nudge."""
FEWEST_FIRST = 4
"""Words with which a claim begins that are worth telling."""
LEAST_SHARED = 2
"""Words that a sentence of the guide must share with question and claim to serve as a nudge."""

_BEGINS = "It begins:"
_CONTRAST = re.compile(
    r"\b(?:than|whereas|while|but|rather than|instead of|against|differ\w*|versus)\b", re.IGNORECASE
)
_FIGURE = re.compile(
    r"\b(?:how (?:many|much|long|far|often|large|fast)|percent|(?:which|what) (?:\w+ )?(?:figures?"
    r"|numbers?|rates?|shares?|values?))\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(?:because|since|so that|why|as a result|therefore)\b", re.IGNORECASE)


def tells_too_much(text: str, question: Question, point: KeyPoint, lexicon: Lexicon) -> str | None:
    """Refuse a hint that has the claim's numbers, or too many of its telling words."""
    given = f"{question.text} {point.topic}"
    told = (telling_numbers(point.claim) & telling_numbers(text)) - telling_numbers(given)
    if told:
        return f"tells the number {min(told)}"
    share = _told(text, given, point.claim, lexicon)
    if share > MOST_TOLD:
        return f"tells {share:.0%} of the claim"
    return None


def would_be_covered(
    grade: Callable[[Question, str], Graded], question: Question, text: str
) -> bool:
    """Tell whether the grader takes a hint for an answer that covers any key point.

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    """
    return any(point.judgement is Judgement.COVERED for point in grade(question, text).points)


def make_hint(step: int, question: Question, place: Place | None, lexicon: Lexicon) -> Hint:
    """Return a hint made by code; of a question about several key points, on the first.

    Parameters
    ----------
    place : Place, optional
        Where the key point stands in its guide; None where there is no guide.
    """
    point = question.key_points[0]
    if step <= 1:
        return Hint(1, _what_and_where(question, place))
    origin = origin_of(point.worded_by)
    if step == 2:
        text = _nudge(question, point, place, lexicon)
        # Only what has words of the claim is by whoever worded the claim.
        return Hint(2, text, origin if text.startswith(_BEGINS) else Origin.AUTHORED)
    return Hint(STEPS, _with_gaps(question, point, lexicon), origin)


def _what_and_where(question: Question, place: Place | None) -> str:
    point = question.key_points[0]
    count = len(question.key_points)
    several = f" {count} things are asked for; this is about the first." if count > 1 else ""
    where = f" It stands in “{place.title}”" if place is not None else ""
    below = f", below “{place.heading}”" if place is not None and place.heading else ""
    return f"{_kind(point, question)}{several}{where}{below}{'.' if where else ''}"


def _kind(point: KeyPoint, question: Question) -> str:
    """Say what kind of thing is asked for, from how the claim is built."""
    asked_number = telling_numbers(point.claim) - telling_numbers(question.text)
    if asked_number and point.level is Level.APPLY:
        return "A calculation is asked for, with its result."
    if _REASON.search(question.text) or _REASON.search(point.claim):
        return "A statement is asked for, and the reason for it."
    if _CONTRAST.search(point.claim):
        return "A difference is asked for: say both sides of it."
    if asked_number and _FIGURE.search(question.text):
        return "Figures are asked for, and what they are figures of."
    return "One statement is asked for."


def _nudge(question: Question, point: KeyPoint, place: Place | None, lexicon: Lexicon) -> str:
    """Return what stands before the claim in the guide, else the first words of the claim."""
    before = place.sentences_before[-1:] if place is not None else ()
    subject = _roots(f"{question.text} {point.topic} {point.claim}")
    for sentence in before:
        on_topic = len(_roots(sentence) & subject) >= LEAST_SHARED
        if on_topic and tells_too_much(sentence, question, point, lexicon) is None:
            return f"Just before it, the guide says: “{sentence}”"
    given = f"{question.text} {point.topic}"
    first: list[str] = []
    for word in point.claim.split():
        if first and _told(" ".join([*first, word]), given, point.claim, lexicon) > FIRST_WORDS:
            break
        if telling_numbers(word) - telling_numbers(given):
            break
        first.append(word)
    if len(first) < FEWEST_FIRST:
        return f"Think of {point.topic}."
    return f"{_BEGINS} “{' '.join(first)} …”"


def _with_gaps(question: Question, point: KeyPoint, lexicon: Lexicon) -> str:
    given = f"{question.text} {point.topic}"
    # Some words count more in the check than where gaps are made, so it is asked again.
    for most_left in (MOST_LEFT, MOST_LEFT / 2, 0.0):
        text = make_cloze(point.claim, given, lexicon, most_left=most_left).text
        if tells_too_much(text, question, point, lexicon) is None:
            break
    return text


def _told(text: str, given: str, claim: str, lexicon: Lexicon) -> float:
    """Return the share of a claim's telling weight that a text has beyond what is given."""
    weights = {root(each): lexicon.weight(each) for each in words(claim)}
    telling = weights.keys() - _roots(given)
    total = sum(weights[each] for each in telling)
    return sum(weights[each] for each in telling & _roots(text)) / total if total else 0.0


def _roots(text: str) -> set[str]:
    return {root(each) for each in words(text)}
