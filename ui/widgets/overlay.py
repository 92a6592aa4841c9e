"""A card in front of the whole window, that keys do not leave until it is put away."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from ui.theme.tokens import SPACE
from ui.widgets.page import vertical
from ui.widgets.tabbing import go_to, neighbour, tab_order
from ui.widgets.text import announce

_VEIL = 90
"""Opacity of the shade over the window, of 255."""


class Overlay(QWidget):
    """Dims a window and shows a card in front of it; Escape or a click beside it puts it away.

    The focus goes back to where it was, so that what was typed there goes on.

    Parameters
    ----------
    window : QWidget
        What it covers.
    name : str
        What a screen reader calls it.
    width : int
        Of the card, in logical pixels, where there is room for it.

    Attributes
    ----------
    body : QVBoxLayout
        The inside of the card.
    closed : Signal
        It was put away.
    """

    closed = Signal()

    def __init__(self, window: QWidget, name: str, *, width: int = 620) -> None:
        super().__init__(window)
        self.setAccessibleName(name)
        self._width = width
        self._before: QWidget | None = None
        self.card = QFrame()
        self.card.setObjectName("sheet")
        self.body = vertical("m", self.card)
        self.body.setContentsMargins(SPACE["l"], SPACE["l"], SPACE["l"], SPACE["l"])
        around = QVBoxLayout(self)
        around.setContentsMargins(SPACE["xl"], SPACE["xxxl"], SPACE["xl"], SPACE["xl"])
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        around.addWidget(self.card, 0, middle)
        window.installEventFilter(self)
        self.hide()

    def appear(self, first: QWidget) -> None:
        """Come to the front with the focus on ``first``, and say so to screen readers."""
        if not self.isHidden():
            return
        application = QGuiApplication.instance()
        self._before = QApplication.focusWidget()
        self._fill()
        self.raise_()
        self.show()
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._keep_focus)
        announce(self, self.accessibleName())

    def leave(self) -> None:
        """Go away, and give the focus back."""
        if self.isHidden():
            return
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.disconnect(self._keep_focus)
        before, self._before = self._before, None
        self.hide()
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fill()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep keys from meaning anything to the page behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go away with a click beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what is behind."""
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, _VEIL))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Let Tab go round inside the card."""
        stops = tab_order(self)
        stop = neighbour(self, QApplication.focusWidget(), forwards=next)
        if stops:
            go_to(stop or stops[0], forwards=next)
        return True

    def _keep_focus(self, new: QObject | None) -> None:
        # A verdict may arrive meanwhile, and its page takes the focus; it has it afterwards.
        if not isinstance(new, QWidget) or new is self.window() or self.isAncestorOf(new):
            return
        if new.window() is not self.window():
            return
        self._before = new
        self.focusNextPrevChild(True)

    def _fill(self) -> None:
        around = self.window().rect()
        self.setGeometry(around)
        self.card.setFixedWidth(min(self._width, around.width() - 2 * SPACE["xl"]))
