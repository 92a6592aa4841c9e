"""Long things are gone through by keys, to the very end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.page import Column
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import Text


def filled_column() -> tuple[Column, QWidget]:
    page, button = Column(), QPushButton("Start")
    page.body.addWidget(button)
    for number in range(200):
        page.body.addWidget(Text(f"Line {number}"))
    return page, button


def filled_card() -> tuple[Scrolled, QWidget]:
    card = Scrolled("Lines", 300)
    for number in range(200):
        card.row.addWidget(Text(f"Column {number}\n" * 100))
    return card, card


@pytest.mark.parametrize("make", [filled_column, filled_card])
def test_home_and_end_lead_to_the_ends(
    make: Callable[[], tuple[Column | Scrolled, QWidget]], qtbot: QtBot
) -> None:
    area, focused = make()
    qtbot.addWidget(area)
    area.resize(400, 300)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    focused.setFocus()
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(focused, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(focused, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(focused, Qt.Key.Key_PageDown)
    assert 0 < bar.value() < bar.maximum()


def test_a_field_keeps_these_keys_to_itself(qtbot: QtBot) -> None:
    page, _button = filled_column()
    field = QLineEdit("some words")
    page.body.insertWidget(0, field)
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.setFocus()
    field.setCursorPosition(0)
    qtbot.keyClick(field, Qt.Key.Key_End)
    assert field.cursorPosition() == len("some words")
    assert page.verticalScrollBar().value() == 0
