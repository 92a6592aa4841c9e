"""The page of the learner's own material, with a file to add."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.helpers.papers import NOTES
from ui.pages.material import MaterialPage
from ui.theme import Theme


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return path


@pytest.fixture
def page(workspace: Workspace, theme: Theme, qtbot: QtBot) -> MaterialPage:
    page = MaterialPage(workspace, theme)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.refresh()
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def filled(page: MaterialPage, notes: Path, qtbot: QtBot) -> MaterialPage:
    """The page with a file whose key points were looked for, at its inbox."""
    with qtbot.waitSignal(page.run.added):
        page.run.add([notes])
    qtbot.waitUntil(lambda: not page.run.is_running)
    [row] = page.files.rows.values()
    row.propose_button.click()
    qtbot.waitUntil(lambda: not page.run.is_running)
    page.show_view("inbox")
    return page
