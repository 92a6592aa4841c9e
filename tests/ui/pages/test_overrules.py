"""How often the grader was overruled, week by week, in words, figures and bars."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.quiz.grading.overrules import OverruleFigures
from ui.pages.overrules import WEEKS, OverrulesView
from ui.theme import Theme
from ui.widgets.tables import SHARE_ROLE

TODAY = date(2026, 11, 25)  # a Wednesday
LEARNING = "From 30 overrules on, the grader learns from them; there are 12."
SOME = OverruleFigures(
    40,
    12,
    ((date(2026, 11, 9), 30, 9), (date(2026, 11, 23), 8, 2), (date(2025, 1, 6), 2, 1)),
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
    model = view.weeks_model
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_it_says_how_often_and_what_was_learnt(view: OverrulesView) -> None:
    view.show_figures(SOME, TODAY)
    assert view.headline.text() == "You overruled the grader in 12 of 40 verdicts (30 %)"
    assert view.learning.text() == LEARNING


def test_the_last_twelve_weeks_are_listed_newest_first(view: OverrulesView) -> None:
    view.show_figures(SOME, TODAY)
    assert view.weeks_model.rowCount() == WEEKS == 12
    assert cells(view, 0) == ["23 November", "8", "2", "25 %"]
    assert cells(view, 1) == ["16 November", "–", "–", "–"]
    assert cells(view, 2) == ["09 November", "30", "9", "30 %"]
    assert cells(view, 11)[0] == "07 September"


def test_a_bar_shows_the_rate(view: OverrulesView, theme: Theme) -> None:
    view.show_figures(SOME, TODAY)
    shares = [view.weeks_model.index(row, 3).data(SHARE_ROLE) for row in range(3)]
    assert shares == [0.25, None, 0.3]
    accent, line = QColor(theme.colour("accent")), QColor(theme.colour("line"))
    across = colours(view, 0)
    assert across.count(accent.name()) > 20
    assert across.count(line.name()) > 2 * across.count(accent.name())
    assert accent.name() not in colours(view, 1)


def test_before_the_first_verdict_there_is_no_table(view: OverrulesView) -> None:
    view.show_figures(OverruleFigures(0, 0, (), LEARNING), TODAY)
    assert view.headline.text() == "The grader has not judged anything yet"
    assert not view.weeks.isVisible()


def test_the_table_has_a_name(view: OverrulesView) -> None:
    assert view.weeks.accessibleName() == "Overruled verdicts per week"


def colours(view: OverrulesView, row: int) -> list[str]:
    """Return the colours along the middle of the last cell of a row, as they are drawn."""
    cell = view.weeks.visualRect(view.weeks_model.index(row, 3))
    picture = view.weeks.viewport().grab().toImage()
    return [
        picture.pixelColor(QPoint(x, cell.center().y())).name()
        for x in range(cell.left(), cell.right())
    ]
