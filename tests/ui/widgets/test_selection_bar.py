"""The bar at selected words fits beside them, and says all that it offers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.study.marked import Look
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.selection_bar import SelectionBar


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    widget.show()
    return widget


@pytest.fixture
def bar(over: QWidget, theme: Theme) -> SelectionBar:
    return SelectionBar(theme, over)


def test_it_is_hidden_until_there_is_a_selection(bar: SelectionBar) -> None:
    assert not bar.isVisible()
    bar.show_at(QRect(100, 200, 80, 20), None, can_be_quizzed=True)
    assert bar.isVisible()
    assert bar.geometry().bottom() < 200
    assert not bar.remove_button.isVisible()


@pytest.mark.parametrize(
    "area",
    [QRect(0, 0, 10, 20), QRect(590, 380, 10, 20), QRect(0, 2, 310, 396), QRect(300, 200, 1, 1)],
)
@pytest.mark.parametrize("width", [600, 310])
def test_it_never_leaves_its_page(
    bar: SelectionBar, over: QWidget, area: QRect, width: int
) -> None:
    over.resize(width, 400)
    bar.show_at(area, Look.BLUE, can_be_quizzed=True)
    assert over.rect().contains(bar.geometry())
    for button in bar.findChildren(Button):
        assert button.accessibleName()
        assert not button.isVisible() or bar.rect().contains(button.geometry())


def test_what_holds_for_a_highlight_is_shown(bar: SelectionBar, qtbot: QtBot) -> None:
    bar.show_at(QRect(100, 200, 80, 20), Look.GREEN, can_be_quizzed=False)
    assert [look for look, button in bar.looks.items() if button.isChecked()] == [Look.GREEN]
    assert bar.remove_button.isVisible()
    assert not bar.quiz_button.isVisible()
    with qtbot.waitSignal(bar.look_chosen) as chosen:
        qtbot.mouseClick(bar.looks[Look.AMBER], Qt.MouseButton.LeftButton)
    assert chosen.args == [Look.AMBER]


def test_each_button_tells_what_is_wanted(bar: SelectionBar, qtbot: QtBot) -> None:
    bar.show_at(QRect(100, 200, 80, 20), Look.GREEN, can_be_quizzed=True)
    for button, signal in (
        (bar.note_button, bar.note_asked),
        (bar.explain_button, bar.explain_asked),
        (bar.quiz_button, bar.quiz_asked),
        (bar.remove_button, bar.remove_asked),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_looks_are_drawn_in_the_colours_of_the_theme(bar: SelectionBar, theme: Theme) -> None:
    before = bar.looks[Look.AMBER].icon().pixmap(20).toImage()
    theme.choose("dark")
    assert bar.looks[Look.AMBER].icon().pixmap(20).toImage() != before
