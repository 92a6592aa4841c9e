"""Words as they are compared here: cut to their roots, so that "judging" meets "judge"."""

from __future__ import annotations

import re

from app.content.words import STOP_WORDS
from app.quiz.grounding import root

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s\b")


def terms(text: str) -> list[str]:
    """Return the roots of a text's words, those left out that say little; numbers as digits."""
    found = _TOKEN.findall(_POSSESSIVE.sub("", text).lower())
    return [_term(word) for word in found if word not in STOP_WORDS]


def _term(word: str) -> str:
    return word.replace(",", "").rstrip("%") if word[0].isdigit() else root(word)
