"""HTML as blocks: what the page is about, without what surrounds it; nothing of it is run.

selectolax parses as browsers do (Lexbor, HTML5), whatever is wrong with a page, and in C.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.content.search_document import decoded
from app.material.blocks import Block, BlockKind, Reading, tidy, tidy_lines
from app.material.reading.titles import telling

_NO_CONTENT = {
    *("script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed"),
    *("head", "nav", "aside", "footer", "form", "button", "select", "input", "textarea", "dialog"),
    *("audio", "video", "map", "menu", "annotation", "annotation-xml"),
}
_NO_ROLE = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu"}
_BREAKS = {
    *("p", "div", "section", "article", "main", "header", "blockquote", "ul", "ol", "dl", "dt"),
    *("dd", "figure", "hr", "table", "tr", "details", "summary", "address", "body", "center"),
    *("fieldset", "legend", "hgroup", "li", "caption", "figcaption"),
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = {"td", "th"}
_NOT_IN_A_LINE = "h1, h2, h3, h4, h5, h6, table, pre"
"""A row with any of them lays the page out: it is no line of a table."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{1,40})""", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\s*\[?[\d\w*†‡]{1,3}\]?\s*")
_MOST_OF_PAGE = 0.4
"""Share of the page's text from which ``<main>`` or ``<article>`` is taken for what it is about."""


def read_html(content: bytes) -> Reading:
    """Read a page; its encoding is the one that it names, else UTF-8, else Windows-1252."""
    return html_reading(_text(content))


def html_reading(text: str) -> Reading:
    """Read a page that is text already."""
    tree = LexborHTMLParser(text)
    named = tree.css_first("title")
    title = tidy(named.text()) if named is not None else ""
    root = _main_part(tree)
    blocks = tuple(_Walk(root).blocks()) if root is not None else ()
    return Reading(telling(title) or _first_heading(blocks), blocks)


def _text(content: bytes) -> str:
    named = _CHARSET.search(content[:4096])
    if named is not None and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            name = codecs.lookup(named[1].decode("ascii", "replace")).name
            # Pages that say Latin-1 mean Windows-1252, and browsers read them so.
            return content.decode("cp1252" if name == "iso8859-1" else name, "replace")
        except (LookupError, ValueError, TypeError):
            pass
    return decoded(content)


def _main_part(tree: LexborHTMLParser) -> LexborNode | None:
    body = tree.body
    if body is None:
        return None
    everything = len(body.text())
    for name in ("main", "article", '[role="main"]'):
        found = max(tree.css(name), key=lambda node: len(node.text()), default=None)
        if found is not None and len(found.text()) >= _MOST_OF_PAGE * everything:
            return found
    return body


def _first_heading(blocks: tuple[Block, ...]) -> str:
    return next((each.text for each in blocks if each.kind is BlockKind.HEADING), "")


class _Walk:
    """Goes through a page once, without recursion: pages may be nested without end."""

    def __init__(self, root: LexborNode) -> None:
        self._root = root
        self._words: list[str] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._items = 0
        """How many items of lists it is in."""
        self._in_line = False
        """Whether it is in a row of a table, which is one block whatever is in its cells."""

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in order."""
        stack: list[tuple[LexborNode, bool]] = [(self._root, False)]
        while stack:
            node, is_left = stack.pop()
            if is_left:
                yield from self._leave(node.tag or "")
                continue
            if node.is_text_node:
                self._words.append(node.text_content or "")
                continue
            if not node.is_element_node or _is_left_out(node, self._root):
                continue
            if node.tag == "pre":
                yield from self._flush()
                code = tidy_lines(node.text())
                if code:
                    yield Block(BlockKind.CODE, code)
                continue
            yield from self._enter(node)
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(_children(node)))
        yield from self._flush()

    def _enter(self, node: LexborNode) -> Iterator[Block]:
        tag = node.tag or ""
        if tag == "li":
            self._items += 1
        if tag in _HEADINGS or tag in _BREAKS:
            yield from self._break()
        if tag == "br":
            self._words.append(" ")
        elif self._in_line:
            return
        elif tag in _HEADINGS:
            self._kind, self._level = BlockKind.HEADING, _HEADINGS[tag]
        elif tag == "tr":
            self._kind, self._in_line = BlockKind.TABLE, _is_line(node)
        elif tag in ("caption", "figcaption"):
            self._kind = BlockKind.ASIDE

    def _leave(self, tag: str) -> Iterator[Block]:
        if tag == "li":
            self._items -= 1
        elif tag == "tr":
            self._in_line = False
        if tag in _CELLS and self._in_line:
            self._words.append(" | ")
        elif tag in _HEADINGS or tag in _BREAKS or tag in _CELLS:
            yield from self._break()

    def _break(self) -> Iterator[Block]:
        if self._in_line:
            self._words.append(" ")
        else:
            yield from self._flush()

    def _flush(self) -> Iterator[Block]:
        text = tidy("".join(self._words))
        self._words.clear()
        if self._kind is BlockKind.TABLE:
            text = text.strip(" |")
        if text:
            yield Block(self._kind, text, self._level)
        self._kind, self._level = self._around, 0

    @property
    def _around(self) -> BlockKind:
        """What a paragraph is here: inside an item it belongs to the item."""
        return BlockKind.ITEM if self._items else BlockKind.PARAGRAPH


def _is_line(row: LexborNode) -> bool:
    """Return whether a row says something in several cells, and does not lay the page out."""
    if row.css_first(_NOT_IN_A_LINE) is not None:
        return False
    return sum(each.tag in _CELLS and bool(each.text(strip=True)) for each in row.iter()) > 1


def _children(node: LexborNode) -> list[LexborNode]:
    return list(node.iter(include_text=True))


def _is_left_out(node: LexborNode, root: LexborNode) -> bool:
    tag = node.tag or ""
    if tag in _NO_CONTENT or (tag == "header" and root.tag == "body"):
        return True
    named = node.attributes
    if "hidden" in named or named.get("aria-hidden") == "true":
        return tag != "body"
    if (named.get("role") or "") in _NO_ROLE or _HIDDEN.search(named.get("style") or ""):
        return True
    # The numbers of notes and references stand in the middle of sentences.
    return tag == "sup" and _NOTE_MARK.fullmatch(node.text()) is not None and bool(node.css("a"))
