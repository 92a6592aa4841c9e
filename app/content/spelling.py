"""Spelling, against a dictionary of English and a list of the field's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker

OWN_WORDS = Path(__file__).resolve().parents[2] / "resources" / "guides" / "words.txt"
"""Words that the dictionary lacks, one on a line; lower case stands for every case."""

# Code, links, addresses, formulas, entities and names of files are not prose.
_NOT_PROSE = re.compile(
    r"`[^`]*`|\$[^$]*\$|\]\([^)]*\)|https?://\S+|&\w+;|\S*[_/\\@=<>{}|]\S*|\w+\.(svg|md|py)\b"
    r"|(arXiv|doi|ISBN)[: ]\S+|\w*\d\w*"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SHORTEST = 4
"""Letters of the shortest word that is looked up: below are mostly names and abbreviations."""


def misspelled(text: str) -> Iterator[str]:
    """Yield the words of one line of Markdown that are in no dictionary."""
    dictionary = _dictionary()
    own = _own_words()
    for match in _WORD.finditer(_NOT_PROSE.sub(" ", text)):
        word = match.group().replace("’", "'")
        plain = word.removesuffix("'s")
        # Abbreviations and names with capitals inside are the authors' responsibility.
        if len(plain) < SHORTEST or not plain[1:].islower() or not plain.isascii():
            continue
        if plain.lower() not in own and dictionary.unknown([plain]):
            yield word


@lru_cache(maxsize=1)
def _dictionary() -> SpellChecker:
    # Loading takes a second, which only a check of content needs to pay.
    from spellchecker import SpellChecker  # noqa: PLC0415

    return SpellChecker()


@lru_cache(maxsize=1)
def _own_words() -> frozenset[str]:
    lines = OWN_WORDS.read_text(encoding="utf-8").split() if OWN_WORDS.is_file() else []
    return frozenset(line.lower() for line in lines)


def usage(word: str) -> int:
    """Return how often the dictionary's texts, 1.6 billion words, have a lower-cased word."""
    return int(_dictionary().word_frequency.dictionary.get(word, 0))
