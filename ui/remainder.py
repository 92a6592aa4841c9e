"""Doing the rest of the start after the window has been painted, one step in each turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow


class Remainder(QObject):
    """Steps that the first picture does not need, done when it is on the screen.

    Keys and clicks are served between two steps.

    Parameters
    ----------
    steps : sequence of callable
        Done in this order.

    Attributes
    ----------
    done : Signal
        There is nothing left to do.
    """

    done = Signal()

    def __init__(self, steps: Sequence[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = list(steps)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._do_next)

    def follow(self, window: QWindow) -> None:
        """Begin as soon as a window is painted."""
        if self._steps:
            window.installEventFilter(self)

    def stop(self) -> None:
        """Do no more."""
        self._steps.clear()
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window is about to be painted, which is done before the timer ends."""
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            if self._steps:  # a window that is closed is told of it in the same way
                self._timer.start()
        return super().eventFilter(watched, event)

    def _do_next(self) -> None:
        self._steps.pop(0)()
        if not self._steps:
            self._timer.stop()
            self.done.emit()
