"""Plain text as blocks: paragraphs between blank lines, headings by their looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.content.search_document import decoded
from app.material.blocks import Block, BlockKind, Reading, tidy

_UNDERLINE = re.compile(r"\s*(?:(?P<first>={3,})|(?P<second>-{3,}|~{3,}|\^{3,}))\s*")
_NUMBERED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s{1,4}(?P<title>[A-Z][^.!?]{2,70})"
)
_CAPITALS = re.compile(r"[A-Z][A-Z0-9 ,:&/()'-]{3,60}")
_ITEM = re.compile(r"\s*(?:[-*•+o]|\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_PICTURE = re.compile(r"[|+_/\\<>=*#^~-]")


def read_text(content: bytes) -> Reading:
    """Read a text in UTF-8, in UTF-16 with its mark, or else in Windows-1252."""
    text = decoded(content).replace("\f", "\n\n").expandtabs(4)
    paragraphs = [each.split("\n") for each in re.split(r"\n[ ]*(?:\n[ ]*)+", text) if each.strip()]
    blocks = tuple(block for lines in paragraphs for block in _blocks(lines))
    first = blocks[0] if blocks else None
    title = first.text if first is not None and first.kind is BlockKind.HEADING else ""
    return Reading(title, blocks)


def _blocks(lines: list[str]) -> Iterator[Block]:
    heading = _heading(lines)
    if heading is not None:
        level, used = heading
        yield Block(BlockKind.HEADING, tidy(lines[0]), level)
        lines = lines[used:]
    if _is_drawn(lines):
        yield Block(BlockKind.CODE, "\n".join(line.rstrip() for line in lines))
        return
    kind, words = BlockKind.PARAGRAPH, list[str]()
    for line in lines:
        item = _ITEM.match(line)
        if item is not None:
            if words:
                yield Block(kind, _joined(words))
            kind, words = BlockKind.ITEM, [line[item.end() :]]
        else:
            words.append(line)
    text = _joined(words)
    if text:
        yield Block(kind, text)


def _heading(lines: list[str]) -> tuple[int, int] | None:
    """Return the level of a heading that a paragraph begins with, and how many lines it takes."""
    first = lines[0].strip()
    if len(lines) > 1 and len(first) < 100 and (underline := _UNDERLINE.fullmatch(lines[1])):
        return (1 if underline["first"] else 2), 2
    if len(lines) > 1 or not first:
        return None
    if (numbered := _NUMBERED.fullmatch(first)) is not None:
        return numbered["number"].count(".") + 1, 1
    return (1, 1) if _CAPITALS.fullmatch(first) else None


def _is_drawn(lines: list[str]) -> bool:
    """Tell a diagram or a listing from prose."""
    text = "".join(lines).replace(" ", "")
    return len(lines) > 1 and len(_PICTURE.findall(text)) > 0.2 * len(text)


def _joined(lines: list[str]) -> str:
    """Return lines as one, a word that was broken at the end of a line made whole."""
    text = "\n".join(line.strip() for line in lines)
    return tidy(re.sub(r"(?<=[a-z]{2})-\n(?=[a-z])", "-", text))
