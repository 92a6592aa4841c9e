"""The benchmarks of whole programs, on a real display, and where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bench.registry import Bench
from app.bench.report import Row
from tests.helpers.calibrations import calibrate_small
from ui.bench import loop, memory, start
from ui.bench import next as next_question
from ui.bench.sessions import study


@pytest.fixture(autouse=True)
def _sessions_of_this_test_only() -> Iterator[None]:
    study.cache_clear()
    yield
    study.cache_clear()


def test_windows_are_opened_in_turns(bench: Bench, shown_on: str, said: list[str]) -> None:
    rows = {row.name: row for row in start.measure(bench)}
    window, empty = rows["start.window"], rows["start.empty"]
    assert window.measured is not None, window.note
    assert empty.measured is not None
    assert 0 < window.measured.median < 60
    assert window.held is None
    assert window.note.startswith("not compared: Anki makes no profile")
    assert said == ["opening 2 windows 2 times"]


@pytest.mark.engine
@pytest.mark.slow
def test_a_session_on_a_display_gives_all_its_rows(
    bench: Bench,
    shown_on: str,
    small_model: Path,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SEGUE_MODEL", str(small_model))
    calibrate_small(small_model, bench.paths.grading)

    rows: dict[str, Row] = {}
    for measure in (loop.measure, next_question.measure, memory.measure):
        rows |= {row.name: row for row in measure(bench)}

    assert [line for line in said if "session" in line] == [
        "session 1 of 1 with SmolLM2 135M Instruct"
    ]
    for name in ("loop.p99", "loop.longest", "next.shown", "memory.window", "memory.engine"):
        figure = rows[name].measured
        assert figure is not None, rows[name].note
        assert figure.median > 0
    assert "No module named 'anki'" in rows["memory.window"].note
    assert rows["memory.engine"].ratio is not None
    # Nothing of it is left in the learner's own folders.
    assert not bench.paths.database.exists()


@pytest.mark.parametrize("measure", [loop.measure, next_question.measure, memory.measure])
def test_without_a_model_the_reason_is_told(bench: Bench, measure: object) -> None:
    assert callable(measure)
    [row] = measure(bench)
    assert (row.measured, row.held) == (None, None)
    assert row.note.startswith("not measured: ")
    assert "model" in row.note


def test_without_a_display_the_reason_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("PATH", "")
    [row] = start.measure(bench)
    assert row.goal is not None
    assert row.note.startswith("not measured: ")
