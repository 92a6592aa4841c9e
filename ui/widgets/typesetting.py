"""Makes Qt's rich text look like a well-set page, beyond what its style sheets can say."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)

from ui.theme import Theme
from ui.theme.tokens import SPACE

_LEADING = 0.42  # space between lines, as a multiple of the size of type
_CONTINUATION = 4  # letters by which a line of code that wraps goes on further to the right
_DEEPEST_INDENT = 24
# Qt rounds the widths of columns up: at 100 % a table may be a pixel wider than the page.
_TABLE_WIDTH = "99.5%"
_LONE_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_CODE = re.compile(r'<div class="code"><pre>(?:<span></span>)?(.*?)\s*</pre></div>', re.S)
_CODE_TAG = re.compile(r"</?code>\s*")
_TABLE = re.compile(r"<table>")


def blank_document(theme: Theme, parent: QObject) -> QTextDocument:
    """Return an empty document in the theme's type."""
    document = QTextDocument(parent)
    document.setDefaultStyleSheet(theme.reader_style())
    document.setDefaultFont(theme.font("reading"))
    document.setDocumentMargin(SPACE["s"])
    document.setIndentWidth(28)
    return document


def prepare_html(html: str, theme: Theme) -> str:
    """Return a page's HTML with what Qt's rich text needs to be told in attributes."""
    # Tables first: listings become tables of one cell, which alone can have room around its text.
    html = _TABLE.sub(f'<table width="{_TABLE_WIDTH}" cellpadding="7" cellspacing="0">', html)
    box = theme.colour("box")

    def listing(match: re.Match[str]) -> str:
        return (
            f'<table width="{_TABLE_WIDTH}" cellpadding="12" cellspacing="0">'
            f'<tr><td class="listing" bgcolor="{box}"><pre>{_CODE_TAG.sub("", match[1])}</pre></td>'
            "</tr></table>"
        )

    return f"<body>{_CODE.sub(listing, html)}</body>"


def settle_lines(document: QTextDocument, theme: Theme) -> None:
    """Space the lines, put formulas on them, and pictures that stand alone in the middle.

    Lines are a fixed distance apart: a multiple of their height, which is all that the style sheet
    can say, would tear a line apart that has a tall formula in it.
    """
    kind = QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value
    code = theme.font("caption", monospace=True)
    letter = QFontMetricsF(code).horizontalAdvance("0")
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        if shape.nonBreakableLines():
            shape.setNonBreakableLines(False)  # long lines of code wrap, nothing is cut off
            shape.setLineHeight(theme.size("caption") * _LEADING / 2, kind)
            hang = _hanging_indent(block.text(), letter)
            shape.setLeftMargin(hang)
            shape.setTextIndent(-hang)
        elif block.text().strip() == _LONE_PICTURE:
            shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        else:
            shape.setLineHeight(theme.size("reading") * _LEADING, kind)
        QTextCursor(block).setBlockFormat(shape)
        _settle_formulas(document, block)
        block = block.next()


def _hanging_indent(line: str, letter: float) -> float:
    """Return how far a line of code goes on to the right of its beginning where it wraps."""
    spaces = len(line) - len(line.lstrip())
    return (min(spaces, _DEEPEST_INDENT) + _CONTINUATION) * letter if line.strip() else 0.0


def _settle_formulas(document: QTextDocument, block: QTextBlock) -> None:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        shown = fragment.charFormat()
        if shown.isImageFormat():
            _raise_to_line(document, fragment.position(), shown.toImageFormat())
        iterator += 1


def _raise_to_line(document: QTextDocument, position: int, image: QTextImageFormat) -> None:
    if image.name().startswith("formula-"):
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        image.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        cursor.setCharFormat(image)
