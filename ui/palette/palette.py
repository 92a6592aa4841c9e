"""The palette itself: a field, and below it what fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from ui.palette.entries import Entry, fitting
from ui.palette.rows import EntryDelegate, EntryModel
from ui.theme import Theme
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text, announce

_MOST_ROWS = 11
_PAGE = 10

Found = Callable[[str], Sequence[Entry]]
"""Finds entries in what there is to read, for a query of some letters."""


class QueryField(QLineEdit):
    """Room for a few letters, from which the list below is led.

    Attributes
    ----------
    moved : Signal
        Rows to go down the list; up where negative.
    entered, left : Signal
        The current entry is wanted; none is.
    """

    moved = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Find a command, a skill or a text")
        self.setPlaceholderText("Find a command, a skill or a text")
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead the list with the keys that mean nothing in a line of text."""
        rows = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
        }
        key = Qt.Key(event.key())
        again = key == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key in rows:
            self.moved.emit(rows[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape or again:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class EntryList(QListView):
    """Shows entries; the current one is the one that Enter means."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(EntryDelegate(theme, self))
        self.setAccessibleName("What fits")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Return room for as many lines as there are, up to a limit."""
        rows = min(_MOST_ROWS, max(1, self.entries.rowCount()))
        return QSize(200, rows * max(1, self.sizeHintForRow(0)) + 4)

    def move_by(self, rows: int) -> None:
        """Make an entry further down the current one, or further up; from the ends, go round."""
        count = self.entries.rowCount()
        if not count:
            return
        row = self.currentIndex().row() + rows
        if abs(rows) == 1:
            row %= count
        self.setCurrentIndex(self.entries.index(max(0, min(row, count - 1))))


class Palette(Overlay):
    """Offers what can be done and opened, as one types.

    Parameters
    ----------
    find : callable
        Finds entries in the text of what there is to read; quick enough for every key.
    """

    def __init__(self, window: QWidget, theme: Theme, *, find: Found) -> None:
        super().__init__(window, "Commands")
        self._find = find
        self._offered: tuple[Entry, ...] = ()
        self.field = QueryField()
        self.list = EntryList(theme)
        self.list.setFocusProxy(self.field)
        self.nothing = Text("Nothing fits. Fewer letters find more.", "muted")
        for widget in (self.field, self.list, self.nothing):
            self.body.addWidget(widget)
        self.field.textChanged.connect(self._show)
        self.field.moved.connect(self._move)
        self.field.entered.connect(self._run_current)
        self.field.left.connect(self.leave)
        self.list.clicked.connect(self._run)

    def offer(self, entries: Sequence[Entry]) -> None:
        """Open with these entries, the most likely first."""
        self._offered = tuple(entries)
        self.field.clear()
        self._show("")
        self.appear(self.field)
        self._say_current()

    def shown(self) -> list[Entry]:
        """Return the entries that fit what is typed."""
        model = self.list.entries
        found = (model.entry(row) for row in range(model.rowCount()))
        return [entry for entry in found if entry is not None]

    def _show(self, query: str) -> None:
        found = [*fitting(query, self._offered), *self._find(query.strip())]
        self.list.entries.show_entries(found)
        self.list.setCurrentIndex(self.list.entries.index(0))
        self.list.scrollToTop()
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.list.setFixedHeight(self.list.sizeHint().height())
        if self.isVisible():
            self._say_current()

    def _move(self, rows: int) -> None:
        self.list.move_by(rows)
        self._say_current()

    def _say_current(self) -> None:
        """Have a screen reader say what Enter would do: the focus stays in the field."""
        row = self.list.currentIndex().row()
        entry = self.list.entries.entry(row)
        count = self.list.entries.rowCount()
        said = f"{entry.spoken}. {row + 1} of {count}" if entry is not None else self.nothing.text()
        announce(self.list, said)

    def _run_current(self) -> None:
        self._run(self.list.currentIndex())

    def _run(self, index: QModelIndex) -> None:
        entry = self.list.entries.entry(index.row())
        if entry is None:
            return
        # First the focus is where it was, as if its own keys had been pressed.
        self.leave()
        entry.run()
