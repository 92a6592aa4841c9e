"""The words of a question that tell something, cut to their roots."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set
from functools import lru_cache

from app.content.spelling import usage
from app.content.types import KeyPoint
from app.content.words import stem
from app.quiz.grounding import content_word
from app.quiz.lexical import Lexicon

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_COMMON_USAGE = 1_000
"""Occurrences among 1.6 billion words from which a word is everyday English: "teammate"
has 1,057 of them, "kernel" 710, "latency" 203."""
CONTAINED, FEWEST_ASKED = 0.8, 4
"""Share of what is asked that a question has of which it is a part, in content words, and how many
of these it takes to tell."""


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """Return the lower-cased words and numbers of a text in order."""
    return tuple(match.group().lower() for match in _TOKEN.finditer(text.replace("’", "'")))


@lru_cache(maxsize=4096)
def roots(text: str) -> frozenset[str]:
    """Return the roots of a text's content words, numbers as digits."""
    return frozenset(word for token in tokens(text) if (word := content_word(token)) is not None)


def weight(lexicon: Lexicon, words: Set[str]) -> float:
    """Return how much some roots tell together."""
    return sum(lexicon.weight(word) for word in words)


def share(lexicon: Lexicon, part: Set[str], whole: Set[str]) -> float:
    """Return the weight of those of ``whole`` that are in ``part``, as a share in [0, 1]."""
    total = weight(lexicon, whole)
    return weight(lexicon, part & whole) / total if total else 0.0


def everyday(token: str) -> bool:
    """Return whether a lower-cased word belongs to everyday English, whatever the subject."""
    return usage(token.removesuffix("'s")) >= _COMMON_USAGE


def is_in(token: str, lexicon: Lexicon) -> bool:
    """Return whether the lexicon's texts have a lower-cased word."""
    return stem(token) in lexicon.frequency


def unchanged_part(statement: str) -> str:
    """Return the part of a statement that is the same in direct and indirect speech."""
    return statement.strip().rstrip(".")[1:]


@lru_cache(maxsize=1024)
def own_text(point: KeyPoint) -> str:
    """Return all true words about a key point: topic, claim and model answer."""
    return f"{point.topic} ; {point.claim} ; {point.answer}"


@lru_cache(maxsize=1024)
def asked_text(point: KeyPoint) -> str:
    """Return the authored questions of a key point."""
    return " ; ".join(question.text for question in point.questions)


@lru_cache(maxsize=1024)
def telling(point: KeyPoint) -> frozenset[str]:
    """Return the roots of the claim that tell a learner the answer.

    What the topic has, and what two misconceptions or more share with the claim, tells nothing.
    """
    wrong = Counter(word for each in point.misconceptions for word in roots(each.claim))
    shared = {word for word, count in wrong.items() if count > 1}
    return roots(point.claim) - roots(point.topic) - shared


def digits(words: Set[str]) -> frozenset[str]:
    """Return those roots that are numbers."""
    return frozenset(word for word in words if word[0].isdigit())


def is_part(asked: str, question: str) -> bool:
    """Return whether a question asks for a thing already, among others or in another place.

    That is so if it has nearly all content words of it, numbers too.
    """
    words = roots(asked)
    return len(words) >= FEWEST_ASKED and len(words & roots(question)) >= CONTAINED * len(words)


@lru_cache(maxsize=1024)
def wrong_text(point: KeyPoint) -> str:
    """Return what is wrongly believed about a key point."""
    return " ; ".join(each.claim for each in point.misconceptions)


@lru_cache(maxsize=1024)
def results(point: KeyPoint) -> frozenset[str]:
    """Return the numbers of a claim that nothing else gives: what is to be found out."""
    given = roots(f"{asked_text(point)} ; {point.topic} ; {wrong_text(point)}")
    return digits(roots(point.claim)) - given
