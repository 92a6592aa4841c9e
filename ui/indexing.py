"""Keeping the search index up to date without making anybody wait."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.workspace import Workspace
from ui.task import Task


class Indexing(QObject):
    """Brings a workspace's search index up to date on another thread, one update at a time.

    Attributes
    ----------
    done : Signal
        The index holds everything that there is now.
    """

    done = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: Task | None = None
        self._outdated = False

    @property
    def is_running(self) -> bool:
        """Whether something may not be found yet."""
        return self._task is not None

    def update(self) -> None:
        """Bring the index up to date; an update under way ends and begins anew."""
        if self._task is not None:
            self._outdated = True
            self._task.cancel()
            return
        index, library = self._workspace.search_index, self._workspace.library
        documents = self._workspace.paths.documents
        self._task = Task(lambda: index.updating(library, documents))
        self._task.finished.connect(self._finish)
        self._task.cancelled.connect(self._finish)
        self._task.failed.connect(self._fail)
        self._task.start()

    def _finish(self) -> None:
        self._task = None
        if self._outdated:
            self._outdated = False
            self.update()
        else:
            self.done.emit()

    def _fail(self, error: Exception) -> None:
        self._task = None
        # The index mends itself; what it cannot is a mistake of ours, for the crash report.
        raise error
