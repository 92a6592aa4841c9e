"""Reading time counts while somebody reads, and not otherwise."""

from __future__ import annotations

import pytest

from ui.reading_clock import AWAY_AFTER, ReadingClock


class Time:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


def test_time_passes_between_resume_and_pause(time: Time) -> None:
    clock = ReadingClock(time)
    time.now += 50  # nothing is open yet
    clock.resume()
    time.now += 20
    clock.pause()
    time.now += 500
    clock.resume()
    time.now += 5
    assert clock.take() == 25


def test_what_was_taken_is_not_counted_again(time: Time) -> None:
    clock = ReadingClock(time)
    clock.resume()
    time.now += 10
    assert clock.take() == 10
    assert clock.is_running
    time.now += 3
    assert clock.take() == 3


def test_somebody_who_went_for_coffee_is_not_reading(time: Time) -> None:
    clock = ReadingClock(time)
    clock.resume()
    time.now += 3600
    assert clock.take() == AWAY_AFTER


def test_signs_of_life_keep_it_going(time: Time) -> None:
    clock = ReadingClock(time)
    clock.resume()
    for _ in range(10):
        time.now += 60
        clock.notice()
    assert clock.take() == 600


def test_a_sign_of_life_does_not_start_a_clock_that_is_paused(time: Time) -> None:
    clock = ReadingClock(time)
    clock.notice()
    time.now += 10
    assert clock.take() == 0


def test_laps_add_up_to_what_is_taken(time: Time) -> None:
    clock = ReadingClock(time)
    clock.resume()
    laps = []
    for seconds in (5, 0, 20, AWAY_AFTER + 50):
        time.now += seconds
        laps.append(clock.lap())
    clock.notice()
    time.now += 7
    laps.append(clock.lap())
    assert laps == [5, 0, 20, AWAY_AFTER - 25, 7]
    assert clock.seconds == clock.take() == sum(laps)
    time.now += 3
    assert clock.lap() == 3


def test_whoever_does_nothing_for_long_stops_reading_for_the_laps_too(time: Time) -> None:
    clock = ReadingClock(time)
    clock.resume()
    time.now += AWAY_AFTER + 1
    clock.lap()
    time.now += 600
    assert clock.lap() == 0
