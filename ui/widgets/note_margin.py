"""Signs beside the text where the learner has written a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.theme import Theme
from ui.theme.icons import pixmap

if TYPE_CHECKING:
    from ui.widgets.marked_reader import MarkedReader, ShownMark

WIDTH = 18
_SIZE = 15


class NoteMargin(QWidget):
    """A strip at the left of a reader's column; the list of notes has all of it for keys.

    Attributes
    ----------
    note_pressed : Signal
        Id of the highlight whose sign was clicked.
    """

    note_pressed = Signal(str)

    def __init__(self, reader: MarkedReader, theme: Theme) -> None:
        super().__init__(reader)
        self._reader = reader
        self._theme = theme
        self.setAccessibleName("Notes beside the text")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        reader.verticalScrollBar().valueChanged.connect(self.update)
        theme.changed.connect(self.update)

    def follow(self) -> None:
        """Stand beside the column as it is now."""
        view = self._reader.viewport().geometry()
        self.setGeometry(max(0, view.left() - WIDTH), view.top(), WIDTH, view.height())
        self.setVisible(any(mark.note for mark in self._reader.marks()))
        self.update()

    def note_at(self, place: QPoint) -> ShownMark | None:
        """Return the highlight whose sign stands at a place."""
        for mark in self._reader.marks():
            if mark.note and 0 <= place.y() - self._top_of(mark) < _SIZE + 4:
                return mark
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a sign at the first line of each highlight that has a note."""
        painter = QPainter(self)
        density = self.devicePixelRatioF()
        sign = pixmap("note", self._theme.colour("muted"), _SIZE, density)
        for mark in self._reader.marks():
            top = self._top_of(mark) if mark.note else -_SIZE
            if -_SIZE < top < self.height():
                painter.drawPixmap(1, top + 2, sign)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which sign was clicked."""
        mark = self.note_at(event.position().toPoint())
        if mark is not None:
            self.note_pressed.emit(mark.id)

    def event(self, event: QEvent) -> bool:
        """Show a note while the mouse rests on its sign."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.note_at(event.pos())
            QToolTip.showText(event.globalPos(), mark.note if mark is not None else "", self)
            return True
        return super().event(event)

    def _top_of(self, mark: ShownMark) -> int:
        return self._reader.area_of(mark.start, mark.start + 1).top()
