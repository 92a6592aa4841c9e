"""While the window is left alone, questions are prepared for what is due next."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.paths import PROMPTS
from app.power import Power
from app.quiz.asking.ahead import AHEAD
from app.quiz.lexical import Lexicon
from app.quiz.tutor import Tutor
from app.study.records import Judgement
from app.workspace import Workspace
from tests.helpers.scripted_engine import ScriptedEngine
from ui.background import Background, Kind
from ui.preparing import Preparing
from ui.task import running_tasks


class WatchedEngine(ScriptedEngine):
    """One that tells of its failure, as the window's does."""

    failure: EngineError | None = None


@pytest.fixture
def engine(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> WatchedEngine:
    """An engine that turns nothing into a question, and cannot tell what is likely."""
    engine = WatchedEngine()
    engine.can_score = False
    engine.texts.extend(["no question"] * 500)
    tutor = Tutor(
        engine,
        prompts=PROMPTS,
        calibration=None,
        lexicon=Lexicon(),
        rng=random.Random(1),
        guides=workspace.library.guides.values(),
    )
    monkeypatch.setattr(Workspace, "tutor", tutor)
    monkeypatch.setattr(workspace, "engine", engine)
    return engine


@pytest.fixture
def background(workspace: Workspace) -> Background:
    return Background(workspace, power=Power)


@pytest.fixture
def preparing(
    workspace: Workspace, engine: WatchedEngine, background: Background, qtbot: QtBot
) -> Iterator[Preparing]:
    made = Preparing(workspace, background)
    yield made
    made.stop()
    background.stop()
    qtbot.waitUntil(lambda: not running_tasks())


def study(workspace: Workspace, count: int) -> None:
    """Answer so many new questions."""
    session = workspace.start_quiz(count=count, answer_format="short")
    while (question := session.advance()) is not None:
        session.rate_self("text", {question.key_points[0].id: Judgement.COVERED})


def to_its_end(preparing: Preparing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preparing.ended, timeout=20_000):
        preparing.start_unasked()


def test_what_was_met_has_fresh_questions_ahead(
    preparing: Preparing, workspace: Workspace, background: Background, qtbot: QtBot
) -> None:
    study(workspace, 4)
    seen: list[str] = []
    background.changed.connect(
        lambda: seen.extend(doing.title for doing in background.tasks.values())
    )
    to_its_end(preparing, qtbot)
    assert workspace.questions_ready() >= AHEAD
    assert "Preparing questions" in seen
    assert Kind.QUESTIONS not in background.tasks


def test_it_asks_the_engine_nothing_more_once_all_is_tried(
    preparing: Preparing, workspace: Workspace, engine: WatchedEngine, qtbot: QtBot
) -> None:
    study(workspace, 3)
    for _ in range(12):
        preparing.start_unasked()
        if not preparing.is_running:
            break
        qtbot.waitUntil(lambda: not preparing.is_running, timeout=20_000)
    asked = len(engine.prompts)
    preparing.start_unasked()
    assert not preparing.is_running
    assert len(engine.prompts) == asked


def test_a_quiz_goes_first(preparing: Preparing, workspace: Workspace, qtbot: QtBot) -> None:
    study(workspace, 3)
    preparing.hold()
    preparing.start_unasked()
    assert not preparing.is_running
    preparing.release()
    to_its_end(preparing, qtbot)
    assert workspace.questions_ready() > 0


def test_paused_by_the_learner_it_stops(
    preparing: Preparing, workspace: Workspace, background: Background, qtbot: QtBot
) -> None:
    study(workspace, 4)
    with qtbot.waitSignal(preparing.ended, timeout=20_000):
        preparing.start_unasked()
        background.pause()
    before = workspace.questions_ready()
    preparing.start_unasked()
    assert not preparing.is_running
    background.resume()
    to_its_end(preparing, qtbot)
    assert workspace.questions_ready() >= max(before, AHEAD)


def test_what_a_server_writes_is_ended_too(
    preparing: Preparing, workspace: Workspace, engine: WatchedEngine, qtbot: QtBot
) -> None:
    study(workspace, 4)
    ended: list[str] = []
    engine.cancel = lambda: ended.append("here")  # type: ignore[method-assign]
    server = ScriptedEngine()
    server.texts.extend(["no question"] * 500)
    server.cancel = lambda: ended.append("server")  # type: ignore[method-assign]
    assert workspace.tutor is not None
    workspace.tutor.engine = server
    preparing.start_unasked()
    preparing.stop()
    assert ended == ["server"]
    qtbot.waitUntil(lambda: not preparing.is_running)


def test_a_model_that_failed_is_left_alone(
    preparing: Preparing, workspace: Workspace, engine: WatchedEngine
) -> None:
    study(workspace, 2)
    engine.failure = EngineError(Cause.KILLED, "")
    preparing.start_unasked()
    assert not preparing.is_running


def test_without_a_model_nothing_is_done(
    workspace: Workspace, background: Background, qtbot: QtBot
) -> None:
    study(workspace, 2)
    preparing = Preparing(workspace, background)
    preparing.start_unasked()
    assert not preparing.is_running
    background.stop()
