"""Markdown as blocks, read as GitHub and CommonMark do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.content.search_document import decoded
from app.material.blocks import Block, BlockKind, Reading, tidy, tidy_lines
from app.material.reading.html import html_reading

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(?P<fields>(?:.*\n){0,200}?)---[ \t]*(?:\n|\Z)")
_TITLE = re.compile(r"^title:[ \t]*(?P<title>.+)$", re.MULTILINE)
_SPACES = {"softbreak": " ", "hardbreak": " "}


def read_markdown(content: bytes) -> Reading:
    """Read Markdown, with front matter or without."""
    text = decoded(content)
    title = ""
    front = _FRONT_MATTER.match(text)
    if front is not None:
        named = _TITLE.search(front["fields"])
        title = tidy(named["title"]).strip("\"'") if named is not None else ""
        text = text[front.end() :]
    # Deeper nesting than this is nobody's text, and would take the parser long.
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")
    blocks = tuple(_blocks(parser.parse(text)))
    top = (each.text for each in blocks if each.kind is BlockKind.HEADING and each.level == 1)
    return Reading(title or next(top, ""), blocks)


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    kind, level, items = BlockKind.PARAGRAPH, 0, 0
    row: list[str] = []
    for token in tokens:
        if token.type == "heading_open":
            kind, level = BlockKind.HEADING, int(token.tag[1:])
        elif token.type == "list_item_open":
            items += 1
        elif token.type == "list_item_close":
            items -= 1
        elif token.type == "tr_open":
            kind = BlockKind.TABLE
        elif token.type == "tr_close":
            yield Block(BlockKind.TABLE, " | ".join(row))
            row.clear()
            kind = BlockKind.PARAGRAPH
        elif token.type == "inline":
            text = tidy(_inline(token.children or ()))
            if kind is BlockKind.TABLE:
                row.append(text)
                continue
            found = BlockKind.ITEM if items and kind is BlockKind.PARAGRAPH else kind
            if text:
                yield Block(found, text, level)
            kind, level = BlockKind.PARAGRAPH, 0
        elif token.type in ("fence", "code_block") and token.content.strip():
            yield Block(BlockKind.CODE, tidy_lines(token.content))
        elif token.type == "html_block":
            yield from html_reading(token.content).blocks


def _inline(tokens: Sequence[Token]) -> str:
    """Return what a reader sees of a line; pictures and tags are not text."""
    pieces = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            pieces.append(token.content)
        else:
            pieces.append(_SPACES.get(token.type, ""))
    return "".join(pieces)
