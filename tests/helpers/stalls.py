"""How long the window's event loop stood still, leaving out waiting for a busy processor."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

_TICK = 5  # milliseconds
_TASKS = Path("/proc/self/task")


class StallMeter(QObject):
    """Looks at the clock in the event loop, as often as it gets there.

    A wall clock would blame the window for every program on the machine. So where the system tells
    it, as Linux does, the time is left out that this thread was ready and no processor was free;
    and that of the thread of ours which waited longest, since it may have held the interpreter's
    lock meanwhile. On a quiet machine both are nothing, and what is measured is the wall clock.

    Attributes
    ----------
    longest : float
        Seconds between two looks at most.
    looks : int
        How often the loop was there.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self.looks = 0
        self._before = (time.perf_counter(), _waited())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._timer.start(_TICK)

    def stop(self) -> float:
        """Look a last time, measure no more, and return the longest stall."""
        self._look()
        self._timer.stop()
        return self.longest

    def _look(self) -> None:
        now, waited = time.perf_counter(), _waited()
        then, before = self._before
        delays = {task: each - before.get(task, each) for task, each in waited.items()}
        mine = delays.pop(str(_own_number()), 0.0)
        others = max(delays.values(), default=0.0)
        self.longest = max(self.longest, now - then - mine - others)
        self.looks += 1
        self._before = (time.perf_counter(), waited)


def _own_number() -> int:
    # The window's thread is the first of the process, and has its number.
    return int(Path("/proc/self").resolve().name) if _TASKS.exists() else 0


def _waited() -> dict[str, float]:
    """Return for each thread the seconds that it was ready and no processor was free."""
    found = {}
    for task in _TASKS.iterdir() if _TASKS.exists() else ():
        try:
            found[task.name] = int((task / "schedstat").read_text().split()[1]) / 1e9
        except (OSError, IndexError):
            continue  # it has ended, or the system does not tell
    return found
