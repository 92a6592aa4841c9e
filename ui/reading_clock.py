"""Honest reading time: it runs while a document is on the screen and the learner is there."""

from __future__ import annotations

from collections.abc import Callable

AWAY_AFTER = 180.0
"""Seconds without a key, a scroll or a move of the mouse after which nobody is reading."""


class ReadingClock:
    """Adds up the seconds of reading one document.

    Parameters
    ----------
    now : callable
        Returns seconds on a clock that never goes back.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._seconds = 0.0
        self._seen_at: float | None = None
        self._lapped = 0.0

    @property
    def is_running(self) -> bool:
        """Whether reading time is passing."""
        return self._seen_at is not None

    @property
    def seconds(self) -> float:
        """What :meth:`take` would return."""
        if self._seen_at is None:
            return self._seconds
        return self._seconds + min(self._now() - self._seen_at, AWAY_AFTER)

    def resume(self) -> None:
        """Let time pass: the document can be seen and its window is in front."""
        if self._seen_at is None:
            self._seen_at = self._now()

    def notice(self) -> None:
        """Take note of a sign of life."""
        if self._seen_at is not None:
            self.pause()
            self.resume()

    def pause(self) -> None:
        """Stop: the window is behind others, or another page is shown."""
        self._seconds = self.seconds
        self._seen_at = None

    def lap(self) -> float:
        """Return the seconds since the last lap, or since :meth:`take` if that was later."""
        seconds = self.seconds
        lap, self._lapped = seconds - self._lapped, seconds
        return lap

    def take(self) -> float:
        """Return the seconds since the last time, and begin again from nothing."""
        running = self.is_running
        self.pause()
        seconds, self._seconds, self._lapped = self._seconds, 0.0, 0.0
        if running:
            self.resume()
        return seconds
