"""A model is measured in its own process, within its time, and nothing it knows is lost."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.model.options import RunOptions
from app.model.protocol import EngineState, Prompt
from app.model.tuning import Found
from app.model.tuning_search import OutOfTimeError, Step

if TYPE_CHECKING:
    from app.model.llama import Model
    from app.model.trials import ModelTrials

pytestmark = pytest.mark.engine

SHORT = 4.0
"""Seconds for a measurement that need not be right."""
CITIES = [" Paris", " Rome"]
MakeEngine = Callable[..., LocalEngine]


def measured(engine: LocalEngine, seconds: float = SHORT) -> tuple[Found, list[Step]]:
    """Measure to the end; return what was found, and what was tried."""
    steps: list[Step] = []
    tuning = engine.tune(seconds)
    while True:
        try:
            steps.append(next(tuning))
        except StopIteration as end:
            return end.value, steps


class TestInItsProcess:
    def test_it_ends_in_time_with_options_and_speeds(self, engine: LocalEngine) -> None:
        began = time.monotonic()
        found, steps = measured(engine)
        # The computation that goes on at the end is broken off between two steps of it.
        assert time.monotonic() - began < SHORT + 1.5
        assert found.read_tokens_per_second > found.write_tokens_per_second > 0
        assert 0.0 <= found.busy <= 1.0
        assert found.options.threads in range(1, (os.cpu_count() or 1) + 1)
        assert steps[0].option == ""
        assert [each.option for each in found.comparisons][-2:] == ["memory_map", "key_type"]

    def test_what_was_read_before_is_still_known(self, engine: LocalEngine, france: Prompt) -> None:
        before = engine.score(france, CITIES)
        measured(engine, 1.5)
        assert engine.score(france, CITIES) == before

    def test_its_memory_is_given_back(self, engine: LocalEngine, france: Prompt) -> None:
        engine.score(france, CITIES)
        assert engine.pid is not None
        process = psutil.Process(engine.pid)
        measured(engine)
        once = process.memory_info().rss
        measured(engine)
        # A copy of the weights alone would be 98 MB.
        assert process.memory_info().rss < once + 30_000_000

    def test_somebody_who_waits_for_something_else_does_not_wait_for_it(
        self, engine: LocalEngine, france: Prompt
    ) -> None:
        tuning = engine.tune(20.0)
        next(tuning)
        assert len(engine.score(france, CITIES)) == 2
        with pytest.raises(EngineError) as caught:
            list(tuning)
        assert caught.value.cause is Cause.CANCELLED

    def test_it_can_be_cancelled(self, engine: LocalEngine) -> None:
        tuning = engine.tune(20.0)
        next(tuning)
        engine.cancel_background()
        with pytest.raises(EngineError) as caught:
            list(tuning)
        assert caught.value.cause is Cause.CANCELLED

    def test_who_looks_away_ends_it(self, engine: LocalEngine, france: Prompt) -> None:
        tuning = engine.tune(20.0)
        next(tuning)
        tuning.close()
        began = time.monotonic()
        while engine.state is EngineState.WORKING:
            assert time.monotonic() - began < 10
            time.sleep(0.02)

    def test_a_model_that_is_too_slow_for_the_time_is_told(self, engine: LocalEngine) -> None:
        with pytest.raises(ValueError, match="too slow here"):
            measured(engine, 0.001)

    def test_the_model_is_run_as_it_is_told_from_the_next_job_on(
        self, make_engine: MakeEngine, france: Prompt
    ) -> None:
        engine = make_engine(options=lambda: RunOptions(1, 1, chunk=512))
        engine.load()
        assert engine.info().threads == 1
        first = engine.pid
        before = engine.score(france, CITIES)
        engine.use(RunOptions(2, 2, memory_map=False))
        assert engine.pid == first
        assert engine.score(france, CITIES) == before
        assert engine.info().threads == 2
        assert engine.pid != first

    def test_where_nothing_was_measured_it_is_run_as_usual(self, make_engine: MakeEngine) -> None:
        engine = make_engine(options=lambda: None)
        assert engine.load().threads == RunOptions.usual().threads


@pytest.fixture
def trials(model: Model) -> ModelTrials:
    from app.model.trials import ModelTrials

    return ModelTrials(model.context)


class TestTrials:
    def test_some_layers_take_less_than_all(self, trials: ModelTrials) -> None:
        usual = RunOptions.usual(2)
        for _ in range(2):
            some, whole = trials.read_some(usual, 64), trials.read(usual, 64)
        assert 0 < some < 0.7 * whole
        trials.close()

    def test_every_option_can_be_run_here(self, trials: ModelTrials) -> None:
        usual = RunOptions.usual(2)
        for other in (
            replace(usual, threads=1),
            replace(usual, chunk=512),
            replace(usual, key_type="q8_0"),
            replace(usual, memory_map=False),
        ):
            assert trials.can_run(other)
            assert trials.read(other, 40) > 0
            assert trials.write(other, 3) > 0
            trials.settle_for(usual)
        trials.close()

    def test_writing_does_not_run_out_of_room(self, trials: ModelTrials) -> None:
        usual = RunOptions.usual(2)
        trials.read(usual, 1020)
        assert trials.write(usual, 8) > 0
        assert trials.write(usual, 8) > 0
        trials.close()

    def test_when_the_time_is_over_it_is_over(self, trials: ModelTrials, model: Model) -> None:
        usual = RunOptions.usual(2)
        trials.read(usual, 32)
        timer = threading.Timer(
            0.05, lambda: (setattr(trials, "late", True), model.context.abort.set())
        )
        timer.start()
        with pytest.raises(OutOfTimeError):
            _read_for_ever(trials, usual)
        with pytest.raises(OutOfTimeError):
            trials.write(usual, 1)
        trials.close()
        model.take_up()

    def test_what_somebody_ends_is_not_taken_for_the_end_of_the_time(
        self, trials: ModelTrials, model: Model
    ) -> None:
        from app.model.memory import AbortedError

        usual = RunOptions.usual(2)
        trials.read(usual, 32)
        model.context.abort.set()
        with pytest.raises(AbortedError):
            trials.read(usual, 32)
        with pytest.raises(AbortedError):
            trials.can_run(replace(usual, memory_map=False))
        trials.close()
        model.take_up()

    def test_a_copy_needs_room(self, trials: ModelTrials, monkeypatch: pytest.MonkeyPatch) -> None:
        size = Path(trials._context.path).stat().st_size
        free = type("Memory", (), {"available": size})
        monkeypatch.setattr(psutil, "virtual_memory", lambda: free)
        assert not trials.can_run(replace(RunOptions.usual(2), memory_map=False))
        trials.close()


def _read_for_ever(trials: ModelTrials, options: RunOptions) -> None:
    while True:
        trials.read(options, 512)
