"""What the window says in passing, kept until it is closed so that it can be read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Message:
    """Something that was said.

    Attributes
    ----------
    tone : str
        ``accent`` for news, ``good``, ``warm`` or ``bad``.
    """

    at: datetime
    text: str
    tone: str = "accent"


@dataclass(frozen=True)
class Offer:
    """What can be done about a message while it is shown."""

    text: str
    run: Callable[[], object]


class Messages(QObject):
    """All that was said since the window opened.

    Parameters
    ----------
    clock : callable
        Tells the time.

    Attributes
    ----------
    said : Signal
        A :class:`Message` and the :class:`Offer` that comes with it, or None.
    changed : Signal
        There is another message, or all were read.
    """

    said = Signal(object, object)
    changed = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._all: list[Message] = []
        self._read = 0

    def say(self, text: str, *, tone: str = "accent", offer: Offer | None = None) -> None:
        """Say something."""
        message = Message(self._clock(), text, tone)
        self._all.append(message)
        self.said.emit(message, offer)
        self.changed.emit()

    @property
    def all(self) -> tuple[Message, ...]:
        """What was said, the newest first."""
        return tuple(reversed(self._all))

    @property
    def unread(self) -> int:
        """How many were said since the list was last looked at."""
        return len(self._all) - self._read

    def mark_read(self) -> None:
        """Take all for read."""
        if self.unread:
            self._read = len(self._all)
            self.changed.emit()


def say(widget: QWidget, text: str, *, tone: str = "accent", offer: Offer | None = None) -> None:
    """Say something in the window that a widget is in; nothing where it is in none."""
    messages = widget.window().findChild(Messages)
    if isinstance(messages, Messages):
        messages.say(text, tone=tone, offer=offer)
