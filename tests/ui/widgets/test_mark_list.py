"""Highlights in a list: told by words, by line and by colour."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.content.anchor import Anchor
from app.study.marked import Look, Mark
from ui.theme import Theme
from ui.widgets.mark_list import LOST, ListedMark, MarkList, mark_html

AT = datetime(2026, 11, 23, tzinfo=UTC)


def mark(id_: str, quote: str, note: str = "", look: Look = Look.AMBER) -> Mark:
    return Mark(id_, AT, "mle", "evaluation", Anchor(quote), look, note)


@pytest.fixture
def entries(theme: Theme, qtbot: QtBot) -> MarkList:
    made = MarkList(theme)
    qtbot.addWidget(made)
    made.resize(260, 400)
    made.show()
    made.show_marks(
        [
            ListedMark(mark("1", "First words.")),
            ListedMark(mark("2", "Second <b>words</b>.", "A note.", Look.GREEN), "A guide"),
            ListedMark(mark("3", "Gone."), is_lost=True),
        ]
    )
    made.grab()
    return made


def test_the_model_keeps_qts_rules(entries: MarkList, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(entries.listed)


def test_a_screen_reader_hears_all_of_it(entries: MarkList) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [entries.listed.data(entries.listed.index(row), role) for row in range(3)]
    assert said == [
        "“First words.”. Amber, solid line",
        "A guide. “Second <b>words</b>.”. Note: A note.. Green, dashed line",
        f"{LOST}. “Gone.”. Amber, solid line",
    ]


def test_no_word_is_taken_for_markup(theme: Theme) -> None:
    html = mark_html(ListedMark(mark("1", "<b>x</b>", "<i>y</i>\nz"), "<u>t</u>"), theme)
    assert "&lt;b&gt;x" in html
    assert "&lt;i&gt;y&lt;/i&gt;<br>z" in html
    assert "&lt;u&gt;t" in html


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Return, "mark_chosen"),
        (Qt.Key.Key_Enter, "mark_chosen"),
        (Qt.Key.Key_F2, "note_asked"),
        (Qt.Key.Key_Delete, "remove_asked"),
    ],
)
def test_keys_mean_the_current_entry(
    entries: MarkList, qtbot: QtBot, key: Qt.Key, signal: str
) -> None:
    entries.setFocus()
    with qtbot.assertNotEmitted(getattr(entries, signal)):
        entries.setCurrentIndex(entries.listed.index(-1))
        qtbot.keyClick(entries, key)
    entries.setCurrentIndex(entries.listed.index(0))
    qtbot.keyClick(entries, Qt.Key.Key_Down)
    with qtbot.waitSignal(getattr(entries, signal)) as told:
        qtbot.keyClick(entries, key)
    assert told.args[0].id == "2"


def test_a_click_opens(entries: MarkList, qtbot: QtBot) -> None:
    place = entries.visualRect(entries.listed.index(2)).center()
    with qtbot.waitSignal(entries.mark_chosen) as told:
        qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args[0].id == "3"


def test_the_current_entry_stays_current_when_others_come(entries: MarkList) -> None:
    entries.setCurrentIndex(entries.listed.index(1))
    entries.show_marks(
        [
            ListedMark(mark("0", "New.")),
            ListedMark(mark("2", "Second.")),
            ListedMark(mark("9", "x")),
        ]
    )
    current = entries.current()
    assert current is not None
    assert current.id == "2"


def test_a_long_note_takes_the_room_that_it_needs(entries: MarkList) -> None:
    entries.show_marks(
        [ListedMark(mark("1", "Short.")), ListedMark(mark("2", "Short.", "A long note. " * 30))]
    )
    heights = [entries.visualRect(entries.listed.index(row)).height() for row in range(2)]
    assert heights[1] > 4 * heights[0]
