"""The learner's files: adding them, what came of each, and looking for key points."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.material.adding import SUFFIXES, copy_of
from app.material.errors import MaterialError
from app.material.proposing import MOST
from app.material.records import Document, Figures
from app.model.errors import EngineError
from app.workspace import Workspace
from ui import words
from ui.pages.material.details import FileDetails
from ui.pages.material.run import MaterialRun
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.page import add_shown, clear, horizontal, panel, rule, vertical
from ui.widgets.progress_bar import ProgressBar
from ui.widgets.text import Text

_KINDS = {"pdf": "PDF", "html": "HTML", "markdown": "Markdown", "text": "text"}


class FilesView(QWidget):
    """Lists files and what came of them, and shows what is being done.

    Attributes
    ----------
    inbox_asked : Signal
        Id of the document whose proposals are to be looked at.
    removed : Signal
        A document was taken away, or is called something else.
    """

    inbox_asked = Signal(str)
    removed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, run: MaterialRun) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self._run = run
        self.rows: dict[str, FileRow] = {}
        self._open: set[str] = set()
        self.add_button = Button(
            "Add a file…", theme, role="primary", icon="plus", keys="Ctrl+O", hint="Add a file"
        )
        self.hint = Text(
            "Markdown, text, HTML or PDF; or drop files anywhere on the window. They are copied, "
            "and stay on this computer.",
            "small",
        )
        self.trouble = Banner(theme, "warm")
        self.trouble.hide()
        self.activity = ActivityView(theme, run)
        self.empty = Text("No file yet. A paper, release notes or a design document will do.")
        self._list = vertical("m")
        self._assemble()
        self.add_button.clicked.connect(self._choose)
        run.changed.connect(self._show_run)

    def refresh(self) -> None:
        """Show what is there now."""
        clear(self._list)
        self.rows = {}
        store = self._workspace.material.store
        figures = store.all_figures()
        for number, document in enumerate(store.documents()):
            if number:
                add_shown(self._list, rule())
            row = FileRow(document, figures[document.id], self._theme)
            row.propose_button.clicked.connect(
                lambda _checked=False, each=document: self._propose(each)
            )
            row.inbox_button.clicked.connect(
                lambda _checked=False, each=document: self.inbox_asked.emit(each.id)
            )
            row.remove_button.clicked.connect(
                lambda _checked=False, each=document: self._remove(each)
            )
            row.details_button.clicked.connect(
                lambda _checked=False, each=document: self._turn_details(each)
            )
            add_shown(self._list, row)
            self.rows[document.id] = row
            if document.id in self._open:
                self._show_details(document)
        self.empty.setVisible(not self.rows)
        self._show_run()

    def _choose(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen, _ = QFileDialog.getOpenFileNames(
            self, "Add files", "", f"Documents ({patterns});;All files (*)"
        )
        if chosen:
            self._run.add([Path(each) for each in chosen])

    def _propose(self, document: Document) -> None:
        figures = self._workspace.material.store.figures(document.id)
        self._run.propose(document, more=MOST if figures.tried else 0)

    def _turn_details(self, document: Document) -> None:
        self._open ^= {document.id}
        self.refresh()
        self.rows[document.id].details_button.setFocus()

    def _show_details(self, document: Document) -> None:
        store = self._workspace.material.store
        tried = store.tried_by_section(document.id)
        details = FileDetails(document, store.sections(document.id), tried, self._theme)
        details.renamed.connect(lambda title: self._rename(document, title))
        details.opened.connect(lambda: self._open_file(document))
        details.section_asked.connect(
            lambda number: self._run.propose(document, within=frozenset([number]))
        )
        self.rows[document.id].show_details(details)
        add_shown(self._list, details)

    def _rename(self, document: Document, title: str) -> None:
        try:
            self._workspace.material.rename(document.id, title)
        except MaterialError as error:
            self.trouble.show_error(error, title="The file could not be renamed")
            return
        self.refresh()
        self.removed.emit()

    def _open_file(self, document: Document) -> None:
        copy = copy_of(self._workspace.paths.material, document.hash, document.kind)
        if not copy.is_file():
            text = "A backup without files has its text only. Add the file again to have it here."
            self.trouble.show_message("The file itself is not on this computer", text)
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self.trouble.show_message("No program answered", f"The file is {copy}")

    def _remove(self, document: Document) -> None:
        try:
            self._workspace.material.remove(document.id)
        except MaterialError as error:
            self.trouble.show_error(error, title="The file could not be removed")
            return
        self.refresh()
        self.removed.emit()

    def _show_run(self) -> None:
        self.trouble.setVisible(bool(self._run.trouble))
        if self._run.trouble and self._run.error is not None:
            kept = "What was made so far is kept."
            also = kept if isinstance(self._run.error, EngineError) else ""
            self.trouble.show_error(self._run.error, title="That did not work", also=also)
        for row in self.rows.values():
            row.allow_looking(not self._run.is_running)

    def _assemble(self) -> None:
        above = horizontal("m")
        above.addWidget(self.add_button)
        above.addWidget(self.hint, 1)
        layout = vertical("l", self)
        layout.addLayout(above)
        layout.addWidget(self.trouble)
        layout.addWidget(self.activity)
        layout.addWidget(self.empty)
        layout.addLayout(self._list)
        layout.addStretch(1)


class ActivityView(QWidget):
    """How far the work under way is, with the button that stops it; hidden when there is none."""

    def __init__(self, theme: Theme, run: MaterialRun) -> None:
        super().__init__()
        self._run = run
        self.title = Text(role="strong")
        self.detail = Text(role="small")
        self.bar = ProgressBar(theme)
        self.stop_button = Button("Stop", theme, icon="stop", hint="Stop; what was made is kept")
        self.stop_button.clicked.connect(run.stop)
        frame, inside = panel()
        row = horizontal("m")
        row.addWidget(self.title, 1)
        row.addWidget(self.stop_button)
        inside.addLayout(row)
        inside.addWidget(self.bar)
        inside.addWidget(self.detail)
        vertical("s", self).addWidget(frame)
        run.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.setVisible(self._run.is_running)
        self.title.setText(self._run.title)
        self.detail.setText(self._run.detail)
        done, of = self._run.progress
        if of:
            self.bar.show_share(done / of)
        else:
            self.bar.show_busy()
        self.bar.setAccessibleName(f"{self._run.title}: {done} of {of}" if of else self._run.title)


class FileRow(QWidget):
    """One file: what it is, what came of it, and what can be done with it."""

    def __init__(self, document: Document, figures: Figures, theme: Theme) -> None:
        super().__init__()
        name = document.title
        self.title = Text(name, "strong")
        self.facts = Text(facts(document), "small")
        self.figures = Text(figure_words(figures), "small")
        again = "Look for more" if figures.tried else "Find key points"
        self.propose_button = Button(again, theme, icon="sparkle", name=f"{again}: {name}")
        self.inbox_button = Button(
            f"Inbox ({figures.new})", theme, icon="next", name=f"Inbox of {name}: {figures.new}"
        )
        self.inbox_button.setVisible(figures.new > 0)
        self.remove_button = Button(
            "Remove",
            theme,
            role="quiet",
            name=f"Remove: {name}",
            hint="Take it away with its key points; Undo in the inbox brings it back",
        )
        self.details: FileDetails | None = None
        self.details_button = Button(
            "Details", theme, role="quiet", name=f"Details: {name}", hint="Title, file, sections"
        )
        self.details_button.setCheckable(True)
        left = vertical("xs")
        for text in (self.title, self.facts, self.figures):
            left.addWidget(text)
        row = horizontal("s", self)
        row.setContentsMargins(0, SPACE["xs"], 0, SPACE["xs"])
        row.addLayout(left, 1)
        buttons = (self.inbox_button, self.propose_button, self.details_button, self.remove_button)
        for button in buttons:
            row.addWidget(button)

    def show_details(self, details: FileDetails) -> None:
        """Note that there is more about it below."""
        self.details = details
        self.details_button.setChecked(True)

    def allow_looking(self, allowed: bool) -> None:
        """Let key points be looked for, or not while something else is done."""
        self.propose_button.setEnabled(allowed)
        if self.details is not None:
            self.details.allow_looking(allowed)


def facts(document: Document) -> str:
    """Return in a line what a file is."""
    parts = [document.name, _KINDS[document.kind.value], words.size(document.size)]
    if document.pages is not None:
        parts.append(words.count(document.pages, "page"))
    return "  ·  ".join(parts)


def figure_words(figures: Figures) -> str:
    """Return in a line what came of a file."""
    if not figures.tried:
        return "Nobody has looked for key points in it yet"
    return "  ·  ".join(
        (
            f"{figures.new} in the inbox",
            f"{figures.accepted} accepted",
            f"{figures.rejected} rejected",
        )
    )
