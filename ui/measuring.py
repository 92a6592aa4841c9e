"""The one measurement of the grader that may be under way, and when it gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.background import in_background
from app.model.errors import Cause, EngineError
from app.workspace import Workspace
from ui import words
from ui.background import Background, Kind
from ui.task import Task

if TYPE_CHECKING:
    from app.quiz.grading.certificate import Certificate, Progress

_GO_ON_AFTER = 1000  # milliseconds; the next session often follows at once


class Measuring(QObject):
    """Measures how well the model in use grades, whenever nothing else needs the engine.

    What was measured is kept: a measurement goes on where it stopped, on another day too.

    Parameters
    ----------
    background : Background, optional
        Tells whether it may be done now, and is told of it; one of its own by default.

    Attributes
    ----------
    progress : Progress or None
        How far it is, or was when it stopped; None before the first answer.
    error : EngineError or OSError or None
        Why the last one ended without a certificate; None after success or stopping.
    changed : Signal
        Any of these is new, or the measurement runs, waits or stands still where it did not.
    certified : Signal
        The model in use has a new certificate.
    """

    changed = Signal()
    certified = Signal()

    def __init__(
        self,
        workspace: Workspace,
        background: Background | None = None,
        *,
        go_on_after: int = _GO_ON_AFTER,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self.background = background or Background(workspace)
        self._engine = workspace.engine
        self._before: Certificate | None = None
        self._task: Task | None = None
        self._is_wanted = self._is_asked = self._is_held = self._is_left_alone = False
        self.progress: Progress | None = None
        self.error: EngineError | OSError | None = None
        self._go_on = QTimer(self)
        self._go_on.setSingleShot(True)
        self._go_on.setInterval(go_on_after)
        self._go_on.timeout.connect(self._begin)
        self.background.permission_changed.connect(self._follow_permission)
        self.changed.connect(self._note)

    @property
    def is_wanted(self) -> bool:
        """Whether there is something to be measured still, now or later."""
        return self._is_wanted

    @property
    def is_held(self) -> bool:
        """Whether a quiz goes first."""
        return self._is_held

    @property
    def may_run(self) -> bool:
        """Whether it may be done now, as far as the learner's choices and the battery go."""
        return self.background.may_run(asked=self._is_asked)

    def start(self) -> None:
        """Measure the model in use from where it was left, because the learner wants it."""
        self._start(asked=True)

    def _start(self, *, asked: bool) -> None:
        engine = self._workspace.engine
        if engine is None or self._is_wanted:
            return
        if engine.failure is not None:
            engine.start()  # a model that failed to load is left alone until it is asked for
        self._is_wanted, self._is_asked, self.error = True, asked, None
        self._begin()
        self.changed.emit()

    def start_unasked(self) -> None:
        """Measure a model that was never measured, unless somebody stopped that."""
        if self._is_wanted or self._is_held or self._is_left_alone:
            return
        if not self.background.may_run():
            return
        engine = self._workspace.engine
        # A model that failed is left alone until somebody asks for it.
        if engine is not None and engine.failure is None and self._workspace.certificate() is None:
            self._start(asked=False)

    def stop(self) -> None:
        """Stop until :meth:`start`; what was measured is kept."""
        self._is_left_alone = True
        self._stand_still()

    def hold(self) -> None:
        """Leave the engine to a quiz, at once, until :meth:`release`."""
        self._is_held = True
        self._go_on.stop()
        self._cancel()
        self.changed.emit()

    def release(self) -> None:
        """Go on soon, if there is something to be measured still."""
        self._is_held = False
        self._go_on.start()
        self.changed.emit()

    def follow(self) -> None:
        """Leave a measurement of a model that is not in use any more."""
        if self._workspace.engine is not self._engine:
            self._engine = self._workspace.engine
            self._is_left_alone = False
            self.progress = self.error = None
            self._stand_still()

    def _stand_still(self) -> None:
        self._is_wanted = False
        self._go_on.stop()
        self._cancel()
        self.changed.emit()

    def _begin(self) -> None:
        engine = self._workspace.engine
        if engine is None or not self._is_wanted or self._is_held or self._task is not None:
            return
        if not self.may_run:
            return
        self._engine, self._before = engine, self._workspace.certificate()
        work = self._workspace.certify()
        task = Task(lambda: work, stop_now=in_background(engine).cancel)
        task.advanced.connect(self._advance)
        task.finished.connect(self._finish)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._break_off)
        self._task = task
        task.start()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _follow_permission(self) -> None:
        if not self.may_run:
            self._go_on.stop()
            self._cancel()
        elif self._is_wanted and not self._is_held:
            self._go_on.start()
        self.changed.emit()

    def _note(self) -> None:
        """Say in the window what is being done."""
        title = "Measuring the model" if self._is_wanted else ""
        self.background.note(Kind.CERTIFICATE, title, self._how_far())

    def _how_far(self) -> str:
        if self._is_held:
            return "waits for your quiz"
        left = self.progress.seconds_left if self.progress is not None else None
        return f"{words.duration(left)} left" if left is not None and self.may_run else ""

    def _advance(self, progress: Progress) -> None:
        self.progress = progress
        self.changed.emit()

    def _finish(self) -> None:
        self._is_wanted, self.progress = False, None
        self._end()
        self.certified.emit()

    def _break_off(self) -> None:
        certificate = self._workspace.certificate()
        if certificate is not None and certificate is not self._before:
            self._finish()  # it was too late to stop
        else:
            self._end()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, EngineError) and error.cause is Cause.CANCELLED:
            # Meant for what the engine did for a quiz just before.
            self._task = None
            self._go_on.start()
            return
        self._is_wanted, self._is_left_alone = False, True
        if isinstance(error, EngineError | OSError):
            self.error = error
            self._end()
            return
        self._end()
        raise error

    def _end(self) -> None:
        self._task = None
        # Wanted again while the end was awaited.
        self._begin()
        self.changed.emit()
