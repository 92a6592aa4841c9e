"""The one fetch of a model that may be under way, seen by every page that shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.model.catalogue import CatalogueEntry
from app.model.fetch_errors import FetchError
from app.model.transfer import FetchSettings, Progress
from app.workspace import Workspace
from ui.task import Task


class Fetching(QObject):
    """Fetches one model at a time and puts it to use when it is there.

    Attributes
    ----------
    entry : CatalogueEntry or None
        The model being fetched.
    progress : Progress or None
        How far it is.
    error : FetchError or None
        Why the last fetch ended without a model; None after success or cancelling.
    changed : Signal
        Any of these is new.
    model_arrived : Signal
        A model is on this machine now; its catalogue id.
    """

    changed = Signal()
    model_arrived = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._task: Task | None = None
        self.entry: CatalogueEntry | None = None
        self.progress: Progress | None = None
        self.error: FetchError | None = None
        self.failed_entry: CatalogueEntry | None = None

    def start(self, entry: CatalogueEntry) -> None:
        """Begin to fetch a model; does nothing while another is being fetched."""
        if self.entry is not None:
            return
        self.entry, self.progress, self.error, self.failed_entry = entry, None, None, None
        settings = FetchSettings(connections=self._workspace.connections)
        from app.model.fetch import fetch  # noqa: PLC0415 - the start does not need it

        task = Task(lambda: fetch(entry, self._workspace.paths.models, settings=settings))
        task.advanced.connect(self._advance)
        task.finished.connect(self._arrive)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._end)
        self._task = task
        task.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Stop; what has arrived is kept for the next time."""
        if self._task is not None:
            self._task.cancel()

    def _advance(self, progress: Progress) -> None:
        self.progress = progress
        self.changed.emit()

    def _arrive(self, _path: object) -> None:
        entry = self.entry
        self._workspace.choose_engine()
        self._end()
        if entry is not None:
            self.model_arrived.emit(entry.id)

    def _fail(self, error: Exception) -> None:
        entry = self.entry
        self._end()
        if not isinstance(error, FetchError):
            raise error
        self.error, self.failed_entry = error, entry
        self.changed.emit()

    def _end(self) -> None:
        self._task = None
        self.entry = self.progress = None
        self.changed.emit()
