"""The one way to do slow work: a plain generator of the core, run on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Generator
from threading import Event

from PySide6.QtCore import QObject, Qt, QThread, Signal

Work = Callable[[], Generator[object, None, object]]

# A task lives until its thread has ended, whoever forgets it: Qt ends the whole program when a
# running thread is collected.
_running: set[Task] = set()


class Task(QObject):
    """Runs a generator away from the window and tells how it goes.

    Every start ends in exactly one of `finished`, `failed` and `cancelled`, always delivered on the
    thread that made the task. After :meth:`cancel` nothing but `cancelled` follows.

    Parameters
    ----------
    work : callable
        Makes the generator; called on the new thread.
    stop_now : callable, optional
        Called by :meth:`cancel` at once, on the caller's thread, to interrupt what the generator
        waits for (for example ``engine.cancel``).

    Attributes
    ----------
    advanced : Signal
        One item that the generator yielded.
    finished : Signal
        What the generator returned.
    failed : Signal
        The exception that ended it.
    cancelled : Signal
        It ended because it was asked to.
    """

    advanced = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Work, *, stop_now: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._thread = _Thread(work)
        self._stop_now = stop_now
        queued = Qt.ConnectionType.QueuedConnection
        self._thread.stepped.connect(self._pass_on, queued)
        self._thread.finished.connect(self._conclude, queued)

    @property
    def is_running(self) -> bool:
        """Whether the end is still to come."""
        return self in _running

    def start(self) -> None:
        """Begin; may be called once."""
        _running.add(self)
        self._thread.start()

    def cancel(self) -> None:
        """End as soon as possible: between two items, or at once where the work allows it.

        May be called again while the end is awaited, to interrupt once more.
        """
        if not self.is_running:
            return
        self._thread.asked_to_stop.set()
        if self._stop_now is not None:
            self._stop_now()

    def wait(self, milliseconds: int = 5000) -> bool:
        """Block until the thread has ended; return whether it has."""
        return self._thread.wait(milliseconds)

    def _pass_on(self, item: object) -> None:
        if not self._thread.asked_to_stop.is_set():
            self.advanced.emit(item)

    def _conclude(self) -> None:
        _running.discard(self)
        if self._thread.asked_to_stop.is_set():
            self.cancelled.emit()
        elif self._thread.error is not None:
            self.failed.emit(self._thread.error)
        else:
            self.finished.emit(self._thread.result)


class _Thread(QThread):
    stepped = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.asked_to_stop = Event()
        self.result: object = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            generator = self._work()
            try:
                self.result = self._exhaust(generator)
            finally:
                generator.close()
        except Exception as error:  # carried to the window's thread, where it is shown or raised
            self.error = error

    def _exhaust(self, generator: Generator[object, None, object]) -> object:
        while not self.asked_to_stop.is_set():
            try:
                item = next(generator)
            except StopIteration as end:
                return end.value
            self.stepped.emit(item)
        return None


def raise_error(error: Exception) -> None:
    """Raise what ended a task that cannot fail but by a mistake of ours: for the crash report."""
    raise error


def running_tasks() -> tuple[Task, ...]:
    """Return the tasks that have not ended."""
    return tuple(_running)


def end_all_tasks(milliseconds: int = 5000) -> bool:
    """Cancel every task and wait for its thread; return whether all of them ended.

    Parameters
    ----------
    milliseconds : int
        How long to wait for each.
    """
    tasks = running_tasks()
    for task in tasks:
        task.cancel()
    ended = [task.wait(milliseconds) for task in tasks]
    return all(ended)
