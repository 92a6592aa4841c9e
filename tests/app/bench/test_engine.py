"""`segue bench engine` measures any model, in this process and in the engine's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bench.drafts import measure_batches
from app.bench.engine import Size, _decoding, _own_loop, _schema, _scoring, _speed, measure
from app.bench.registry import Bench
from app.model.client import LocalEngine
from app.model.protocol import Message, Prompt, Sampling

pytestmark = pytest.mark.engine

TINY = Size(rounds=1, reply=8, branches=(1, 3), batches=(4,))


@pytest.fixture(scope="module")
def engine(small_model: Path) -> Iterator[LocalEngine]:
    with LocalEngine(small_model, context_length=2048) as engine:
        engine.load()
        yield engine


def test_decoding_is_compared_with_the_loop_of_the_binding(
    engine: LocalEngine, small_model: Path
) -> None:
    with _own_loop(small_model) as own:
        row = _decoding(engine, own, TINY)

    assert (row.name, row.unit) == ("engine.decode", "tokens/s")
    assert row.measured is not None
    assert row.measured.median > 0
    assert row.ratio is not None
    assert row.goal is not None
    assert row.goal.text(row.unit) == "≥ 0.97 ×"


def test_a_schema_is_compared_with_free_decoding_by_the_same_engine(
    engine: LocalEngine, small_model: Path
) -> None:
    with _own_loop(small_model) as own:
        row = _schema(engine, own, TINY)

    assert row.rival == "free decoding"
    assert row.ratio is not None, row.note


def test_a_reply_that_ends_by_itself_gives_no_speed(engine: LocalEngine, small_model: Path) -> None:
    prompt = Prompt((Message("user", "Say yes."),))
    with _own_loop(small_model) as own:
        cut = _speed(engine, own, prompt, Sampling(max_tokens=4), {"const": "yes " * 20})
        ended = _speed(engine, own, prompt, Sampling(max_tokens=64), {"const": "yes"})

    assert cut is not None
    assert ended is None


def test_scoring_is_compared_token_by_token_with_reading(engine: LocalEngine) -> None:
    rows = list(_scoring(engine, TINY))

    assert [row.name for row in rows] == ["engine.score.1", "engine.score.3"]
    assert all(row.unit == "ms/token" and row.ratio is not None for row in rows)


def test_several_tokens_at_once_take_longer_than_one(small_model: Path) -> None:
    (row,) = measure_batches(small_model, (16,), 2)

    assert row.name == "engine.batch.16"
    assert row.ratio is not None
    assert row.ratio > 1
    assert row.goal is None


def test_without_a_model_it_says_why(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEGUE_MODEL", "/no/such/model.gguf")

    (row,) = measure(bench)

    assert row.measured is None
    assert "no file /no/such/model.gguf" in row.note


@pytest.mark.slow
def test_everything_is_measured_with_any_model(
    bench: Bench, small_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEGUE_MODEL", str(small_model))

    rows = {row.name.removeprefix("engine."): row for row in measure(bench)}

    assert list(rows) == [
        *("decode", "schema", "decode.alike", "score.1", "score.4"),
        *("verdict.typed", "verdict.waited"),
        *("stop.writing.usual", "stop.writing.worst", "stop.reading.usual", "stop.reading.worst"),
        *("yield.writing.usual", "yield.writing.worst"),
        *("yield.reading.usual", "yield.reading.worst"),
        *("batch.2", "batch.8"),
    ]
    assert all(row.measured is not None for row in rows.values())
    # What was read ahead does not have to be read.
    assert rows["verdict.waited"].held
