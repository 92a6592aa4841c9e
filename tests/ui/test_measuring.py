"""The grader is measured when nothing else needs the engine, and goes on where it stopped."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.power import Power
from app.quiz.grading.certificate import Certificate, Progress
from app.workspace import Workspace
from tests.helpers.calibrations import certified
from tests.ui.small_gold import FIRST_REPORTED, FITTED, TOTAL, ReadingEngine
from ui.background import Background, Kind
from ui.measuring import Measuring
from ui.task import running_tasks

LONG = 20_000  # milliseconds; scikit-learn is loaded once


@pytest.fixture
def engine(unmeasured: ReadingEngine) -> ReadingEngine:
    return unmeasured


@pytest.fixture
def measuring(workspace: Workspace, engine: ReadingEngine, qtbot: QtBot) -> Iterator[Measuring]:
    made = Measuring(workspace, go_on_after=10)
    yield made
    engine.gate.set()
    made.stop()
    qtbot.waitUntil(lambda: not running_tasks())


def test_a_measurement_ends_with_a_certificate(
    measuring: Measuring, workspace: Workspace, qtbot: QtBot
) -> None:
    steps: list[int] = []
    measuring.changed.connect(
        lambda: steps.append(measuring.progress.done if measuring.progress else 0)
    )
    with qtbot.waitSignal(measuring.certified, timeout=LONG):
        measuring.start()
        assert measuring.is_wanted
    assert not measuring.is_wanted
    assert measuring.progress is None
    # First come the readings for the scale of tokens, which measure no answer yet.
    assert [done for done in steps if done] == list(range(1, TOTAL + 1))
    assert (steps[0], steps[-1]) == (0, 0)
    certificate = workspace.certificate()
    assert certificate is not None
    assert certificate.here


def test_it_goes_on_where_it_was_stopped(
    measuring: Measuring, engine: ReadingEngine, qtbot: QtBot
) -> None:
    begin(measuring, engine, qtbot)
    measuring.stop()
    qtbot.waitUntil(lambda: not running_tasks())
    qtbot.wait(30)
    assert not measuring.is_wanted
    assert measuring.progress is not None
    assert (measuring.progress.done, measuring.progress.total) == (FITTED, TOTAL)
    engine.gate.set()
    engine.readings = 0
    with qtbot.waitSignal(measuring.certified, timeout=LONG):
        measuring.start()
    assert engine.readings <= FITTED + 2 * (TOTAL - FITTED)


def test_a_quiz_goes_first_and_it_goes_on_by_itself(
    measuring: Measuring, engine: ReadingEngine, qtbot: QtBot
) -> None:
    begin(measuring, engine, qtbot)
    measuring.hold()
    qtbot.waitUntil(lambda: not running_tasks(), timeout=2000)  # in the middle of an answer
    assert measuring.is_wanted
    assert measuring.is_held
    engine.gate.set()
    qtbot.wait(30)
    assert not running_tasks()
    with qtbot.waitSignal(measuring.certified, timeout=LONG):
        measuring.release()


def test_asked_for_during_a_quiz_it_waits_for_its_end(measuring: Measuring, qtbot: QtBot) -> None:
    measuring.hold()
    measuring.start()
    assert measuring.is_wanted
    assert not running_tasks()
    with qtbot.waitSignal(measuring.certified, timeout=LONG):
        measuring.release()


def test_a_session_that_follows_at_once_finds_the_engine_free(
    measuring: Measuring, engine: ReadingEngine, qtbot: QtBot
) -> None:
    begin(measuring, engine, qtbot)
    measuring.hold()
    measuring.release()
    measuring.hold()
    engine.gate.set()
    qtbot.waitUntil(lambda: not running_tasks())
    engine.readings = 0
    qtbot.wait(30)
    assert engine.readings == 0
    assert measuring.is_wanted


def test_unasked_it_measures_only_what_was_never_measured(
    measuring: Measuring, engine: ReadingEngine, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(measuring.certified, timeout=LONG):
        measuring.start_unasked()
    measuring.start_unasked()
    assert not measuring.is_wanted


def test_unasked_it_leaves_alone_what_somebody_stopped(
    measuring: Measuring, engine: ReadingEngine, qtbot: QtBot
) -> None:
    begin(measuring, engine, qtbot)
    measuring.stop()
    measuring.start_unasked()
    assert not measuring.is_wanted


def test_without_a_model_there_is_nothing_to_measure(workspace: Workspace) -> None:
    workspace.engine = None
    measuring = Measuring(workspace)
    measuring.start()
    measuring.start_unasked()
    assert not measuring.is_wanted


def test_what_the_engine_meets_is_kept_for_the_learner(
    measuring: Measuring, engine: ReadingEngine, qtbot: QtBot
) -> None:
    engine.fails = EngineError(Cause.OUT_OF_MEMORY)
    measuring.start()
    qtbot.waitUntil(lambda: measuring.error is not None)
    assert not measuring.is_wanted
    measuring.start_unasked()
    assert not measuring.is_wanted, "it would only fail again"
    with qtbot.waitSignal(measuring.certified, timeout=LONG):
        measuring.start()
    assert measuring.error is None


def test_a_model_that_failed_to_load_is_given_another_chance(
    measuring: Measuring, engine: ReadingEngine, qtbot: QtBot
) -> None:
    engine.failure = EngineError(Cause.OUT_OF_MEMORY)
    begin(measuring, engine, qtbot)
    assert engine.failure is None


def test_being_interrupted_by_others_is_no_end(
    measuring: Measuring, engine: ReadingEngine, qtbot: QtBot
) -> None:
    engine.fails = EngineError(Cause.CANCELLED)
    with qtbot.waitSignal(measuring.certified, timeout=LONG):
        measuring.start()


def test_a_result_that_cannot_be_kept_is_told(
    measuring: Measuring, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.paths.grading.write_text("a file where a folder should be")
    measuring.start()
    qtbot.waitUntil(lambda: isinstance(measuring.error, OSError))
    assert not measuring.is_wanted


def test_what_ends_while_it_is_stopped_has_ended_well(
    measuring: Measuring, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    stopped = Event()

    def fitting() -> Generator[Progress, None, Certificate]:
        yield Progress(2, 2, 0.0)
        stopped.wait(10)
        workspace.certified = certified()
        return workspace.certified.certificate

    monkeypatch.setattr(workspace, "certify", fitting)
    measuring.start()
    qtbot.waitUntil(lambda: measuring.progress is not None)
    qtbot.wait(20)
    with qtbot.waitSignal(measuring.certified):
        measuring.stop()
        stopped.set()
    assert measuring.progress is None


def test_another_model_has_nothing_of_this_one(
    measuring: Measuring, workspace: Workspace, engine: ReadingEngine, qtbot: QtBot
) -> None:
    begin(measuring, engine, qtbot)
    workspace.engine = None
    measuring.follow()
    qtbot.waitUntil(lambda: not running_tasks())
    assert not measuring.is_wanted
    assert measuring.progress is None


def test_the_same_model_goes_on(measuring: Measuring, engine: ReadingEngine, qtbot: QtBot) -> None:
    begin(measuring, engine, qtbot)
    measuring.follow()
    assert measuring.is_wanted
    with qtbot.waitSignal(measuring.certified, timeout=LONG):
        engine.gate.set()


def test_paused_it_stands_still_and_resumed_it_goes_on(
    measuring: Measuring, engine: ReadingEngine, qtbot: QtBot
) -> None:
    begin(measuring, engine, qtbot)
    doing = measuring.background.tasks[Kind.CERTIFICATE]
    assert doing.title == "Measuring the model"
    measuring.background.pause()
    qtbot.waitUntil(lambda: not running_tasks(), timeout=2000)  # in the middle of an answer
    engine.gate.set()
    qtbot.wait(30)
    assert measuring.is_wanted
    assert not running_tasks()
    with qtbot.waitSignal(measuring.certified, timeout=LONG):
        measuring.background.resume()
    assert measuring.background.tasks == {}


def test_on_a_low_battery_even_what_was_asked_for_waits(
    workspace: Workspace, engine: ReadingEngine, qtbot: QtBot
) -> None:
    power = [Power(False, 12)]
    background = Background(workspace, power=lambda: power[0], look_every=10)
    measuring = Measuring(workspace, background, go_on_after=10)
    measuring.start()
    assert measuring.is_wanted
    assert not running_tasks()
    power[0] = Power(True, 12)
    with qtbot.waitSignal(measuring.certified, timeout=LONG):
        pass
    background.stop()


def test_while_it_is_paused_nothing_is_begun_unasked(measuring: Measuring) -> None:
    measuring.background.pause()
    measuring.start_unasked()
    assert not measuring.is_wanted


def test_a_quiz_is_what_it_says_it_waits_for(measuring: Measuring) -> None:
    measuring.hold()
    measuring.start()
    assert measuring.background.tasks[Kind.CERTIFICATE].detail == "waits for your quiz"
    measuring.stop()


def begin(measuring: Measuring, engine: ReadingEngine, qtbot: QtBot) -> None:
    """Begin a measurement that is held back in the middle of an answer, after some others."""
    engine.holds_at = FIRST_REPORTED
    measuring.start()
    qtbot.waitUntil(lambda: not engine.gate.is_set(), timeout=LONG)
    qtbot.waitUntil(lambda: measuring.progress is not None and measuring.progress.done == FITTED)
