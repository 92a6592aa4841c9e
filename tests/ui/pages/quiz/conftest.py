"""A quiz page in a window, and hands to use it with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.helpers.quiz_user import QuizUser
from ui.pages.quiz import QuizPage
from ui.theme import Theme


@pytest.fixture
def quiz(workspace: Workspace, theme: Theme, qtbot: QtBot) -> Iterator[QuizUser]:
    # Not handed to qtbot, which takes widgets away before what works for them has ended.
    page = QuizPage(workspace, theme)
    page.resize(1000, 760)
    page.show()
    page.refresh()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield QuizUser(page, workspace, qtbot)
    page.leave()
    qtbot.waitUntil(lambda: not page.run.work.is_busy)
    page.close()
    page.deleteLater()
