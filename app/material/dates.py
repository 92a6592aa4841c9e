"""Dates as people type them."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})?")
_SPAN = re.compile(r"(?:in )?(?P<count>\d{1,3}|a|one) (?P<unit>day|week|month)s?")


def read_date(text: str, today: date) -> date | None:
    """Return the date that somebody means; None for nothing.

    Understood are 2026-12-24, 24.12.2026, 24.12. (the next one), today, tomorrow, the name of a
    day (the next one), next week, next month, and spans such as "in 2 weeks".

    Raises
    ------
    ValueError
        It is no date. What can be read in two ways, such as 1/2/2026, is none.
    """
    plain = " ".join(text.lower().split())
    if not plain:
        return None
    named = {
        "today": today,
        "tomorrow": today + timedelta(days=1),
        "next week": today + timedelta(weeks=1),
        "next month": _months_later(today, 1),
    }
    if plain in named:
        return named[plain]
    weekday = next((at for at, day in enumerate(_DAYS) if plain in (day, day[:3])), None)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if match := _SPAN.fullmatch(plain):
        return _later(today, match["count"], match["unit"])
    if match := _DOTTED.fullmatch(plain):
        return _dotted(match, today)
    return date.fromisoformat(plain)


def _later(today: date, count: str, unit: str) -> date:
    number = int(count) if count.isdecimal() else 1
    if unit == "month":
        return _months_later(today, number)
    return today + timedelta(days=number * (7 if unit == "week" else 1))


def _months_later(today: date, months: int) -> date:
    """Return the same day of a later month, or its last day where it has none such."""
    years, month = divmod(today.month - 1 + months, 12)
    year = today.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(today.day, last))


def _dotted(match: re.Match[str], today: date) -> date:
    day, month = int(match["day"]), int(match["month"])
    if match["year"] is not None:
        return date(int(match["year"]), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)
