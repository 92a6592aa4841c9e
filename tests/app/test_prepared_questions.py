"""Outside of a session, too, questions are worded for what is due next."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from app.paths import PROMPTS, Paths
from app.quiz.asking.ahead import AHEAD
from app.quiz.lexical import Lexicon
from app.quiz.tutor import Tutor
from app.study.records import Judgement, Origin
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.scripted_engine import ScriptedEngine


@pytest.fixture
def workspace(paths: Paths, clock: Clock) -> Iterator[Workspace]:
    workspace = Workspace(paths, clock=clock, rng=random.Random(1))
    yield workspace
    workspace.close()


@pytest.fixture
def engine(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> ScriptedEngine:
    """An engine that turns nothing into a question, and cannot tell what is likely."""
    engine = ScriptedEngine()
    engine.can_score = False
    engine.texts.extend(["no question"] * 500)
    tutor = Tutor(
        engine,
        prompts=PROMPTS,
        calibration=None,
        lexicon=Lexicon(),
        rng=workspace.rng,
        guides=workspace.library.guides.values(),
    )
    monkeypatch.setattr(Workspace, "tutor", tutor)
    return engine


def study(workspace: Workspace, count: int) -> list[str]:
    """Answer so many new questions and return their key points."""
    session = workspace.start_quiz(count=count, answer_format="short")
    met = []
    while (question := session.advance()) is not None:
        met.append(question.key_points[0].id)
        session.rate_self("text", {met[-1]: Judgement.COVERED})
    return met


def test_nothing_is_prepared_before_anything_was_met(
    workspace: Workspace, engine: ScriptedEngine
) -> None:
    assert list(workspace.prepare_questions()) == []
    assert workspace.questions_ready() == 0
    assert engine.prompts == []


def test_without_a_model_there_is_nothing_to_prepare(workspace: Workspace) -> None:
    study(workspace, 2)
    assert list(workspace.prepare_questions()) == []


def test_what_was_met_gets_fresh_questions_which_the_next_session_asks(
    workspace: Workspace, engine: ScriptedEngine, clock: Clock
) -> None:
    met = study(workspace, 4)
    for made in workspace.prepare_questions():
        workspace.keep_question(made)
    assert workspace.questions_ready() >= AHEAD

    clock.advance(days=30)
    session = workspace.start_quiz(key_points=met, answer_format="short")
    origins = []
    while (question := session.advance()) is not None:
        origins.append(question.origin)
        session.skip()
    assert origins.count(Origin.MODEL) >= AHEAD


def test_once_all_is_ready_nothing_is_left_to_do(
    workspace: Workspace, engine: ScriptedEngine
) -> None:
    study(workspace, 3)
    # Where the engine is to turn something, it is tried in vain first, and given up in the end.
    for _ in range(5):
        for made in workspace.prepare_questions():
            workspace.keep_question(made)
    assert workspace.questions_ready() == 3
    asked = len(engine.prompts)
    assert list(workspace.prepare_questions()) == []
    assert len(engine.prompts) == asked


def test_what_was_prepared_is_there_after_a_restart(
    workspace: Workspace, engine: ScriptedEngine, paths: Paths, clock: Clock
) -> None:
    study(workspace, 4)
    for made in workspace.prepare_questions():
        workspace.keep_question(made)
    ready = workspace.questions_ready()
    workspace.close()
    again = Workspace(paths, clock=clock)
    assert again.questions_ready() == ready > 0
    again.close()
