"""Which models a machine can carry, told before they are fetched or loaded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.model.carry import (
    Carried,
    Load,
    Memory,
    Speed,
    expected_speed,
    measured_speed,
    memory_for,
)
from app.model.catalogue import load_catalogue
from app.model.errors import Cause, EngineError
from app.model.hardware import Hardware
from app.model.locate import describe_file
from app.model.options import RunOptions
from app.model.preflight import check_model_file
from app.model.tuning import Found, Tuning
from app.paths import CATALOGUE

GB = 10**9
LAPTOP = Memory(total=8 * GB, free=4 * GB)


def tuning(size: int, read: float, write: float) -> Tuning:
    """Give a measurement of a model of some size."""
    found = Found(RunOptions(2, 2), read, write, 0.0, ())
    return Tuning("M", size, Hardware("P", 2, 2), "0.3.36", "2026-11-23", found)


@pytest.mark.parametrize(
    ("needed", "carried"),
    [
        (2 * GB, Carried.FITS),
        (4 * GB, Carried.FITS),
        (5 * GB, Carried.WHEN_OTHERS_CLOSE),
        (7 * GB, Carried.TOO_LARGE),  # the system needs the rest
        (9 * GB, Carried.TOO_LARGE),
        (None, Carried.UNKNOWN),
    ],
)
def test_what_a_machine_can_carry(needed: int | None, carried: Carried) -> None:
    assert Load(needed, LAPTOP, None).carried is carried


def test_memory_is_told_as_it_is_checked_before_loading(small_model: Path) -> None:
    header = describe_file(small_model).header
    needed = memory_for(
        small_model.stat().st_size, header.kv_bytes_per_token, header.context_length
    )
    assert needed is not None
    check_model_file(small_model, lambda: needed)
    with pytest.raises(EngineError) as caught:
        check_model_file(small_model, lambda: needed - 1)
    assert caught.value.cause is Cause.OUT_OF_MEMORY


def test_of_every_model_of_the_catalogue_it_is_known_or_its_size_is_not() -> None:
    for entry in load_catalogue(CATALOGUE):
        needed = memory_for(entry.size, entry.kv_bytes_per_token, entry.context_length)
        assert (needed is None) == (entry.size is None)
        if needed is not None and entry.size is not None:
            assert 1.05 * entry.size < needed < 3 * entry.size + GB


def test_a_model_twice_the_size_is_half_as_fast() -> None:
    speed = expected_speed(2 * GB, [tuning(1 * GB, 240.0, 20.0)])
    assert speed == Speed(120.0, 10.0, measured=False)
    assert speed.words == pytest.approx(7.5)


def test_of_several_that_nearest_in_size_counts() -> None:
    small, large = tuning(GB // 10, 2000.0, 150.0), tuning(4 * GB, 60.0, 6.0)
    heavy, light = expected_speed(5 * GB, [small, large]), expected_speed(GB // 5, [large, small])
    assert heavy is not None
    assert light is not None
    assert (heavy.read, heavy.write) == pytest.approx((48.0, 4.8))
    assert (light.read, light.write) == pytest.approx((1000.0, 75.0))


def test_without_a_measurement_nothing_is_expected() -> None:
    assert expected_speed(GB, []) is None
    assert expected_speed(None, [tuning(GB, 240.0, 20.0)]) is None


def test_what_was_measured_is_told_as_it_was() -> None:
    slow = replace(tuning(GB, 240.0, 2.0))
    assert measured_speed(slow) == Speed(240.0, 2.0, measured=True)
