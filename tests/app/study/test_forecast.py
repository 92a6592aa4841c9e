"""The load of the coming days follows from due dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from app.study.forecast import forecast

EVENING = datetime(2026, 5, 20, 22, 0, tzinfo=UTC)


def test_each_key_point_counts_once_on_its_day() -> None:
    due = [EVENING + timedelta(hours=hours) for hours in (-30, -3, 1, 3, 25, 24 * 40)]
    found = forecast(due, EVENING, 3)
    assert found.overdue == 1
    assert found.days == ((date(2026, 5, 20), 2), (date(2026, 5, 21), 2), (date(2026, 5, 22), 0))
    assert (found.coming, found.later) == (4, 1)


def test_days_are_those_of_the_learner() -> None:
    due = [EVENING + timedelta(hours=1)]
    tokyo = EVENING.astimezone(timezone(timedelta(hours=9)))  # 7 in the morning of the 21st
    assert forecast(due, EVENING, 1).days == ((date(2026, 5, 20), 1),)
    assert forecast(due, tokyo, 1).days == ((date(2026, 5, 21), 1),)
    lima = EVENING.astimezone(timezone(timedelta(hours=-5)))
    assert forecast([EVENING - timedelta(hours=18)], lima, 1).overdue == 1


def test_nothing_due_is_a_row_of_zeros() -> None:
    found = forecast([], EVENING, 90)
    assert len(found.days) == 90
    assert (found.overdue, found.coming, found.later) == (0, 0, 0)
