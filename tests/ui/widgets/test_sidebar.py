"""The sidebar leads to every page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.sidebar import Sidebar

ENTRIES = (("today", "Today"), ("read", "Read"), ("quiz", "Quiz"))


@pytest.fixture
def sidebar(theme: Theme, qtbot: QtBot) -> Sidebar:
    made = Sidebar(ENTRIES, theme)
    qtbot.addWidget(made)
    made.resize(184, 600)
    made.show()
    return made


def test_a_click_asks_for_a_page(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.page_chosen) as chosen:
        qtbot.mouseClick(sidebar.button("read"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["read"]


def test_exactly_one_entry_is_marked(sidebar: Sidebar) -> None:
    for name, _ in ENTRIES:
        sidebar.show_page(name)
        assert [n for n, _ in ENTRIES if sidebar.button(n).isChecked()] == [name]


@pytest.mark.parametrize(("name", "keys"), [("today", "Ctrl+1"), ("quiz", "Ctrl+3")])
def test_each_entry_says_its_keys(sidebar: Sidebar, name: str, keys: str) -> None:
    assert keys in sidebar.button(name).toolTip()


def test_a_long_model_name_breaks_instead_of_being_cut(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.status.setText("Qwen2.5-Coder 14B Instruct: ready when needed")
    qtbot.wait(1)
    assert sidebar.status.height() >= sidebar.status.heightForWidth(sidebar.status.width())
