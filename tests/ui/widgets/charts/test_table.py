"""Values are written for people on the screen, and for programs in a file."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.csv_file import Value
from ui.theme import Theme
from ui.widgets.charts import Column, Kind, Table
from ui.widgets.charts.table import NumbersView, cell_of


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("RAG", Kind.TEXT, "RAG"),
        (12345, Kind.NUMBER, "12,345"),
        (0.4567, Kind.DECIMAL, "0.457"),
        (0.256, Kind.SHARE, "26 %"),
        (130, Kind.SECONDS, "2 min"),
        (date(2026, 5, 20), Kind.DAY, "Wed 20 May 2026"),
        ("Overdue", Kind.DAY, "Overdue"),
        (None, Kind.SHARE, "–"),
    ],
)
def test_each_kind_has_its_way_of_writing(value: Value, kind: Kind, text: str) -> None:
    assert cell_of(value, kind).text == text


def test_numbers_stand_at_the_right_and_words_at_the_left() -> None:
    assert [kind for kind in Kind if cell_of(None, kind).number] == [
        *(Kind.NUMBER, Kind.DECIMAL, Kind.SHARE, Kind.SECONDS),
    ]


def test_in_a_file_times_tell_their_unit() -> None:
    table = Table((Column("Skill"), Column("Reading", Kind.SECONDS)), ())
    assert table.headings == ["Skill", "Reading (seconds)"]


def test_from_the_thirteenth_row_on_it_scrolls(theme: Theme, qtbot: QtBot) -> None:
    view = NumbersView(theme, (Column("Day"), Column("Due", Kind.NUMBER)), "Days")
    qtbot.addWidget(view)
    heights = []
    for rows in (3, 12, 13, 200):
        view.show_table([(f"day {n}", n) for n in range(rows)])
        heights.append(view.sizeHint().height())
    assert heights[0] < heights[1] <= heights[2] == heights[3]
    assert view.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded
