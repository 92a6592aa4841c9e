"""What a page has is found without the page writing it down twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import Command, add_action, commands_below
from ui.theme import Theme
from ui.widgets.buttons import Button, Segments
from ui.widgets.page import vertical


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    vertical("s", made)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def put(page: QWidget, widget: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()


def found(page: QWidget) -> dict[str, Command]:
    return {command.name: command for command in commands_below(page, "Quiz")}


def test_a_button_is_found_with_its_keys_and_its_hint(page: QWidget, theme: Theme) -> None:
    put(page, Button("Skip", theme, keys=("Alt+S", "S"), hint="Leave it out for now"))
    skip = found(page)["Skip"]
    assert skip.keys == ("Alt+S", "S")
    assert skip.hint == "Leave it out for now"
    assert skip.place == "Quiz"
    assert skip.holds


def test_running_it_presses_the_button(page: QWidget, theme: Theme, qtbot: QtBot) -> None:
    button = Button("Skip", theme)
    put(page, button)
    with qtbot.waitSignal(button.clicked):
        found(page)["Skip"].run()


def test_a_button_without_text_is_called_what_a_screen_reader_calls_it(
    page: QWidget, theme: Theme
) -> None:
    put(page, Button("", theme, icon="retry", hint="Read all files again"))
    assert list(found(page)) == ["Read all files again"]


def test_its_name_is_the_one_it_has_now(page: QWidget, theme: Theme) -> None:
    button = Button("Pause", theme)
    put(page, button)
    button.setText("Resume")
    button.setAccessibleName("Resume background work")
    assert list(found(page)) == ["Resume background work"]


def test_a_name_that_goes_on_for_a_sentence_is_cut_to_what_is_written(
    page: QWidget, theme: Theme
) -> None:
    long = "Start: 12 to recall and 10 new; this session: 10 questions, about 12 min"
    put(page, Button("Start", theme, name=long))
    assert list(found(page)) == ["Start"]


def test_what_cannot_be_done_now_is_told_apart(page: QWidget, theme: Theme) -> None:
    for text in ("Hidden", "Disabled", "There"):
        put(page, Button(text, theme))
    buttons = {each.text(): each for each in page.findChildren(Button)}
    buttons["Hidden"].hide()
    buttons["Disabled"].setEnabled(False)
    holds = {name: command.holds for name, command in found(page).items()}
    assert holds == {"Hidden": False, "Disabled": False, "There": True}


def test_every_value_of_a_choice_is_found(page: QWidget, theme: Theme) -> None:
    put(page, Segments((("a", "All"), ("n", "None")), theme, name="Answers", keys=("1", "2")))
    assert {name: each.keys for name, each in found(page).items()} == {
        "Answers: All": ("1",),
        "Answers: None": ("2",),
    }


def test_what_has_keys_only_is_added_by_a_line(page: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    add_action(page, "Find", lambda: done.append("found"), "Ctrl+F", hint="In this text")
    find = found(page)["Find"]
    assert (find.keys, find.hint) == (("Ctrl+F",), "In this text")
    find.run()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert done == ["found", "found"]


def test_keys_that_a_button_of_qt_has_are_found_too(page: QWidget, theme: Theme) -> None:
    button = Button("Option 1: the right one", theme)
    QShortcut(QKeySequence("1"), button)
    put(page, button)
    assert found(page)["Option 1: the right one"].keys == ("1",)


def test_the_same_in_two_places_is_one(page: QWidget, theme: Theme) -> None:
    for _ in range(2):
        put(page, Button("Next", theme, keys="J"))
    assert len(commands_below(page, "Material")) == 1


def test_entries_of_a_menu_belong_to_the_button_that_opens_it(page: QWidget, theme: Theme) -> None:
    put(page, Button("Flag", theme))
    QMenu(page).addAction("It is unclear")
    assert list(found(page)) == ["Flag"]
