"""How late an event loop is: a timer that should ring every few milliseconds, and when it did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL = 4.0
"""Milliseconds between two beats."""


class Heartbeat(QObject):
    """Notes the time of every beat on the thread that it belongs to.

    Parameters
    ----------
    is_busy : callable
        Tells whether the model is at work.

    Attributes
    ----------
    busy, idle : list of float
        Milliseconds from one beat to the next: where the model was at work at the one or the
        other, and where it was at neither.
    """

    def __init__(self, is_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.busy: list[float] = []
        self.idle: list[float] = []
        self._is_busy = is_busy
        self._was_busy = False
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(INTERVAL))
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat."""
        self._was_busy = self._is_busy()
        self._last = perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    def _beat(self) -> None:
        now, is_busy = perf_counter(), self._is_busy()
        gaps = self.busy if is_busy or self._was_busy else self.idle
        gaps.append((now - self._last) * 1000)
        self._last, self._was_busy = now, is_busy


def delays(gaps: Iterable[float], interval: float = INTERVAL) -> list[float]:
    """Return how long events have waited that come at even intervals, given the gaps of a timer.

    A timer rings once after a gap, however long; but whatever a person does during a gap waits for
    its end. So a gap counts once for every beat that it swallowed, each of which waited a little
    less than the one before.

    Parameters
    ----------
    gaps : iterable of float
        In the unit of ``interval``, which is that of what is returned.
    """
    waited = []
    for gap in gaps:
        delay = gap - interval
        waited.append(max(0.0, delay))
        while (delay := delay - interval) > 0:
            waited.append(delay)
    return waited


def percentile(samples: Sequence[float], share: float) -> float:
    """Return the sample below which a share in [0, 1] of all samples lies (nearest rank)."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
