"""A bar that shows how far something is, or only that it is being done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar

from ui.theme import Theme

_STEPS = 1000  # Qt's bars count in 32 bits, which bytes of models outgrow
_TICK = 40  # milliseconds between two pictures of a moving bar
_THICK = 6
_PART = 0.28  # how much of the bar moves


class ProgressBar(QProgressBar):
    """A slim bar; where nothing may move, it stands still in the middle instead of sweeping.

    Parameters
    ----------
    name : str
        What is being done, for screen readers.
    """

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._moved = 0  # milliseconds
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._move)
        theme.changed.connect(self._follow)
        self.show_busy()

    @property
    def is_moving(self) -> bool:
        """Whether it sweeps now."""
        return self._timer.isActive()

    def show_busy(self) -> None:
        """Show that something is being done, and nobody knows how far it is."""
        self.setRange(0, 0)
        self._follow()

    def show_share(self, share: float) -> None:
        """Show how far it is, in [0, 1]."""
        self.setRange(0, _STEPS)
        self.setValue(round(_STEPS * min(max(share, 0.0), 1.0)))
        self._follow()

    def share(self) -> float | None:
        """Return how far it is shown to be; None while it only shows that something is done."""
        return None if self._is_busy() else self.value() / _STEPS

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move, where it does."""
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Move no more: nobody would see it."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar; Qt draws the one that knows how far it is."""
        if not self._is_busy():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        room = QRectF(0, (self.height() - _THICK) / 2, self.width(), _THICK)
        painter.setBrush(QColor(self._theme.colour("line")))
        painter.drawRoundedRect(room, _THICK / 2, _THICK / 2)
        painter.setBrush(QColor(self._theme.colour("accent")))
        width = room.width() * _PART
        left = (room.width() - width) * self._place()
        painter.drawRoundedRect(QRectF(left, room.top(), width, _THICK), _THICK / 2, _THICK / 2)
        painter.end()

    def _is_busy(self) -> bool:
        return self.maximum() == 0

    def _place(self) -> float:
        """Return where the moving part is, in [0, 1]: there and back again."""
        sweep = self._theme.duration("sweep")
        if not sweep:
            return 0.5
        share = self._moved % (2 * sweep) / sweep
        share = min(share, 2 - share)
        return share * share * (3 - 2 * share)  # slower at the ends

    def _move(self) -> None:
        self._moved += _TICK
        self.update()

    def _follow(self) -> None:
        if self._is_busy() and self.isVisible() and self._theme.moves:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()
