"""How long a session is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.quiz.length import MOST_QUESTIONS, Length

BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_so_many_questions_take_as_long_as_they_take() -> None:
    length = Length(7)
    later = BEGAN + timedelta(days=1)
    assert (length.planned, length.expected) == (7, 7)
    assert not length.is_over(BEGAN, later)
    assert length.seconds_left(BEGAN, later) is None


def test_minutes_end_whatever_was_planned() -> None:
    length = Length(10, minutes=12)
    assert length.planned == MOST_QUESTIONS
    assert length.expected == 10
    assert not length.is_over(BEGAN, BEGAN + timedelta(minutes=11, seconds=59))
    assert length.is_over(BEGAN, BEGAN + timedelta(minutes=12))


def test_what_is_left_ends_at_nothing() -> None:
    length = Length(minutes=2)
    assert length.seconds_left(BEGAN, BEGAN + timedelta(seconds=30)) == 90.0
    assert length.seconds_left(BEGAN, BEGAN + timedelta(minutes=5)) == 0.0
    assert Length(minutes=1).expected == 1
