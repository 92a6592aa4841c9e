"""How long something still takes, from how far it has come."""

from __future__ import annotations

import time
from collections.abc import Callable

from ui import words

_TOO_SOON = 2.0
"""Seconds before which the first steps tell nothing about the others."""


class TimeLeft:
    """Measures one piece of work of which every step takes about as long as the others.

    Parameters
    ----------
    now : callable
        Seconds on a clock that never goes back.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._begun = now()

    def begin(self) -> None:
        """Begin to measure."""
        self._begun = self._now()

    def words(self, done: int, of: int) -> str:
        """Return how long the rest takes, e.g. "2 min left"; nothing where that is not known yet.

        Parameters
        ----------
        done, of : int
            Steps; the second is 0 where nobody knows how many there are.
        """
        passed = self._now() - self._begun
        if done <= 0 or of <= done or passed < _TOO_SOON:
            return ""
        return f"{words.duration(passed / done * (of - done))} left"
