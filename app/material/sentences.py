"""Sentences, with their places in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    """
    e.g i.e cf etc et al vs approx resp fig figs eq eqs sec secs ch chap no nos vol pp p dr mr mrs
    ms prof st jr sr inc ltd co corp dept est ca viz ref refs tab thm def prop ver max min avg
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()  # noqa: SIM905 - a list of words is read as a text
)
# An end mark with its closing quotes and brackets, then white space.
_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s)|[.!?]+\[\d[\d,\s–-]{0,20}\](?=\s|$)")
_OPENING = re.compile(r"\s+[\"'“‘(\[]*(?P<first>\S)")
_INITIALS = re.compile(r"[a-z](?:\.[a-z])*")
_LAST_WORD = re.compile(r"([^\s(\[\"“]+)$")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a stretch of text starts and ends, white space left out."""
    end = len(text) if end is None else end
    begin = start
    for match in _END.finditer(text, start, end):
        if match.start() < begin or not _ends_there(text, match.start(), match.end(), end):
            continue
        yield from _stripped(text, begin, match.end())
        begin = match.end()
    yield from _stripped(text, begin, end)


def _ends_there(text: str, mark: int, after: int, end: int) -> bool:
    following = _OPENING.match(text, after, end)
    if following is None:
        return True
    # A sentence begins with a capital, a digit, or a name written small such as "numpy's".
    if following["first"].islower():
        return False
    if text[mark] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, mark - 40), mark)
    if word is None:
        return True
    last = word[1].lower().rstrip(".")
    # One letter is an initial, several with points are "U.S."; a lone digit may end a sentence.
    return last not in _ABBREVIATIONS and not _INITIALS.fullmatch(last)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
