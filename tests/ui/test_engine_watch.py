"""What the engine is doing reaches the window, from whatever thread it is told."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.model.protocol import EngineState
from app.workspace import Workspace
from tests.helpers.gated_engine import GatedEngine
from ui.engine_watch import EngineWatch


class TellingEngine(GatedEngine):
    """An engine that can be made to tell of a change."""

    callback: Callable[[], object] | None = None

    def on_change(self, callback: Callable[[], object]) -> Callable[[], None]:
        self.callback = callback

        def leave() -> None:
            self.callback = None

        return leave


@pytest.fixture
def telling(workspace: Workspace, engine: GatedEngine) -> TellingEngine:
    made = TellingEngine()
    workspace.engine = made  # type: ignore[assignment]
    return made


def test_news_from_another_thread_arrives_on_the_windows(
    workspace: Workspace, telling: TellingEngine, qtbot: QtBot
) -> None:
    watch = EngineWatch(workspace)
    heard_on: list[QThread] = []
    watch.changed.connect(lambda: heard_on.append(QThread.currentThread()))
    assert telling.callback is not None
    elsewhere = Thread(target=telling.callback)
    elsewhere.start()
    elsewhere.join()
    assert heard_on == []
    qtbot.waitUntil(lambda: len(heard_on) == 1)
    assert heard_on[0].isMainThread()
    watch.stop()


@pytest.mark.parametrize(
    ("state", "said"),
    [(EngineState.LOADING, "loading"), (EngineState.READY, "ready"), (EngineState.FAILED, "error")],
)
def test_each_state_has_its_words(
    workspace: Workspace, telling: TellingEngine, state: EngineState, said: str
) -> None:
    telling.state = state
    watch = EngineWatch(workspace)
    assert said in watch.words()
    watch.stop()


def test_it_lets_go_of_an_engine_that_is_no_longer_used(
    workspace: Workspace, telling: TellingEngine
) -> None:
    watch = EngineWatch(workspace)
    workspace.engine = None
    watch.follow()
    assert telling.callback is None
    assert watch.words() == "No model"
    assert (watch.failure(), watch.speed()) == ("", "")


def test_a_failure_comes_with_what_to_do(workspace: Workspace, telling: TellingEngine) -> None:
    telling.failure = EngineError(Cause.TRUNCATED)
    watch = EngineWatch(workspace)
    assert watch.failure().startswith("The model file is incomplete. Fetch the model again")
    watch.start_again()
    assert watch.failure() == ""
    watch.stop()


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (EngineState.READY, "being measured…"),
        (EngineState.WORKING, "being measured…"),
        (EngineState.LOADING, "loading…"),
        (EngineState.FAILED, "stopped by an error"),
    ],
)
def test_a_task_of_many_jobs_is_said_calmly(
    workspace: Workspace, telling: TellingEngine, state: EngineState, said: str, qtbot: QtBot
) -> None:
    telling.state = state
    watch = EngineWatch(workspace)
    with qtbot.waitSignal(watch.changed):
        watch.note_task("being measured…")
    assert watch.words().endswith(f": {said}")
    watch.note_task("")
    assert "measured" not in watch.words()
    watch.stop()
