"""A ring around a large area that the keyboard has come to; the mouse needs none there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

_WIDTH = 2
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class FocusRing(QWidget):
    """Shows itself above the edge of an area while that has the focus from the keyboard.

    A text that is opened has the focus, too, so that its keys work; a frame around all that is
    being read would only be in the way.
    """

    def __init__(self, area: QWidget, theme: Theme) -> None:
        super().__init__(area)
        self._area = area
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        area.installEventFilter(self)
        theme.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus and the size of the area."""
        if isinstance(event, QFocusEvent):
            if event.gotFocus() and event.reason() in _BY_KEYBOARD:
                self._fit()
                self.show()
                self.raise_()
            elif event.lostFocus():
                self.hide()
        elif event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring; the mask leaves nothing else to draw on."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colour("accent")))
        painter.end()

    def _fit(self) -> None:
        self.setGeometry(self._area.rect())
        inside = self.rect().adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inside)))
