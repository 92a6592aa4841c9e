"""What to read, decided with a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.material.records import Outcome
from app.workspace import Workspace
from tests.conftest import Clock
from ui.pages.material import MaterialPage
from ui.pages.material.reading_list import ReadingListView


@pytest.fixture
def view(page: MaterialPage) -> ReadingListView:
    page.show_view("reading")
    return page.reading


def _plan(view: ReadingListView, title: str, due: str = "", why: str = "") -> None:
    view.title.setText(title)
    view.due.setText(due)
    view.why.setText(why)
    view.add_button.click()


def test_an_entry_is_put_on_the_list_by_enter(view: ReadingListView, qtbot: QtBot) -> None:
    view.title.setText("Attention is all you need")
    view.due.setText("2026-12-24")
    qtbot.keyClick(view.due, Qt.Key.Key_Return)
    [row] = view.rows.values()
    assert row.title.text() == "Attention is all you need"
    assert row.detail.text() == "by 24 December 2026"
    assert view.title.text() == ""
    assert not view.empty.isVisible()


@pytest.mark.parametrize(
    ("title", "due", "said"),
    [("Paper", "tomorrow", "Write the date as 2026-12-24"), (" ", "", "What is it called?")],
)
def test_what_cannot_be_put_on_the_list_is_said_and_stays_typed(
    view: ReadingListView, title: str, due: str, said: str
) -> None:
    _plan(view, title, due)
    assert view.rows == {}
    assert view.trouble.text().startswith(said)
    assert (view.title.text(), view.due.text()) == (title, due)


def test_what_is_overdue_is_told(view: ReadingListView, clock: Clock) -> None:
    _plan(view, "Paper", "2026-11-25", "to know")
    clock.advance(days=5)
    view.refresh()
    [row] = view.rows.values()
    assert row.detail.text() == "to know  ·  was due 25 November 2026"


def test_a_decision_with_its_note_moves_the_entry_down_and_undo_brings_it_back(
    view: ReadingListView, workspace: Workspace
) -> None:
    _plan(view, "First")
    _plan(view, "Second")
    first = next(row for row in view.rows.values() if row.entry.title == "First")
    first.note.setText("worth it")
    first.buttons[Outcome.KEPT].click()
    assert [row.entry.title for row in view.rows.values()] == ["Second", "First"]
    kept = view.rows[first.entry.id]
    assert kept.detail.text() == "kept: worth it"
    assert list(kept.buttons) == [Outcome.OPEN]
    view.undo_button.click()
    assert [row.entry.title for row in view.rows.values()] == ["First", "Second"]
    assert workspace.material.store.to_read(first.entry.id).outcome is Outcome.OPEN


def test_a_decided_entry_can_be_reopened(view: ReadingListView) -> None:
    _plan(view, "Paper")
    [row] = view.rows.values()
    row.buttons[Outcome.DROPPED].click()
    [row] = view.rows.values()
    row.buttons[Outcome.OPEN].click()
    [row] = view.rows.values()
    assert set(row.buttons) == {Outcome.DONE, Outcome.KEPT, Outcome.DROPPED}
