"""Checks on a question that the model wrote; each returns its reason for refusing, or None."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.content.types import KeyPoint
from app.content.words import words
from app.quiz.lexical import Lexicon

FEWEST_WORDS = 6
MOST_WORDS = 45
MOST_REVEALED = 0.5
"""Share of the claim's weight that a question may have beyond what our own questions have."""
MOST_ALIKE = 0.75
"""Overlap (Jaccard) of content words from which two questions are the same question."""
LEAST_ON_TOPIC = 0.15
"""Share of the weight of topic, claim and authored questions that a question must touch."""

_LEANS_ON_TEXT = re.compile(
    r"\b(the|this|that|above|following|given|provided) (passage|text|key point|guide|excerpt"
    r"|statement|context|question|paragraph|section|article|claim)s?\b"
    r"|\baccording to\b|\bmentioned\b|\bas (stated|described)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Candidate:
    """A question that the model wrote, with what it is checked against."""

    text: str
    point: KeyPoint
    others: Sequence[str]
    lexicon: Lexicon


def one_question(candidate: Candidate) -> str | None:
    """Refuse what is not one sentence that asks one thing."""
    text = candidate.text
    if not text.endswith("?"):
        return "does not end in a question mark"
    if text.count("?") > 1:
        return "asks more than one thing"
    return "runs over several lines" if "\n" in text else None


def right_length(candidate: Candidate) -> str | None:
    """Refuse fewer than :data:`FEWEST_WORDS` and more than :data:`MOST_WORDS` words."""
    count = len(candidate.text.split())
    return None if FEWEST_WORDS <= count <= MOST_WORDS else f"has {count} words"


def stands_alone(candidate: Candidate) -> str | None:
    """Refuse what leans on a text that the learner does not see."""
    match = _LEANS_ON_TEXT.search(candidate.text)
    return f"leans on “{match.group()}”" if match else None


def keeps_its_answer(candidate: Candidate) -> str | None:
    """Refuse a question that contains the claim it asks for."""
    point = candidate.point
    given = " ".join([point.topic, *(question.text for question in point.questions)])
    revealed = candidate.lexicon.coverage(point.claim, candidate.text, given)
    told = set(words(point.claim)) - set(words(given))
    if told and revealed > MOST_REVEALED:
        return f"gives {revealed:.0%} of its answer away"
    return None


def aims_at_its_point(candidate: Candidate) -> str | None:
    """Refuse a question about something else than its key point."""
    point = candidate.point
    subject = " ".join([point.topic, point.claim, *(each.text for each in point.questions)])
    asked = set(words(candidate.text))
    shared = sum(map(candidate.lexicon.weight, asked & set(words(subject))))
    total = sum(map(candidate.lexicon.weight, asked))
    if not total or shared / total < LEAST_ON_TOPIC:
        return "is about something else"
    return None


def is_new(candidate: Candidate) -> str | None:
    """Refuse a question that exists already."""
    mine = set(words(candidate.text))
    for other in candidate.others:
        theirs = set(words(other))
        if mine and len(mine & theirs) / len(mine | theirs) >= MOST_ALIKE:
            return f"repeats “{other}”"
    return None


CHECKS: tuple[Callable[[Candidate], str | None], ...] = (
    one_question,
    right_length,
    stands_alone,
    keeps_its_answer,
    aims_at_its_point,
    is_new,
)


def refusal(candidate: Candidate) -> str | None:
    """Return the first check's name and reason against a candidate, or None when it is good."""
    for check in CHECKS:
        reason = check(candidate)
        if reason is not None:
            return f"{check.__name__}: {reason}"
    return None
