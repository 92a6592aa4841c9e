"""Dates as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from app.material.dates import read_date

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", None),
        ("  ", None),
        ("2026-12-24", date(2026, 12, 24)),
        ("24.12.2026", date(2026, 12, 24)),
        ("24.12.", date(2026, 12, 24)),
        ("1.2.", date(2027, 2, 1)),
        ("Today", MONDAY),
        ("tomorrow", date(2026, 11, 24)),
        ("Friday", date(2026, 11, 27)),
        # Who writes the name of today's day means the next one.
        ("monday", date(2026, 11, 30)),
        ("sun", date(2026, 11, 29)),
        ("in 3 days", date(2026, 11, 26)),
        ("2 weeks", date(2026, 12, 7)),
        ("in a month", date(2026, 12, 23)),
        ("next week", date(2026, 11, 30)),
        ("in 14 months", date(2028, 1, 23)),
    ],
)
def test_a_date_is_understood(text: str, meant: date | None) -> None:
    assert read_date(text, MONDAY) == meant


def test_a_month_with_fewer_days_has_a_last_day() -> None:
    assert read_date("in a month", date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "text", ["1/2/2026", "soon", "31.2.2027", "2026-13-01", "in 5 years", "24"]
)
def test_what_is_no_date_or_two_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_date(text, MONDAY)
