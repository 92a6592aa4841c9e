"""From the lines of a PDF to its headings and paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.material.blocks import Block, BlockKind
from app.material.reading.headings import Headings
from app.material.reading.joining import Joiner

_BULLET = re.compile(r"(?:[•◦▪‣∙●○■–—*·-]|\(?\d{1,2}[.)]|\([a-z]\))\s+(?=\S)")
_LONE_BULLET = re.compile(r"[•◦▪‣∙●○■*·–—-]")
_CAPTION = re.compile(r"(?:fig(?:ure|\.)|table|listing|algorithm)\s*[\dIVX]+\s*[:.]", re.IGNORECASE)
_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+[A-Z]")
_NUMBER = re.compile(r"\d+|\b[ivxl]{1,6}\b")
_SMALL = 0.88
"""Of the usual size: below it stand footnotes and captions."""
_MARGIN = 0.1
"""Share of a page's height at its top and bottom where running heads stand."""


@dataclass(frozen=True)
class Line:
    """A line as it stands on a page; lengths in points, from the page's lower left.

    Attributes
    ----------
    is_broken : bool
        Its last word goes on in the next line, behind a hyphen that is not in ``text``.
    height : float
        Of the page.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    is_bold: bool
    is_broken: bool
    height: float


@dataclass(frozen=True)
class Entry:
    """An entry of the file's own outline."""

    title: str
    level: int
    page: int


@dataclass(frozen=True)
class Found:
    """What the lines come to; ``title`` is what stands largest at the beginning."""

    title: str
    blocks: tuple[Block, ...]


def blocks(lines: Sequence[Line], outline: Sequence[Entry], pages: int) -> Found:
    """Put lines together; headings are those of the outline, else what is set larger or bolder."""
    lines = list(_without_running_heads(lines, pages))
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 10.0
    headings = Headings(
        [(each.title, each.level, each.page) for each in outline],
        [(line.text, line.page, line.size, line.is_bold) for line in lines],
        usual,
    )
    joiner = Joiner(line.text for line in lines)
    found = tuple(_blocks(lines, headings, joiner, usual))
    return Found(_title(lines, usual), found)


def _title(lines: Sequence[Line], usual: float) -> str:
    first = [line for line in lines if line.page == lines[0].page] if lines else []
    largest = max((line.size for line in first), default=0.0)
    if largest <= 1.1 * usual:
        return ""
    return " ".join(line.text for line in first if line.size == largest)[:200]


def _without_running_heads(lines: Sequence[Line], pages: int) -> Iterator[Line]:
    """Leave out page numbers, and what stands at the edge of page after page."""

    def shape(line: Line) -> str:
        return _NUMBER.sub("#", line.text.lower())

    at_edge = [line for line in lines if _is_at_edge(line)]
    seen: dict[str, set[int]] = {}
    for line in at_edge:
        seen.setdefault(shape(line), set()).add(line.page)
    often = max(3, min(10, pages // 4))
    repeated = {text for text, where in seen.items() if len(where) >= often}
    for line in lines:
        if _is_at_edge(line) and (shape(line) in repeated or shape(line).strip(" -–|.") == "#"):
            continue
        yield line


def _is_at_edge(line: Line) -> bool:
    return not _MARGIN * line.height < line.bottom < (1 - _MARGIN) * line.height


def _blocks(
    lines: Sequence[Line], headings: Headings, joiner: Joiner, usual: float
) -> Iterator[Block]:
    gap = _usual_gap(lines, usual)
    pending: list[Line] = []
    kind = BlockKind.PARAGRAPH
    heading_level = 0
    before: Line | None = None

    def flush() -> Iterator[Block]:
        if pending:
            text = joiner.join([(line.text, line.is_broken) for line in pending])
            if kind is BlockKind.ITEM:
                text = _BULLET.sub("", text, count=1)
            if text and not _LONE_BULLET.fullmatch(text):
                yield Block(kind, text, heading_level, pending[0].page)
            pending.clear()

    for line in lines:
        level = headings.level(line.text, line.page, line.size, line.is_bold)
        goes_on = before is not None and bool(pending) and _goes_on(before, line, kind, gap)
        if level:
            same = kind is BlockKind.HEADING and heading_level == level and bool(pending)
            if not (same and before is not None and _is_close(before, line)):
                yield from flush()
            kind, heading_level = BlockKind.HEADING, level
        elif kind is BlockKind.HEADING or not goes_on:
            yield from flush()
            kind, heading_level = _kind(line, usual), 0
        pending.append(line)
        before = line
    yield from flush()


def _kind(line: Line, usual: float) -> BlockKind:
    if _CAPTION.match(line.text) or line.size < _SMALL * usual:
        # Bullets are often set small; the words behind them are not.
        return BlockKind.ITEM if _BULLET.match(line.text) else BlockKind.ASIDE
    return BlockKind.ITEM if _BULLET.match(line.text) else BlockKind.PARAGRAPH


def _usual_gap(lines: Sequence[Line], usual: float) -> float:
    """Return how far lines of the usual size stand apart, in points."""
    gaps = [
        one.bottom - other.bottom
        for one, other in pairwise(lines)
        if one.page == other.page and one.size == other.size == usual
    ]
    near = [gap for gap in gaps if 0.5 * usual < gap < 3 * usual]
    return median(near) if near else 1.2 * usual


def _is_close(before: Line, line: Line) -> bool:
    is_near = before.page == line.page and 0 <= before.bottom - line.bottom < 2.2 * before.size
    return is_near and before.size == line.size and not _NUMBERED.match(line.text)


def _goes_on(before: Line, line: Line, kind: BlockKind, gap: float) -> bool:
    """Tell whether a line belongs to the paragraph of the line before it."""
    if before.is_broken:
        return True
    if _BULLET.match(line.text) or _CAPTION.match(line.text):
        return False
    if kind is BlockKind.ITEM and _LONE_BULLET.fullmatch(before.text):
        return True
    if abs(line.size - before.size) > 0.12 * before.size and kind is not BlockKind.ITEM:
        # A formula or a name in a line of its own part; else another kind of text.
        return abs(line.bottom - before.bottom) < 0.5 * before.size
    fall = before.bottom - line.bottom
    if before.page == line.page and -0.5 * before.size <= fall <= 1.45 * gap:
        indent = line.left - before.left
        is_indented = indent > 0.7 * line.size and fall > 0.5 * gap
        is_new = is_indented and bool(_END.search(before.text)) and kind is BlockKind.PARAGRAPH
        return not is_new
    if fall <= 3 * gap and line.text[0].islower() and not _END.search(before.text):
        return before.page == line.page or kind is not BlockKind.ASIDE
    # In the next column or on the next page a sentence goes on, a paragraph may or may not.
    jumped = before.page != line.page or fall < 0
    return jumped and kind is not BlockKind.ASIDE and not _END.search(before.text)
