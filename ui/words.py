"""Quantities in words: sizes, lengths of time, dates and shares, as a person would say them."""

from __future__ import annotations

from datetime import datetime, timedelta

_MINUTE = 60
_HOUR = 60 * _MINUTE


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, e.g. "1 question" or "3 questions"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """Return a share in [0, 1] as a whole percentage."""
    return f"{round(100 * share)} %"


def size(number: float) -> str:
    """Return a number of bytes in decimal units, as file managers and shops count them."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if number >= factor:
            value = number / factor
            return f"{value:.1f} {unit}" if value < 10 else f"{value:.0f} {unit}"
    return f"{number:.0f} bytes"


def duration(seconds: float) -> str:
    """Return a length of time to the precision that matters, e.g. "40 s", "5 min", "2 h 10 min"."""
    if seconds < _MINUTE:
        return f"{max(0, round(seconds))} s"
    minutes = round(seconds / _MINUTE)
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def ago(moment: datetime, now: datetime) -> str:
    """Return how long ago something was, counted in calendar days of the learner's own zone."""
    passed = now - moment
    if passed < timedelta(minutes=1):
        return "just now"
    if passed < timedelta(hours=1):
        return f"{round(passed.total_seconds() / _MINUTE)} min ago"
    days = (now.astimezone().date() - moment.astimezone().date()).days
    if days == 0:
        return f"{round(passed.total_seconds() / _HOUR)} h ago"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days < 60 else f"{round(days / 30)} months ago"


def until(moment: datetime, now: datetime) -> str:
    """Return when something comes, e.g. "now", "in 10 min", "tomorrow", "in 5 days"."""
    ahead = moment - now
    if ahead <= timedelta(seconds=30):
        return "now"
    if ahead < timedelta(hours=1):
        return f"in {max(1, round(ahead.total_seconds() / _MINUTE))} min"
    days = (moment.astimezone().date() - now.astimezone().date()).days
    if days == 0:
        return f"in {round(ahead.total_seconds() / _HOUR)} h"
    if days == 1:
        return "tomorrow"
    if days < 60:
        return f"in {days} days"
    return f"in {round(days / 30)} months" if days < 700 else f"in {days / 365:.0f} years"
