"""What to read, decided with a click."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
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
    assert row.state.text() == "By 24 December 2026"
    assert view.title.text() == ""
    assert not view.empty.isVisible()


@pytest.mark.parametrize(
    ("title", "due", "said"),
    [("Paper", "some day", "Write the date as 2026-12-24"), (" ", "", "What is it called?")],
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
    assert row.detail.text() == "to know"
    assert row.state.text() == "Was due 25 November 2026"
    assert row.state.property("tone") == "warm"


def test_a_date_may_be_typed_as_people_say_it(view: ReadingListView) -> None:
    _plan(view, "Paper", "in 2 weeks")
    [row] = view.rows.values()
    assert row.state.text() == "By 7 December 2026"


def test_an_entry_is_put_right_in_the_form(view: ReadingListView, workspace: Workspace) -> None:
    _plan(view, "Papr", "2026-11-25", "to know")
    [row] = view.rows.values()
    row.edit_button.click()
    assert (view.title.text(), view.due.text()) == ("Papr", "2026-11-25")
    assert view.add_button.text() == "Save"
    view.title.setText("Paper")
    view.due.setText("tomorrow")
    view.add_button.click()
    [row] = view.rows.values()
    assert (row.title.text(), row.detail.text()) == ("Paper", "to know")
    assert row.state.text() == "By 24 November 2026"
    assert view.title.text() == ""
    assert view.add_button.text() == "Put on the list"
    assert len(workspace.material.store.reading_list()) == 1


def test_putting_right_can_be_left(view: ReadingListView) -> None:
    _plan(view, "Paper")
    [row] = view.rows.values()
    row.edit_button.click()
    view.title.setText("Something else")
    view.cancel_button.click()
    _plan(view, "Another")
    assert [each.title.text() for each in view.rows.values()] == ["Paper", "Another"]


@pytest.mark.parametrize("place", ["https://example.com/paper", "{file}"])
def test_what_can_be_opened_is_opened_where_it_belongs(
    view: ReadingListView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-")
    place = place.format(file=tmp_path / "paper.pdf")
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    view.place.setText(place)
    _plan(view, "Paper")
    [row] = view.rows.values()
    assert row.open_button.isVisibleTo(view)
    row.open_button.click()
    assert len(opened) == 1
    assert opened[0].endswith(place)


@pytest.mark.parametrize("place", ["", "on the shelf", "javascript:alert(1)", "/no/such/file"])
def test_what_cannot_be_opened_has_no_button(view: ReadingListView, place: str) -> None:
    view.place.setText(place)
    _plan(view, "Paper")
    [row] = view.rows.values()
    assert not row.open_button.isVisibleTo(view)


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
    assert kept.state.text() == "Kept: worth it"
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
