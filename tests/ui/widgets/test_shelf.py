"""Contents and notes stand in the same place, one at a time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.content.anchor import Anchor
from app.study.marked import Look, Mark
from ui.theme import Theme
from ui.widgets.contents import Contents
from ui.widgets.mark_list import ListedMark
from ui.widgets.notes_pane import ALL, NotesPane
from ui.widgets.shelf import CONTENTS, NOTES, Shelf

MARK = Mark("1", datetime(2026, 11, 23, tzinfo=UTC), "t", "d", Anchor("Words."), Look.AMBER, "")


@pytest.fixture
def notes(theme: Theme) -> NotesPane:
    return NotesPane(theme)


@pytest.fixture
def shelf(notes: NotesPane, theme: Theme, qtbot: QtBot) -> Shelf:
    window = QWidget()
    made = Shelf(Contents(), notes, theme)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.window_ = window  # type: ignore[attr-defined]  # kept alive
    return made


def test_keys_and_clicks_change_between_the_two(
    shelf: Shelf, notes: NotesPane, qtbot: QtBot
) -> None:
    assert shelf.part() == CONTENTS
    qtbot.keyClick(shelf, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert shelf.part() == NOTES
    assert notes.isVisible()
    qtbot.mouseClick(shelf.choice.button(CONTENTS), Qt.MouseButton.LeftButton)
    assert shelf.part() == CONTENTS


def test_an_empty_list_says_what_to_do(shelf: Shelf, notes: NotesPane, qtbot: QtBot) -> None:
    shelf.show_part(NOTES)
    notes.show_marks([])
    assert notes.nothing.isVisible()
    assert "press H" in notes.nothing.text()
    with qtbot.waitSignal(notes.scope_chosen):
        qtbot.mouseClick(notes.scope.button(ALL), Qt.MouseButton.LeftButton)
    assert notes.shows_all


def test_buttons_mean_the_current_entry(shelf: Shelf, notes: NotesPane, qtbot: QtBot) -> None:
    shelf.show_part(NOTES)
    notes.show_marks([ListedMark(MARK)])
    assert not notes.note_button.isEnabled()
    notes.list.setCurrentIndex(notes.list.listed.index(0))
    for button, signal in (
        (notes.note_button, notes.list.note_asked),
        (notes.remove_button, notes.list.remove_asked),
    ):
        with qtbot.waitSignal(signal) as told:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.args == [MARK]
    with qtbot.waitSignal(notes.export_asked):
        qtbot.mouseClick(notes.export_button, Qt.MouseButton.LeftButton)
