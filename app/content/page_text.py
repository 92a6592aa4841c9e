"""The words of a rendered page, and the sections that they fall into."""

from __future__ import annotations

import hashlib
import html
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.content.anchor import fold_space
from app.content.marks import SCHEME
from app.content.plaintext import fold
from app.content.render import Heading, Page
from app.content.types import KeyPoint

REFERENCES = frozenset({"what to read", "sources", "references", "further reading", "literature"})
"""Headings of lists of works, which are looked up and not read."""

_TOKEN = re.compile(r"<(?P<tag>/?\w+)(?P<rest>[^>]*)>|(?P<text>[^<]+|<)")
_ALT = re.compile(r'\balt="([^"]*)"')
_ID = re.compile(r'\bid="([^"]*)"')
_INLINE = {"em", "strong", "del", "sub", "sup", "code", "span", "a", "img"}
_TEX = re.compile(r"\$([^$]+)\$")


@dataclass(frozen=True)
class Section:
    """A part of a page, from a heading of the second level to the next.

    Attributes
    ----------
    anchor, title : str
        Of its heading; empty where the page has none of that level.
    start, end : int
        It is ``text[start:end]`` of the page's words; the first one begins where the page does.
    digest : str
        Tells whether its words were changed.
    """

    anchor: str
    title: str
    start: int
    end: int
    words: int
    digest: str


@dataclass(frozen=True)
class PageText:
    """A page without its marks: what describes a picture or formula stands for it.

    Attributes
    ----------
    text : str
        All words in order.
    sections : tuple of Section
        Those that are there to be read, in order; lists of references are left out.
    """

    text: str
    sections: tuple[Section, ...]

    @classmethod
    def of(cls, page: Page) -> PageText:
        """Return the words of a page."""
        text, places = _words_of(page.html)
        return cls(text, tuple(_sections(text, places, page.headings)))

    @cached_property
    def letters(self) -> list[int]:
        """Where each letter stands that is no white space.

        These are the same, in the same order, however the page is laid out.
        """
        return letters_of(self.text)

    def section_at(self, place: int) -> Section | None:
        """Return the section that holds a place in the text; None where it is not to be read."""
        return next((each for each in self.sections if each.start <= place < each.end), None)

    def section(self, anchor: str) -> Section | None:
        """Return the section with this anchor."""
        return next((each for each in self.sections if each.anchor == anchor), None)

    def points_within(self, points: Sequence[KeyPoint], start: int, end: int) -> list[KeyPoint]:
        """Return the key points whose passages share a word with ``text[start:end]``, in order."""
        found = []
        for place, point in enumerate(points):
            span = self.span_of(point.quote)
            if span is not None and span[0] < end and start < span[1]:
                found.append((span, place))
        return [points[place] for _, place in sorted(found)]

    def span_of(self, quote: str) -> tuple[int, int] | None:
        """Return where a quotation of the page's source stands; typography need not agree."""
        sought = "".join(fold(_TEX.sub(r"\1", quote)).split())
        first = self._plain[0].find(sought) if sought else -1
        if first < 0:
            return None
        places = self._plain[1]
        return places[first], places[first + len(sought) - 1] + 1

    @cached_property
    def _plain(self) -> tuple[str, list[int]]:
        """The text as quotations are compared, without white space, and where its letters stand."""
        kept = [(fold(self.text[place]), place) for place in self.letters]
        return "".join(letter for letter, _ in kept), [place for letter, place in kept if letter]


def letters_of(text: str) -> list[int]:
    """Return where each letter of a text stands that is no white space."""
    return [place for place, letter in enumerate(text) if not letter.isspace()]


def same_stretch(there: Sequence[int], here: Sequence[int], start: int, end: int) -> range:
    """Return which letters of one text stand for ``text[start:end]`` of the other.

    Parameters
    ----------
    there, here : sequence of int
        Where the letters of each text stand, in order. Where one has more than the other, as
        when a page was laid out otherwise than it was read, the place is the same share.
    """
    first, last = bisect_left(there, start), bisect_left(there, end)
    if len(there) != len(here):
        share = len(here) / max(1, len(there))
        first, last = round(first * share), round(last * share)
    return range(min(first, len(here)), min(last, len(here)))


def _words_of(markup: str) -> tuple[str, dict[str, int]]:
    """Return the words of HTML, and where the elements with an id begin."""
    pieces: list[str] = []
    places: dict[str, int] = {}
    length = 0
    passed_over = False
    for token in _TOKEN.finditer(markup):
        piece = ""
        if token["text"] is not None:
            piece = "" if passed_over else html.unescape(token["text"])
        else:
            tag, rest = token["tag"].lower(), token["rest"]
            # The sign of a key point is no word of the text.
            passed_over = tag != "/a" and (passed_over or (tag == "a" and f"{SCHEME}:" in rest))
            if tag == "img" and (alt := _ALT.search(rest)) is not None:
                piece = html.unescape(alt[1])
            elif tag.lstrip("/") not in _INLINE:
                piece = "\n"
            if (named := _ID.search(rest)) is not None:
                places.setdefault(html.unescape(named[1]), length + len(piece))
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), places


def _sections(text: str, places: dict[str, int], headings: Sequence[Heading]) -> list[Section]:
    tops = [each for each in headings if each.level == 2 and each.anchor in places]
    if not tops:
        return [_section("", "", text, 0, len(text))] if text.strip() else []
    # What stands before the first heading is read with it.
    starts = [0, *(places[each.anchor] for each in tops[1:])]
    ends = [*starts[1:], len(text)]
    return [
        _section(each.anchor, each.text, text, start, end)
        for each, start, end in zip(tops, starts, ends, strict=True)
        if each.text.strip().lower() not in REFERENCES
    ]


def _section(anchor: str, title: str, text: str, start: int, end: int) -> Section:
    words = fold_space(text[start:end])
    digest = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
    return Section(anchor, title, start, end, len(words.split()), digest)
