"""The one piece of slow work on material that may be under way: reading a file, or proposing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.material.errors import MaterialError
from app.material.proposing import MOST, Step
from app.material.reading.process import Progress
from app.material.records import Document
from app.model.background import in_background
from app.model.errors import Cause, EngineError
from app.workspace import Workspace
from ui.task import Task
from ui.time_left import TimeLeft

_GO_ON_AFTER = 500  # milliseconds

Work = Callable[[], Generator[object, None, object]]


class MaterialRun(QObject):
    """Reads files one after another, and looks for key points in one document at a time.

    Attributes
    ----------
    title : str
        What is being done, in a few words; empty when nothing is.
    progress : tuple of (int, int)
        How much of how much is done; (0, 0) where that is not known.
    detail : str
        Where it is just now.
    trouble : str
        What was wrong with the last thing that failed; empty after a success.
    error : Exception or None
        The same, with what a report of it needs.
    changed : Signal
        Any of these is new.
    added : Signal
        The :class:`Document` that was read.
    proposed : Signal
        Id of a document of which there may be more proposals than before.
    """

    changed = Signal()
    added = Signal(object)
    proposed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._waiting: deque[Path] = deque()
        self._task: Task | None = None
        self._wanted: tuple[Document, int, frozenset[int] | None] | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_GO_ON_AFTER)
        self._again.timeout.connect(self._look)
        self.title = self.detail = self.trouble = ""
        self.error: Exception | None = None
        self._time_left = TimeLeft()
        self.progress = (0, 0)

    @property
    def is_running(self) -> bool:
        """Whether something is being done, or goes on in a moment."""
        return self._task is not None or self._again.isActive()

    def add(self, paths: list[Path]) -> None:
        """Read files, after what is being done."""
        if not self._waiting and not self.is_running:
            self.trouble = ""
        self._waiting.extend(paths)
        self._go_on()

    def propose(
        self, document: Document, *, more: int = 0, within: frozenset[int] | None = None
    ) -> None:
        """Look for key points in a document, or in some of its sections.

        Parameters
        ----------
        more : int
            Sentences to be tried beyond those that were tried before.
        within : frozenset of int, optional
            Numbers of the sections; all of them by default.
        """
        if self.is_running:
            return
        self.trouble = ""
        tried = self._workspace.material.store.figures(document.id).tried
        self._wanted = document, max(MOST, tried + more), within
        engine = self._workspace.engine
        if engine is not None and engine.failure is not None:
            engine.start()  # a model that failed to load is left alone until it is asked for
        self._look()

    def stop(self) -> None:
        """End what is being done and what waits; what was made is kept."""
        self._waiting.clear()
        self._again.stop()
        if self._task is not None:
            self._task.cancel()  # its end tells what was made until then
        else:
            self._wanted = None
        self.changed.emit()

    def _go_on(self) -> None:
        if self.is_running or not self._waiting:
            return
        path = self._waiting.popleft()
        try:
            desk = self._workspace.material
        except MaterialError as error:
            self._waiting.clear()
            self.trouble, self.error = f"{error}.", error
            self.changed.emit()
            return
        self._start(f"Reading {path.name}", lambda: desk.add(path), self.added.emit)

    def _look(self) -> None:
        if self._wanted is None:
            return
        (document, most, within), workspace = self._wanted, self._workspace
        engine, lexicon, desk = workspace.engine, workspace.lexicon, workspace.material
        self._start(
            f"Looking for key points in “{document.title}”",
            lambda: desk.propose(document, engine, lexicon, most=most, within=within),
            self._conclude,
            in_background(engine).cancel if engine is not None else None,
        )

    def _conclude(self, _figures: object = None) -> None:
        self._wanted = None

    def _start(
        self,
        title: str,
        work: Work,
        on_finished: Callable[[object], object],
        stop_now: Callable[[], object] | None = None,
    ) -> None:
        task = Task(work, stop_now=stop_now)
        task.advanced.connect(self._advance)
        task.finished.connect(lambda result: self._end(lambda: on_finished(result)))
        task.failed.connect(lambda error: self._end(lambda: self._fail(error)))
        task.cancelled.connect(lambda: self._end(self._conclude))
        self._task, self.title, self.progress, self.detail = task, title, (0, 0), ""
        self._time_left.begin()
        task.start()
        self.changed.emit()

    def _advance(self, step: object) -> None:
        if isinstance(step, Progress):
            self.progress = (step.done, step.of)
            self.detail = f"page {step.done} of {step.of}" if step.of else ""
        elif isinstance(step, Step):
            self.progress = (step.done, step.of)
            self.detail = step.heading
        left = self._time_left.words(*self.progress)
        self.detail = "  ·  ".join(part for part in (self.detail, left) if part)
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, EngineError) and error.cause is Cause.CANCELLED:
            # Meant for something else that was done in the background just then.
            self._again.start()
            return
        self._wanted, self.error = None, error
        if isinstance(error, EngineError):
            self.trouble = f"{error.explanation} What was made so far is kept."
        elif isinstance(error, MaterialError):
            self.trouble = f"{error}."
        else:
            raise error

    def _end(self, tell: Callable[[], object] = lambda: None) -> None:
        looked = self._wanted
        self._task = None
        try:
            tell()
        finally:
            if looked is not None:
                self.proposed.emit(looked[0].id)
            self._go_on()
            if not self.is_running:
                self.title, self.detail, self.progress = "", "", (0, 0)
            self.changed.emit()
