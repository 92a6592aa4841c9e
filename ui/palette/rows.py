"""The lines of the palette: their model, and how each is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.palette.entries import Entry
from ui.theme import Theme
from ui.theme.tokens import RADIUS, SPACE

ENTRY = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
# Qt's own idiom for the parent of a list's rows; it is never changed.
_NOWHERE = QModelIndex()


class EntryModel(QAbstractListModel):
    """The entries that fit, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Hold these entries from now on."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Return the entry of a row, if there is one."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry, its name, or what a screen reader says of it."""
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.hint or None
        return None


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry: its name, where it belongs, and at the far end its keys."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the size of a line."""
        height = QFontMetrics(self._theme.font("body")).height() + 2 * SPACE["s"]
        return QSize(120, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one entry."""
        entry = index.data(ENTRY)
        self.initStyleOption(option, index)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        self._view.style().drawPrimitive(panel, option, painter, self._view)
        if not isinstance(entry, Entry):
            return
        painter.save()
        line = option.rect.adjusted(SPACE["s"], 0, -SPACE["s"], 0)
        mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line = self._keys(painter, entry, line, mirrored=mirrored)
        line = self._place(painter, entry, line, mirrored=mirrored)
        self._name(painter, entry, line, mirrored=mirrored)
        painter.restore()

    def _keys(self, painter: QPainter, entry: Entry, line: QRect, *, mirrored: bool) -> QRect:
        """Draw the keys at the far end; return the room that is left."""
        for keys in reversed(entry.keys.split(" / ") if entry.keys else ()):
            font = self._theme.font("caption")
            metrics = QFontMetrics(font)
            width = metrics.horizontalAdvance(keys) + 2 * SPACE["s"]
            height = metrics.height() + SPACE["xs"]
            cap = QRect(0, 0, width, height)
            cap.moveCenter(line.center())
            if mirrored:
                cap.moveLeft(line.left())
                line = line.adjusted(width + SPACE["xs"], 0, 0, 0)
            else:
                cap.moveRight(line.right())
                line = line.adjusted(0, 0, -width - SPACE["xs"], 0)
            painter.setPen(QPen(QColor(self._theme.colour("line_strong"))))
            painter.setBrush(QColor(self._theme.colour("box")))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(cap, RADIUS["small"], RADIUS["small"])
            painter.setPen(QColor(self._theme.colour("text")))
            painter.setFont(font)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return line

    def _place(self, painter: QPainter, entry: Entry, line: QRect, *, mirrored: bool) -> QRect:
        font = self._theme.font("small")
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(entry.place, Qt.TextElideMode.ElideRight, line.width() // 2)
        width = metrics.horizontalAdvance(shown)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colour("muted")))
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        room = line.adjusted(0, 0, -SPACE["xs"], 0)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
        rest = width + SPACE["m"]
        return line.adjusted(rest, 0, 0, 0) if mirrored else line.adjusted(0, 0, -rest, 0)

    def _name(self, painter: QPainter, entry: Entry, line: QRect, *, mirrored: bool) -> None:
        """Draw the name, with the letters that were meant in bold."""
        plain, bold = self._theme.font("body"), self._theme.font("body", bold=True)
        name = QFontMetrics(plain).elidedText(
            entry.name, Qt.TextElideMode.ElideRight, line.width() - SPACE["s"]
        )
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        if mirrored:
            # Pieces of a text that is written from right to left cannot be placed one by one.
            painter.setFont(plain)
            painter.setPen(QColor(self._theme.colour("text")))
            painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, name)
            return
        meant = set(entry.places)
        left = line.left()
        for piece, is_meant in _pieces(name, meant):
            font: QFont = bold if is_meant else plain
            painter.setFont(font)
            painter.setPen(QColor(self._theme.colour("accent" if is_meant else "text")))
            room = QRect(left, line.top(), line.right() - left + 1, line.height())
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, piece)
            left += QFontMetrics(font).horizontalAdvance(piece)


def _pieces(name: str, meant: set[int]) -> list[tuple[str, bool]]:
    """Return a name in pieces of letters that were meant and of others, in turns."""
    pieces: list[tuple[str, bool]] = []
    for place, letter in enumerate(name):
        is_meant = place in meant
        if pieces and pieces[-1][1] == is_meant:
            pieces[-1] = (pieces[-1][0] + letter, is_meant)
        else:
            pieces.append((letter, is_meant))
    return pieces
