"""Speed, time left, sizes in words, and room on the disk."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.model.fetch_errors import FetchCause, FetchError
from app.model.transfer import FetchSettings, Meter, Step, length_of, size_text, writing_failed


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_speed_is_that_of_the_last_seconds() -> None:
    clock = Clock()
    meter = Meter(clock)
    assert meter.rate(Step(0, 1000)) == (None, None)
    rates = []
    for second in range(1, 11):
        clock.now = 100.0 + second
        # Ten bytes a second at first, a hundred a second later.
        done = 10 * second if second <= 4 else 40 + 100 * (second - 4)
        rates.append(meter.rate(Step(done, 1000)))
    assert rates[0] == (10.0, 99.0)
    assert rates[-1] == (100.0, 3.6)


def test_bytes_from_an_earlier_attempt_are_not_speed() -> None:
    clock = Clock()
    meter = Meter(clock)
    meter.rate(Step(500, 1000))
    clock.now += 1
    assert meter.rate(Step(510, 1000)) == (10.0, 49.0)


def test_a_start_from_zero_begins_the_measure_again() -> None:
    clock = Clock()
    meter = Meter(clock)
    meter.rate(Step(500, 1000))
    clock.now += 1
    assert meter.rate(Step(0, 1000)) == (None, None)
    clock.now += 1
    assert meter.rate(Step(20, 1000)) == (20.0, 49.0)


def test_nothing_moving_or_no_size_gives_no_time_left() -> None:
    clock = Clock()
    meter = Meter(clock)
    meter.rate(Step(5, None))
    clock.now += 1
    assert meter.rate(Step(15, None)) == (10.0, None)
    assert Meter(clock).rate(Step(5, 10)) == (None, None)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bytes"),
        (999_999, "999,999 bytes"),
        (98_362_432, "98 MB"),
        (1_117_320_768, "1.1 GB"),
    ],
)
def test_sizes_read_as_a_person_says_them(count: int, text: str) -> None:
    assert size_text(count) == text


def test_room_must_be_left_over(tmp_path: Path) -> None:
    settings = FetchSettings(floor=1_000, free_space=lambda _: 3_000)
    settings.require_space(tmp_path, 2_000)
    with pytest.raises(FetchError, match="2,001 bytes are needed") as caught:
        settings.require_space(tmp_path, 2_001)
    assert caught.value.cause is FetchCause.NO_SPACE
    assert "smaller model" in caught.value.action


def test_the_real_disk_is_asked_by_default(tmp_path: Path) -> None:
    FetchSettings(floor=0).require_space(tmp_path, 1)
    with pytest.raises(FetchError):
        FetchSettings().require_space(tmp_path, 10**18)


def test_a_disk_that_fills_up_is_told_from_a_folder_without_rights(tmp_path: Path) -> None:
    full = writing_failed(tmp_path, OSError(errno.ENOSPC, "No space left on device"))
    assert full.cause is FetchCause.NO_SPACE
    forbidden = writing_failed(tmp_path, PermissionError(errno.EACCES, "Permission denied"))
    assert forbidden.cause is FetchCause.FOLDER
    assert "Permission denied" in forbidden.detail
    assert "SEGUE_MODELS" in forbidden.action


def test_a_file_that_is_not_there_has_no_length(tmp_path: Path) -> None:
    assert length_of(tmp_path / "none") == 0
