"""Which lines of a PDF are headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LETTERS = re.compile(r"[^\W_]+")
_NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,4}|[A-Z](?:\.\d{1,2}){0,3}|[IVX]{1,5})\.?\s+")
_NUMBERED = re.compile(r"\d{1,2}(?P<more>(?:\.\d{1,2}){0,4})\.?\s+[A-Z]")
_KNOWN = frozenset(
    ["abstract", "introduction", "conclusion", "conclusions", "references", "acknowledgments"]
)
_LEADS_ON = re.compile(r"\b(?:by|of|the|and|an?|to|in|for|is|are|was|with|that|or|as|on|at)$")
_LARGER = 1.12
"""Of the usual size: from here on a short line is a heading."""
_LONGEST = 16
"""Words of a heading."""
_ENOUGH = 0.5
"""Share of an outline that must be found in the text for it to be followed."""

LineLook = tuple[str, int, float, bool]
"""Text, page, size and boldness of a line."""


class Headings:
    """Knows the headings of one document.

    Parameters
    ----------
    outline : sequence of (str, int, int)
        Title, level and page of each entry of the file's own outline.
    lines : sequence of LineLook
        All lines.
    usual : float
        The size of most of the text.
    """

    def __init__(
        self, outline: Sequence[tuple[str, int, int]], lines: Sequence[LineLook], usual: float
    ) -> None:
        self._usual = usual
        self._places = {(_folded(title), page): level for title, level, page in outline}
        standing = {(_folded(text), page) for text, page, _, _ in lines}
        found = len(self._places.keys() & standing)
        self._is_outlined = bool(self._places) and found >= _ENOUGH * len(self._places)
        body = Counter[bool]()
        looks = Counter[tuple[float, bool]]()
        for text, _, size, is_bold in lines:
            body[is_bold] += len(text) if size == usual else 0
            looks[size, is_bold] += len(text)
        self._bold_is_usual = body[True] > body[False]
        total = sum(looks.values()) or 1
        # What much of the text is set in heads nothing.
        self._common = {look for look, count in looks.items() if count > 0.12 * total}
        larger = {size for text, _, size, bold in lines if self._looks_so(text, size, bold)}
        # "References" is as high as "2 Methods" where both are set alike.
        self._alike: dict[float, int] = {}
        for text, _, size, bold in lines:
            numbered = _NUMBERED.match(text)
            if numbered is not None and self._looks_so(text, size, bold):
                level = numbered["more"].count(".") + 1
                self._alike[size] = min(level, self._alike.get(size, level))
        self._ranks = {size: rank for rank, size in enumerate(sorted(larger, reverse=True), 1)}

    def level(self, text: str, page: int, size: float, is_bold: bool) -> int:
        """Return the level of a heading, from 1; 0 for what is none."""
        if self._is_outlined:
            return self._places.get((_folded(text), page), 0)
        if not self._looks_so(text, size, is_bold):
            return 0
        numbered = _NUMBERED.match(text)
        if numbered is not None:
            return numbered["more"].count(".") + 1
        return self._alike.get(size) or min(6, self._ranks.get(size, 6))

    def _looks_so(self, text: str, size: float, is_bold: bool) -> bool:
        words = _LETTERS.findall(text)
        if not 1 <= len(words) <= _LONGEST or text.endswith((".", ",", ";", ":")):
            return False
        if not any(word[0].isalpha() and len(word) > 2 for word in words):
            return False
        if (size, is_bold) in self._common or _LEADS_ON.search(text):
            return False
        if size >= _LARGER * self._usual:
            return True
        stands_out = is_bold and not self._bold_is_usual and size >= 0.95 * self._usual
        numbered = _NUMBERED.match(text) is not None or _folded(text) in _KNOWN
        return stands_out and (numbered or (text[0].isupper() and len(words) <= 9))


def _folded(text: str) -> str:
    """Return a title's words for comparing: numbering and punctuation taken off."""
    return " ".join(_LETTERS.findall(_NUMBERING.sub("", text, count=1).lower()))
