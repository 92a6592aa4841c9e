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

    @property
    def is_running(self) -> bool:
        """Whether reading time is passing."""
        return self._seen_at is not None

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
        if self._seen_at is not None:
            self._seconds += min(self._now() - self._seen_at, AWAY_AFTER)
            self._seen_at = None

    def take(self) -> float:
        """Return the seconds since the last time, and begin again from nothing."""
        running = self.is_running
        self.pause()
        seconds, self._seconds = self._seconds, 0.0
        if running:
            self.resume()
        return seconds
