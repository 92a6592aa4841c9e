"""How long something takes is told when it can be, and not before."""

from __future__ import annotations

from ui.time_left import TimeLeft


class Seconds:
    """A clock for this test."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_rest_takes_as_long_as_what_was_done() -> None:
    seconds = Seconds()
    left = TimeLeft(seconds)
    seconds.now += 30
    assert left.words(100, 500) == "2 min left"


def test_the_first_moments_tell_nothing() -> None:
    seconds = Seconds()
    left = TimeLeft(seconds)
    seconds.now += 1
    assert left.words(1, 500) == ""


def test_neither_does_work_of_unknown_length_or_at_its_end() -> None:
    seconds = Seconds()
    left = TimeLeft(seconds)
    seconds.now += 30
    assert left.words(10, 0) == left.words(0, 10) == left.words(10, 10) == ""


def test_the_next_piece_of_work_begins_anew() -> None:
    seconds = Seconds()
    left = TimeLeft(seconds)
    seconds.now += 1000
    left.begin()
    seconds.now += 10
    assert left.words(1, 2) == "10 s left"
