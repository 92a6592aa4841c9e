"""Where the letters of a page's text stand in the document that shows it, and on the screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat

from app.content.marks import SCHEME
from app.content.page_text import PageText, same_stretch

_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_KEY_POINT = "◆"
_ALT = QTextFormat.Property.ImageAltText.value


class LaidOut:
    """Translates between places in a page's text and positions in a document.

    Formulas are pictures in the document and words in the text, key points have a sign in the
    document and none in the text, and white space differs: only letters are counted.
    """

    def __init__(self, document: QTextDocument, text: PageText) -> None:
        self._document = document
        self._characters = document.characterCount()
        self._text = text
        letters = list(_letters(document))
        self._letters = [position for position, _ in letters]
        self._wide = frozenset(position for position, width in letters if width > 1)

    def is_of(self, document: QTextDocument, text: PageText) -> bool:
        """Return whether it still holds of a document and a text."""
        same = self._document is document and self._text is text
        return same and self._characters == document.characterCount()

    def select(self, start: int, end: int) -> QTextCursor | None:
        """Return a cursor over ``text[start:end]``; None where there is no letter in it."""
        found = same_stretch(self._text.letters, self._letters, start, end)
        if not found:
            return None
        first, last = self._letters[found[0]], self._letters[found[-1]]
        cursor = QTextCursor(self._document)
        cursor.setPosition(first)
        end = last + (2 if last in self._wide else 1)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def select_parts(self, start: int, end: int) -> list[QTextCursor]:
        """Return cursors that together are over ``text[start:end]``.

        Of what begins in one cell of a table and ends in another, Qt would select whole columns.
        """
        whole = self.select(start, end)
        if whole is None:
            return []
        first, last = whole.selectionStart(), self._end_of(whole)
        if not whole.hasComplexSelection() and whole.currentTable() is None:
            return [whole]
        parts = []
        block = self._document.findBlock(first)
        while block.isValid() and block.position() < last:
            part = QTextCursor(self._document)
            part.setPosition(max(first, block.position()))
            until = min(last, block.position() + block.length() - 1)
            part.setPosition(until, QTextCursor.MoveMode.KeepAnchor)
            if part.hasSelection():
                parts.append(part)
            block = block.next()
        return parts

    def selected(self, cursor: QTextCursor) -> tuple[int, int]:
        """Return what of the text a cursor selects."""
        return self.span(cursor.selectionStart(), self._end_of(cursor))

    def _end_of(self, cursor: QTextCursor) -> int:
        """Return where a selection ends; of one that ends in a cell its whole words are meant."""
        table = cursor.currentTable()
        if table is None or not cursor.hasComplexSelection():
            return cursor.selectionEnd()
        # A tuple of four, whatever the type says.
        row, rows, column, columns = cast(tuple[int, int, int, int], cursor.selectedTableCells())
        return table.cellAt(row + rows - 1, column + columns - 1).lastPosition()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return what of the text stands between two positions of the document."""
        letters = self._text.letters
        found = same_stretch(self._letters, letters, start, end)
        if not found:
            place = letters[found.start] if found.start < len(letters) else len(self._text.text)
            return place, place
        return letters[found[0]], letters[found[-1]] + 1

    def letter_at(self, position: int) -> int:
        """Return how many letters stand before a position of the document."""
        return bisect_left(self._letters, position)

    def position_of(self, letter: int) -> int:
        """Return where in the document a letter stands, the last one if there are fewer."""
        return self._letters[min(letter, len(self._letters) - 1)] if self._letters else 0


def _letters(document: QTextDocument) -> Iterator[tuple[int, int]]:
    """Yield the position of each letter and how many of Qt's units it takes.

    A picture stands for each letter of its description.
    """
    cursor = QTextCursor(document)
    position = 0
    for letter in document.toPlainText():
        width = 1 if letter <= "\uffff" else 2
        if letter == _PICTURE:
            cursor.setPosition(position + 1)
            described = cursor.charFormat().stringProperty(_ALT)
            yield from ((position, 1) for each in described if not each.isspace())
        elif not letter.isspace() and not (
            letter == _KEY_POINT and _is_key_point(cursor, position)
        ):
            yield position, width
        position += width


def _is_key_point(cursor: QTextCursor, position: int) -> bool:
    cursor.setPosition(position + 1)
    return cursor.charFormat().anchorHref().startswith(f"{SCHEME}:")


def line_at_or_below(document: QTextDocument, y: float) -> tuple[int, float] | None:
    """Return the first line that begins at a height or below: its position and its own height."""
    layout = document.documentLayout()
    hit = layout.hitTest(QPointF(document.documentMargin(), y), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(0, hit))
    while block.isValid():
        for position, top in lines_of(block):
            if top >= y - 0.5:
                return position, top
        block = block.next()
    return None


def top_of(document: QTextDocument, position: int) -> float:
    """Return the height at which the line of a position begins."""
    block = document.findBlock(position)
    before = [top for start, top in lines_of(block) if start <= position]
    return before[-1] if before else 0.0


def lines_of(block: QTextBlock) -> Iterator[tuple[int, float]]:
    """Yield the position and height at which each line of a block begins."""
    top = block.document().documentLayout().blockBoundingRect(block).top()
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        yield block.position() + line.textStart(), top + line.y()
