"""What the engine does for a page: one thing at a time, and the newest wish wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from ui.task import Task, Work

_INSIST_AFTER = 150  # milliseconds
_DRAWN_AFTER = 40
"""Milliseconds in which a page that changed has been drawn, when nothing takes the processor."""


def _ignore(*_values: object) -> None:
    """Do nothing."""


@dataclass(frozen=True)
class _Wish:
    work: Work
    stop_now: Callable[[], object]
    on_item: Callable[[object], object]
    on_finished: Callable[[], object]
    on_failed: Callable[[Exception], object]
    on_cancelled: Callable[[], object]


class EngineWork(QObject):
    """Runs work that asks the engine, after ending whatever ran before.

    Preparing questions and writing feedback are worth nothing once the learner moves on, so new
    work never queues behind them.

    Parameters
    ----------
    stop_engine : callable
        Ends what the engine is doing, at once.
    """

    def __init__(self, stop_engine: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._stop_engine = stop_engine
        self._task: Task | None = None
        self._next: _Wish | None = None
        # Work that is between two requests to the engine just then must be told again.
        self._insist = QTimer(self)
        self._insist.setInterval(_INSIST_AFTER)
        self._insist.timeout.connect(self._cancel)
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(_DRAWN_AFTER)
        self._drawing.timeout.connect(self._begin_next)

    @property
    def is_busy(self) -> bool:
        """Whether something runs or is about to."""
        return self._task is not None or self._next is not None

    def start(
        self,
        work: Work,
        *,
        stop_now: Callable[[], object] | None = None,
        when_drawn: bool = False,
        on_item: Callable[[object], object] = _ignore,
        on_finished: Callable[[], object] = _ignore,
        on_failed: Callable[[Exception], object] = _ignore,
        on_cancelled: Callable[[], object] = _ignore,
    ) -> None:
        """Run work in place of any other; exactly one of the three endings is called.

        ``stop_now`` ends what the engine does for this work, in place of ``stop_engine``.
        ``when_drawn`` leaves the processor to the page first, which has just changed: the engine
        takes all there is, and nobody waits for this work as one waits for a picture.
        """
        self.stop()
        stop = stop_now or self._stop_engine
        self._next = _Wish(work, stop, on_item, on_finished, on_failed, on_cancelled)
        if when_drawn:
            self._drawing.start()
        else:
            self._begin_next()

    def stop(self) -> None:
        """End what runs and what waits for it."""
        self._drawing.stop()
        waiting, self._next = self._next, None
        if self._task is not None:
            self._insist.start()
            self._cancel()
        if waiting is not None:
            waiting.on_cancelled()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _begin_next(self) -> None:
        """Begin what waits, unless something runs still or the page is being drawn."""
        if self._task is not None or self._drawing.isActive() or self._next is None:
            return
        wish, self._next = self._next, None
        task = Task(wish.work, stop_now=wish.stop_now)
        task.advanced.connect(wish.on_item)
        task.finished.connect(lambda _result: self._end(wish.on_finished))
        task.failed.connect(lambda error: self._end(lambda: wish.on_failed(error)))
        task.cancelled.connect(lambda: self._end(wish.on_cancelled))
        self._task = task
        task.start()

    def _end(self, tell: Callable[[], object]) -> None:
        self._insist.stop()
        self._task = None
        # Whoever is told may start something newer, which then is what the learner wants.
        tell()
        self._begin_next()
