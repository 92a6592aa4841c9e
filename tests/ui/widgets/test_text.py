"""Text shows what it was given, in whatever room there is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.helpers.layout_flaws import layout_flaws
from ui.theme import Theme
from ui.widgets.page import vertical
from ui.widgets.text import Text

PATH = "/home/somebody/.local/share/segue-models/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"


@pytest.mark.parametrize("text", ["", "A few plain words", PATH, f"It is in {PATH}, all of it"])
def test_it_tells_what_it_was_given(theme: Theme, qtbot: QtBot, text: str) -> None:
    shown = Text(text)
    qtbot.addWidget(shown)
    assert shown.text() == text
    shown.setText(text)
    assert shown.text() == text


def test_a_long_path_breaks_where_a_reader_would(theme: Theme, qtbot: QtBot) -> None:
    page = QLabel()
    qtbot.addWidget(page)
    vertical("s", page).addWidget(Text(PATH))
    page.resize(160, 300)
    page.show()
    assert layout_flaws(page) == []


def test_what_can_be_copied_is_left_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    shown = Text(PATH, selectable=True)
    qtbot.addWidget(shown)
    assert QLabel.text(shown) == PATH


def test_what_the_model_wrote_is_never_markup(theme: Theme, qtbot: QtBot) -> None:
    shown = Text("<b>bold</b>")
    qtbot.addWidget(shown)
    assert shown.text() == "<b>bold</b>"
    assert shown.textFormat().name == "PlainText"
