"""A late event loop is noticed, and what waits in it is counted as often as it comes."""

from __future__ import annotations

import time
from itertools import chain, repeat

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ui.bench.heartbeat import Heartbeat, delays, percentile


@pytest.fixture
def heart() -> Heartbeat:
    return Heartbeat(lambda: False)


def test_a_loop_that_stands_still_is_noticed(heart: Heartbeat, qtbot: QtBot) -> None:
    heart.start()
    QTimer.singleShot(20, lambda: time.sleep(0.15))
    qtbot.wait(250)
    heart.stop()
    assert heart.busy == []
    assert 150 <= max(heart.idle) < 1000
    beats = len(heart.idle)
    assert beats > 3
    qtbot.wait(30)
    assert len(heart.idle) == beats


def test_the_first_gap_begins_with_the_start(heart: Heartbeat, qtbot: QtBot) -> None:
    time.sleep(0.15)
    heart.start()
    qtbot.waitUntil(lambda: heart.idle != [])
    heart.stop()
    assert heart.idle[0] < 150


@pytest.mark.parametrize(
    ("before", "after", "is_busy"),
    [(True, True, True), (True, False, True), (False, True, True), (False, False, False)],
)
def test_a_gap_is_busy_if_the_model_was_at_work_at_either_end(
    qtbot: QtBot, before: bool, after: bool, is_busy: bool
) -> None:
    told = chain([before], repeat(after))
    heart = Heartbeat(lambda: next(told))
    heart.start()
    qtbot.waitUntil(lambda: bool(heart.busy or heart.idle))
    heart.stop()
    gaps, others = (heart.busy, heart.idle) if is_busy else (heart.idle, heart.busy)
    assert gaps
    # Only what followed the first gap can be of the other kind.
    assert not others or after is not is_busy


def test_a_gap_delays_each_event_that_would_have_come_in_it() -> None:
    # With events every 4 ms, those at 4, 8, 12, 16 and 20 all wait until 20.
    assert delays([20.0], 4.0) == [16.0, 12.0, 8.0, 4.0]
    assert delays([4.0, 3.5, 6.0], 4.0) == [0.0, 0.0, 2.0]


def test_one_long_stall_weighs_as_much_as_it_lasts() -> None:
    smooth = [4.0] * 990
    assert percentile(delays(smooth), 0.99) == 0.0
    # One gap of 200 ms is one in a thousand of the gaps, and one in twenty of what was waited for.
    assert percentile(delays([*smooth, 200.0], 4.0), 0.99) > 100


@pytest.mark.parametrize(("share", "found"), [(0.0, 1.0), (0.5, 51.0), (0.99, 100.0), (1.0, 100.0)])
def test_a_percentile_is_a_sample(share: float, found: float) -> None:
    assert percentile([float(n) for n in range(100, 0, -1)], share) == found
