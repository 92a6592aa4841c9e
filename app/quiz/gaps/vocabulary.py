"""Which words the guides know, and which of them belong to one subject."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from app.content.plaintext import plain_text
from app.content.types import Guide

FEW = 3
"""Guides that a word of the subject stands in at most."""
OFTEN = 3
"""How often it stands in its own guide at least."""

TERM = re.compile(r"(?<![\w'’_^*=/$\\-])[^\W\d_][^\W_]*(?:[-–][^\W_]+)*(?![\w_^*=/\\–-])")
"""A word that may have digits and hyphens inside, and is no part of a formula or a path."""
_SHORT = re.compile(r"\(([A-Z][A-Za-z]*[A-Z]s?)\)")
_LONG = re.compile(r"\b([A-Z][A-Za-z]*[A-Z]s?) \(([^()]{4,60})\)")
_PART = re.compile(r"[\s–-]+")


@dataclass(frozen=True)
class Vocabulary:
    """Words of all guides, lower-cased.

    Attributes
    ----------
    spread : mapping of str to int
        In how many guides each word stands.
    counts : mapping of str to mapping
        By skill, how often each word stands in its guide.
    names : mapping of str to frozenset of str
        By lower-cased abbreviation or full name, the other.
    """

    spread: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, guides: Iterable[Guide]) -> Vocabulary:
        """Count the words of some guides."""
        spread: Counter[str] = Counter()
        counts: dict[str, Mapping[str, int]] = {}
        names: dict[str, set[str]] = {}
        for guide in guides:
            counted, pairs = _read(guide.source)
            counts[guide.skill] = counted
            spread.update(counted.keys())
            for one, other in pairs:
                names.setdefault(one.lower(), set()).add(other)
                names.setdefault(other.lower(), set()).add(one)
        return cls(dict(spread), counts, {key: frozenset(found) for key, found in names.items()})

    def __contains__(self, word: str) -> bool:
        """Tell whether any guide has a word, given in lower case."""
        return word in self.spread

    def belongs(self, word: str, skill: str) -> bool:
        """Tell whether a word, given in lower case, is a term of one skill's subject."""
        times = self.counts.get(skill, {}).get(word, 0)
        return times >= OFTEN and self.spread.get(word, 0) <= FEW


# A session has a vocabulary of its own, but the guides seldom change.
@lru_cache(maxsize=128)
def _read(source: str) -> tuple[Mapping[str, int], tuple[tuple[str, str], ...]]:
    text = plain_text(source)
    return Counter(match.group().lower() for match in TERM.finditer(text)), tuple(_names(text))


def _names(text: str) -> Iterable[tuple[str, str]]:
    """Yield abbreviations that a text explains, with what they stand for."""
    for match in _SHORT.finditer(text):
        letters = match.group(1).removesuffix("s").lower()
        before = text[max(0, match.start() - 100) : match.start()].strip()
        starts = [0, *(found.end() for found in _PART.finditer(before))]
        begin = starts[-len(letters)] if len(starts) >= len(letters) else None
        if begin is not None and _initials(before[begin:]) == letters:
            yield match.group(1), before[begin:]
    for match in _LONG.finditer(text):
        if _initials(match.group(2)) == match.group(1).removesuffix("s").lower():
            yield match.group(1), match.group(2)


def _initials(words: str) -> str:
    return "".join(part[:1] for part in _PART.split(words.strip())).lower()
