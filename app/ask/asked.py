"""A question as it is looked for: its telling words, and what may stand for them."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.ask.synonyms import Synonyms
from app.ask.terms import terms
from app.quiz.lexical import Lexicon

LONGEST = 400
"""Characters of a question that are read."""

# Words with which people ask, and which say nothing of what they ask for.
_ASKING = """
    actually anybody anything ask become best better come does everybody explain fine find get give
    go good happen happens help hope idea just know let like look make makes many may mean means
    might much must need needs please possible put question really reason say says see simply
    somebody someone something still sure take tell than thing think use used using want way well
    work works
"""
_EMPTY = frozenset(terms(_ASKING))
_NAME = re.compile(r"(?<![.?!] )(?<!^)\b(?:[A-Z][\w-]*|\w*[A-Z][\w-]*|[\w-]*\d[\w-]*)\b")
_FIRST = re.compile(r"^\w*[A-Z0-9][\w-]*[A-Z0-9][\w-]*")


@dataclass(frozen=True)
class Asked:
    """A question that somebody asked.

    Attributes
    ----------
    text : str
        As it was typed, on one line.
    terms : tuple of (str, frozenset of str)
        Each telling word's stem, with the stems that may stand for it.
    names : tuple of (str, str)
        Names, abbreviations and numbers in it, each as it was typed and as a stem.
    """

    text: str
    terms: tuple[tuple[str, frozenset[str]], ...]
    names: tuple[tuple[str, str], ...]

    @property
    def stems(self) -> list[str]:
        """Everything to look for."""
        return list(dict.fromkeys(each for _, group in self.terms for each in sorted(group)))

    def coverage(self, stems: AbstractSet[str], lexicon: Lexicon) -> float:
        """Return the weighted share in [0, 1] of its telling words that some stems have."""
        total = self.weight(lexicon)
        said = sum(lexicon.weight(word) for word, group in self.terms if group & stems)
        return said / total if total else 0.0

    def weight(self, lexicon: Lexicon) -> float:
        """Return how much its words tell together."""
        return sum(lexicon.weight(word) for word, _ in self.terms)


def read_question(text: str, synonyms: Synonyms) -> Asked:
    """Return what a question asks for; words that every question may have are left out."""
    line = " ".join(text.split())
    if len(line) > LONGEST:
        line = line[:LONGEST].rpartition(" ")[0] or line[:LONGEST]
    telling = dict.fromkeys(each for each in terms(line) if each not in _EMPTY)
    named = [*_NAME.findall(line), *_FIRST.findall(line)]
    names = {each: name for name in named for each in terms(name) if each in telling}
    return Asked(
        line,
        tuple((each, synonyms.of(each)) for each in telling),
        tuple((name, each) for each, name in names.items()),
    )
