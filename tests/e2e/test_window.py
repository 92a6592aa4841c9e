"""A study day in the real window with a real model, which may be killed at any moment."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.protocol import EngineState
from app.paths import Paths
from app.workspace import Workspace
from tests.helpers.calibrations import calibrate_small
from tests.helpers.quiz_user import SKILL, QuizUser
from ui.task import end_all_tasks
from ui.theme import Theme
from ui.window import MainWindow

pytestmark = pytest.mark.engine

PATIENCE = 60_000  # milliseconds; a small model on a busy machine
Open = Callable[[], tuple[MainWindow, Workspace]]


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def open_window(
    paths: Paths,
    theme: Theme,
    qtbot: QtBot,
    small_model: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Open]:
    """Open the window over the same folders, as often as it is asked to."""
    monkeypatch.setenv("SEGUE_MODEL", str(small_model))
    calibrate_small(small_model, paths.grading)
    opened: list[tuple[MainWindow, Workspace]] = []

    def open_again() -> tuple[MainWindow, Workspace]:
        workspace = Workspace(paths)
        window = MainWindow(workspace, theme)
        opened.append((window, workspace))
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window, workspace

    yield open_again
    for window, workspace in opened:
        window.close()
        end_all_tasks()
        workspace.close()
        window.deleteLater()


def test_what_was_studied_is_there_when_the_window_opens_again(
    open_window: Open, qtbot: QtBot
) -> None:
    window, workspace = open_window()
    window.open_page("quiz")
    user = QuizUser(window.quiz, workspace, qtbot)
    point = user.begin("short", 1).key_points[0]
    user.type(point.answer)
    user.submit()
    qtbot.waitUntil(window.quiz.foot.isVisible, timeout=PATIENCE)
    window.close()
    end_all_tasks()
    workspace.close()

    again, workspace = open_window()
    (entry,) = workspace.log.entries()
    assert entry.answer.text == point.answer
    assert entry.answer.skill == SKILL
    assert entry.verdict is not None
    assert entry.verdict.model == "SmolLM2 135M Instruct"
    assert workspace.log.card(workspace.transition.slug, point.id) is not None
    again.open_page("progress")
    assert again.page() == "progress"


@pytest.mark.skipif(sys.platform == "win32", reason="sends a POSIX signal")
def test_a_kill_in_the_middle_of_a_verdict_costs_nothing(open_window: Open, qtbot: QtBot) -> None:
    window, workspace = open_window()
    engine = workspace.engine
    assert engine is not None
    window.open_page("quiz")
    user = QuizUser(window.quiz, workspace, qtbot)
    user.begin("short", 2)
    user.type("A scale for each group keeps an outlier from coarsening all the others.")
    user.submit()
    qtbot.waitUntil(lambda: engine.state is EngineState.WORKING, timeout=PATIENCE)
    pid = engine.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)

    qtbot.waitUntil(
        lambda: window.quiz.foot.isVisible() or window.quiz.trouble.isVisible(), timeout=PATIENCE
    )
    assert window.isVisible()
    assert [entry.answer.text for entry in workspace.log.entries()] == [
        "A scale for each group keeps an outlier from coarsening all the others."
    ]
    assert engine.pid != pid

    user.begin("short", 1)
    user.type("Fewer bits mean fewer bytes to read for each token.")
    user.submit()
    qtbot.waitUntil(window.quiz.foot.isVisible, timeout=PATIENCE)
    assert len(workspace.log.entries()) == 2
    assert all(entry.verdict is not None for entry in workspace.log.entries()[:1])
