"""How fast models are here: measured once, kept, used, and told of others that were not."""

from __future__ import annotations

import os
from collections.abc import Generator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import psutil
import pytest

from app.model.carry import Carried, Speed
from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.model.tuning import SECONDS, Tuning, TuningError
from app.model.tuning_search import Step, TooSlowError
from app.speeds import BUSY, Speeds, TunableEngine, held_by
from tests.helpers import tunable_engine
from tests.helpers.gated_engine import GatedEngine
from tests.helpers.gguf_file import tiny_model
from tests.helpers.tunable_engine import FOUND

Result = TypeVar("Result")
TODAY = date(2026, 11, 23)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "own.gguf"
    path.write_bytes(tiny_model())
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "tuning"


@pytest.fixture
def speeds(folder: Path) -> Speeds:
    return Speeds(folder, lambda: TODAY)


@pytest.fixture
def engine() -> tunable_engine.TunableEngine:
    return tunable_engine.TunableEngine()


def result(work: Generator[object, None, Result]) -> Result:
    """Do work to its end and return what came of it."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: Result = end.value
            return value


def test_what_was_measured_is_kept_and_used_from_then_on(
    speeds: Speeds, engine: tunable_engine.TunableEngine, model: Path, folder: Path
) -> None:
    assert speeds.tuning(model) is None
    assert speeds.options(model) is None
    tuning = result(speeds.measure(engine, model))
    assert tuning.found == FOUND
    assert (tuning.model, tuning.measured_on) == ("Gated", "2026-11-23")
    assert tuning.size == model.stat().st_size
    assert engine.used == [FOUND.options]
    assert speeds.tuning(model) == tuning
    assert Speeds(folder, lambda: TODAY).options(model) == FOUND.options


def test_it_says_what_it_tries(
    speeds: Speeds, engine: tunable_engine.TunableEngine, model: Path
) -> None:
    steps = list(speeds.measure(engine, model))
    assert steps == [Step("", "", 0.0), Step("threads", 8, SECONDS / 2)]


def test_a_file_that_was_replaced_is_another_model(
    speeds: Speeds, engine: tunable_engine.TunableEngine, model: Path
) -> None:
    result(speeds.measure(engine, model))
    model.write_bytes(tiny_model() + bytes(64))
    os.utime(model, (0, 0))
    assert speeds.tuning(model) is None
    model.unlink()
    assert speeds.tuning(model) is None


def test_what_was_measured_on_a_busy_machine_is_not_believed(
    speeds: Speeds, engine: tunable_engine.TunableEngine, model: Path
) -> None:
    engine.finds = replace(FOUND, busy=BUSY + 0.2)
    with pytest.raises(TuningError, match="other programs took 50% of the processor"):
        result(speeds.measure(engine, model))
    assert speeds.tuning(model) is None
    assert engine.used == []


def test_a_model_that_is_too_slow_is_told_so(
    speeds: Speeds, engine: tunable_engine.TunableEngine, model: Path
) -> None:
    engine.finds = TooSlowError()
    with pytest.raises(TuningError, match="too slow here"):
        result(speeds.measure(engine, model))


def test_what_the_engine_meets_is_left_to_whoever_asked(
    speeds: Speeds, engine: tunable_engine.TunableEngine, model: Path
) -> None:
    engine.finds = EngineError(Cause.CANCELLED)
    with pytest.raises(EngineError):
        result(speeds.measure(engine, model))
    assert speeds.tuning(model) is None


def test_engines_that_cannot_be_measured_are_told_apart() -> None:
    assert isinstance(tunable_engine.TunableEngine(), TunableEngine)
    assert not isinstance(GatedEngine(), TunableEngine)
    assert issubclass(LocalEngine, TunableEngine)


class TestLoad:
    """What a model would mean for this machine."""

    @pytest.fixture
    def measured(self, speeds: Speeds, engine: tunable_engine.TunableEngine, model: Path) -> Tuning:
        return result(speeds.measure(engine, model))

    def load(self, speeds: Speeds, model: Path | None, size: int | None) -> Speed | None:
        return speeds.load(model, size=size, kv_bytes_per_token=64, context_length=512).speed

    def test_the_measured_model_has_its_own_speed(
        self, speeds: Speeds, measured: Tuning, model: Path
    ) -> None:
        assert self.load(speeds, model, measured.size) == Speed(512.0, 21.0, measured=True)

    def test_that_of_others_is_expected_from_it(self, speeds: Speeds, measured: Tuning) -> None:
        expected = Speed(256.0, 10.5, measured=False)
        assert self.load(speeds, None, 2 * measured.size) == expected

    def test_before_anything_was_measured_there_is_none(self, speeds: Speeds, model: Path) -> None:
        assert self.load(speeds, model, model.stat().st_size) is None

    def test_a_model_of_the_same_size_is_not_taken_for_it(
        self, speeds: Speeds, measured: Tuning, model: Path
    ) -> None:
        other = model.with_name("other.gguf")
        changed = bytearray(model.read_bytes())
        changed[-1] ^= 1
        other.write_bytes(changed)
        expected = Speed(512.0, 21.0, measured=False)
        assert self.load(speeds, other, measured.size) == expected

    def test_memory_is_that_of_this_machine(self, speeds: Speeds) -> None:
        total = psutil.virtual_memory().total
        small = speeds.load(None, size=10**6, kv_bytes_per_token=64, context_length=512)
        assert small.memory.total == total
        assert 0 < small.memory.free <= total
        huge = speeds.load(None, size=2 * total, kv_bytes_per_token=64, context_length=512)
        assert huge.carried is Carried.TOO_LARGE
        unknown = speeds.load(None, size=None, kv_bytes_per_token=None, context_length=None)
        assert unknown.carried is Carried.UNKNOWN

    def test_what_the_model_in_use_holds_is_free_for_another(self, speeds: Speeds) -> None:
        alone = speeds.load(None, size=1, kv_bytes_per_token=1, context_length=1)
        instead = speeds.load(
            None, size=1, kv_bytes_per_token=1, context_length=1, engine_pid=os.getpid()
        )
        held = held_by(os.getpid())
        assert held > 10_000_000
        # Other programs come and go between the two looks.
        gained = instead.memory.free - alone.memory.free
        assert gained > held / 2 or instead.memory.free == instead.memory.total


def test_a_process_that_is_gone_holds_nothing() -> None:
    assert held_by(None) == 0
    gone = next(pid for pid in range(2**22 - 1, 1, -1) if not psutil.pid_exists(pid))
    assert held_by(gone) == 0


@pytest.mark.engine
def test_a_real_model_is_measured_and_run_so_at_the_next_start(
    speeds: Speeds, small_model: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is found is believed whatever else this machine is doing.
    monkeypatch.setattr("app.speeds.BUSY", 1.0)
    with LocalEngine(small_model, threads=1) as engine:
        tuning = result(speeds.measure(engine, small_model, seconds=6.0))
        assert tuning.size == small_model.stat().st_size
        assert engine.load().threads == tuning.options.threads
    again = Speeds(folder, lambda: TODAY)
    with LocalEngine(small_model, threads=7, options=lambda: again.options(small_model)) as engine:
        assert engine.load().threads == tuning.options.threads
