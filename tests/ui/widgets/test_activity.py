"""The calendar of answers shows each day in its place, with its number."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ui import words
from ui.theme import Theme
from ui.widgets.activity import Activity

MONDAY = date(2026, 4, 6)
LAST = date(2026, 5, 20)


@pytest.fixture
def activity(theme: Theme, qtbot: QtBot) -> Activity:
    made = Activity(theme)
    qtbot.addWidget(made)
    answers = {MONDAY: 3, date(2026, 5, 19): 25}
    made.show_days(
        answers,
        MONDAY,
        LAST,
        steps=(1, 5, 10, 20),
        tell=lambda day: words.count(answers.get(day, 0), "answer"),
        name="28 answers",
    )
    made.resize(made.sizeHint())
    made.show()
    return made


def centre(activity: Activity, day: date) -> QPoint:
    """Return where a day is drawn, found by asking."""
    for x in range(0, activity.width(), 3):
        for y in range(0, activity.height(), 3):
            if activity.day_at(x, y) == day:
                return QPoint(x + 6, y + 6)
    raise AssertionError(day)


def test_it_is_told_in_words(activity: Activity) -> None:
    assert activity.accessibleName() == "28 answers"


def test_weeks_stand_beside_and_days_below_each_other(activity: Activity) -> None:
    monday, tuesday = centre(activity, MONDAY), centre(activity, MONDAY + timedelta(days=1))
    next_monday = centre(activity, MONDAY + timedelta(days=7))
    assert (monday.x() == tuesday.x(), monday.y() < tuesday.y()) == (True, True)
    assert (monday.y() == next_monday.y(), monday.x() < next_monday.x()) == (True, True)


def test_days_to_come_are_not_drawn(activity: Activity) -> None:
    last = centre(activity, LAST)
    assert activity.day_at(last.x(), last.y() + 21) is None
    assert activity.day_at(-5, 30) is None


def test_busier_days_are_stronger(activity: Activity, theme: Theme) -> None:
    image = activity.grab().toImage()
    none, few, many = (
        image.pixelColor(centre(activity, day))
        for day in (MONDAY + timedelta(days=1), MONDAY, date(2026, 5, 19))
    )
    assert none.name() == theme.colour("box")
    assert none.lightness() > few.lightness() > many.lightness()
    assert many.name() == theme.colour("accent")


def test_the_number_is_under_the_mouse(activity: Activity) -> None:
    at = centre(activity, MONDAY)
    assert activity.hint_at(at.x(), at.y()) == "Monday, 06 April: 3 answers"
    assert activity.hint_at(0, 0) == ""


def test_keys_go_from_day_to_day(activity: Activity, qtbot: QtBot, theme: Theme) -> None:
    told: list[str] = []
    activity.activateWindow()
    qtbot.waitUntil(activity.isActiveWindow)
    activity.clearFocus()
    activity.day_met.connect(told.append)
    activity.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(activity, key)
    assert told == [
        "Wednesday, 20 May: 0 answers",
        "Tuesday, 19 May: 25 answers",
        "Tuesday, 12 May: 0 answers",
        "Wednesday, 13 May: 0 answers",
    ]
    at = centre(activity, date(2026, 5, 13))
    ringed = activity.grab().toImage()
    around = {ringed.pixelColor(at.x(), at.y() + y).name() for y in range(-16, 17)}
    assert theme.colour("text") in around
    activity.clearFocus()
    assert told[-1] == ""


def test_keys_do_not_leave_the_days(activity: Activity, qtbot: QtBot) -> None:
    activity.activateWindow()
    qtbot.waitUntil(activity.isActiveWindow)
    activity.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(activity.day_met):
        qtbot.keyClick(activity, Qt.Key.Key_Down)
        qtbot.keyClick(activity, Qt.Key.Key_Right)


def test_any_amount_can_be_shown(activity: Activity, theme: Theme) -> None:
    activity.show_days(
        {MONDAY: 2.5}, MONDAY, LAST, steps=(2, 4), tell=lambda _day: "much", name="Hours"
    )
    assert activity.accessibleName() == "Hours"
    at = centre(activity, MONDAY)
    assert activity.hint_at(at.x(), at.y()) == "Monday, 06 April: much"
    shown = activity.grab().toImage().pixelColor(at).name()
    assert shown not in (theme.colour("box"), theme.colour("accent"))


def test_it_is_drawn_anew_in_the_dark(activity: Activity, theme: Theme) -> None:
    theme.choose("dark")
    image = activity.grab().toImage()
    shown = image.pixelColor(centre(activity, MONDAY + timedelta(days=1)))
    assert shown.name() == theme.colour("box")
