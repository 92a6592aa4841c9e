"""Having an answer read while it is typed, so that its verdict does not wait for that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE = 400
"""Milliseconds without a key after which what is typed is worth reading."""
ENOUGH = 12
"""Characters that must be new since the last time; reading fewer ahead saves nothing."""


class ReadingAhead(QObject):
    """Follows an answer while it is typed, and has it read in the pauses."""

    def __init__(self, parent: QObject, *, pause: int = PAUSE) -> None:
        super().__init__(parent)
        self._read: Callable[[str], object] | None = None
        self._typed = self._known = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._look)

    def begin(self, read: Callable[[str], object] | None) -> None:
        """Follow another answer; ``read`` has its text read ahead, and nothing does with None."""
        self.pause()
        self._read = read
        self._typed = self._known = ""

    def follow(self, text: str) -> None:
        """Take note of what is typed so far."""
        self._typed = text
        if self._read is not None:
            self._timer.start()

    def pause(self) -> None:
        """Read nothing until something else is typed."""
        self._timer.stop()

    def _look(self) -> None:
        if self._read is not None and unread(self._known, self._typed) >= ENOUGH:
            self._known = self._typed
            self._read(self._typed)


def unread(known: str, typed: str) -> int:
    """Return how many characters of a text are new to who has read another one from its start.

    A model reads from left to right: with one letter changed, all that follows it is new.
    """
    same = 0
    for before, now in zip(known, typed, strict=False):
        if before != now:
            break
        same += 1
    return len(typed) - same
