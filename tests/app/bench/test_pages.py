"""What the benchmark asks for is what the pages ask for, statement by statement."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from app.bench.pages import read_progress, read_today
from app.paths import Paths
from app.study.records import Judgement
from app.workspace import Workspace

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.conftest import Clock

pytest.importorskip("PySide6")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from ui.fetching import Fetching
from ui.pages.progress import ProgressPage
from ui.pages.progress.page import SECTIONS
from ui.pages.today import TodayPage
from ui.task import running_tasks
from ui.theme import Theme


@pytest.fixture
def workspace(paths: Paths, clock: Clock) -> Iterator[Workspace]:
    """A learner who has begun: a few answers, and a quarter of them judged."""
    with closing(Workspace(paths, clock=clock)) as workspace:
        session = workspace.start_quiz(count=4, answer_format="short")
        while (question := session.advance()) is not None:
            clock.advance(minutes=1)
            session.rate_self("text", {question.key_points[0].id: Judgement.PARTLY})
        yield workspace


def asked(workspace: Workspace, call: Callable[[], object]) -> set[tuple[str, str]]:
    """Return the statements that the study log runs during a call, with their parameters."""
    statements: set[tuple[str, str]] = set()
    with workspace.log._db.tracer(
        lambda statement, parameters: statements.add((statement, repr(tuple(parameters or ()))))
    ):
        call()
    return statements


def test_the_page_today(workspace: Workspace, qapp: QApplication, qtbot: QtBot) -> None:
    page = TodayPage(workspace, theme := Theme(qapp, "light"), Fetching(workspace))
    qtbot.addWidget(page)
    shown = asked(workspace, page.refresh)
    assert len(shown) > 5
    assert asked(workspace, lambda: read_today(workspace)) == shown
    assert theme is not None


def test_the_page_progress(workspace: Workspace, qapp: QApplication, qtbot: QtBot) -> None:
    page = ProgressPage(workspace, Theme(qapp, "light"))
    qtbot.addWidget(page)

    def look_through() -> None:
        for name, _ in SECTIONS:
            page.open_section(name)

    shown = asked(workspace, look_through)
    qtbot.waitUntil(lambda: not running_tasks())
    assert len(shown) > 10
    assert asked(workspace, lambda: read_progress(workspace)) == shown
