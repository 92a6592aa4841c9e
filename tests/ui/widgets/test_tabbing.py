"""Tab goes through a window as it is shown, not as it was made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.widgets.tabbing import go_to, neighbour, tab_order


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def buttons(*names: str) -> list[QPushButton]:
    return [QPushButton(name) for name in names]


def names_of(widgets: list[QWidget]) -> list[str]:
    return [widget.text() for widget in widgets if isinstance(widget, QPushButton)]


def test_it_goes_by_the_layout(window: QWidget) -> None:
    below, right, left = buttons("below", "right", "left")
    column = QVBoxLayout(window)
    row = QHBoxLayout()
    column.addLayout(row)
    row.addWidget(left)
    row.addWidget(right)
    column.addWidget(below)
    for button in (below, right, left):
        button.show()
    assert names_of(tab_order(window)) == ["left", "right", "below"]


def test_what_appears_later_has_its_place(window: QWidget, qtbot: QtBot) -> None:
    first, last, late = buttons("first", "last", "late")
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(last)
    column.insertWidget(1, late)
    qtbot.waitUntil(late.isVisible)
    first.setFocus()
    assert neighbour(window, first, forwards=True) is late
    assert neighbour(window, last, forwards=False) is late
    assert neighbour(window, last, forwards=True) is first


def test_what_cannot_have_the_focus_is_passed_over(window: QWidget) -> None:
    hidden, off, click_only, plain = buttons("hidden", "off", "click only", "plain")
    column = QVBoxLayout(window)
    for button in (hidden, off, click_only, plain):
        column.addWidget(button)
    hidden.hide()
    off.setEnabled(False)
    click_only.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    plain.show()
    assert names_of(tab_order(window)) == ["plain"]


def test_areas_and_splitters_are_looked_into_and_fields_are_not(window: QWidget) -> None:
    left, inside = buttons("left", "inside")
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    number = QSpinBox()
    splitter = QSplitter()
    for part in (left, area, number):
        splitter.addWidget(part)
    QVBoxLayout(window).addWidget(splitter)
    splitter.show()
    assert tab_order(window) == [left, inside, number]


def test_a_page_that_leads_the_focus_on_hides_nothing(window: QWidget) -> None:
    page = QWidget()
    above, start = buttons("above", "start")
    column = QVBoxLayout(page)
    column.addWidget(above)
    column.addWidget(start)
    page.setFocusProxy(start)
    QVBoxLayout(window).addWidget(page)
    page.show()
    assert names_of(tab_order(window)) == ["above", "start"]


def test_from_a_page_itself_it_leads_into_it(window: QWidget) -> None:
    page = QWidget()
    first, last = buttons("first", "last")
    column = QVBoxLayout(page)
    column.addWidget(first)
    column.addWidget(last)
    QVBoxLayout(window).addWidget(page)
    page.show()
    assert neighbour(window, page, forwards=True) is first
    assert neighbour(window, page, forwards=False) is last
    assert neighbour(window, QPushButton("elsewhere"), forwards=True) is None


def test_what_gets_the_focus_is_scrolled_into_sight(window: QWidget) -> None:
    content = QWidget()
    content.resize(300, 2000)
    far = QPushButton("far", content)
    far.move(10, 1900)
    area = QScrollArea()
    area.setWidget(content)
    QVBoxLayout(window).addWidget(area)
    area.show()
    go_to(far, forwards=True)
    assert far.hasFocus()
    assert area.viewport().rect().contains(far.mapTo(area.viewport(), QPoint(5, 5)))
