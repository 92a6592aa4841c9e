"""A learner who answers questions at the window, and notes how it keeps up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.model.protocol import EngineState
from app.workspace import Workspace
from ui.bench.heartbeat import Heartbeat, delays, percentile
from ui.task import running_tasks
from ui.window import MainWindow

_LOOK_EVERY = 10  # milliseconds
_KEY_EVERY = 0.05  # seconds; 240 keys a minute
_LOOKING = 0.7
_READING_VERDICT = 2.5
_SETTLING = 1.5

_AT_WORK = (EngineState.LOADING, EngineState.WORKING)

_Wait = float | Callable[[], bool]


class Student(QObject):
    """Answers questions in writing, a key at a time, and reads what is said about the answers.

    Parameters
    ----------
    tell : callable
        Takes what there is to say when the session is over.
    """

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        questions: int,
        tell: Callable[[dict[str, object]], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._questions = questions
        self._tell = tell
        self._heart = Heartbeat(self._model_works, self)
        self._nexts: list[float] = []
        self._failed = ""
        self._steps = self._study()
        self._wait: _Wait = 0.0
        self._until = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        over = self._wait() if callable(self._wait) else perf_counter() >= self._until
        if not over:
            return
        try:
            self._wait = next(self._steps)
        except StopIteration:
            self._timer.stop()
            return
        except Exception as error:
            # Nobody reads a report of a crash here, so whoever waits is told before it is made.
            self._tell({"failed": repr(error)})
            raise
        if not callable(self._wait):
            self._until = perf_counter() + self._wait

    def _study(self) -> Iterator[_Wait]:
        page = self._window.quiz
        # Until the rest of the start is done.
        yield lambda: not running_tasks()
        yield _SETTLING
        before = self._engine_seconds()
        self._heart.start()
        self._window.open_page("quiz")
        page.begin("", "short", self._questions)
        session = page.run.session
        for _ in range(session.total if session is not None else 0):
            yield _LOOKING
            yield from self._answer()
            if self._failed:
                self._tell({"failed": self._failed})
                return
            yield _READING_VERDICT
            if session is not None and session.position < session.total:
                yield from self._go_to_next()
        self._heart.stop()
        computed = self._engine_seconds() - before
        page.foot.next_button.click()
        yield _SETTLING
        self._tell(self._report(computed))

    def _answer(self) -> Iterator[_Wait]:
        page, run = self._window.quiz, self._window.quiz.run
        question = run.session.current if run.session is not None else None
        if question is None:
            self._failed = "no question was asked"
            return
        for character in half_of(question.key_points[0].answer):
            press(page.asking.edit, character)
            yield _KEY_EVERY
        page.asking.submit_button.click()
        judged = page.verdict.isVisible
        yield lambda: judged() or page.trouble.isVisible()
        if page.trouble.isVisible():
            self._failed = page.trouble.text()
        elif run.outcome is None:  # no model here grades
            for point in question.key_points:
                run.take_judgement(point.id, "covered")

    def _go_to_next(self) -> Iterator[_Wait]:
        painted = Painted(self._window.quiz.asking.question)
        began = perf_counter()
        self._window.quiz.foot.next_button.click()
        yield lambda: painted.at > 0
        self._nexts.append((painted.at - began) * 1000)

    def _model_works(self) -> bool:
        engine = self._workspace.engine
        return engine is not None and engine.state in _AT_WORK

    def _engine_seconds(self) -> float:
        """Return the processor time that the engine's process has taken."""
        engine = self._workspace.engine
        if engine is None or engine.pid is None:
            return 0.0
        times = psutil.Process(engine.pid).cpu_times()
        return times.user + times.system

    def _report(self, computed: float) -> dict[str, object]:
        engine = self._workspace.engine
        busy, idle = self._heart.busy, self._heart.idle
        at_work = sum(busy) / 1000
        loaded = engine is not None and engine.state in (EngineState.READY, EngineState.WORKING)
        certificate = self._workspace.certificate()
        return {
            "model": self._workspace.model_choice().name,
            "grades": certificate is not None and certificate.grades,
            "file": str(self._workspace.model_choice().path),
            "context": engine.info().context_length if engine is not None else 0,
            "engine": engine.pid if engine is not None and loaded else None,
            "at_work": at_work / (at_work + sum(idle) / 1000),
            "cores": computed / at_work if at_work else 0.0,
            "p99": percentile(delays(busy), 0.99) if busy else None,
            "longest": max(delays([*busy, *idle])),
            "next": self._nexts,
        }


class Painted(QObject):
    """Notes when a widget has been painted with what it was given last.

    Attributes
    ----------
    at : float
        The time by `time.perf_counter`; 0 until then.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = 0.0
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the end of the turn in which the widget is painted."""
        if event.type() == QEvent.Type.Paint and watched is self._widget:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.at = perf_counter()


def press(widget: QWidget, character: str) -> None:
    """Press a key, as the system would tell of it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
        QCoreApplication.postEvent(widget, event)


def half_of(answer: str) -> str:
    """Return the first half of the words of an answer, at least one."""
    words = answer.split()
    return " ".join(words[: max(1, len(words) // 2)])
