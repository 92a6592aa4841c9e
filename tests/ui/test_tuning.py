"""The speed of a model is measured when nothing else is done, and leaves the engine at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.model.tuning import TuningError
from app.power import Power
from app.workspace import Workspace
from tests.helpers.gated_engine import GatedEngine
from tests.helpers.tunable_engine import FOUND, TunableEngine, put_tunable_engine
from ui.background import Background, Kind
from ui.task import running_tasks
from ui.tuning import TuningRun

LONG = 20_000  # milliseconds


@pytest.fixture
def engine(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TunableEngine:
    return put_tunable_engine(workspace, tmp_path, monkeypatch)


@pytest.fixture
def background(workspace: Workspace) -> Iterator[Background]:
    made = Background(workspace, power=Power)
    yield made
    made.stop()


@pytest.fixture
def run(
    workspace: Workspace, engine: TunableEngine, background: Background, qtbot: QtBot
) -> Iterator[TuningRun]:
    made = TuningRun(workspace, background)
    yield made
    engine.gate.set()
    made.stop()
    qtbot.waitUntil(lambda: not running_tasks(), timeout=LONG)


def hold(run: TuningRun, engine: TunableEngine, qtbot: QtBot, *, asked: bool = False) -> None:
    """Begin a measurement that is held back after its first step."""
    engine.gate.clear()
    if asked:
        run.start()
    else:
        assert run.start_unasked()
    qtbot.waitUntil(lambda: run.step is not None, timeout=LONG)


def end(run: TuningRun, qtbot: QtBot) -> None:
    """Wait until nothing is measured any more."""
    qtbot.waitUntil(lambda: not run.is_running, timeout=LONG)


def test_what_is_measured_is_kept_shown_and_used(
    run: TuningRun,
    engine: TunableEngine,
    workspace: Workspace,
    background: Background,
    qtbot: QtBot,
) -> None:
    steps: list[object] = []
    run.changed.connect(lambda: steps.append(run.step.option if run.step else None))
    with qtbot.waitSignal(run.tuned, timeout=LONG):
        run.start()
        assert run.is_running
        assert background.tasks[Kind.TUNING].title == "Measuring the speed"
    assert steps == [None, "", "threads", None]
    assert background.tasks == {}
    tuning = workspace.tuning()
    assert tuning is not None
    assert tuning.found == FOUND
    assert engine.used == [FOUND.options]


def test_unasked_only_what_was_never_measured_is(
    run: TuningRun, engine: TunableEngine, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(run.tuned, timeout=LONG):
        assert run.start_unasked()
    assert not run.start_unasked()
    assert engine.begun == 1


def test_a_measurement_under_way_is_not_begun_twice(
    run: TuningRun, engine: TunableEngine, qtbot: QtBot
) -> None:
    hold(run, engine, qtbot)
    assert run.start_unasked()
    run.start()
    assert engine.begun == 1


def test_it_gives_way_at_once_and_begins_anew_later(
    run: TuningRun, engine: TunableEngine, workspace: Workspace, qtbot: QtBot
) -> None:
    hold(run, engine, qtbot)
    run.give_way()
    qtbot.waitUntil(lambda: not run.is_running, timeout=2000)  # in the middle of a trial
    assert workspace.tuning() is None
    assert run.error is None
    engine.gate.set()
    with qtbot.waitSignal(run.tuned, timeout=LONG):
        assert run.start_unasked()


def test_for_a_learner_who_comes_back_only_what_they_asked_for_goes_on(
    run: TuningRun, engine: TunableEngine, qtbot: QtBot
) -> None:
    hold(run, engine, qtbot)
    run.make_room()
    end(run, qtbot)
    hold(run, engine, qtbot, asked=True)
    run.make_room()
    qtbot.wait(50)
    assert run.is_running


def test_what_was_stopped_begins_only_when_asked(
    run: TuningRun, engine: TunableEngine, qtbot: QtBot
) -> None:
    hold(run, engine, qtbot)
    run.stop()
    end(run, qtbot)
    engine.gate.set()
    assert not run.start_unasked()
    with qtbot.waitSignal(run.tuned, timeout=LONG):
        run.start()


def test_pausing_ends_what_nobody_waits_for(
    run: TuningRun, engine: TunableEngine, background: Background, qtbot: QtBot
) -> None:
    hold(run, engine, qtbot)
    background.pause()
    end(run, qtbot)
    assert not run.start_unasked()
    background.resume()
    engine.gate.set()
    with qtbot.waitSignal(run.tuned, timeout=LONG):
        assert run.start_unasked()


def test_a_learner_who_waits_for_it_is_not_stopped_by_the_battery(
    run: TuningRun, engine: TunableEngine, background: Background, qtbot: QtBot
) -> None:
    hold(run, engine, qtbot, asked=True)
    background.pause()
    engine.gate.set()
    with qtbot.waitSignal(run.tuned, timeout=LONG):
        pass


def test_what_came_to_nothing_is_told_and_not_tried_again_at_once(
    run: TuningRun, engine: TunableEngine, qtbot: QtBot
) -> None:
    engine.finds = replace(FOUND, busy=0.9)
    run.start_unasked()
    end(run, qtbot)
    assert isinstance(run.error, TuningError)
    assert "measure again" in str(run.error)
    assert not run.start_unasked()
    assert engine.begun == 1


@pytest.mark.parametrize("asked", [True, False])
def test_making_room_for_others_is_an_error_only_to_who_waits(
    run: TuningRun, engine: TunableEngine, qtbot: QtBot, asked: bool
) -> None:
    engine.finds = EngineError(Cause.CANCELLED)
    if asked:
        run.start()
    else:
        run.start_unasked()
    end(run, qtbot)
    assert (run.error is not None) == asked
    engine.finds = FOUND
    with qtbot.waitSignal(run.tuned, timeout=LONG):
        assert run.start_unasked()


def test_what_the_engine_meets_is_told(run: TuningRun, engine: TunableEngine, qtbot: QtBot) -> None:
    engine.finds = EngineError(Cause.OUT_OF_MEMORY)
    run.start()
    end(run, qtbot)
    assert isinstance(run.error, EngineError)
    assert run.error.cause is Cause.OUT_OF_MEMORY


def test_a_model_that_failed_is_left_alone_until_somebody_asks(
    run: TuningRun, engine: TunableEngine, qtbot: QtBot
) -> None:
    engine.failure = EngineError(Cause.OUT_OF_MEMORY)
    assert not run.start_unasked()
    with qtbot.waitSignal(run.tuned, timeout=LONG):
        run.start()
    assert engine.failure is None


def test_another_model_has_nothing_of_this_one(
    run: TuningRun, engine: TunableEngine, workspace: Workspace, qtbot: QtBot
) -> None:
    hold(run, engine, qtbot)
    workspace.engine = None
    run.follow()
    end(run, qtbot)
    assert not run.start_unasked()
    run.start()
    assert not run.is_running


def test_an_engine_that_cannot_be_measured_is_not(
    workspace: Workspace, background: Background
) -> None:
    workspace.engine = GatedEngine()  # type: ignore[assignment]
    run = TuningRun(workspace, background)
    assert not run.start_unasked()
    run.start()
    assert not run.is_running
