"""Marking key points in a rendered guide, where the words stand that they rest on."""

from __future__ import annotations

import html as html_entities
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.content.plaintext import fold
from app.content.types import KeyPoint

SCHEME = "keypoint"
"""Scheme of the links that stand for key points: ``keypoint:<id>``."""

_TOKEN = re.compile(r"<[^>]*>|&[#\w]+;|[^<&]|[<&]", re.DOTALL)
_ONE_SPACE = " "


@dataclass(frozen=True)
class _Letters:
    """The folded text of a page, and where in its HTML each letter begins and ends."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def mark_key_points(html: str, points: Sequence[KeyPoint]) -> str:
    """Return a page with a mark behind each quote that a key point rests on.

    The mark is a link with the key point's id as anchor and ``keypoint:<id>`` as target; the words
    themselves are put in spans of the class ``quote``. A quote that is interrupted, say by a
    formula, is passed over.
    """
    letters = _letters(html)
    found = []
    for point in points:
        quote = fold(point.quote)
        at = letters.text.find(quote)
        if at >= 0 and quote:
            first, last = letters.starts[at], letters.ends[at + len(quote) - 1]
            found.append((first, last, point))
    pieces = []
    done = len(html)
    # From the end, so that what is inserted moves nothing that is still to come.
    for first, last, point in sorted(found, key=lambda each: (each[1], each[0]), reverse=True):
        pieces.append(html[last:done])
        pieces.append(_mark(point))
        begin = min(first, last)
        pieces.append(_in_spans(html[begin:last]) if begin <= done else "")
        done = begin
    pieces.append(html[:done])
    return "".join(reversed(pieces))


def _mark(point: KeyPoint) -> str:
    label = html_entities.escape(f"Key point: {point.topic}")
    return f'<a id="{point.id}" class="key-point" href="{SCHEME}:{point.id}" title="{label}">◆</a>'


def _in_spans(piece: str) -> str:
    """Wrap the text between the tags of a piece of HTML, so that spans never cross a tag."""
    parts = re.split(r"(<[^>]*>)", piece)
    return "".join(
        part if part.startswith("<") or not part.strip() else f'<span class="quote">{part}</span>'
        for part in parts
    )


def _letters(html: str) -> _Letters:
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for token in _TOKEN.finditer(html):
        piece = token.group()
        if piece.startswith("<") and len(piece) > 1:
            continue
        # Entities stand for one letter; the marks that folding drops stand for none.
        for letter in fold_letter(html_entities.unescape(piece)):
            if letter == _ONE_SPACE and text and text[-1] == _ONE_SPACE:
                continue
            text.append(letter)
            starts.append(token.start())
            ends.append(token.end())
    return _Letters("".join(text), tuple(starts), tuple(ends))


def fold_letter(letter: str) -> str:
    """Fold one letter as :func:`app.content.plaintext.fold` does, but keep white space."""
    return _ONE_SPACE if letter.isspace() else fold(letter)
