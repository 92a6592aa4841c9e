"""Adding files by button and by dropping them, and looking for key points in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.workspace import Workspace
from tests.helpers.gated_engine import HOLD, GatedEngine
from tests.helpers.papers import make_lines, make_long
from ui.pages.material import MaterialPage


def _drop(page: MaterialPage, *paths: Path) -> QDragEnterEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    page.dragEnterEvent(entered)
    if entered.isAccepted():
        page.dropEvent(QDropEvent(QPoint(5, 5), copy, data, left, none))
    return entered


def test_a_new_learner_is_told_what_to_bring(page: MaterialPage) -> None:
    assert page.files.empty.isVisible()
    assert not page.files.activity.isVisible()


def test_a_chosen_file_is_read_and_listed(
    page: MaterialPage, notes: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(notes)], ""))
    with qtbot.waitSignal(page.run.added):
        page.files.add_button.click()
    qtbot.waitUntil(lambda: not page.run.is_running)
    [row] = page.files.rows.values()
    assert row.title.text() == "How the page cache works"
    assert row.facts.text().startswith("notes.md  ·  Markdown")
    assert row.figures.text() == "Nobody has looked for key points in it yet"
    assert not page.files.empty.isVisible()


def test_dropped_files_are_read_one_after_another(
    page: MaterialPage, notes: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page.show_view("inbox")
    paper = make_lines(tmp_path / "paper.pdf", ["One line of text in it."])
    assert _drop(page, notes, paper).isAccepted()
    qtbot.waitUntil(lambda: len(page.files.rows) == 2 and not page.run.is_running)
    assert page.files.isVisible()


def test_what_is_no_file_is_not_taken(page: MaterialPage) -> None:
    data = QMimeData()
    data.setText("only words")
    copy = Qt.DropAction.CopyAction
    event = QDragEnterEvent(
        QPoint(5, 5), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    page.dragEnterEvent(event)
    assert not event.isAccepted()


def test_a_bad_file_is_told_by_name_and_the_next_is_read(
    page: MaterialPage, notes: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    locked = make_lines(tmp_path / "locked.pdf", ["Secret."], password="sesame")
    _drop(page, locked, notes)
    qtbot.waitUntil(lambda: len(page.files.rows) == 1 and not page.run.is_running)
    assert "locked.pdf: is encrypted; save a copy without" in page.files.trouble.text()
    assert page.files.trouble.isVisible()


def test_reading_shows_how_far_it_is_and_can_be_stopped(
    page: MaterialPage, tmp_path: Path, qtbot: QtBot
) -> None:
    book = make_long(tmp_path / "book.pdf", 900)
    page.run.add([book])
    qtbot.waitUntil(lambda: page.run.progress[0] > 0)
    assert page.files.activity.isVisible()
    assert page.files.activity.title.text() == "Reading book.pdf"
    assert page.files.activity.bar.maximum() == 900
    page.files.activity.stop_button.click()
    qtbot.waitUntil(lambda: not page.run.is_running)
    assert page.files.rows == {}
    assert not page.files.activity.isVisible()
    assert page.run.trouble == ""


def test_looking_for_key_points_fills_the_inbox(filled: MaterialPage) -> None:
    [row] = filled.files.rows.values()
    waiting = len(filled.inbox._proposals)
    assert waiting >= 4
    assert row.figures.text() == f"{waiting} in the inbox  ·  0 accepted  ·  0 rejected"
    assert row.propose_button.text() == "Look for more"
    assert filled.tabs.button("inbox").text() == f"Inbox ({waiting})"


def test_the_inbox_of_one_file_is_a_click_away(filled: MaterialPage) -> None:
    filled.show_view("files")
    [row] = filled.files.rows.values()
    row.inbox_button.click()
    assert filled.inbox.isVisible()
    assert filled.inbox.current is not None


def test_a_removed_file_is_gone_with_its_proposals_until_undone(filled: MaterialPage) -> None:
    [row] = filled.files.rows.values()
    row.remove_button.click()
    assert filled.files.rows == {}
    assert filled.inbox.current is None
    filled.inbox.undo_button.click()
    assert len(filled.files.rows) == 1
    assert filled.inbox.current is not None


def test_leaving_the_window_stops_what_runs(
    page: MaterialPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.run.add([make_long(tmp_path / "a.pdf", 600), make_long(tmp_path / "b.pdf", 600)])
    page.stop()
    qtbot.waitUntil(lambda: not page.run.is_running)
    assert page.files.rows == {}


def test_a_damaged_database_is_told_and_the_page_stays(
    page: MaterialPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.material.close()
    workspace._material = None
    (workspace.paths.material / "material.db").write_bytes(b"damaged" * 2000)
    for beside in workspace.paths.material.glob("material.db-*"):
        beside.unlink()
    page.refresh()
    assert page.trouble.isVisible()
    assert "is not a database of Segue" in page.trouble.text()


def test_with_a_model_looking_can_be_stopped_and_goes_on_where_it_was(
    page: MaterialPage, engine: GatedEngine, notes: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.run.added):
        page.run.add([notes])
    qtbot.waitUntil(lambda: not page.run.is_running)
    engine.says = f"What is {HOLD} meant by that?"
    engine.held.clear()
    [row] = page.files.rows.values()
    row.propose_button.click()
    qtbot.waitUntil(lambda: page.run.progress[1] > 0)
    assert page.files.activity.isVisible()
    page.files.activity.stop_button.click()
    qtbot.waitUntil(lambda: not page.run.is_running)
    assert page.run.trouble == ""
    engine.held.set()
    [row] = page.files.rows.values()
    row.propose_button.click()
    qtbot.waitUntil(lambda: not page.run.is_running)
    [row] = page.files.rows.values()
    assert row.inbox_button.isVisibleTo(page.files)


def test_a_model_that_fails_is_told_and_what_was_made_is_kept(
    page: MaterialPage, engine: GatedEngine, notes: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.run.added):
        page.run.add([notes])
    qtbot.waitUntil(lambda: not page.run.is_running)
    engine.fails_to_write = EngineError(Cause.CRASHED, "signal 11")
    [row] = page.files.rows.values()
    row.propose_button.click()
    qtbot.waitUntil(lambda: not page.run.is_running)
    assert "The model stopped unexpectedly" in page.files.trouble.text()
    assert "What was made so far is kept" in page.files.trouble.text()


def test_what_somebody_else_cancels_goes_on_by_itself(
    page: MaterialPage, engine: GatedEngine, notes: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.run.added):
        page.run.add([notes])
    qtbot.waitUntil(lambda: not page.run.is_running)
    engine.says = f"What is {HOLD} meant by that?"
    engine.held.clear()
    [row] = page.files.rows.values()
    row.propose_button.click()
    qtbot.waitUntil(lambda: page.run.progress[1] > 0)
    engine.cancel()
    engine.held.set()
    qtbot.waitUntil(lambda: not page.run.is_running)
    assert page.run.trouble == ""
    assert page.inbox.current is not None
