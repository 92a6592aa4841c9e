"""The week as a strip says the same in bars, numbers and words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.study.today import Day
from ui.theme import Theme
from ui.widgets.week import WeekStrip

MONDAY = date(2026, 11, 23)
TODAY = MONDAY + timedelta(days=2)
COUNTS = ((8, 0), (0, 0), (3, 5), (0, 2), (0, 0), (0, 1), (0, 0))
DAYS = tuple(Day(MONDAY + timedelta(days=number), *counts) for number, counts in enumerate(COUNTS))


@pytest.fixture
def strip(theme: Theme, qtbot: QtBot) -> WeekStrip:
    strip = WeekStrip(theme)
    qtbot.addWidget(strip)
    strip.show_week(DAYS, TODAY)
    strip.resize(700, strip.sizeHint().height())
    strip.show()
    return strip


def test_it_is_told_in_words(strip: WeekStrip) -> None:
    assert strip.accessibleName().split("; ") == [
        "Monday: 8 answers",
        "Tuesday: no answers",
        "Today, Wednesday: 3 answers, 5 more due",
        "Thursday: 2 key points due",
        "Friday: nothing due",
        "Saturday: 1 key point due",
        "Sunday: nothing due",
    ]


def test_the_mouse_is_told_of_the_day_it_is_at(strip: WeekStrip) -> None:
    assert strip.hint_at(50) == "Monday: 8 answers"
    assert strip.hint_at(650) == "Sunday: nothing due"


def test_from_right_to_left_monday_is_on_the_right(strip: WeekStrip, qapp: QApplication) -> None:
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert strip.hint_at(650) == "Monday: 8 answers"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_day_with_most_answers_has_the_longest_bar(
    strip: WeekStrip, theme: Theme, scheme: str
) -> None:
    theme.choose(scheme)
    picture = strip.grab().toImage()
    accent = QColor(theme.colour("accent")).name()

    def length(column: int) -> int:
        x = 50 + 100 * column
        return sum(
            picture.pixelColor(QPoint(x, y)).name() == accent for y in range(picture.height())
        )

    assert length(0) > length(2) > 0
    assert length(3) == length(1) == 0


def test_larger_type_has_more_room(strip: WeekStrip, theme: Theme) -> None:
    before = strip.sizeHint().height()
    theme.choose("light", 23)
    assert strip.sizeHint().height() > before


def test_without_days_it_is_empty(theme: Theme, qtbot: QtBot) -> None:
    strip = WeekStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(300, 100)
    strip.show()
    assert strip.hint_at(10) == ""
    assert not strip.grab().isNull()
