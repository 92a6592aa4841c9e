"""Noticing that nobody has used a window for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idleness(QObject):
    """Tells when a window has had neither key nor mouse for a while, again and again.

    Parameters
    ----------
    after : int
        Milliseconds; with 0 nothing is ever told.

    Attributes
    ----------
    lasted : Signal
        The window has been left alone for so long, or for so long again.
    ended : Signal
        The window is used after that.
    """

    lasted = Signal()
    ended = Signal()

    def __init__(self, after: int, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(after)
        self._timer.timeout.connect(self._tell)
        self._has_lasted = False

    def watch(self, window: QWindow) -> None:
        """Watch a window from now on; every key and every click comes to it first."""
        window.installEventFilter(self)
        self._begin()

    def stop(self) -> None:
        """Tell nothing any more."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count anew when the window is used."""
        if event.type() in _USE:
            self._begin()
            if self._has_lasted:
                self._has_lasted = False
                self.ended.emit()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._has_lasted = True
        self.lasted.emit()

    def _begin(self) -> None:
        if self._timer.interval() > 0:
            self._timer.start()
