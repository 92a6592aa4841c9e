"""A card in front of the window keeps the keys until it is put away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.overlay import Overlay
from ui.widgets.page import vertical


class Scene:
    """A window with a field and a button, and a card with two buttons in front of it."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        self.window.resize(900, 600)
        self.field = QLineEdit()
        self.stop = Button("Stop", theme, keys="Escape")
        centre = QWidget()
        column = vertical("s", centre)
        column.addWidget(self.field)
        column.addWidget(self.stop)
        self.window.setCentralWidget(centre)
        self.card = Overlay(self.window, "Card", width=400)
        self.first, self.second = Button("First", theme), Button("Second", theme)
        self.card.body.addWidget(self.first)
        self.card.body.addWidget(self.second)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()


@pytest.fixture
def scene(theme: Theme, qtbot: QtBot) -> Scene:
    return Scene(theme, qtbot)


def test_it_covers_the_window_and_follows_its_size(scene: Scene, qtbot: QtBot) -> None:
    scene.card.appear(scene.first)
    assert scene.card.size() == scene.window.size()
    scene.window.resize(1000, 700)
    qtbot.waitUntil(lambda: scene.card.size() == scene.window.size())
    assert scene.card.card.width() == 400


def test_escape_puts_it_away_and_means_nothing_to_the_page(scene: Scene, qtbot: QtBot) -> None:
    scene.card.appear(scene.first)
    with qtbot.assertNotEmitted(scene.stop.clicked), qtbot.waitSignal(scene.card.closed):
        qtbot.keyClick(scene.first, Qt.Key.Key_Escape)
    assert not scene.card.isVisible()
    assert scene.field.hasFocus()


def test_so_does_a_click_beside_it_but_not_one_on_it(scene: Scene, qtbot: QtBot) -> None:
    scene.card.appear(scene.first)
    middle = scene.card.card.geometry().center()
    qtbot.mouseClick(scene.card, Qt.MouseButton.LeftButton, pos=middle)
    assert scene.card.isVisible()
    qtbot.mouseClick(scene.card, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not scene.card.isVisible()


def test_tab_goes_round_inside_it_both_ways(scene: Scene, qtbot: QtBot) -> None:
    scene.card.appear(scene.first)
    for key, reached in (
        (Qt.Key.Key_Tab, scene.second),
        (Qt.Key.Key_Tab, scene.first),
        (Qt.Key.Key_Backtab, scene.second),
    ):
        qtbot.keyClick(scene.window.focusWidget(), key)
        assert reached.hasFocus()


def test_a_page_that_takes_the_focus_meanwhile_has_it_afterwards(scene: Scene) -> None:
    scene.card.appear(scene.first)
    scene.stop.setFocus()  # a verdict has arrived, say
    assert scene.card.isAncestorOf(scene.window.focusWidget())
    scene.card.leave()
    assert scene.stop.hasFocus()


def test_what_had_the_focus_may_be_gone_by_then(scene: Scene, qtbot: QtBot) -> None:
    scene.card.appear(scene.first)
    scene.field.deleteLater()
    qtbot.wait(1)
    scene.card.leave()
    assert not scene.card.isVisible()


def test_it_opens_once_and_closes_once(scene: Scene, qtbot: QtBot) -> None:
    scene.card.appear(scene.first)
    scene.card.appear(scene.second)
    scene.card.leave()
    with qtbot.assertNotEmitted(scene.card.closed):
        scene.card.leave()
    assert scene.field.hasFocus()


def test_a_narrow_window_makes_it_narrower(scene: Scene) -> None:
    scene.window.resize(300, 400)
    scene.card.appear(scene.first)
    assert scene.card.card.width() < 300


def test_it_has_a_name(scene: Scene) -> None:
    interface = QAccessible.queryAccessibleInterface(scene.card)
    assert interface.text(QAccessible.Text.Name) == "Card"
