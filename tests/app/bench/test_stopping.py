"""Stopping is timed until the engine is free, in the middle of a reply and of a prompt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bench.stopping import measure_stopping, works
from app.model.client import LocalEngine

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def engine(small_model: Path) -> Iterator[LocalEngine]:
    with LocalEngine(small_model, context_length=2048) as engine:
        engine.load()
        yield engine


def test_both_are_stopped_and_judged_by_the_usual_and_by_the_worst_case(
    engine: LocalEngine,
) -> None:
    rows = list(measure_stopping(engine, 700, 2))

    assert [row.name.removeprefix("engine.stop.") for row in rows] == [
        "writing.usual",
        "writing.worst",
        "reading.usual",
        "reading.worst",
    ]
    for usual, worst in (rows[:2], rows[2:]):
        assert usual.measured is not None, usual.note
        assert usual.measured == worst.measured
        assert 0 < usual.measured.median <= usual.measured.p95
        assert usual.goal is not None
        assert worst.goal is not None
        assert (usual.goal.text("ms"), worst.goal.text("ms")) == ("≤ 300 ms", "≤ 1000 ms (p95)")
    assert not works(engine)
