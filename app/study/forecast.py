"""How many reviews the coming days bring, by the due dates of now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Forecast:
    """The load of some days, beginning with today.

    Every key point counts once, on the day on which it is due as things stand. So the far end is
    too low: what is recalled until then comes back, and what is new is not in it.

    Attributes
    ----------
    overdue : int
        Key points that were due before today.
    days : tuple of (date, int)
        Each of the learner's days with the key points due on it, days without one included.
    later : int
        Key points due after the last of these days.
    """

    overdue: int
    days: tuple[tuple[date, int], ...]
    later: int

    @property
    def coming(self) -> int:
        """Key points due on these days."""
        return sum(due for _, due in self.days)


def forecast(due: Iterable[datetime], now: datetime, days: int) -> Forecast:
    """Return the load of some days.

    Parameters
    ----------
    due : iterable of datetime
        When each key point is due, as aware times.
    now : datetime
        An aware time in the learner's zone, which decides what "a day" is.
    days : int
        How many, today included.
    """
    today = now.date()
    counts = [0] * days
    overdue = later = 0
    for moment in due:
        ahead = (moment.astimezone(now.tzinfo).date() - today).days
        if ahead < 0:
            overdue += 1
        elif ahead < days:
            counts[ahead] += 1
        else:
            later += 1
    dated = ((today + timedelta(days=ahead), count) for ahead, count in enumerate(counts))
    return Forecast(overdue, tuple(dated), later)
