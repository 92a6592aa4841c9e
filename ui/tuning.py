"""The one measurement of speed that may be under way, and when it makes room."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.model.background import in_background
from app.model.errors import Cause, EngineError
from app.workspace import Workspace
from ui.background import Background, Kind
from ui.task import Task

if TYPE_CHECKING:
    from app.model.tuning import TuningError
    from app.model.tuning_search import Step

AGAIN_AFTER = 30 * 60.0
"""Seconds until a measurement that came to nothing is tried again unasked."""


class TuningRun(QObject):
    """Measures how the model in use is best run on this machine.

    Attributes
    ----------
    step : Step or None
        What is being tried; None before the first trial and when nothing is measured.
    error : TuningError or EngineError or None
        Why the last one came to nothing; None after success or stopping.
    changed : Signal
        Any of these is new.
    tuned : Signal
        The model in use was measured.
    """

    changed = Signal()
    tuned = Signal()

    def __init__(self, workspace: Workspace, background: Background) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._engine = workspace.engine
        self._task: Task | None = None
        self._is_asked = False
        self._tried_at: float | None = None
        self._is_left_alone = False
        self.step: Step | None = None
        self.error: TuningError | EngineError | None = None
        background.permission_changed.connect(self._follow_permission)

    @property
    def is_running(self) -> bool:
        """Whether a measurement is under way."""
        return self._task is not None

    def start(self) -> None:
        """Measure the model in use, because the learner wants it; who asks also waits for it."""
        engine = self._workspace.engine
        if engine is None or self._task is not None or not self._workspace.can_tune:
            return
        if engine.failure is not None:
            engine.start()  # a model that failed to load is left alone until it is asked for
        self._begin(asked=True)

    def start_unasked(self) -> bool:
        """Measure a model that was never measured here, if that may be; return whether it is."""
        if self._task is not None:
            return True
        engine = self._workspace.engine
        if engine is None or engine.failure is not None or self._workspace.tuning() is not None:
            return False
        tried = self._tried_at is not None and monotonic() - self._tried_at < AGAIN_AFTER
        if tried or self._is_left_alone or not self._background.may_run():
            return False
        if not self._workspace.can_tune:
            return False
        self._begin(asked=False)
        return True

    def stop(self) -> None:
        """Stop, and begin only when asked."""
        self._is_left_alone = True
        self.give_way()

    def give_way(self) -> None:
        """Leave the engine to others at once; a measurement begins anew when there is time."""
        if self._task is not None:
            self._tried_at = None
            self._task.cancel()

    def make_room(self) -> None:
        """Give way to a learner who comes back, unless it was them who asked."""
        if not self._is_asked:
            self.give_way()

    def follow(self) -> None:
        """Leave a measurement of a model that is not in use any more."""
        if self._workspace.engine is not self._engine:
            self._engine = self._workspace.engine
            self._is_left_alone, self._tried_at, self.error = False, None, None
            self.give_way()
            self.changed.emit()

    def _begin(self, *, asked: bool) -> None:
        from app.model.tuning import SECONDS  # noqa: PLC0415 - not before the first measurement

        engine = self._workspace.engine
        if engine is None:
            return
        self._engine, self._is_asked, self.error = engine, asked, None
        self._tried_at = monotonic()
        task = Task(self._workspace.tune, stop_now=in_background(engine).cancel)
        task.advanced.connect(self._advance)
        task.finished.connect(self._finish)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._end)
        self._task = task
        task.start()
        self._background.note(Kind.TUNING, "Measuring the speed", f"takes {SECONDS:.0f} seconds")
        self.changed.emit()

    def _follow_permission(self) -> None:
        # Who waits for a measurement of 20 seconds is not to be told of the battery.
        if not self._is_asked and not self._background.may_run():
            self.give_way()

    def _advance(self, step: Step) -> None:
        self.step = step
        self.changed.emit()

    def _finish(self, _tuning: object) -> None:
        self._end()
        self.tuned.emit()

    def _fail(self, error: Exception) -> None:
        # Loaded with the first measurement, and so only here.
        from app.model.tuning import TuningError  # noqa: PLC0415

        if not isinstance(error, TuningError | EngineError):
            self._end()
            raise error
        made_room = isinstance(error, EngineError) and error.cause is Cause.CANCELLED
        if not made_room or self._is_asked:
            self.error = error
        if made_room:
            self._tried_at = None  # it was not in vain by itself: the next quiet minute will do
        self._end()

    def _end(self) -> None:
        self._task = None
        self.step = None
        self._background.note(Kind.TUNING, "")
        self.changed.emit()
