"""A document as Markdown that shows its text as it stands, so that quotes are found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.material.blocks import BlockKind
from app.material.sections import Section

LONGEST = 200_000
"""Characters of a document that is shown as a whole; of a longer one some sections are."""

# Everything that Markdown, or a formula in it, could take for a mark.
_MARK = re.compile(r"([\\`*_{}\[\]<>#+!|$~&^:=-])")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s)")
_FENCE = re.compile(r"`{3,}")


def as_markdown(sections: Iterable[Section]) -> str:
    """Return sections as Markdown; every sign in them is shown, and means nothing."""
    return "\n\n".join(part for section in sections for part in _parts(section))


def sections_shown(sections: tuple[Section, ...], wanted: set[int]) -> list[Section]:
    """Return the sections that are shown: all, or those wanted where all would be too much."""
    if sum(len(section.text) for section in sections) <= LONGEST:
        return list(sections)
    return [section for section in sections if section.number in wanted]


def _parts(section: Section) -> Iterator[str]:
    if section.heading:
        # One level down: the document's title stands above all.
        yield f"{'#' * min(6, max(2, section.level + 1))} {escaped(section.heading)}"
    for stretch in section.stretches:
        text = section.text[stretch.start : stretch.end]
        if stretch.kind in (BlockKind.CODE, BlockKind.TABLE):
            longest = max((len(each) for each in _FENCE.findall(text)), default=2)
            fence = "`" * (longest + 1)
            yield f"{fence}\n{text}\n{fence}"
        elif stretch.kind is BlockKind.ITEM:
            yield f"- {escaped(text)}"
        else:
            yield escaped(text)


def escaped(text: str) -> str:
    """Return a line with every mark of Markdown taken for what it is."""
    # As entities: Python-Markdown lets a backslash stand before what it does not know as a mark.
    marked = _MARK.sub(lambda match: f"&#{ord(match[1])};", text.strip())
    return _NUMBERED.sub(r"\1&#46;", marked) if _NUMBERED.match(text) else marked
