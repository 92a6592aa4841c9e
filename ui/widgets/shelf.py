"""What stands beside the text: its table of contents, or the learner's notes."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme import Theme
from ui.widgets.buttons import Segments
from ui.widgets.contents import Contents
from ui.widgets.notes_pane import NotesPane
from ui.widgets.page import vertical

CONTENTS, NOTES = "contents", "notes"


class Shelf(QWidget):
    """One of two lists, and the choice between them."""

    def __init__(self, contents: Contents, notes: NotesPane, theme: Theme) -> None:
        super().__init__()
        self.choice = Segments(
            ((CONTENTS, "Contents"), (NOTES, "Notes")),
            theme,
            name="Beside the text",
            keys=("Alt+C", "Alt+N"),
        )
        self._parts: dict[str, QWidget] = {CONTENTS: contents, NOTES: notes}
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        layout = vertical("s", self)
        layout.addWidget(self.choice)
        layout.addWidget(self._stack, 1)
        self.choice.chosen.connect(self.show_part)
        self.show_part(CONTENTS)

    def show_part(self, name: str) -> None:
        """Show one of the two, and let the focus go to it."""
        self.choice.show_choice(name)
        self._stack.setCurrentWidget(self._parts[name])
        self.setFocusProxy(self._parts[name])

    def part(self) -> str:
        """Return which of the two is shown."""
        shown = self._stack.currentWidget()
        return next(name for name, part in self._parts.items() if part is shown)
