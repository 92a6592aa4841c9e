"""Backups: making one, and taking in one of another laptop."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.workspace import Workspace
from ui import words
from ui.task import Task, Work
from ui.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.progress_bar import ProgressBar
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.keeping.backing_up import Kept
    from app.keeping.merging import Merged

_ENDING = "Backups of Segue (*.zip)"
_SOURCES = "Backups and study logs (*.zip *.db)"


class BackupsView(QWidget):
    """Says when the last backup was made, makes another, and takes one in.

    Attributes
    ----------
    taken_in : Signal
        There is more than before: what shows content or the log is out of date.
    """

    taken_in = Signal()

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._task: Task | None = None
        self.last = Text(role="small")
        self.make_button = Button(
            "Back up…", theme, hint="Write study log, material and settings into one file"
        )
        self.take_button = Button(
            "Take in…", theme, role="quiet", hint="Add what a backup of another laptop has"
        )
        self.stop_button = Button("Stop", theme, role="quiet", icon="stop", name="Stop the backup")
        self.bar = ProgressBar(theme, "Backup")
        self.outcome = Banner(theme)
        self.outcome.hide()
        self._assemble()
        self.make_button.clicked.connect(self._choose_target)
        self.take_button.clicked.connect(self._choose_source)
        self.stop_button.clicked.connect(self.stop)
        self._show_running()

    @property
    def is_running(self) -> bool:
        """Whether something is being written or read."""
        return self._task is not None

    def refresh(self) -> None:
        """Say when the last backup was made."""
        self.last.setText(last_words(self._workspace.settings.backup, self._workspace.clock()))

    def stop(self) -> None:
        """End what is being done; nothing half done is left."""
        if self._task is not None:
            self._task.cancel()

    def back_up_to(self, target: Path) -> None:
        """Write a backup into a file that is not there yet, or into a folder."""
        # Nothing of this is needed before somebody asks for it.
        from app.keeping.backing_up import back_up  # noqa: PLC0415

        workspace = self._workspace
        self._run(lambda: back_up(workspace.paths, target, clock=workspace.clock), self._show_kept)

    def take_in(self, source: Path) -> None:
        """Add what a backup, another data folder or another study log has."""
        from app.keeping.merging import bring_in  # noqa: PLC0415

        workspace = self._workspace
        self._run(lambda: bring_in(workspace.paths, source, clock=workspace.clock), self._show_new)

    # -- inside ----------------------------------------------------------------------------------

    def _choose_target(self) -> None:
        from app.keeping.backing_up import backup_name  # noqa: PLC0415

        last = self._workspace.settings.backup
        folder = Path(last).parent if last else Path.home()
        named = folder / backup_name(self._workspace.clock())
        dialog = QFileDialog(self, "Back up to", str(named), _ENDING)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(str(named))
        # A backup is never written over another: the old one may be the better one.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.back_up_to(Path(name)))
        dialog.open()

    def _choose_source(self) -> None:
        dialog = QFileDialog(self, "Take in a backup", str(Path.home()), _SOURCES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_in(Path(name)))
        dialog.open()

    def _run(self, work: Work, show: object) -> None:
        if self._task is not None:
            return
        self.outcome.hide()
        task = Task(work)
        task.advanced.connect(self._advance)
        task.finished.connect(self._end)
        task.finished.connect(show)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._end)
        self._task = task
        self.bar.show_busy()
        self._show_running()
        task.start()

    def _advance(self, step: object) -> None:
        from app.keeping.archive import Step  # noqa: PLC0415 - there by now

        if isinstance(step, Step):
            self.bar.show_share(step.done / max(1, step.of))

    def _end(self, _result: object = None) -> None:
        self._task = None
        self._show_running()

    def _fail(self, error: Exception) -> None:
        from app.keeping.errors import BackupError  # noqa: PLC0415 - there by now
        from app.material.errors import MaterialError  # noqa: PLC0415
        from app.study.errors import StudyLogError  # noqa: PLC0415

        self._end()
        if not isinstance(error, BackupError | StudyLogError | MaterialError | OSError):
            raise error
        self.outcome.show_error(error, title="That did not work")

    def _show_kept(self, kept: Kept) -> None:
        with suppress(OSError):  # then only when it was made is forgotten
            self._workspace.change_settings(backup=str(kept.path))
        self.refresh()
        self.outcome.show_message(
            "The backup is made and was read back whole", kept_words(kept), "accent"
        )

    def _show_new(self, merged: Merged) -> None:
        self.outcome.show_message("Taken in", merged_words(merged), "accent")
        self.taken_in.emit()

    def _show_running(self) -> None:
        running = self._task is not None
        for widget in (self.bar, self.stop_button):
            widget.setVisible(running)
        for button in (self.make_button, self.take_button):
            button.setEnabled(not running)

    def _assemble(self) -> None:
        texts = vertical("xs")
        texts.addWidget(Text("Backup"))
        texts.addWidget(self.last)
        row = horizontal("s")
        row.addLayout(texts, 1)
        row.addWidget(self.take_button)
        row.addWidget(self.make_button)
        under_way = horizontal("s")
        under_way.addWidget(self.bar, 1)
        under_way.addWidget(self.stop_button)
        layout = vertical("s", self)
        layout.addLayout(row)
        layout.addLayout(under_way)
        layout.addWidget(self.outcome)


def last_words(path: str, now: datetime) -> str:
    """Return when the last backup was made, and where it is."""
    if not path:
        return "No backup was made from this window yet"
    try:
        made = datetime.fromtimestamp(Path(path).stat().st_mtime, tz=now.tzinfo)
    except OSError:
        return f"The last backup is not there any more: {path}"
    return f"Last backup {words.ago(made, now)}: {path}"


def kept_words(kept: Kept) -> str:
    """Return what is in a backup, in a line."""
    answers = words.count(kept.answers, "answer")
    documents = words.count(kept.documents, "own file")
    return f"{answers} and {documents}, {words.size(kept.size)}: {kept.path}"


def merged_words(merged: Merged) -> str:
    """Return what was new in what was taken in, in one or two sentences."""
    if merged.is_nothing:
        return "Everything in it was here already."
    answers = words.count(merged.answers, "answer")
    documents = words.count(merged.documents, "own file")
    kept = ", ".join(merged.differing)
    said = f"New here: {answers} and {documents}."
    return f"{said} Left as they are here: {kept}." if kept else said
