"""Scrolling through a text is not reading it."""

from __future__ import annotations

import pytest

from app.content.pace import FASTEST, LEAST_SECONDS, Pace
from app.content.page_text import Section

FIRST = Section("a", "A", 0, 2000, 350, "")
SECOND = Section("b", "B", 2000, 4000, 350, "")
NEEDED = 60 * 350 / FASTEST


@pytest.fixture
def pace() -> Pace:
    return Pace((FIRST, SECOND))


def scroll(pace: Pace, start: int, end: int, seconds: float, screen: int = 500) -> None:
    """Go through a stretch screen by screen, in so many seconds."""
    steps = range(start, end, screen)
    for top in steps:
        pace.watch(top, top + screen, seconds / len(steps))


def test_a_section_seen_whole_for_long_enough_is_read(pace: Pace) -> None:
    scroll(pace, 0, 2000, NEEDED * 1.1)
    assert pace.is_read(FIRST)
    assert not pace.is_read(SECOND)
    assert pace.passed(1990) == []
    assert pace.passed(2300) == [FIRST]


@pytest.mark.parametrize("seconds", [0.0, 1.0, NEEDED * 0.9])
def test_a_section_that_nobody_can_have_read_so_fast_is_not(pace: Pace, seconds: float) -> None:
    scroll(pace, 0, 2000, seconds)
    assert not pace.is_read(FIRST)


def test_an_hour_on_the_first_screen_is_not_the_section(pace: Pace) -> None:
    pace.watch(0, 500, 3600)
    assert not pace.is_read(FIRST)
    assert pace.seconds("a") == pytest.approx(3600)


def test_an_hour_on_the_last_screen_is_not_the_section_either(pace: Pace) -> None:
    pace.watch(1500, 2000, 3600)
    pace.watch(1900, 2400, 1)
    assert pace.passed(2400) == []


def test_time_is_shared_by_the_sections_on_the_screen(pace: Pace) -> None:
    pace.watch(1900, 2300, 8)
    assert pace.seconds("a") == pytest.approx(2)
    assert pace.seconds("b") == pytest.approx(6)


def test_reading_may_be_interrupted_and_go_back(pace: Pace) -> None:
    scroll(pace, 1000, 2000, NEEDED * 0.6)
    scroll(pace, 0, 1000, NEEDED * 0.6)
    assert pace.is_read(FIRST)


def test_a_line_takes_some_seconds_too() -> None:
    short = Section("", "", 0, 20, 4, "")
    pace = Pace((short,))
    pace.watch(0, 20, LEAST_SECONDS * 0.9)
    assert not pace.is_read(short)
    pace.watch(0, 20, LEAST_SECONDS * 0.2)
    assert pace.is_read(short)


def test_what_is_no_section_of_it_counts_for_nothing(pace: Pace) -> None:
    pace.watch(5000, 6000, 99)
    pace.watch(10, 10, 99)
    assert not pace.is_read(Section("z", "Z", 5000, 6000, 1, ""))
    assert pace.seconds("z") == 0
