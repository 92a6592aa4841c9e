"""The theme follows the learner's choice and dresses the whole application."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import ui.theme
from ui.theme import DARK, LIGHT, Colours, Theme
from ui.theme.theme import palette

HERE = Path(ui.theme.__file__).parent


@pytest.mark.parametrize(("choice", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_a_choice_colours_the_application(
    theme: Theme, qapp: QApplication, choice: str, colours: Colours
) -> None:
    theme.choose(choice)
    assert theme.colours == colours
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == colours.page
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == colours.text
    assert colours.accent in qapp.styleSheet()


def test_every_change_is_told_once(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed, timeout=100):
        theme.choose("dark")
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("dark")


def test_the_system_decides_when_it_is_asked_to(theme: Theme, qapp: QApplication) -> None:
    theme.choose("system")
    system_is_dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.is_dark == system_is_dark


def test_larger_text_makes_all_text_larger(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Start")
    qtbot.addWidget(button)
    button.show()
    before = button.fontMetrics().height()
    theme.choose("light", 22)
    button.ensurePolished()
    assert button.fontMetrics().height() > before
    assert theme.size("reading") > 22
    assert theme.font("title").pixelSize() > theme.font("caption").pixelSize()


@pytest.mark.parametrize("file", ["window.qss", "reader.css"])
def test_style_sheets_write_no_colour_of_their_own(file: str) -> None:
    text = (HERE / file).read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,6}\b(?=[^{]*;)", text) == []


def test_disabled_text_is_paler(qapp: QApplication) -> None:
    made = palette(LIGHT)
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name() == LIGHT.line_strong
