"""Cutting a document into sections by its own headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.material.blocks import PROSE, Block, BlockKind, Reading

LONGEST_SECTION = 9000
"""Characters; what is longer is cut between paragraphs, so that little is lost when it stops."""
_SAYS_LITTLE = 2  # words of a heading such as "Overview" or "New features"
SEPARATOR = "\n\n"
"""Stands between the blocks of a section's text."""

_LISTS = re.compile(
    r"(?:references?|bibliography|works cited|literature(?: cited)?|"
    r"further reading|acknowledge?ments?|(?:table of )?contents|index|copyright|licen[cs]e|"
    r"list of (?:figures|tables)|author contributions?|funding|conflicts? of interest|"
    r"see also|external links|notes)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Stretch:
    """Where a block stands in the text of its section."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True)
class Section:
    """What stands below one heading, up to the next of any level.

    Attributes
    ----------
    number : int
        From 0, in the order of the document.
    heading : str
        Empty for what stands before the first one.
    trail : tuple of str
        The headings above it, the highest first.
    page : int or None
        On which it begins, from 1.
    text : str
        Its blocks, with :data:`SEPARATOR` between them; the heading is not part of it.
    """

    number: int
    heading: str
    level: int
    page: int | None
    text: str
    stretches: tuple[Stretch, ...] = ()
    trail: tuple[str, ...] = field(default=())

    @property
    def is_list(self) -> bool:
        """Whether it lists works, names or contents: nothing in it is worth asking."""
        return any(_LISTS.fullmatch(without_number(each)) for each in (*self.trail, self.heading))

    @property
    def place(self) -> str:
        """Its heading for people: without numbers, with the one above where it says little."""
        heading = without_number(self.heading)
        above = without_number(self.trail[-1]) if self.trail else ""
        if heading.endswith("?"):
            return heading
        is_short = len(heading.split()) <= _SAYS_LITTLE
        return f"{heading}, {above}" if heading and above and is_short else heading or above

    def prose(self) -> Iterator[Stretch]:
        """Yield the paragraphs and items."""
        return (each for each in self.stretches if each.kind in PROSE)


def without_number(heading: str) -> str:
    """Return a heading without its number and without the number of its part."""
    # Before a date it is no number of a chapter but of a version.
    text = re.sub(r"^(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,5})\.?\s+(?=[^\W\d_])", "", heading)
    return re.sub(r"\s+\(\d+\)$", "", text).strip(" .:")


def cut(reading: Reading) -> tuple[Section, ...]:
    """Return the sections of a document; where there is no heading, its pages are sections."""
    blocks = reading.blocks
    if reading.pages is not None and not any(each.kind is BlockKind.HEADING for each in blocks):
        blocks = tuple(_paged(blocks))
    sections: list[Section] = []
    trail: list[tuple[int, str]] = []
    heading = Block(BlockKind.HEADING, "")
    below: list[Block] = []

    def close() -> None:
        above = tuple(text for _, text in trail if text)
        for number, part in enumerate(_parts(below), 1):
            name = heading.text if number == 1 else f"{heading.text} ({number})".strip()
            page = part[0].page if number > 1 or not heading.text else heading.page
            sections.append(_section(len(sections), name, heading.level, page, part, above))

    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            below.append(block)
            continue
        close()
        if heading.text:
            trail.append((heading.level, heading.text))
        trail = [each for each in trail if each[0] < block.level]
        heading, below = block, []
    close()
    return tuple(sections)


def _paged(blocks: tuple[Block, ...]) -> Iterator[Block]:
    page = None
    for block in blocks:
        if block.page is not None and block.page != page:
            page = block.page
            yield Block(BlockKind.HEADING, f"Page {page}", 1, page)
        yield block


def _parts(blocks: list[Block]) -> Iterator[list[Block]]:
    """Cut what stands below one heading into parts of a bearable length."""
    part: list[Block] = []
    size = 0
    for block in blocks:
        if part and size + len(block.text) > LONGEST_SECTION:
            yield part
            part, size = [], 0
        part.append(block)
        size += len(block.text)
    if part:
        yield part


def _section(
    number: int,
    heading: str,
    level: int,
    page: int | None,
    blocks: list[Block],
    trail: tuple[str, ...],
) -> Section:
    stretches = []
    at = 0
    for block in blocks:
        stretches.append(Stretch(block.kind, at, at + len(block.text)))
        at += len(block.text) + len(SEPARATOR)
    text = SEPARATOR.join(block.text for block in blocks)
    return Section(number, heading, level, page, text, tuple(stretches), trail)
