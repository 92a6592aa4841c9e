"""A sheet below the text on which a note is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from ui.theme import Theme
from ui.theme.tokens import READING_MEASURE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.hits import shortened
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

_LONGEST_QUOTE = 160
_LINES = 4


class NoteSheet(QFrame):
    """Takes a note on a passage; Ctrl+Enter keeps it, Escape leaves things as they were.

    Attributes
    ----------
    opened : Signal
        The sheet is about to be shown.
    note_written : Signal
        What stands in the field.
    left : Signal
        The sheet is closed, whether something was written or not.
    """

    opened = Signal()
    note_written = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setAccessibleName("Note")
        self.quote = Text(role="small")
        self.edit = _NoteEdit(theme)
        self.keep_button = Button(
            "Keep the note", theme, role="primary", keys=("Ctrl+Return", "Ctrl+Enter")
        )
        self.cancel_button = Button("Cancel", theme, role="quiet", keys="Escape")
        layout = vertical("s", self)
        side = SPACE["xl"]
        layout.setContentsMargins(side, SPACE["m"], side, SPACE["m"])
        layout.addWidget(self.quote)
        layout.addWidget(self.edit)
        row = horizontal("s")
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.keep_button)
        layout.addLayout(row)
        self.setMaximumWidth(READING_MEASURE + 2 * side)
        self.keep_button.clicked.connect(self._keep)
        self.cancel_button.clicked.connect(self.leave)
        self.hide()

    def open_for(self, quote: str, note: str) -> None:
        """Show the sheet for a passage, with the note that it has."""
        self.opened.emit()
        self.quote.setText(f"“{shortened(quote, _LONGEST_QUOTE)}”")
        self.edit.setPlainText(note)
        self.edit.selectAll()
        self.show()
        self.edit.setFocus()

    def leave(self) -> None:
        """Close the sheet without keeping anything."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def _keep(self) -> None:
        self.hide()
        self.note_written.emit(self.edit.toPlainText().strip())
        self.left.emit()


class _NoteEdit(QPlainTextEdit):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Your note")
        self.setPlaceholderText("Your note")
        self.setTabChangesFocus(True)
        theme.changed.connect(self._size)
        self._size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the sheet."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _size(self) -> None:
        self.setFixedHeight(round(self._theme.size("body") * 1.45 * _LINES) + 2 * SPACE["s"])
