"""A slim bar that shows a share of a whole."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme

_HEIGHT = 6


class Meter(QWidget):
    """A bar from 0 to 1; a second, paler share may stand behind the first.

    Parameters
    ----------
    name : str
        What is measured, for screen readers.
    """

    def __init__(self, theme: Theme, name: str, colour: str = "accent") -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._colour = colour
        self._share = 0.0
        self._behind = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_share(self, share: float, words: str, behind: float = 0.0) -> None:
        """Show a share in [0, 1]; ``words`` say the same to those who do not see the bar."""
        self._share = min(max(share, 0.0), 1.0)
        self._behind = min(max(behind, 0.0), 1.0)
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(words)
        self.update()

    def share(self) -> float:
        """Return the share that is shown."""
        return self._share

    def sizeHint(self) -> QSize:
        """Return a slim bar's size."""
        return QSize(120, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which a share can be seen."""
        return QSize(48, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        shares = ((1.0, "line"), (self._behind, "line_strong"), (self._share, self._colour))
        draw_bar(painter, self._theme, QRectF(self.rect()), shares)
        painter.end()


def draw_bar(
    painter: QPainter, theme: Theme, room: QRectF, shares: Iterable[tuple[float, str]]
) -> None:
    """Draw a slim bar across the middle of some room.

    Parameters
    ----------
    shares : iterable of (float, str)
        How much of the length, in [0, 1], in which colour of the theme; later ones lie above.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    top = room.top() + (room.height() - _HEIGHT) / 2
    for share, colour in shares:
        if share > 0:
            painter.setBrush(QColor(theme.colour(colour)))
            width = max(share * room.width(), _HEIGHT)
            bar = QRectF(room.left(), top, width, _HEIGHT)
            painter.drawRoundedRect(bar, _HEIGHT / 2, _HEIGHT / 2)
    painter.restore()
