"""Ids sort by creation and are unique, whatever the clock does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from ulid import ULID

from app.study.ids import next_id

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def test_an_id_is_a_ulid_of_its_moment() -> None:
    assert ULID.from_str(next_id(NOON, None)).datetime == NOON


@pytest.mark.parametrize(
    "step", [timedelta(0), timedelta(milliseconds=1), timedelta(days=-900)], ids=str
)
def test_ids_ascend_even_within_a_millisecond_and_when_the_clock_is_set_back(
    step: timedelta,
) -> None:
    ids = [next_id(NOON, None)]
    now = NOON
    for _ in range(1000):
        now += step / 1000 if step > timedelta(0) else timedelta(0)
        ids.append(next_id(now + min(step, timedelta(0)), ids[-1]))
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("bits", [0, 1, (1 << 80) - 1, 0x0123456789ABCDEF0123])
def test_ids_are_written_as_the_ulid_library_writes_them(bits: int) -> None:
    milliseconds = int(NOON.timestamp() * 1000)
    id_ = next_id(NOON, None, lambda _: bits)
    assert id_ == str(ULID.from_int(milliseconds << 80 | bits))
    assert next_id(NOON, id_, lambda _: 6) == str(ULID.from_int((milliseconds << 80 | bits) + 7))


def test_two_machines_that_share_their_last_id_go_different_ways() -> None:
    shared = next_id(NOON, None)
    assert next_id(NOON, shared) != next_id(NOON, shared)


def test_ids_ascend_when_the_random_part_is_used_up() -> None:
    last = next_id(NOON, None, lambda bits: (1 << bits) - 1)
    after = next_id(NOON, last)
    assert after > last
    assert ULID.from_str(after).datetime == NOON + timedelta(milliseconds=1)


def test_a_clock_before_1970_still_gives_an_id() -> None:
    assert next_id(datetime(1969, 7, 20, tzinfo=UTC), None) < next_id(NOON, None)
