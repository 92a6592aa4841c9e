"""Size, movable edges and the last page come back, and nothing spoilt keeps a window shut."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from ui.window_state import edges_of, first_page, geometry_of, restore_edges, restore_geometry

TODAY = date(2026, 11, 23)
NAMES = ("today", "read", "quiz", "settings")


def make_page(qtbot: QtBot) -> tuple[QWidget, QSplitter]:
    """Return a page with one movable edge."""
    page = QWidget()
    splitter = QSplitter(Qt.Orientation.Horizontal, page)
    for _ in range(2):
        side = QWidget()
        side.setMinimumWidth(50)
        splitter.addWidget(side)
    splitter.resize(600, 300)
    page.resize(600, 300)
    qtbot.addWidget(page)
    page.show()
    return page, splitter


def test_edges_come_back_to_where_they_were(qtbot: QtBot) -> None:
    page, splitter = make_page(qtbot)
    splitter.setSizes([150, 445])
    kept = edges_of({"read": page}, "")
    again, other = make_page(qtbot)
    restore_edges("read", again, kept)
    assert other.sizes() == splitter.sizes()


def test_pages_that_were_not_opened_keep_theirs(qtbot: QtBot) -> None:
    page, splitter = make_page(qtbot)
    splitter.setSizes([150, 445])
    kept = edges_of({"read": page}, "")
    assert edges_of({"today": QWidget()}, kept) == kept
    changed = edges_of({"quiz": page}, kept)
    assert set(changed) > set()
    again, other = make_page(qtbot)
    restore_edges("read", again, changed)
    assert other.sizes() == splitter.sizes()


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", '{"read": 3}', '{"read": ["???"]}', '{"read": []}']
)
def test_what_cannot_be_read_changes_nothing(kept: str, qtbot: QtBot) -> None:
    page, splitter = make_page(qtbot)
    before = splitter.sizes()
    restore_edges("read", page, kept)
    assert splitter.sizes() == before


def test_size_comes_back_and_nonsense_does_not(qtbot: QtBot) -> None:
    first, second = QMainWindow(), QMainWindow()
    for window in (first, second):
        qtbot.addWidget(window)
    first.resize(711, 522)
    restore_geometry(second, geometry_of(first))
    assert second.size() == first.size()
    restore_geometry(second, "???no base64???")
    assert second.size() == first.size()


def left(page: str, day: date = TODAY) -> Settings:
    return Settings(page=page, page_day=day.isoformat())


def test_the_same_day_goes_on_where_it_was_left() -> None:
    assert first_page(left("read"), TODAY, NAMES) == "read"


def test_a_new_day_begins_with_what_is_due() -> None:
    assert first_page(left("read", date(2026, 11, 22)), TODAY, NAMES) == "today"
    assert first_page(Settings(), TODAY, NAMES) == "today"


def test_a_quiz_ended_with_its_window_and_an_unknown_page_is_none() -> None:
    assert first_page(left("quiz"), TODAY, NAMES) == "today"
    assert first_page(left("labs"), TODAY, NAMES) == "today"
