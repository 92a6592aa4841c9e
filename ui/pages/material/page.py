"""The page of the learner's own material: files, inbox and reading list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.material.errors import MaterialError
from app.material.records import Document, State
from app.workspace import Workspace
from ui.pages.material.files import FilesView
from ui.pages.material.inbox import InboxView
from ui.pages.material.reading_list import ReadingListView
from ui.pages.material.run import MaterialRun
from ui.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.buttons import Segments
from ui.widgets.page import Column, horizontal
from ui.widgets.text import Text

_TABS = (("files", "Files"), ("inbox", "Inbox"), ("reading", "Reading list"))


class MaterialPage(Column):
    """Everything that the learner brings along.

    Attributes
    ----------
    run : MaterialRun
        Reads files and looks for key points.
    material_changed : Signal
        Other key points are asked than before: what shows or searches content is out of date.
    """

    material_changed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(measure=820)
        self._workspace = workspace
        self.run = MaterialRun(workspace, self)
        self.tabs = Segments(_TABS, theme, name="Your material")
        self.files = FilesView(workspace, theme, self.run)
        self.inbox = InboxView(workspace, theme)
        self.reading = ReadingListView(workspace, theme)
        self.trouble = Banner(theme, "bad")
        self.trouble.hide()
        self._views: dict[str, QWidget] = {
            "files": self.files,
            "inbox": self.inbox,
            "reading": self.reading,
        }
        self._assemble()
        self._connect()
        self.show_view("files")

    def refresh(self) -> None:
        """Show what is there now."""
        try:
            for view in (self.files, self.inbox, self.reading):
                view.refresh()
        except MaterialError as error:
            # Nothing of it can be shown; all the rest of the window goes on.
            self._show_only("")
            self.trouble.show_error(error, title="Your material cannot be opened")
            return
        self.trouble.hide()
        self._show_only(self.tabs.choice() or "files")
        self._count()

    def show_view(self, name: str) -> None:
        """Show one of files, inbox and reading list."""
        self.tabs.show_choice(name)
        self._show_only(name)
        self._views[name].setFocus()

    def stop(self) -> None:
        """End what is being done; what was made is kept."""
        self.run.stop()

    def _show_only(self, name: str) -> None:
        # No stack, which would be as high as the highest of them. Keys do not reach a hidden view.
        for each, view in self._views.items():
            view.setVisible(each == name)

    def _look_at(self, document: str) -> None:
        self.inbox.show_document(document)
        self.show_view("inbox")

    def _take_in(self, document: Document) -> None:
        self.files.refresh()
        if self._workspace.material.store.figures(document.id).accepted:
            # It had been taken away, and is back with its key points.
            self._workspace.material.follow()
            self.material_changed.emit()

    def _follow_proposals(self, _document: str) -> None:
        self.inbox.refresh()
        self.files.refresh()
        self._count()

    def _follow_decision(self) -> None:
        self.files.refresh()
        self._count()
        self.material_changed.emit()

    def _follow_removal(self) -> None:
        self.inbox.refresh()
        self._count()
        self.material_changed.emit()

    def _count(self) -> None:
        waiting = len(self._workspace.material.store.proposals(State.NEW))
        text = f"Inbox ({waiting})" if waiting else "Inbox"
        button = self.tabs.button("inbox")
        button.setText(text)
        button.setAccessibleName(f"Your material: {text}")

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_view)
        self.run.added.connect(self._take_in)
        self.run.proposed.connect(self._follow_proposals)
        self.files.inbox_asked.connect(self._look_at)
        self.files.removed.connect(self._follow_removal)
        self.inbox.decided.connect(self._follow_decision)

    def _assemble(self) -> None:
        above = horizontal("m")
        above.addWidget(Text("Your material", "title"), 1)
        above.addWidget(self.tabs)
        self.body.addLayout(above)
        self.body.addWidget(self.trouble)
        for view in self._views.values():
            self.body.addWidget(view, 1)
        self.body.addStretch(0)
