"""Skills, days and memory: each number is in the picture, in the table, and in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.study.calibration import ENOUGH
from app.study.confidence import ConfidenceFigures
from app.study.forecast import Forecast
from app.study.records import Confidence, Judgement
from app.workspace import Workspace
from tests.conftest import Clock
from ui.pages.progress import ProgressPage
from ui.pages.progress.days import _forecast_chart
from ui.task import running_tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from tests.ui.pages.progress.conftest import Answering, Cells, Texts

SKILL = "learn-model-optimization"
GOOD, BAD = Judgement.COVERED, Judgement.MISSED
ROW = 6  # of the skill in the transition


# -- skills ----------------------------------------------------------------------------------------


def test_each_skill_has_its_row(
    progress: ProgressPage, answer: Answering, clock: Clock, cells: Cells
) -> None:
    answer(GOOD, GOOD, BAD)
    clock.advance(days=1)
    progress.open_section("skills")
    table = progress.skills.table
    assert table.model().rowCount() == 11
    row = cells(table, ROW)
    assert row[:4] == ["Learn model optimization", "3 of 22", "2", "3"]
    assert row[6] == "yesterday"
    now, later = (int(text.removesuffix(" %")) for text in row[4:6])
    assert 30 < later < now < 100
    assert cells(table, 0)[1:] == ["0 of 21", "–", "0", "–", "–", "–"]


def test_recall_is_told_for_each_skill(
    progress: ProgressPage, answer: Answering, clock: Clock, cells: Cells, qtbot: QtBot
) -> None:
    answer(GOOD, GOOD)
    progress.open_section("skills")
    card = progress.skills.recall
    assert card.plot is not None
    card.plot.setFocus()
    for _ in range(ROW + 1):
        qtbot.keyClick(card.plot, Qt.Key.Key_Down)
    row = cells(card.numbers, ROW)
    assert row[:4] == ["Learn model optimization", "22", "2", "2"]
    assert card.readout.text() == f"{row[0]}: {row[6]} now, {row[7]} in 30 days"
    qtbot.keyClick(card.plot, Qt.Key.Key_Home)
    assert card.readout.text().endswith(": not begun")


def test_time_is_parted_into_answering_and_reading(
    progress: ProgressPage, workspace: Workspace, answer: Answering, cells: Cells
) -> None:
    answer(GOOD, GOOD)
    workspace.log.add_reading(workspace.transition.slug, SKILL, 300.0, 0.5)
    progress.open_section("skills")
    card = progress.skills.time
    assert card.sentence.text() == "2 min answering and 5 min reading."
    assert cells(card.numbers, ROW) == ["Learn model optimization", "2", "2 min", "5 min"]


def test_a_skill_in_the_table_leads_to_its_station(progress: ProgressPage, qtbot: QtBot) -> None:
    progress.open_section("skills")
    table = progress.skills.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(ROW, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert progress.transition.isVisible()
    assert progress.transition.road.chosen() == SKILL


# -- days ------------------------------------------------------------------------------------------


def test_the_calendar_knows_the_days(
    progress: ProgressPage, answer: Answering, clock: Clock, cells: Cells
) -> None:
    answer(GOOD)
    clock.advance(days=2)
    answer(GOOD, GOOD)
    progress.open_section("days")
    activity, card = progress.days.activity, progress.days.calendar
    assert activity.accessibleName().startswith("3 answers and 3 min on 2 days since")
    assert cells(card.numbers, 0) == ["Wed 25 November 2026", "2", "2 min", "0 s"]
    assert cells(card.numbers, 1) == ["Mon 23 November 2026", "1", "1 min", "0 s"]


def test_keys_walk_through_the_days(
    progress: ProgressPage, answer: Answering, qtbot: QtBot
) -> None:
    answer(GOOD)
    progress.open_section("days")
    activity, card = progress.days.activity, progress.days.calendar
    activity.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(activity, Qt.Key.Key_Up)
    assert card.readout.text() == "Sunday, 22 November: nothing"
    qtbot.keyClick(activity, Qt.Key.Key_Down)
    assert card.readout.text() == "Monday, 23 November: 1 answer, 1 min"
    qtbot.keyClick(activity, Qt.Key.Key_Left)
    assert card.readout.text().startswith("Monday, 16 November")
    qtbot.keyClick(activity, Qt.Key.Key_Down)
    qtbot.keyClick(activity, Qt.Key.Key_Right)  # beyond today there is nothing
    assert card.readout.text().startswith("Tuesday, 17 November")


def test_days_are_shaded_by_minutes_on_demand(
    progress: ProgressPage, workspace: Workspace, answer: Answering, theme: Theme, qtbot: QtBot
) -> None:
    answer(GOOD)
    workspace.log.add_reading(workspace.transition.slug, SKILL, 3600.0, 0.5)
    progress.open_section("days")

    def darkest() -> bool:
        picture = progress.days.activity.grab().toImage()
        return any(
            picture.pixelColor(x, 25).name() == theme.colour("accent")
            for x in range(picture.width())
        )

    assert not darkest()
    progress.days.measure.button("minutes").click()
    assert darkest()


def test_earlier_half_years_can_be_looked_at(
    progress: ProgressPage, answer: Answering, clock: Clock, cells: Cells
) -> None:
    progress.open_section("days")
    days = progress.days
    assert days.calendar.sentence.text().startswith("Every day on which you read")
    assert not days.earlier_button.isVisible()
    answer(GOOD)
    clock.advance(days=200)
    progress.refresh()
    assert days.calendar.sentence.text() == "Nothing since 14 December 2026."
    assert days.activity.isVisible()
    assert not days.later_button.isEnabled()
    days.earlier_button.click()
    assert cells(days.calendar.numbers, 0)[:2] == ["Mon 23 November 2026", "1"]
    days.later_button.click()
    assert not days.later_button.isEnabled()


def test_the_forecast_has_each_day_and_what_is_overdue_apart(
    progress: ProgressPage, workspace: Workspace, answer: Answering, clock: Clock, cells: Cells
) -> None:
    answer(GOOD, GOOD, BAD)
    clock.advance(days=1)
    answer(GOOD)
    due = [card.due for card in workspace.log.cards(workspace.transition.slug).values()]
    today = clock.now.date()
    progress.open_section("days")
    card = progress.days.forecast
    overdue = sum(moment.date() < today for moment in due)
    assert overdue == 2
    assert card.sentence.text().startswith("2 key points overdue. 1 key point in 30 days")
    assert cells(card.numbers, 0) == ["Overdue", "2"]
    rows = {cells(card.numbers, row)[0]: cells(card.numbers, row)[1] for row in range(1, 31)}
    [other] = [moment.date() for moment in due if moment.date() >= today]
    assert rows[f"{other:%a %d %B %Y}"] == "1"
    assert sum(map(int, rows.values())) == 1
    assert "Each key point counts once" in card.note.text()
    progress.days.horizon.button("90").click()
    assert card.numbers.model().rowCount() == 91


# -- memory ----------------------------------------------------------------------------------------


def compared(progress: ProgressPage, qtbot: QtBot) -> None:
    progress.open_section("memory")
    qtbot.waitUntil(lambda: not running_tasks())


def test_before_anything_came_back_it_says_what_will_be_here(
    progress: ProgressPage, answer: Answering, texts: Texts, qtbot: QtBot
) -> None:
    answer(GOOD)
    compared(progress, qtbot)
    memory = progress.memory
    assert memory.calibration.sentence.text().startswith("When key points come back after a day")
    assert not memory.errors.isVisible()
    assert not memory.calibration.save_button.isVisible()


def test_of_few_reviews_it_says_that_they_are_too_few(
    progress: ProgressPage, answer: Answering, clock: Clock, cells: Cells, qtbot: QtBot
) -> None:
    answer(GOOD, GOOD, GOOD)
    clock.advance(days=1)
    answer(GOOD, BAD, GOOD)
    compared(progress, qtbot)
    memory = progress.memory
    said = f"Too few reviews to say: 3 reviews so far, and it takes {ENOUGH}."
    assert memory.calibration.sentence.text() == said
    assert memory.errors.isVisible()
    rows = [cells(memory.calibration.numbers, n) for n in range(2)]
    assert {row[0] for row in rows} == {"The schedule", "Mean of the last 50"}
    assert rows[0][3] == "3"


def test_of_many_it_compares_the_schedule_with_the_mean(
    progress: ProgressPage, answer: Answering, clock: Clock, cells: Cells, qtbot: QtBot
) -> None:
    for day in range(8):
        answer(*[BAD if (n + day) % 5 == 0 else GOOD for n in range(12)])
        clock.advance(days=2)
    compared(progress, qtbot)
    memory = progress.memory
    said = memory.calibration.sentence.text()
    assert said.startswith("Of the last ")
    assert "the schedule expected" in said
    assert [cells(memory.errors, row)[0] for row in range(2)] == [
        "The schedule",
        "Mean of the last 50",
    ]
    plot = memory.calibration.plot
    assert plot is not None
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_End)
    told = memory.calibration.readout.text()
    assert told.startswith(("The schedule: ", "Mean of the last 50: "))
    assert " expected, " in told
    assert " observed in " in told


def test_a_page_left_while_it_compares_is_not_told(
    progress: ProgressPage, answer: Answering, qtbot: QtBot
) -> None:
    answer(GOOD)
    progress.open_section("memory")
    progress.open_section("memory")
    qtbot.waitUntil(lambda: not running_tasks())
    assert progress.memory.calibration.sentence.text()


def test_confidence_is_shown_against_correctness(
    progress: ProgressPage, cells: Cells, qtbot: QtBot
) -> None:
    compared(progress, qtbot)
    card = progress.memory.confidence
    assert card.sentence.text().startswith("When you say how sure you are")
    few = {level: ConfidenceFigures() for level in Confidence}
    few[Confidence.CERTAIN] = ConfidenceFigures(3, 1.0)
    progress.memory.show_confidence(few)
    assert (
        card.sentence.text() == "Too few answers to say: 3 answers so far, and each level takes 10."
    )
    many = {
        Confidence.GUESSING: ConfidenceFigures(12, 0.25),
        Confidence.FAIRLY_SURE: ConfidenceFigures(),
        Confidence.CERTAIN: ConfidenceFigures(40, 0.9),
    }
    progress.memory.show_confidence(many)
    assert card.sentence.text() == "When you are certain you are right to 90 %, in 40 answers."
    assert [cells(card.numbers, row) for row in range(3)] == [
        ["Guessing", "12", "25 %"],
        ["Fairly sure", "0", "–"],
        ["Certain", "40", "90 %"],
    ]
    assert card.plot is not None
    card.plot.setFocus()
    qtbot.keyClick(card.plot, Qt.Key.Key_Right)
    assert card.readout.text() == "Guessing: 25 % right on average, 12 answers"


@pytest.mark.parametrize("days", [0, 400])
def test_long_pauses_break_nothing(
    progress: ProgressPage, answer: Answering, clock: Clock, cells: Cells, days: int
) -> None:
    answer(GOOD)
    clock.now += timedelta(days=days)
    progress.open_section("skills")
    assert cells(progress.skills.table, ROW)[6] == ("just now" if not days else "13 months ago")
    progress.open_section("days")
    assert progress.days.forecast.sentence.text()
    assert clock.now.date() >= date(2026, 11, 23)


def test_thousands_that_are_due_fit_their_axis() -> None:
    chart = _forecast_chart(Forecast(40_000, ((date(2026, 1, 5), 3),), 0))
    assert [name for _, name in chart.y.ticks] == ["0", "10000", "20000", "30000", "40000"]
