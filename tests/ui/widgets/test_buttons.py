"""Every button has a name, says its keys, and can be pressed without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.buttons import Button, Segments


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def put(window: QWidget, widget: QWidget, qtbot: QtBot) -> None:
    """Put a widget into a window that is shown already."""
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    qtbot.waitUntil(widget.isVisible)


def test_its_keys_press_it_and_stand_in_the_tool_tip(
    window: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    button = Button("Next", theme, keys=("Return", "N"), hint="Go on")
    put(window, button, qtbot)
    assert button.toolTip() == "Go on (Return)"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_N):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(window, key)


def test_a_disabled_or_hidden_button_does_not_hear_its_keys(
    window: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    button = Button("Next", theme, keys="N")
    put(window, button, qtbot)
    with qtbot.assertNotEmitted(button.clicked):
        button.setEnabled(False)
        qtbot.keyClick(window, Qt.Key.Key_N)
        button.setEnabled(True)
        button.hide()
        qtbot.keyClick(window, Qt.Key.Key_N)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [({"name": "Study: RAG"}, "Study: RAG"), ({}, "Study"), ({"hint": "Begin"}, "Study")],
)
def test_a_screen_reader_has_its_name(
    theme: Theme, qtbot: QtBot, arguments: dict[str, str], name: str
) -> None:
    button = Button("Study", theme, **arguments)
    qtbot.addWidget(button)
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == name


def test_a_button_with_an_icon_only_is_named_by_its_hint(theme: Theme, qtbot: QtBot) -> None:
    button = Button("", theme, icon="retry", hint="Read all files again")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Read all files again"


class TestSegments:
    @pytest.fixture
    def segments(self, window: QWidget, theme: Theme, qtbot: QtBot) -> Segments:
        made = Segments(
            (("light", "Light"), ("dark", "Dark")), theme, name="Colours", keys=("1", "2")
        )
        put(window, made, qtbot)
        return made

    def test_nothing_is_chosen_at_first(self, segments: Segments) -> None:
        assert segments.choice() is None

    def test_showing_a_choice_is_not_choosing(self, segments: Segments, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(segments.chosen):
            segments.show_choice("dark")
        assert segments.choice() == "dark"
        segments.show_choice(None)
        assert segments.choice() is None

    def test_a_click_chooses_one(self, segments: Segments, qtbot: QtBot) -> None:
        with qtbot.waitSignal(segments.chosen) as chosen:
            qtbot.mouseClick(segments.button("light"), Qt.MouseButton.LeftButton)
        assert chosen.args == ["light"]
        assert segments.choice() == "light"

    def test_so_does_its_key(self, segments: Segments, window: QWidget, qtbot: QtBot) -> None:
        with qtbot.waitSignal(segments.chosen) as chosen:
            qtbot.keyClick(window, Qt.Key.Key_2)
        assert chosen.args == ["dark"]

    def test_each_part_says_what_it_belongs_to(self, segments: Segments) -> None:
        assert segments.button("dark").accessibleName() == "Colours: Dark"

    def test_the_focus_in_it_is_told(self, segments: Segments, qtbot: QtBot) -> None:
        told: list[bool] = []
        segments.focused.connect(told.append)
        segments.button("dark").setFocus()
        segments.button("dark").clearFocus()
        assert told == [True, False]
