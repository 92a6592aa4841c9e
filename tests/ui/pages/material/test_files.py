"""Adding files, and looking for key points in them; tests/ui/test_dropping.py drops them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.workspace import Workspace
from tests.helpers.gated_engine import HOLD, GatedEngine
from tests.helpers.papers import make_lines, make_long
from ui.pages.material import MaterialPage
from ui.pages.material.details import FileDetails


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


def test_files_are_read_one_after_another(
    page: MaterialPage, notes: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page.run.add([notes, make_lines(tmp_path / "paper.pdf", ["One line of text in it."])])
    assert page.run.title == "Reading notes.md"
    qtbot.waitUntil(lambda: len(page.files.rows) == 2 and not page.run.is_running)
    assert sorted(row.title.text() for row in page.files.rows.values()) == [
        "How the page cache works",
        "paper",
    ]
    assert not page.files.activity.isVisible()


def test_a_bad_file_is_told_by_name_and_the_next_is_read(
    page: MaterialPage, notes: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    locked = make_lines(tmp_path / "locked.pdf", ["Secret."], password="sesame")
    page.run.add([locked, notes])
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
    assert 0 < (page.files.activity.bar.share() or 0.0) < 1
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


def test_a_section_is_looked_at_by_itself(
    page: MaterialPage, notes: Path, qtbot: QtBot, workspace: Workspace
) -> None:
    with qtbot.waitSignal(page.run.added):
        page.run.add([notes])
    qtbot.waitUntil(lambda: not page.run.is_running)
    [row] = page.files.rows.values()
    row.details_button.click()
    details = _details(page)
    headings = [each.heading.text() for each in details.rows.values()]
    assert headings[1] == "How the page cache works › Writing"
    details.rows[1].look_button.click()
    assert not details.rows[0].look_button.isEnabled()
    qtbot.waitUntil(lambda: not page.run.is_running)
    assert {each.draft.section for each in workspace.material.store.proposals()} == {1}
    details = _details(page)
    assert details.rows[1].facts.text().endswith("looked at")
    assert details.rows[0].facts.text() == ""


def test_a_file_is_renamed_wherever_it_is_named(
    filled: MaterialPage, workspace: Workspace, qtbot: QtBot
) -> None:
    filled.inbox.accept_button.click()
    filled.show_view("files")
    [row] = filled.files.rows.values()
    row.details_button.click()
    details = _details(filled)
    details.title.setText("Caches")
    with qtbot.waitSignal(filled.material_changed):
        qtbot.keyClick(details.title, Qt.Key.Key_Return)
    [row] = filled.files.rows.values()
    assert row.title.text() == "Caches"
    filled.show_view("inbox")
    assert filled.inbox.proposal.place.text().startswith("Caches")
    assert "Caches" in [skill.lead for skill in workspace.transition.skills]


def test_the_file_itself_is_opened(
    filled: MaterialPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    [row] = filled.files.rows.values()
    row.details_button.click()
    _details(filled).open_button.click()
    [copy] = opened
    assert Path(copy).read_text(encoding="utf-8").startswith("---\ntitle: How the page cache")
    Path(copy).unlink()
    _details(filled).open_button.click()
    assert "is not on this computer" in filled.files.trouble.text()
    assert len(opened) == 1


def _details(page: MaterialPage) -> FileDetails:
    [row] = page.files.rows.values()
    assert row.details is not None
    return row.details


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
    with qtbot.waitSignal(page.run.proposed):
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
