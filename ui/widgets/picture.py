"""An icon that stands by itself, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from ui.theme import Theme
from ui.theme.icons import pixmap


class Picture(QLabel):
    """Shows an icon; what it means is also said in words beside it.

    Parameters
    ----------
    name, colour : str
        Of the icon, and of one of the theme's colours.
    size : int
        Logical pixels.
    """

    def __init__(self, theme: Theme, name: str, colour: str, size: int = 22) -> None:
        super().__init__()
        self._theme = theme
        self._shown = (name, colour)
        self._size = size
        self.setFixedSize(size, size)
        theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon, or the same in another colour."""
        self._shown = (name, colour)
        self._draw()

    def _draw(self) -> None:
        name, colour = self._shown
        density = self.devicePixelRatioF()
        self.setPixmap(pixmap(name, self._theme.colour(colour), self._size, density))
