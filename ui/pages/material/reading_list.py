"""The reading list: what to read, why, by when, and what was decided about it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QWidget

from app.material.dates import read_date
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
_SAID = {Outcome.DONE: "Done", Outcome.KEPT: "Kept", Outcome.DROPPED: "Dropped"}


class ReadingListView(QWidget):
    """A form for a new entry, what is open by date, and what was decided."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self.rows: dict[str, EntryRow] = {}
        self._corrected = ""
        self.title = _field("What to read", "Title")
        self.place = _field("Where it is", "Address, file or book")
        self.why = _field("Why", "What you want to know from it")
        self.due = _field("By when", "By 2026-12-24")
        self.due.setToolTip("2026-12-24, or tomorrow, friday, in 2 weeks; empty for no date")
        self.due.setFixedWidth(150)
        self.cancel_button = Button("Cancel", theme, role="quiet", keys="Escape")
        self.cancel_button.hide()
        self.add_button = Button("Put on the list", theme, role="primary", icon="plus")
        self.undo_button = Button(
            "Undo", theme, role="quiet", icon="undo", hint="Take back the last decision"
        )
        self.trouble = Text(role="small")
        self.trouble.set_tone("bad")
        self.trouble.hide()
        self.empty = Text("Nothing is on the list.")
        self._fields = (self.title, self.place, self.why, self.due)
        self._list = vertical("m")
        self._assemble()
        self.add_button.clicked.connect(self._add)
        self.undo_button.clicked.connect(self._undo)
        self.cancel_button.clicked.connect(self._begin_anew)
        for field in self._fields:
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
            row.edit_button.clicked.connect(lambda _checked=False, each=entry: self._correct(each))
            row.open_button.clicked.connect(lambda _checked=False, each=entry: self._open(each))
            add_shown(self._list, row)
            self.rows[entry.id] = row
        self.empty.setVisible(not entries)

    def _add(self) -> None:
        try:
            due = read_date(self.due.text(), self._workspace.clock().date())
        except ValueError:
            hint = "Write the date as 2026-12-24, or as tomorrow, friday, in 2 weeks."
            self._complain(f"{hint} It may be left empty.", self.due)
            return
        title, place, why = (each.text() for each in (self.title, self.place, self.why))
        store = self._workspace.material.store
        try:
            if self._corrected:
                store.correct_reading(self._corrected, title, place=place, why=why, due=due)
            else:
                store.plan_reading(title, place=place, why=why, due=due)
        except ValueError:
            self._complain("What is it called?", self.title)
            return
        except MaterialError as error:
            self._complain(f"Nothing was changed: {error}.")
            return
        self._begin_anew()
        self.refresh()

    def _correct(self, entry: ToRead) -> None:
        """Take an entry into the form, to be put right there."""
        self._corrected = entry.id
        due = entry.due.isoformat() if entry.due is not None else ""
        for field, text in zip(
            self._fields, (entry.title, entry.place, entry.why, due), strict=True
        ):
            field.setText(text)
        self.add_button.setText("Save")
        self.cancel_button.show()
        self.title.setFocus()

    def _begin_anew(self) -> None:
        self._corrected = ""
        for field in self._fields:
            field.clear()
        self.add_button.setText("Put on the list")
        self.cancel_button.hide()
        self.trouble.hide()
        self.title.setFocus()

    def _open(self, entry: ToRead) -> None:
        is_address = entry.place.startswith("http")
        file = str(Path(entry.place).expanduser())
        url = QUrl(entry.place) if is_address else QUrl.fromLocalFile(file)
        if not QDesktopServices.openUrl(url):
            self._complain(f"No program answered for {entry.place}.")

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
        second.addWidget(self.cancel_button)
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
        self.detail = Text("  ·  ".join(filter(None, (entry.place, entry.why))), "small")
        self.state = Text(state_words(entry, today), "small")
        if entry.outcome is Outcome.OPEN and entry.due is not None and entry.due < today:
            self.state.set_tone("warm")
        name = entry.title
        self.edit_button = Button(
            "Edit",
            theme,
            role="quiet",
            name=f"Edit: {name}",
            hint="Put it right, or change its date",
        )
        self.open_button = Button(
            "Open", theme, role="quiet", name=f"Open: {name}", hint=f"Open {entry.place}"
        )
        self.open_button.setVisible(can_be_opened(entry.place))
        self.note = _field(f"Note on {entry.title}", "A note, if you like")
        self.note.setMaximumWidth(200)
        self.buttons: dict[Outcome, Button] = {}
        left = vertical("xs")
        for line in (self.title, self.detail, self.state):
            line.setVisible(bool(line.text()))
            left.addWidget(line)
        row = horizontal("s", self)
        row.setContentsMargins(0, SPACE["xs"], 0, SPACE["xs"])
        row.addLayout(left, 1)
        if entry.outcome is Outcome.OPEN:
            row.addWidget(self.note, 0, Qt.AlignmentFlag.AlignTop)
            for outcome, (text, hint) in _OUTCOMES.items():
                self._add_button(outcome, text, hint, theme)
        else:
            self._add_button(Outcome.OPEN, "Reopen", "Put it back among what is to be read", theme)
        for button in (*self.buttons.values(), self.edit_button, self.open_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _add_button(self, outcome: Outcome, text: str, hint: str, theme: Theme) -> None:
        name = f"{text}: {self.entry.title}"
        self.buttons[outcome] = Button(text, theme, role="quiet", name=name, hint=hint)


def state_words(entry: ToRead, today: date) -> str:
    """Return by when an entry is to be read, or what was decided about it."""
    if entry.outcome is not Outcome.OPEN:
        said = _SAID[entry.outcome]
        return f"{said}: {entry.note}" if entry.note else said
    if entry.due is None:
        return ""
    when = f"{entry.due.day} {entry.due:%B %Y}"
    return f"Was due {when}" if entry.due < today else f"By {when}"


def can_be_opened(place: str) -> bool:
    """Tell whether a place is an address of the web, or a file that is there."""
    if re.match(r"https?://\S+$", place):
        return True
    try:
        return bool(place) and Path(place).expanduser().is_file()
    except (OSError, RuntimeError, ValueError):
        return False  # no name that a file can have


def _field(name: str, placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field
