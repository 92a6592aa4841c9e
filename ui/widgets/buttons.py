"""Buttons: all made in one place, so that each has a name, a tool-tip and its keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy

from ui.theme import Theme, ThemedIcon
from ui.theme.tokens import RADIUS
from ui.widgets.flow import Flow

_RING = 2.0  # width of the focus ring
_INSET = 3.5  # from the edge to the middle of a ring that is drawn inside


class Button(QPushButton):
    """A push button with a role of the style sheet, an icon and keys of its own.

    Parameters
    ----------
    role : str
        ``primary``, ``quiet``, ``danger``, ``segment`` or nothing for a secondary button.
    keys : str or sequence of str
        Key sequences that press it while it can be seen; the first is shown in the tool-tip.
    hint : str
        What the tool-tip says before the keys; the text by default.
    name : str
        What a screen reader says; the text by default.

    Attributes
    ----------
    focused : Signal
        Whether it has got the focus or lost it.
    """

    focused = Signal(bool)

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        role: str = "",
        icon: str = "",
        keys: str | Sequence[str] = (),
        hint: str = "",
        name: str = "",
        large: bool = False,
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self.setProperty("role", role)
        if large:
            self.setProperty("scale", "large")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or text or hint)
        self.themed_icon: ThemedIcon | None = None
        if icon:
            colour = {"primary": "on_accent", "danger": "bad"}.get(role, "muted")
            self.themed_icon = ThemedIcon(self, theme, icon, colour=colour)
        self._add_keys((keys,) if isinstance(keys, str) else keys, hint or name or text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has come."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has gone."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the focus ring inside where the button has the colour that rings have."""
        super().paintEvent(event)
        role = self.property("role")
        if self.hasFocus() and (role == "primary" or (role == "segment" and self.isChecked())):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.colour("on_accent")), _RING))
            inside = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
            painter.drawRoundedRect(inside, RADIUS["medium"] - 2, RADIUS["medium"] - 2)
            painter.end()

    def _add_keys(self, keys: Sequence[str], hint: str) -> None:
        sequences = [QKeySequence(key) for key in keys]
        if sequences:
            action = QAction(hint, self)
            action.setShortcuts(sequences)
            action.setAutoRepeat(False)
            action.triggered.connect(self.click)
            self.addAction(action)
            shown = sequences[0].toString(QKeySequence.SequenceFormat.NativeText)
            self.setToolTip(f"{hint} ({shown})")
        elif hint and hint != self.text():
            self.setToolTip(hint)


class Segments(Flow):
    """A row of buttons of which exactly one, or at first none, is chosen.

    Where large type or a long language leaves too little room, it breaks into several rows.

    Parameters
    ----------
    options : sequence of (str, str)
        Value and text of each.
    name : str
        What the choice is about, for screen readers.
    keys : sequence of str
        A key for each option, or nothing.

    Attributes
    ----------
    chosen : Signal
        The value that the user chose; not emitted by :meth:`show_choice`.
    focused : Signal
        Whether one of the buttons has got the focus or lost it.
    """

    chosen = Signal(str)
    focused = Signal(bool)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        theme: Theme,
        *,
        name: str,
        keys: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.setObjectName("segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        for index, (value, text) in enumerate(options):
            key = keys[index : index + 1]
            button = Button(
                text, theme, role="segment", keys=key, name=f"{name}: {text}", hint=text
            )
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            button.focused.connect(self.focused)
            self._group.addButton(button)
            self._buttons[value] = button
            self.add(button)

    def show_choice(self, value: str | None) -> None:
        """Mark a value as chosen, or none of them."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == value)
        self._group.setExclusive(True)

    def choice(self) -> str | None:
        """Return the value that is marked."""
        return next((v for v, button in self._buttons.items() if button.isChecked()), None)

    def button(self, value: str) -> Button:
        """Return the button of a value."""
        return self._buttons[value]
