"""Text on a page, and words said to a screen reader."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_BREAK = "\u200b"  # a space without width
_LONG = re.compile(r"\S{20,}")
_MARK = re.compile(r"(?<=[/\\._=&?-])(?=\w)")


class Text(QLabel):
    """A piece of plain text in one of the style sheet's roles; what it shows is never markup.

    Parameters
    ----------
    role : str
        ``display``, ``title``, ``question``, ``heading``, ``strong``, ``lead``, ``muted``,
        ``small``, ``overline``, ``badge``, ``tag`` or nothing for body text.
    wrap : bool
        Whether it breaks into lines.
    """

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = True, selectable: bool = False
    ) -> None:
        super().__init__()
        # Questions and feedback may come from a model or a stranger's file.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        # What is copied must be what was meant, so only the others are broken.
        self._breaks = wrap and not selectable
        self.setText(text)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: str) -> None:
        """Show a text; paths and addresses may break after their marks, which Qt does not do."""
        super().setText(_LONG.sub(_breakable, text) if self._breaks else text)

    def text(self) -> str:
        """Return the text as it was given."""
        return super().text().replace(_BREAK, "")

    def set_tone(self, tone: str) -> None:
        """Colour it ``good``, ``warm``, ``bad``, ``accent`` or ``muted``; as usual with nothing."""
        restyle(self, tone=tone)


def _breakable(word: re.Match[str]) -> str:
    return _MARK.sub(_BREAK, word[0])


def restyle(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet selects by, and apply them now."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def announce(widget: QWidget, message: str) -> None:
    """Have a screen reader say a message without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))
