"""Messages at the lower edge of the window that go by themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.messages import Message, Offer
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal
from ui.widgets.picture import Picture
from ui.widgets.text import Text, announce

MOST = 3
"""Messages that are shown at once; the oldest makes room."""
WIDTH = 460
_ICONS = {"accent": "info", "good": "check", "warm": "warning", "bad": "warning"}
_LEAST, _PER_LETTER = 5_000, 70
"""Milliseconds: every message is there for so long, and for so much more per letter."""


class Toast(QFrame):
    """One message; it stays while the pointer or the focus is on it.

    Attributes
    ----------
    gone : Signal
        It has gone, or was put away.
    """

    gone = Signal()

    def __init__(
        self, message: Message, offer: Offer | None, theme: Theme, *, lasts: int | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("toast")
        self.setAccessibleName(message.text)
        self.text = Text(message.text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(lasts if lasts is not None else duration(message.text))
        self._timer.timeout.connect(self._end)
        self._focused = False
        picture = Picture(theme, _ICONS[message.tone], message.tone)
        picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = horizontal("m", self)
        row.setContentsMargins(SPACE["m"], SPACE["s"], SPACE["s"], SPACE["s"])
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        self.offer_button: Button | None = None
        if offer is not None:
            self.offer_button = Button(offer.text, theme)
            self.offer_button.clicked.connect(self._end)
            self.offer_button.clicked.connect(lambda _checked=False: offer.run())
            row.addWidget(self.offer_button)
        away = "Put it away"
        said = f"{away}: {self.text.text()}"
        self.close_button = Button("", theme, role="status", icon="cross", hint=away, name=said)
        self.close_button.clicked.connect(self._end)
        row.addWidget(self.close_button)
        for button in (self.offer_button, self.close_button):
            if button is not None:
                button.focused.connect(self._follow_focus)
        self._timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is on it."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go some time after the pointer has gone."""
        super().leaveEvent(event)
        self._wait()

    def _follow_focus(self, is_there: bool) -> None:
        self._focused = is_there
        if is_there:
            self._timer.stop()
        else:
            self._wait()

    def _wait(self) -> None:
        if not self._focused and not self.underMouse():
            self._timer.start()

    def _end(self) -> None:
        self._timer.stop()
        self.gone.emit()


class ToastArea(QWidget):
    """Shows what is said, the newest lowest; it covers no more of the window than that.

    Parameters
    ----------
    beside : QWidget
        What it stays in the middle of, so that it hides no navigation.
    lasts : int, optional
        Milliseconds for which a message is shown; as long as it takes to read by default.
    """

    def __init__(self, beside: QWidget, theme: Theme, *, lasts: int | None = None) -> None:
        super().__init__(beside.window())
        self._beside = beside
        self._theme = theme
        self._lasts = lasts
        self.toasts: list[Toast] = []
        beside.installEventFilter(self)
        self.hide()

    def show_message(self, message: Message, offer: Offer | None) -> None:
        """Show a message, and have screen readers say it."""
        toast = Toast(message, offer, self._theme, lasts=self._lasts)
        toast.setParent(self)
        toast.gone.connect(lambda: self._remove(toast))
        self.toasts.append(toast)
        if len(self.toasts) > MOST:
            self._remove(self.toasts[0])
        # A pointer that happens to be where it was made would keep it there for ever.
        self._place()
        toast.show()
        self.show()
        announce(self, message.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _remove(self, toast: Toast) -> None:
        if toast not in self.toasts:
            return
        self.toasts.remove(toast)
        had_focus = toast.isAncestorOf(self.window().focusWidget() or self)
        toast.hide()
        toast.deleteLater()
        if had_focus:
            self._beside.setFocus()
        self.setVisible(bool(self.toasts))
        self._place()

    def _place(self) -> None:
        edge = SPACE["xl"]
        around = self._beside.rect()
        corner = self._beside.mapTo(self.window(), around.topLeft())
        width = min(WIDTH, around.width() - 2 * edge)
        below = 0
        for toast in self.toasts:
            height = _height(toast, width)
            toast.setGeometry(0, below, width, height)
            below += height + SPACE["s"]
        whole = max(0, below - SPACE["s"])
        left = corner.x() + (around.width() - width) // 2
        self.setGeometry(left, corner.y() + around.height() - whole - edge, width, whole)
        self.raise_()


def duration(text: str) -> int:
    """Return for how many milliseconds a message is shown."""
    return _LEAST + _PER_LETTER * len(text)


def _height(toast: Toast, width: int) -> int:
    layout = toast.layout()
    return layout.totalHeightForWidth(width) if layout is not None else 0
