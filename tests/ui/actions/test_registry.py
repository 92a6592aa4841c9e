"""The registry knows what holds where, and leaves keys to pages that use them themselves."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import EVERYWHERE, Actions
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.page import vertical

CTRL = Qt.KeyboardModifier.ControlModifier


class Window(QMainWindow):
    """A window that passes on the keys that are left, as the real one does."""

    actions_: Actions

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.actions_.take(event):
            super().keyPressEvent(event)


@dataclass
class Scene:
    """A window with a sidebar and two pages."""

    window: Window
    actions: Actions
    pages: dict[str, QWidget]
    stack: QStackedWidget
    done: list[str] = field(default_factory=list)


@pytest.fixture
def scene(theme: Theme, qtbot: QtBot) -> Scene:
    window = Window()
    qtbot.addWidget(window)
    centre, side, stack = QWidget(), QWidget(), QStackedWidget()
    vertical("s", side).addWidget(Button("Read", theme, keys="Ctrl+2"))
    pages = {"read": QWidget(), "quiz": QWidget()}
    vertical("s", pages["read"]).addWidget(Button("Mark", theme, keys="M"))
    vertical("s", pages["quiz"]).addWidget(Button("Skip", theme, keys="S"))
    for page in pages.values():
        stack.addWidget(page)
    layout = vertical("s", centre)
    layout.addWidget(side)
    layout.addWidget(stack)
    window.setCentralWidget(centre)
    titles = {"read": "Read", "quiz": "Quiz"}
    window.actions_ = Actions(window, (side,), titles, lambda: pages)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Scene(window, window.actions_, pages, stack)


def names(scene: Scene, page: str) -> list[str]:
    return [command.name for command in scene.actions.available(page)]


def test_a_page_offers_its_own_first_and_nothing_of_the_others(scene: Scene) -> None:
    assert names(scene, "read") == ["Mark", "Read"]
    scene.stack.setCurrentWidget(scene.pages["quiz"])
    assert names(scene, "quiz") == ["Skip", "Read"]


def test_what_is_added_holds_on_every_page(scene: Scene, qtbot: QtBot) -> None:
    scene.actions.add("Quit", lambda: scene.done.append("quit"), "Ctrl+Q", hint="All is saved")
    assert names(scene, "read")[-1] == "Quit"
    qtbot.keyClick(scene.window, Qt.Key.Key_Q, CTRL)
    assert scene.done == ["quit"]


def test_the_sheet_has_all_pages_in_order_and_what_is_not_shown(scene: Scene) -> None:
    groups = scene.actions.with_keys()
    assert list(groups) == [EVERYWHERE, "Read", "Quiz"]
    assert [(each.name, each.keys) for each in groups["Quiz"]] == [("Skip", ("S",))]


def test_a_page_without_keys_is_left_out_and_so_is_what_has_none(
    scene: Scene, theme: Theme
) -> None:
    scene.pages["read"].findChild(Button).deleteLater()
    scene.pages["read"] = QWidget()
    vertical("s", scene.pages["read"]).addWidget(Button("Without keys", theme))
    assert list(scene.actions.with_keys()) == [EVERYWHERE, "Quiz"]


def test_the_values_of_one_choice_are_one_line_of_the_sheet(scene: Scene, theme: Theme) -> None:
    for number, value in enumerate(("Again", "Hard", "Good"), start=1):
        scene.pages["quiz"].layout().addWidget(
            Button(value, theme, keys=str(number), name=f"Known: {value}")
        )
    lines = {each.name: each.keys for each in scene.actions.with_keys()["Quiz"]}
    assert lines == {"Skip": ("S",), "Known": ("1", "2", "3")}


class TestModestKeys:
    """Undo has the same keys in a field of text, and on pages that take back in their own way."""

    @pytest.fixture(autouse=True)
    def _undo(self, scene: Scene) -> None:
        undo = lambda: scene.done.append("undone")  # noqa: E731
        scene.actions.add("Undo", undo, "Ctrl+Z", is_modest=True)

    def test_they_are_taken_where_nobody_else_wants_them(self, scene: Scene, qtbot: QtBot) -> None:
        scene.pages["read"].findChild(Button).setFocus()
        qtbot.keyClick(scene.window.focusWidget(), Qt.Key.Key_Z, CTRL)
        assert scene.done == ["undone"]

    def test_a_page_that_has_them_has_them_alone(
        self, scene: Scene, theme: Theme, qtbot: QtBot
    ) -> None:
        own = Button("Undo", theme, keys="Ctrl+Z")
        own.clicked.connect(lambda: scene.done.append("of the page"))
        scene.pages["read"].layout().addWidget(own)
        qtbot.waitUntil(own.isVisible)
        qtbot.keyClick(scene.window, Qt.Key.Key_Z, CTRL)
        assert scene.done == ["of the page"]

    def test_in_a_field_of_text_they_take_back_typing(self, scene: Scene, qtbot: QtBot) -> None:
        field_ = QLineEdit()
        scene.pages["read"].layout().addWidget(field_)
        field_.setFocus()
        qtbot.keyClicks(field_, "typed")
        qtbot.keyClick(field_, Qt.Key.Key_Z, CTRL)
        assert field_.text() == ""
        qtbot.keyClick(field_, Qt.Key.Key_Z, CTRL)  # nothing is left to take back
        assert scene.done == []

    def test_they_are_on_the_sheet_and_in_the_palette(self, scene: Scene) -> None:
        assert "Undo" in names(scene, "read")
        assert "Undo" in [each.name for each in scene.actions.with_keys()[EVERYWHERE]]
