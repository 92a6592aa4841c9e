"""A search field above the table of contents; what it finds takes the table's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QToolButton, QWidget

from app.content.search import Hit
from ui import words
from ui.actions import add_action
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.hits import Found, HitList
from ui.widgets.page import vertical
from ui.widgets.text import Text, announce


class SearchField(QLineEdit):
    """A field for words to look for, from which the results below are led.

    Attributes
    ----------
    moved : Signal
        Rows to go down the results; up where negative.
    entered, left : Signal
        The current result is wanted; none is.
    """

    moved = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        keys = QKeySequence(QKeySequence.StandardKey.Find)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.setPlaceholderText(f"Search ({shown})")
        self.setAccessibleName("Search")
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName("Clear the search")
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead the results with the keys that mean nothing in a line of text."""
        rows = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5,
            Qt.Key.Key_PageUp: -5,
        }
        key = Qt.Key(event.key())
        if key in rows:
            self.moved.emit(rows[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Finder(QWidget):
    """Searches as one types.

    Parameters
    ----------
    contents : QWidget
        What is shown while there is nothing to look for.
    search : callable
        Finds a query, the best first; quick enough for every key.
    is_partial : callable
        Whether there may be more to find than the search knows of yet.

    Attributes
    ----------
    hit_chosen : Signal
        The :class:`~app.content.search.Hit` that the learner wants to read.
    """

    hit_chosen = Signal(object)

    def __init__(
        self,
        contents: QWidget,
        theme: Theme,
        *,
        search: Callable[[str], Sequence[Found]],
        is_partial: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._contents = contents
        self._search = search
        self._is_partial = is_partial
        self.field = SearchField()
        self.results = HitList(theme)
        self.results.setFocusProxy(self.field)
        self.note = Text(role="muted")
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note.setContentsMargins(SPACE["s"], SPACE["s"], SPACE["s"], 0)
        self._stack = QStackedWidget()
        for part in (contents, self.results, self.note):
            self._stack.addWidget(part)
        keys = QKeySequence(QKeySequence.StandardKey.Find)
        layout = vertical("s", self)
        layout.addWidget(self.field)
        layout.addWidget(self._stack, 1)
        self.field.textChanged.connect(self.refresh)
        self.field.moved.connect(self.results.move_by)
        self.field.entered.connect(self._choose_current)
        self.field.left.connect(self.leave)
        self.results.clicked.connect(self._choose)
        add_action(self, "Search", self.enter, keys.toString())

    def enter(self) -> None:
        """Begin to look for something."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Look for nothing any more, and go back to the table of contents."""
        self.field.clear()
        self._contents.setFocus()

    def refresh(self) -> None:
        """Show what there is to find now for what is in the field."""
        query = self.field.text().strip()
        if not query:
            self._stack.setCurrentWidget(self._contents)
            return
        found = self._search(query)
        self.results.show_found(found)
        if found:
            self._stack.setCurrentWidget(self.results)
            announce(self, words.count(len(found), "result"))
            return
        later = " Not everything has been read yet." if self._is_partial() else ""
        self.note.setText(f"Nothing found for “{query}”.{later}")
        self._stack.setCurrentWidget(self.note)
        announce(self, self.note.text())

    def _choose_current(self) -> None:
        hit = self.results.current_hit()
        if hit is not None and self._stack.currentWidget() is self.results:
            self.hit_chosen.emit(hit)

    def _choose(self, index: QModelIndex) -> None:
        hit: Hit | None = self.results.hit_at(index)
        if hit is not None:
            self.hit_chosen.emit(hit)
