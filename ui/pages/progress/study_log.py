"""The study log itself, newest first."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from app.study.records import LogEntry
from app.workspace import Workspace
from ui import words
from ui.pages.entry import EntryDialog, mark_of
from ui.pages.progress.section import Section
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal
from ui.widgets.tables import Cell, RowsModel, TallTable
from ui.widgets.text import Text

LATEST = 15
MORE = 50


class LogSection(Section):
    """Every answer given, each a click away from all that is known about it."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(workspace, theme)
        self._entries: list[LogEntry] = []
        self._wanted = LATEST
        self.model = RowsModel(("When", "Question", "Verdict", "Rated"), theme)
        self.table = TallTable(self.model, name="Study log", wide=1)
        self.table.activated.connect(self._open_entry)
        self.table.clicked.connect(self._open_entry)
        self.more_button = Button("Show more", theme, role="quiet", icon="chevron-down")
        self.more_button.clicked.connect(self._show_more)
        self.nothing = Text("Nothing answered yet. What you answer appears here.", "muted")
        self.body.addWidget(Text("Study log", "heading"))
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.table)
        row = horizontal("s")
        row.addWidget(self.more_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show what the log says now."""
        entries = self.workspace.log.entries(limit=self._wanted + 1)
        self.more_button.setVisible(len(entries) > self._wanted)
        self._entries = entries[: self._wanted]
        now = self.workspace.clock()
        self.model.show_rows(
            [
                (
                    Cell(words.ago(entry.at, now), hint=f"{entry.at:%d %B %Y, %H:%M}"),
                    Cell(entry.answer.question),
                    Cell(*mark_of(entry)),
                    Cell(min(entry.ratings.values()).name if entry.ratings else "–"),
                )
                for entry in self._entries
            ]
        )
        self.table.setVisible(bool(self._entries))
        self.nothing.setVisible(not self._entries)

    def _show_more(self) -> None:
        self._wanted += MORE
        self.refresh()

    def _open_entry(self, index: QModelIndex) -> None:
        entry = self._entries[index.row()]
        dialog = EntryDialog(entry, self.workspace.library, self.theme, self)
        dialog.open()
