"""Making room is timed by the first word of somebody who waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bench.stopping import works
from app.bench.yielding import measure_yielding
from app.model.client import LocalEngine

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def engine(small_model: Path) -> Iterator[LocalEngine]:
    with LocalEngine(small_model, context_length=2048) as engine:
        engine.load()
        yield engine


def test_reading_and_writing_make_room_and_leave_nothing_behind(engine: LocalEngine) -> None:
    rows = list(measure_yielding(engine, 1500, 2))

    assert [row.name.removeprefix("engine.yield.") for row in rows] == [
        "writing.usual",
        "writing.worst",
        "reading.usual",
        "reading.worst",
    ]
    for usual, worst in (rows[:2], rows[2:]):
        assert usual.measured is not None, usual.note
        assert usual.measured == worst.measured
        assert usual.goal is not None
        assert worst.goal is not None
        assert (usual.goal.text("ms"), worst.goal.text("ms")) == ("≤ 300 ms", "≤ 1000 ms (p95)")
    assert not works(engine)
