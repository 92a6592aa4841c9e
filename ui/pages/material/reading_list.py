"""The reading list: what to read, why, by when, and what was decided about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.material.errors import MaterialError
from app.material.records import Outcome, ToRead
from app.workspace import Workspace
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import add_shown, clear, horizontal, rule, vertical
from ui.widgets.text import Text, announce

_OUTCOMES = {
    Outcome.DONE: ("Done", "Read"),
    Outcome.KEPT: ("Keep", "Read, and worth coming back to"),
    Outcome.DROPPED: ("Drop", "Not to be read after all"),
}
_SAID = {Outcome.DONE: "done", Outcome.KEPT: "kept", Outcome.DROPPED: "dropped"}


class ReadingListView(QWidget):
    """A form for a new entry, what is open by date, and what was decided."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self.rows: dict[str, EntryRow] = {}
        self.title = _field("What to read", "Title")
        self.place = _field("Where it is", "Address, file or book")
        self.why = _field("Why", "What you want to know from it")
        self.due = _field("By when", "2026-12-24")
        self.due.setFixedWidth(120)
        self.add_button = Button("Put on the list", theme, role="primary", icon="plus")
        self.undo_button = Button(
            "Undo", theme, role="quiet", icon="undo", hint="Take back the last decision"
        )
        self.trouble = Text(role="small")
        self.trouble.set_tone("bad")
        self.trouble.hide()
        self.empty = Text("Nothing is on the list.")
        self._list = vertical("m")
        self._assemble()
        self.add_button.clicked.connect(self._add)
        self.undo_button.clicked.connect(self._undo)
        for field in (self.title, self.place, self.why, self.due):
            field.returnPressed.connect(self._add)

    def refresh(self) -> None:
        """Show the list as it is now."""
        clear(self._list)
        self.rows = {}
        entries = self._workspace.material.store.reading_list()
        today = self._workspace.clock().date()
        is_decided = False
        for number, entry in enumerate(entries):
            if not is_decided and entry.outcome is not Outcome.OPEN:
                is_decided = True
                add_shown(self._list, Text("Decided", "heading"))
            elif number:
                add_shown(self._list, rule())
            row = EntryRow(entry, today, self._theme)
            for outcome, button in row.buttons.items():
                button.clicked.connect(
                    lambda _checked=False, row=row, outcome=outcome: self._decide(row, outcome)
                )
            add_shown(self._list, row)
            self.rows[entry.id] = row
        self.empty.setVisible(not entries)

    def _add(self) -> None:
        try:
            typed = self.due.text().strip()
            due = date.fromisoformat(typed) if typed else None
        except ValueError:
            self._complain("Write the date as 2026-12-24, or leave it empty.", self.due)
            return
        try:
            self._workspace.material.store.plan_reading(
                self.title.text(), place=self.place.text(), why=self.why.text(), due=due
            )
        except ValueError:
            self._complain("What is it called?", self.title)
            return
        except MaterialError as error:
            self._complain(f"Nothing was changed: {error}.")
            return
        for field in (self.title, self.place, self.why, self.due):
            field.clear()
        self.trouble.hide()
        self.refresh()
        self.title.setFocus()

    def _complain(self, words: str, field: QLineEdit | None = None) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        announce(self, words)
        if field is not None:
            field.setFocus()

    def _decide(self, row: EntryRow, outcome: Outcome) -> None:
        store = self._workspace.material.store
        try:
            store.decide_reading(row.entry.id, outcome, note=row.note.text())
        except MaterialError as error:
            self._complain(f"Nothing was changed: {error}.")
            return
        self.refresh()

    def _undo(self) -> None:
        try:
            entry = self._workspace.material.store.undo_reading()
        except MaterialError as error:
            self._complain(f"Nothing was changed: {error}.")
            return
        announce(self, f"Undone: {entry.title}" if entry else "There is nothing to undo")
        self.refresh()

    def _assemble(self) -> None:
        first, second = horizontal("s"), horizontal("s")
        first.addWidget(self.title, 2)
        first.addWidget(self.place, 1)
        second.addWidget(self.why, 1)
        second.addWidget(self.due)
        second.addWidget(self.add_button)
        below = horizontal("s")
        below.addWidget(self.trouble, 1)
        below.addStretch(1)
        below.addWidget(self.undo_button)
        layout = vertical("m", self)
        for row in (first, second, below):
            layout.addLayout(row)
        layout.addWidget(self.empty)
        layout.addLayout(self._list)
        layout.addStretch(1)


class EntryRow(QWidget):
    """One entry, with a note and what can be decided about it."""

    def __init__(self, entry: ToRead, today: date, theme: Theme) -> None:
        super().__init__()
        self.entry = entry
        self.title = Text(entry.title, "strong")
        self.detail = Text(detail(entry, today), "small")
        if entry.outcome is Outcome.OPEN and entry.due is not None and entry.due < today:
            self.detail.set_tone("warm")
        self.note = _field(f"Note on {entry.title}", "A note, if you like")
        self.note.setMaximumWidth(200)
        self.buttons: dict[Outcome, Button] = {}
        left = vertical("xs")
        left.addWidget(self.title)
        left.addWidget(self.detail)
        row = horizontal("s", self)
        row.setContentsMargins(0, SPACE["xs"], 0, SPACE["xs"])
        row.addLayout(left, 1)
        if entry.outcome is Outcome.OPEN:
            row.addWidget(self.note, 0, Qt.AlignmentFlag.AlignTop)
            for outcome, (text, hint) in _OUTCOMES.items():
                self._add_button(outcome, text, hint, theme)
        else:
            self._add_button(Outcome.OPEN, "Reopen", "Put it back among what is to be read", theme)
        for button in self.buttons.values():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _add_button(self, outcome: Outcome, text: str, hint: str, theme: Theme) -> None:
        name = f"{text}: {self.entry.title}"
        self.buttons[outcome] = Button(text, theme, role="quiet", name=name, hint=hint)


def detail(entry: ToRead, today: date) -> str:
    """Return in a line where an entry is, why it is there, by when, and what was decided."""
    parts = [entry.place, entry.why]
    if entry.outcome is not Outcome.OPEN:
        parts.append(f"{_SAID[entry.outcome]}{f': {entry.note}' if entry.note else ''}")
    elif entry.due is not None:
        when = f"{entry.due.day} {entry.due:%B %Y}"
        parts.append(f"{'was due' if entry.due < today else 'by'} {when}")
    return "  ·  ".join(part for part in parts if part)


def _field(name: str, placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field
