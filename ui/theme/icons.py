"""Icons drawn from our own SVG files in the colours of the theme."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from app.paths import RESOURCES
from ui.theme.tokens import DEFAULT_FONT_SIZE

if TYPE_CHECKING:
    from ui.theme.theme import Theme

ICONS = RESOURCES / "icons"
_DENSITIES = (1, 2, 3)


def pixmap(name: str, colour: str, size: int, density: float = 1.0) -> QPixmap:
    """Draw an icon in one colour, ``size`` logical pixels wide, for a screen of ``density``."""
    picture = QPixmap(QSize(size, size) * density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture


def icon(
    name: str, colour: str, size: int, *, checked: str = "", disabled: str = "", gap: int = 0
) -> QIcon:
    """Make an icon for a button.

    Parameters
    ----------
    checked, disabled : str
        Its colours in those states, where they differ.
    gap : int
        Empty logical pixels to the right, or to the left where negative, because styles leave too
        little before the text.
    """
    made = QIcon()
    states = (
        (colour, QIcon.Mode.Normal, QIcon.State.Off),
        (checked, QIcon.Mode.Normal, QIcon.State.On),
        (disabled, QIcon.Mode.Disabled, QIcon.State.Off),
    )
    for density in _DENSITIES:
        for shade, mode, state in states:
            if shade:
                made.addPixmap(_widen(pixmap(name, shade, size, density), gap), mode, state)
    return made


def application_icon() -> QIcon:
    """Return the icon of the program itself."""
    return QIcon(str(ICONS / "segue.svg"))


class ThemedIcon(QObject):
    """Keeps a button's icon in the colours of the theme for as long as the button lives.

    Parameters
    ----------
    colour, checked : str
        Names of colours in :class:`ui.theme.tokens.Colours`.
    """

    def __init__(
        self,
        button: QAbstractButton,
        theme: Theme,
        name: str,
        *,
        colour: str = "text",
        checked: str = "",
        size: int = 18,
    ) -> None:
        super().__init__(button)
        self._button = button
        self._theme = theme
        self._name = name
        self._colour = colour
        self._checked = checked
        self._size = size
        self._gap = 4 if button.text() else 0
        theme.changed.connect(self.refresh)
        self.refresh()

    def show(self, name: str) -> None:
        """Show another icon from now on."""
        self._name = name
        self.refresh()

    def refresh(self) -> None:
        """Draw the icon again in the theme's present colours, and as large as its type asks."""
        value = self._theme.colour
        size = round(self._size * max(1.0, self._theme.font_size / DEFAULT_FONT_SIZE))
        self._button.setIconSize(QSize(size + self._gap, size))
        mirrored = self._button.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._button.setIcon(
            icon(
                self._name,
                value(self._colour),
                size,
                checked=value(self._checked) if self._checked else "",
                disabled=value("line_strong"),
                gap=-self._gap if mirrored else self._gap,
            )
        )


def _widen(picture: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return picture
    density = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(abs(gap) * density), picture.height())
    wide.setDevicePixelRatio(density)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(max(0, -gap), 0, picture)
    painter.end()
    return wide


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")
