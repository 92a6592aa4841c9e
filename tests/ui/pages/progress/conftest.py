"""A learner who answers on days that the tests choose, and the page that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from app.study.records import Judgement
from app.workspace import Workspace
from tests.conftest import Clock
from ui.pages.progress import ProgressPage
from ui.task import running_tasks
from ui.theme import Theme
from ui.widgets.text import Text

SKILL = "learn-model-optimization"

Answering = Callable[..., None]
Cells = Callable[[QAbstractItemView, int], list[str]]
Texts = Callable[[QWidget], list[str]]


@pytest.fixture
def progress(workspace: Workspace, theme: Theme, qtbot: QtBot) -> Iterator[ProgressPage]:
    page = ProgressPage(workspace, theme)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    yield page
    qtbot.waitUntil(lambda: not running_tasks())


@pytest.fixture
def answer(workspace: Workspace, clock: Clock) -> Answering:
    """Answers questions about one skill, each a minute after the other."""

    def answered(*judgements: Judgement, skill: str = SKILL) -> None:
        session = workspace.start_quiz(skill, count=len(judgements), answer_format="short")
        session.follow_up_misses = False
        for judgement in judgements:
            question = session.advance()
            assert question is not None
            clock.advance(minutes=1)
            session.rate_self("my answer", {question.key_points[0].id: judgement})

    return answered


@pytest.fixture
def cells() -> Cells:
    """Gives the texts of a row."""

    def found(table: QAbstractItemView, row: int) -> list[str]:
        model = table.model()
        return [model.index(row, column).data() for column in range(model.columnCount())]

    return found


@pytest.fixture
def texts() -> Texts:
    """Gives all texts that can be seen."""

    def found(widget: QWidget) -> list[str]:
        return [text.text() for text in widget.findChildren(Text) if text.isVisible()]

    return found
