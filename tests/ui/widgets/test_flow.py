"""A row that breaks where there is too little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.flow import Flow

SPACING = 10


@pytest.fixture
def parts(theme: Theme) -> list[QLabel]:
    parts = [QLabel(f"Part {number}") for number in range(4)]
    for part in parts:
        part.setFixedSize(100, 30)
    return parts


@pytest.fixture
def flow(parts: list[QLabel], theme: Theme, qtbot: QtBot) -> Flow:
    flow = Flow(SPACING)
    qtbot.addWidget(flow)
    for part in parts:
        flow.add(part)
    flow.show()
    return flow


def places(parts: list[QLabel]) -> list[tuple[int, int]]:
    return [(part.x(), part.y()) for part in parts]


def test_with_room_it_is_one_row(flow: Flow, parts: list[QLabel]) -> None:
    flow.resize(flow.sizeHint())
    assert flow.width() == 4 * 100 + 3 * SPACING
    assert places(parts) == [(0, 0), (110, 0), (220, 0), (330, 0)]


def test_with_less_it_is_two(flow: Flow, parts: list[QLabel]) -> None:
    assert flow.heightForWidth(250) == 2 * 30 + SPACING
    flow.resize(250, 70)
    assert places(parts) == [(0, 0), (110, 0), (0, 40), (110, 40)]


def test_it_can_be_as_narrow_as_its_widest(flow: Flow, parts: list[QLabel]) -> None:
    assert flow.minimumSizeHint().width() == 100
    assert flow.heightForWidth(100) == 4 * 30 + 3 * SPACING


def test_what_is_hidden_takes_no_room(flow: Flow, parts: list[QLabel]) -> None:
    parts[1].hide()
    flow.resize(flow.sizeHint())
    assert flow.width() == 3 * 100 + 2 * SPACING
    assert parts[2].x() == 110


def test_a_layout_gives_it_the_height_it_needs(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow, below = Flow(SPACING), QLabel("Below")
    for number in range(4):
        part = QLabel(str(number))
        part.setFixedSize(100, 30)
        flow.add(part)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(flow)
    column.addWidget(below, 1)
    page.resize(230, 300)
    page.show()
    qtbot.waitUntil(lambda: flow.geometry() == QRect(0, 0, 230, 70))
    page.resize(600, 300)
    qtbot.waitUntil(lambda: flow.height() == 30)


def test_from_right_to_left_it_begins_on_the_right(flow: Flow, parts: list[QLabel]) -> None:
    flow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.resize(250, 70)
    assert places(parts) == [(150, 0), (40, 0), (150, 40), (40, 40)]


def test_the_last_may_stand_at_the_far_end(parts: list[QLabel], qtbot: QtBot) -> None:
    flow = Flow(SPACING, spread=True)
    qtbot.addWidget(flow)
    for part in parts[:3]:
        flow.add(part)
    flow.resize(500, 30)
    flow.show()
    assert places(parts[:3]) == [(0, 0), (110, 0), (400, 0)]
    flow.resize(120, 110)
    assert places(parts[:3]) == [(0, 0), (0, 40), (0, 80)]


def test_what_grew_while_nobody_saw_it_is_put_in_its_place(flow: Flow, parts: list[QLabel]) -> None:
    flow.resize(400, 70)
    flow.hide()
    parts[0].setFixedSize(140, 30)
    flow.show()
    assert parts[1].x() == 150
