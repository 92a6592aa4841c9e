"""Wrong claims made of right ones by putting another name of the same document in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from app.content.spelling import usage

MOST_NAMES = 400
"""Names of a document that are looked at, the most frequent ones."""
LEAST_ALIKE = 0.4
"""Likeness (Ratcliff and Obershelp 1988) from which names are taken for each other."""
OFTEN = 2
"""How often a name stands in a document at least: once may be a slip, or no name."""


class Shape(StrEnum):
    """How a name is written; only one of the same shape can take its place."""

    PATH = "path"
    CODE = "code"
    CAMEL = "camel"
    NUMBERED = "numbered"
    ACRONYM = "acronym"
    PROPER = "proper"


_SHAPES = (
    (Shape.PATH, r"(?<![\w./-])(?=[\w./-]*(?:[._\d-]|/\w+/|(?<![\w.-])/))(?:[\w.-]*/)+[\w.-]*\w"),
    (Shape.CODE, r"(?<![\w.])[a-z]\w*(?:_\w+)+|(?<![\w.])--?[a-z][a-z-]+\w|\b[a-z]\w+\(\)"),
    (Shape.CAMEL, r"\b(?:[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)\b"),
    (Shape.NUMBERED, r"\b[A-Za-z]{2,}[-.]?\d+(?:\.\d+)?[A-Za-z]?\b"),
    (Shape.ACRONYM, r"(?<![\w/-])[A-Z]{2,6}s?(?![\w/-])"),
    (Shape.PROPER, r"(?<=[a-z,;] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){0,2}\b(?![’'-])"),
)
_NAME = re.compile("|".join(f"(?P<{shape.value}>{pattern})" for shape, pattern in _SHAPES))
# Words that standards write in capitals, and months and the like, are no names of things.
_CAPITAL = re.compile(r"\b[A-Z][\w-]* $")
_EVERYDAY = 1000  # occurrences among 1.6 billion words
_NO_NAME = frozenset(
    """
    MUST SHALL SHOULD MAY NOT REQUIRED OPTIONAL RECOMMENDED NEVER ALWAYS ONLY AND OR TODO NOTE
    January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Figure Table Section Chapter Appendix
    Equation Algorithm Example English GB MB KB TB PB GHz MHz KHz OK III II IV VI VII VIII IX
    """.split()  # noqa: SIM905 - a list of words is read as a text
)


@dataclass(frozen=True)
class Names:
    """The names that a document has, by how they are written, with how often they stand there."""

    counts: Mapping[Shape, Mapping[str, int]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Names:
        """Collect the names of a document."""
        every = Counter[tuple[Shape, str]]()
        for text in texts:
            every.update((shape, name) for shape, name, _ in _names(text))
        counts: dict[Shape, dict[str, int]] = {shape: {} for shape in Shape}
        for (shape, name), count in every.most_common(MOST_NAMES):
            if count >= OFTEN:
                counts[shape][name] = count
        return cls(counts)

    def swapped(self, claim: str, quote: str, section: str) -> Iterator[str]:
        """Yield claims with another name in the place of one, of each name one claim at most.

        A name that stands in the same section, or is written alike, is most easily taken for it.
        """
        for shape, name, (start, end) in _names(claim):
            # A second mention of what is swapped would contradict the first.
            if len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", claim)) != 1:
                continue
            for other in self._others(shape, name, quote, section):
                yield f"{claim[:start]}{other}{claim[end:]}"
                break

    def _others(self, shape: Shape, name: str, quote: str, section: str) -> list[str]:
        low = quote.lower()
        others = [each for each in self.counts[shape] if each.lower() not in low]
        others = [each for each in others if name.lower() not in each.lower()]
        others = [each for each in others if each.endswith("s") == name.endswith("s")]
        others = [
            each
            for each in others
            if _likeness(name, each) >= LEAST_ALIKE
            or (each in section and len(each.split()) == len(name.split()))
        ]
        others.sort(key=lambda each: (-_likeness(name, each), -self.counts[shape][each], each))
        return others


def _names(text: str) -> Iterator[tuple[Shape, str, tuple[int, int]]]:
    for match in _NAME.finditer(text):
        assert match.lastgroup is not None
        name = match.group()
        shape = Shape(match.lastgroup)
        # "Attention" in "Flash Attention" is half a name, and "ADD" is a word written large.
        is_half = shape is Shape.PROPER and _CAPITAL.search(text, 0, match.start()) is not None
        is_word = shape is Shape.ACRONYM and usage(name.lower()) >= _EVERYDAY
        if is_half or is_word:
            continue
        if name not in _NO_NAME and name.split()[0] not in _NO_NAME:
            yield shape, name, match.span()


def _likeness(one: str, other: str) -> float:
    """Tell how alike two names are in [0, 1], to a tenth: what is used more goes first then."""
    return round(SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio(), 1)
