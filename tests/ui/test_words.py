"""Quantities read as a person would say them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ui import words

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 questions"), (1, "1 question"), (1200, "1,200 questions")]
)
def test_counts(number: int, said: str) -> None:
    assert words.count(number, "question") == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(12, "12 bytes"), (98_362_432, "98 MB"), (1_117_320_768, "1.1 GB"), (4_200, "4.2 kB")],
)
def test_sizes(number: int, said: str) -> None:
    assert words.size(number) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (42.4, "42 s"), (90, "2 min"), (3600, "1 h"), (7800, "2 h 10 min")],
)
def test_durations(seconds: float, said: str) -> None:
    assert words.duration(seconds) == said


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=20), "20 min ago"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=5), "5 days ago"),
        (timedelta(days=90), "3 months ago"),
    ],
)
def test_the_past(passed: timedelta, said: str) -> None:
    assert words.ago(NOON - passed, NOON) == said


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(days=-3), "now"),
        (timedelta(minutes=10), "in 10 min"),
        (timedelta(days=1), "tomorrow"),
        (timedelta(days=12), "in 12 days"),
        (timedelta(days=120), "in 4 months"),
        (timedelta(days=1100), "in 3 years"),
    ],
)
def test_the_future(ahead: timedelta, said: str) -> None:
    assert words.until(NOON + ahead, NOON) == said


def test_shares() -> None:
    assert words.percent(0.845) == "84 %"
