"""Backups are made, and those of another laptop taken in, without leaving the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.paths import Paths
from app.settings import load_settings
from app.workspace import Workspace
from tests.conftest import Clock
from ui.pages.backups import BackupsView, last_words
from ui.task import running_tasks
from ui.theme import Theme
from ui.widgets.copy_details import CopyDetails


@pytest.fixture
def backups(workspace: Workspace, theme: Theme, qtbot: QtBot) -> Iterator[BackupsView]:
    view = BackupsView(workspace, theme)
    qtbot.addWidget(view)
    view.resize(720, 200)
    view.refresh()
    view.show()
    yield view
    view.stop()
    settle(qtbot)


def settle(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not running_tasks(), timeout=20_000)


def answer(workspace: Workspace, count: int) -> None:
    session = workspace.start_quiz(count=count, answer_format="choice")
    while (question := session.advance()) is not None:
        session.choose(question.right_option)


def make(backups: BackupsView, target: Path, qtbot: QtBot) -> None:
    backups.back_up_to(target)
    settle(qtbot)


def test_one_is_written_and_said_to_be_whole(
    backups: BackupsView, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    answer(workspace, 3)
    target = tmp_path / "kept.zip"
    assert backups.last.text() == "No backup was made from this window yet"
    make(backups, target, qtbot)
    assert target.is_file()
    assert "read back whole" in backups.outcome.text()
    assert "3 answers" in backups.outcome.text()
    assert str(target) in backups.last.text()
    assert load_settings(workspace.paths.settings_file)[0].backup == str(target)


def test_while_it_is_written_nothing_else_can_be(
    backups: BackupsView, tmp_path: Path, qtbot: QtBot
) -> None:
    backups.back_up_to(tmp_path / "kept.zip")
    assert backups.is_running
    assert backups.bar.isVisible()
    assert not backups.make_button.isEnabled()
    settle(qtbot)
    assert backups.make_button.isEnabled()
    assert not backups.bar.isVisible()


def test_it_can_be_stopped(backups: BackupsView, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "kept.zip"
    backups.back_up_to(target)
    qtbot.mouseClick(backups.stop_button, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert not backups.is_running
    assert not backups.outcome.isVisible()


def test_a_file_that_is_there_is_not_written_over(
    backups: BackupsView, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "kept.zip"
    target.write_text("something else")
    make(backups, target, qtbot)
    assert "choose another name" in backups.outcome.text()
    assert backups.findChild(CopyDetails).isVisible()
    assert target.read_text() == "something else"
    make(backups, tmp_path / "another.zip", qtbot)
    assert backups.outcome.property("tone") == "accent"


def test_what_another_laptop_has_is_taken_in(
    backups: BackupsView,
    workspace: Workspace,
    make_paths: Callable[[str], Paths],
    clock: Clock,
    tmp_path: Path,
    theme: Theme,
    qtbot: QtBot,
) -> None:
    other = Workspace(make_paths("other"), clock=clock)
    answer(other, 2)
    theirs = BackupsView(other, theme)
    qtbot.addWidget(theirs)
    make(theirs, tmp_path / "theirs.zip", qtbot)
    other.close()
    answer(workspace, 1)
    with qtbot.waitSignal(backups.taken_in, timeout=20_000):
        backups.take_in(tmp_path / "theirs.zip")
    assert "New here: 2 answers" in backups.outcome.text()
    assert len(workspace.log.entries()) == 3
    backups.take_in(tmp_path / "theirs.zip")
    settle(qtbot)
    assert "here already" in backups.outcome.text()


def test_what_is_no_backup_is_refused(
    backups: BackupsView, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "letter.zip"
    path.write_text("Dear Sir or Madam")
    backups.take_in(path)
    settle(qtbot)
    assert backups.outcome.isVisible()
    assert "That did not work" in backups.outcome.text()
    assert workspace.log.entries() == []


def test_the_button_asks_where(backups: BackupsView, qtbot: QtBot) -> None:
    qtbot.mouseClick(backups.make_button, Qt.MouseButton.LeftButton)
    [dialog] = backups.findChildren(QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(dialog.selectedFiles()[0]).name.startswith("segue-")
    dialog.reject()


def test_a_backup_that_is_gone_is_said(tmp_path: Path, clock: Clock) -> None:
    assert "not there any more" in last_words(str(tmp_path / "gone.zip"), clock())


def test_how_old_the_last_one_is(tmp_path: Path) -> None:
    path = tmp_path / "kept.zip"
    path.write_text("x")
    now = datetime.now().astimezone() + timedelta(days=3)
    assert last_words(str(path), now).startswith("Last backup 3 days ago")
