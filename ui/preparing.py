"""Having the model word questions for what is due next, while the window is left alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.model.background import in_background
from app.model.errors import EngineError
from app.study.errors import StudyLogError
from app.workspace import Workspace
from ui.background import Background, Kind
from ui.task import Task


class Preparing(QObject):
    """Prepares questions outside of a session, until none is lacking or somebody needs the engine.

    Every question is in the log as soon as it is made, so stopping loses nothing.

    Parameters
    ----------
    background : Background
        Tells whether it may be done now, and is told of it.

    Attributes
    ----------
    ended : Signal
        It runs no more, for whichever reason.
    """

    ended = Signal()

    def __init__(self, workspace: Workspace, background: Background) -> None:
        super().__init__()
        self._workspace = workspace
        self._background = background
        self._task: Task | None = None
        self._is_held = False
        self._is_in_vain = False
        self._accepted = 0
        background.permission_changed.connect(self._follow_permission)

    @property
    def is_running(self) -> bool:
        """Whether questions are being prepared."""
        return self._task is not None

    def start_unasked(self) -> None:
        """Prepare what is lacking, if the engine is free and the last try was not in vain."""
        engine = self._workspace.engine
        if self.is_running or self._is_held or self._is_in_vain or not self._background.may_run():
            return
        # A model that failed is left alone until somebody asks for it.
        if engine is None or engine.failure is not None:
            return
        if (tutor := self._workspace.tutor) is None:
            return
        self._accepted = 0
        # The log is read here; the other thread only asks the engine.
        work = self._workspace.prepare_questions()
        # A server may write what the model here checks.
        task = Task(lambda: work, stop_now=in_background(tutor.engine).cancel)
        task.advanced.connect(self._keep)
        task.finished.connect(lambda _result: self._conclude(finished=True))
        task.failed.connect(self._fail)
        task.cancelled.connect(self._conclude)
        self._task = task
        self._background.note(Kind.QUESTIONS, "Preparing questions")
        task.start()

    def hold(self) -> None:
        """Leave the engine to a quiz, which prepares its own questions, until :meth:`release`."""
        self._is_held = True
        self.stop()

    def release(self) -> None:
        """Let it be done again; what was just answered may lack new questions."""
        self._is_held = self._is_in_vain = False

    def stop(self) -> None:
        """End it; what was made is kept."""
        if self._task is not None:
            self._task.cancel()

    def _keep(self, made: object) -> None:
        from app.quiz.asking.types import Accepted, Refused  # noqa: PLC0415

        if not isinstance(made, Accepted | Refused):
            return
        self._accepted += isinstance(made, Accepted)
        try:
            self._workspace.keep_question(made)
        except StudyLogError:
            # Nobody waits for it; where the log cannot be written, the next answer tells of it.
            self._is_in_vain = True
            self.stop()

    def _conclude(self, *, finished: bool = False) -> None:
        # What is refused again and again would otherwise be asked for once a minute.
        self._is_in_vain |= finished and self._accepted == 0
        self._task = None
        self._background.note(Kind.QUESTIONS, "")
        self.ended.emit()

    def _fail(self, error: Exception) -> None:
        self._conclude()
        if not isinstance(error, EngineError):
            raise error

    def _follow_permission(self) -> None:
        if not self._background.may_run():
            self.stop()
