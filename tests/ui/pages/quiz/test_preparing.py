"""Questions are prepared in the background: seen, held back, and stopped at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.power import Power
from app.workspace import Workspace
from tests.helpers.gated_engine import GatedEngine
from ui.background import Background, Kind
from ui.pages.quiz.run import SessionRun

SKILL = "adapt-foundation-models"


@pytest.fixture
def background(workspace: Workspace) -> Iterator[Background]:
    made = Background(workspace, power=Power)
    yield made
    made.stop()


@pytest.fixture
def run(
    workspace: Workspace, engine: GatedEngine, background: Background, qtbot: QtBot
) -> Iterator[SessionRun]:
    owner = QObject()
    made = SessionRun(engine.cancel, owner, background)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.work.is_busy)


def ask(run: SessionRun, workspace: Workspace) -> None:
    """Ask the first of some questions."""
    run.open(workspace.start_quiz(SKILL, count=3, answer_format="short"))


def test_it_is_seen_while_it_lasts(
    run: SessionRun,
    workspace: Workspace,
    engine: GatedEngine,
    background: Background,
    qtbot: QtBot,
) -> None:
    engine.gate.clear()
    ask(run, workspace)
    assert background.tasks[Kind.QUESTIONS].title == "Preparing questions"
    engine.gate.set()
    qtbot.waitUntil(lambda: background.tasks == {})


def test_pausing_stops_it_at_once(
    run: SessionRun,
    workspace: Workspace,
    engine: GatedEngine,
    background: Background,
    qtbot: QtBot,
) -> None:
    engine.gate.clear()
    ask(run, workspace)
    background.pause()
    qtbot.waitUntil(lambda: not run.work.is_busy, timeout=2000)
    assert background.tasks == {}


def test_while_it_may_not_be_done_it_is_not_begun(
    run: SessionRun, workspace: Workspace, engine: GatedEngine, background: Background
) -> None:
    background.pause()
    engine.gate.clear()
    ask(run, workspace)
    assert background.tasks == {}
    engine.gate.set()


def test_pausing_does_not_stop_a_verdict(
    run: SessionRun,
    workspace: Workspace,
    engine: GatedEngine,
    background: Background,
    qtbot: QtBot,
) -> None:
    engine.gate.clear()
    ask(run, workspace)
    run.submit("an answer that waits until the preparing has ended")
    background.pause()
    with qtbot.waitSignal(run.verdict_given, timeout=10_000):
        engine.gate.set()
