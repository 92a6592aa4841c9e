"""Looking for something: results follow the keys, and the keyboard does it all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from app.content.search import Hit, HitKind, Span
from ui.theme import Theme
from ui.widgets.finder import Finder
from ui.widgets.hits import Found

WORDS = ("cache", "cascade", "calibration", "distillation")


class Index:
    """Finds a few words by their beginnings."""

    partial = False

    def search(self, query: str) -> list[Found]:
        return [
            Found(Hit(HitKind.KEY_POINT, "t", "s", word, word, (Span(word, matched=True),), -1.0))
            for word in WORDS
            if word.startswith(query)
        ]


@pytest.fixture
def index() -> Index:
    return Index()


@pytest.fixture
def finder(theme: Theme, index: Index, qtbot: QtBot) -> Finder:
    tree = QTreeView()
    made = Finder(tree, theme, search=index.search, is_partial=lambda: index.partial)
    qtbot.addWidget(made)
    made.resize(280, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def titles(finder: Finder) -> list[str]:
    """Return the titles that are shown."""
    model = finder.results.hits
    assert finder.results.isVisible()
    return [model.index(row).data() for row in range(model.rowCount())]


def test_results_follow_every_key(finder: Finder, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.field, "ca")
    assert titles(finder) == ["cache", "cascade", "calibration"]
    qtbot.keyClicks(finder.field, "s")
    assert titles(finder) == ["cascade"]
    qtbot.keyClick(finder.field, Qt.Key.Key_Backspace)
    assert len(titles(finder)) == 3


def test_ctrl_f_enters_and_escape_leaves(finder: Finder, qtbot: QtBot) -> None:
    tree = finder.findChild(QTreeView)
    tree.setFocus()
    qtbot.keyClick(finder, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert finder.field.hasFocus()
    qtbot.keyClicks(finder.field, "ca")
    assert not tree.isVisible()
    qtbot.keyClick(finder.field, Qt.Key.Key_Escape)
    assert finder.field.text() == ""
    assert tree.isVisible()
    assert tree.hasFocus()


def test_ctrl_f_again_offers_to_type_over(finder: Finder, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.field, "ca")
    qtbot.keyClick(finder, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert finder.field.selectedText() == "ca"


def test_arrow_keys_lead_the_results_and_return_opens(finder: Finder, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.field, "ca")
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    for key in keys:
        qtbot.keyClick(finder.field, key)
    with qtbot.waitSignal(finder.hit_chosen) as chosen:
        qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert chosen.args[0].title == "cascade"
    assert finder.field.hasFocus()


def test_return_opens_the_best_at_once(finder: Finder, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.field, "ca")
    with qtbot.waitSignal(finder.hit_chosen) as chosen:
        qtbot.keyClick(finder.field, Qt.Key.Key_Enter)
    assert chosen.args[0].title == "cache"


def test_a_click_opens(finder: Finder, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.field, "ca")
    place = finder.results.visualRect(finder.results.hits.index(2)).center()
    with qtbot.waitSignal(finder.hit_chosen) as chosen:
        qtbot.mouseClick(finder.results.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args[0].title == "calibration"


def test_nothing_found_is_said(finder: Finder, index: Index, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.field, "xyz")
    assert finder.note.isVisible()
    assert finder.note.text() == "Nothing found for “xyz”."
    with qtbot.assertNotEmitted(finder.hit_chosen):
        qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    index.partial = True
    finder.refresh()
    assert finder.note.text().endswith("Not everything has been read yet.")


def test_blanks_alone_look_for_nothing(finder: Finder, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.field, "  ")
    assert finder.findChild(QTreeView).isVisible()
