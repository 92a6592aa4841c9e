"""How often the grader was overruled, week by week, in words, as a chart and as a table."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.quiz.grading.overrules import OverruleFigures
from ui.pages.overrules import OverrulesView
from ui.theme import Theme

TODAY = date(2026, 11, 25)  # a Wednesday
LEARNING = "From 30 overrules on, the grader learns from them; there are 12."
SOME = OverruleFigures(
    40,
    12,
    ((date(2025, 1, 6), 2, 1), (date(2026, 11, 9), 30, 9), (date(2026, 11, 23), 8, 2)),
    LEARNING,
)


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> OverrulesView:
    made = OverrulesView(theme)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def cells(view: OverrulesView, row: int) -> list[str]:
    model = view.card.numbers.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_it_says_how_often_and_what_was_learnt(view: OverrulesView) -> None:
    view.show_figures(SOME, TODAY)
    assert view.card.sentence.text() == "You overruled the grader in 12 of 40 verdicts (30 %)."
    assert view.learning.text() == LEARNING


def test_the_table_has_every_week_with_a_verdict_newest_first(view: OverrulesView) -> None:
    view.show_figures(SOME, TODAY)
    view.card.table_button.click()
    assert view.card.numbers.isVisible()
    assert cells(view, 0) == ["Mon 23 November 2026", "8", "2", "25 %", "7 %", "59 %"]
    assert cells(view, 1)[1:4] == ["30", "9", "30 %"]
    assert cells(view, 2)[:2] == ["Mon 06 January 2025", "2"]


def test_the_chart_has_the_last_half_year_with_its_doubt(view: OverrulesView, qtbot: QtBot) -> None:
    view.show_figures(SOME, TODAY)
    plot = view.card.plot
    assert plot is not None
    told: list[str] = []
    plot.stop_met.connect(lambda _number, _by_key: told.append(view.card.readout.text()))
    view.activateWindow()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(plot, key)
    assert told[:2] == [
        "Week of 09 November: 9 of 30 verdicts overruled (30 %)",
        "Week of 23 November: 2 of 8 verdicts overruled (25 %)",
    ]
    assert told[2] == told[1]


def test_before_the_first_verdict_there_is_nothing_to_draw(view: OverrulesView) -> None:
    view.show_figures(OverruleFigures(0, 0, (), LEARNING), TODAY)
    assert view.card.sentence.text() == "The grader has not judged anything yet."
    assert view.card.plot is None
    assert not view.card.table_button.isVisible()
