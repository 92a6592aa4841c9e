"""The learner's highlights and notes beside the text: of this text, or of all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button, Segments
from ui.widgets.focus_ring import FocusRing
from ui.widgets.mark_list import ListedMark, MarkList
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

HERE, ALL = "here", "all"
_NOTHING = {
    HERE: "Nothing is highlighted in this text. Select words and press H, or N for a note.",
    ALL: "Nothing is highlighted yet. Select words in a text and press H, or N for a note.",
}


class NotesPane(QWidget):
    """A list of highlights with what can be done with them.

    Attributes
    ----------
    scope_chosen : Signal
        The highlights of this text are wanted, or of all.
    export_asked : Signal
        What is listed is wanted as a file.
    """

    scope_chosen = Signal()
    export_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.scope = Segments(
            ((HERE, "This text"), (ALL, "All texts")), theme, name="Highlights and notes of"
        )
        self.scope.show_choice(HERE)
        self.list = MarkList(theme)
        FocusRing(self.list, theme)
        self.nothing = Text(role="muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(SPACE["s"], SPACE["s"], SPACE["s"], 0)
        self.note_button = Button(
            "", theme, role="quiet", icon="note", hint="Edit the note (F2)", name="Edit the note"
        )
        self.remove_button = Button(
            "", theme, role="quiet", icon="trash", hint="Remove (Del)", name="Remove"
        )
        self.export_button = Button(
            "Export", theme, role="quiet", icon="document", hint="Write these to a Markdown file"
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        layout = vertical("s", self)
        layout.addWidget(self.scope)
        layout.addWidget(self._stack, 1)
        row = horizontal("xs")
        row.addWidget(self.note_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        row.addWidget(self.export_button)
        layout.addLayout(row)
        self.setFocusProxy(self.list)
        self.scope.chosen.connect(lambda _value: self.scope_chosen.emit())
        self.export_button.clicked.connect(self.export_asked)
        self.note_button.clicked.connect(lambda: self._tell(self.list.note_asked))
        self.remove_button.clicked.connect(lambda: self._tell(self.list.remove_asked))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._set_buttons())

    @property
    def shows_all(self) -> bool:
        """Whether the highlights of all texts are wanted."""
        return self.scope.choice() == ALL

    def show_marks(self, listed: Sequence[ListedMark]) -> None:
        """Show these highlights, or say that there are none."""
        self.list.show_marks(listed)
        self.nothing.setText(_NOTHING[self.scope.choice() or HERE])
        self._stack.setCurrentWidget(self.list if listed else self.nothing)
        self.export_button.setEnabled(bool(listed))
        self._set_buttons()

    def _set_buttons(self) -> None:
        there = self.list.current() is not None
        self.note_button.setEnabled(there)
        self.remove_button.setEnabled(there)

    def _tell(self, signal: object) -> None:
        mark = self.list.current()
        if mark is not None:
            signal.emit(mark)  # type: ignore[attr-defined]
