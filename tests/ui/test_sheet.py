"""The sheet of keys is made from what there is, and goes with the keys that opened it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import Command
from ui.sheet import KeyGroup, ShortcutSheet
from ui.theme import Theme


def command(name: str, *keys: str) -> Command:
    return Command(name, keys, "Quiz", f"{name}, in other words", True, list)


GROUPS = {
    "Everywhere": [command("Commands", "Ctrl+K"), command("Redo", "Ctrl+Shift+Z", "Ctrl+Y")],
    "Quiz": [command("Skip", "Alt+S", "S")],
}


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> ShortcutSheet:
    window = QMainWindow()
    window.resize(1024, 700)
    window.setCentralWidget(QWidget())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = ShortcutSheet(window, theme)
    made.window_ = window  # type: ignore[attr-defined]  # kept for as long as the sheet
    made.show_keys(GROUPS)
    return made


def texts(sheet: ShortcutSheet) -> list[str]:
    shown = (label for label in sheet.findChildren(QLabel) if label.isVisible())
    return [label.text() for label in shown]


def test_every_page_has_its_keys_beside_their_names(sheet: ShortcutSheet) -> None:
    assert {"Everywhere", "Commands", "Ctrl+K", "Quiz", "Skip", "Alt+S", "S"} <= set(texts(sheet))


def test_a_screen_reader_says_a_name_with_its_keys(sheet: ShortcutSheet) -> None:
    names = [label.accessibleName() for label in sheet.findChildren(QLabel)]
    assert "Redo: Ctrl+Shift+Z or Ctrl+Y" in names


@pytest.mark.parametrize("key", [Qt.Key.Key_Question, Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_it_goes_with_the_keys_that_opened_it(
    sheet: ShortcutSheet, qtbot: QtBot, key: Qt.Key
) -> None:
    assert sheet.area.hasFocus()
    qtbot.keyClick(sheet.area, key)
    assert not sheet.isVisible()


def test_pages_that_come_later_are_added_where_one_reads(
    sheet: ShortcutSheet, qtbot: QtBot
) -> None:
    many = {**GROUPS, "Read": [command(f"Mark {n}", str(n)) for n in range(40)]}
    sheet.show_keys(many)
    bar = sheet.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    kept = bar.value()
    sheet.show_keys({**many, "Ask": [command("Stop", "Esc")]})
    assert bar.value() == kept
    assert len({group for group in sheet.findChildren(KeyGroup) if group.isVisible()}) == 4


def test_a_page_is_not_torn_apart(sheet: ShortcutSheet) -> None:
    for group in sheet.findChildren(KeyGroup):
        labels = group.findChildren(QLabel)
        assert {label.window() for label in labels} == {sheet.window()}
        assert all(group.isAncestorOf(label) for label in labels)
