"""What every kind of file comes to: blocks of plain text, in the order of reading."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LONGEST_TEXT = 4_000_000
"""Characters of the longest document: some 1,500 pages."""

_SPACE = re.compile(r"\s+")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)
# Soft hyphens, marks of direction and the like are no text; neither are lone surrogates.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


class BlockKind(StrEnum):
    """What a block is; key points come of paragraphs and items only."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CODE = "code"
    TABLE = "table"
    ASIDE = "aside"  # captions and footnotes


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


@dataclass(frozen=True)
class Block:
    """A stretch of text.

    Attributes
    ----------
    text : str
        On one line, but for code and tables.
    level : int
        Of a heading, from 1; else 0.
    page : int or None
        On which it begins, from 1, where the file has pages.
    """

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None


@dataclass(frozen=True)
class Reading:
    """A file that was read.

    Attributes
    ----------
    title : str
        As the file says; empty if it does not.
    pages : int or None
        How many there are, where the file has pages.
    """

    title: str
    blocks: tuple[Block, ...]
    pages: int | None = None


def tidy(text: str) -> str:
    """Return a text on one line, composed (NFC), without ligatures and unseen characters."""
    folded = _SPACE.sub(" ", text)
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", folded.translate(_LIGATURES))
    return _without_unseen(folded).strip()


def tidy_lines(text: str) -> str:
    """Return a text of several lines, each as it stands but for unseen characters."""
    lines = (_without_unseen(line.expandtabs(4)).rstrip() for line in text.splitlines())
    return "\n".join(lines).strip("\n")


def _without_unseen(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(each for each in text if unicodedata.category(each) not in _UNSEEN)
