"""The map: what stands proven on the way from one role to the next, and what is next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.content.types import Kind
from app.study.records import Judgement
from app.workspace import Workspace
from tests.conftest import Clock
from ui.pages.progress import ProgressPage
from ui.pages.progress.transition import TransitionSection
from ui.theme import Theme

if TYPE_CHECKING:
    from tests.ui.pages.progress.conftest import Answering, Texts

SKILL = "learn-model-optimization"
GOOD, BAD = Judgement.COVERED, Judgement.MISSED


@pytest.fixture
def section(progress: ProgressPage, qtbot: QtBot) -> TransitionSection:
    progress.refresh()
    progress.activateWindow()
    qtbot.waitUntil(progress.isActiveWindow)
    return progress.transition


def test_the_way_leads_from_todays_role_to_the_next(
    section: TransitionSection, workspace: Workspace
) -> None:
    road, skills = section.road, {skill.slug: skill for skill in workspace.transition.skills}
    assert road.start.name.text() == "Machine Learning Engineer"
    assert road.goal.name.text() == "Foundation Model Engineer"
    kinds = [skills[slug].kind for slug in road.stations]
    assert kinds == [Kind.PRACTICE] * 6 + [Kind.CAPABILITY] * 5


def test_stations_follow_each_other_and_turn_at_the_end_of_a_row(
    section: TransitionSection,
) -> None:
    road = section.road
    places = [station.geometry() for station in road.stations.values()]
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])
    rows = sorted({place.top() for place in places})
    assert len(rows) == 3
    second = [place.left() for place in places if place.top() == rows[1]]
    assert second == sorted(second, reverse=True)
    assert places[-1].bottom() <= road.height()


def test_narrower_windows_have_more_rows(section: TransitionSection, qtbot: QtBot) -> None:
    assert section.road.heightForWidth(500) > section.road.heightForWidth(860)


def test_before_the_first_answer_nothing_is_proven(
    section: TransitionSection, texts: Texts
) -> None:
    assert "0 of 244" in texts(section)
    assert section.place.text() == "Next to open"
    assert section.standing.text() == "0 of 21 key points proven, not begun."
    assert "21 key points to be met. Read the guide first" in section.advice.text()


def test_what_was_recalled_on_a_later_day_is_proven(
    progress: ProgressPage,
    section: TransitionSection,
    answer: Answering,
    clock: Clock,
    texts: Texts,
) -> None:
    answer(GOOD, GOOD, BAD)
    progress.refresh()
    station = section.road.stations[SKILL]
    assert "0 of 22 key points proven, 3 seen" in station.accessibleName()
    clock.advance(days=1)
    answer(GOOD, GOOD)
    progress.refresh()
    assert "2 of 22 key points proven, 3 seen" in station.accessibleName()
    seen = texts(section)
    assert seen[seen.index("key points proven") - 1] == "2 of 244"
    assert seen[seen.index("answers") - 1] == "5"
    assert seen[seen.index("studied") - 1] == "5 min"


def test_what_is_next_is_said_with_the_reason(
    progress: ProgressPage, section: TransitionSection, answer: Answering
) -> None:
    answer(GOOD, GOOD)
    progress.refresh()
    assert "Next to open." in section.road.stations[SKILL].accessibleName()
    section.road.stations[SKILL].click()
    assert section.place.text() == "Next to open"
    assert section.advice.text() == (
        "2 key points asked, and its guide is not read yet. Nothing is due here. "
        "20 key points still to be met."
    )


def test_a_click_on_a_station_leads_to_its_quiz_or_its_guide(
    progress: ProgressPage, section: TransitionSection, qtbot: QtBot
) -> None:
    station = section.road.stations[SKILL]
    qtbot.mouseClick(station, Qt.MouseButton.LeftButton)
    assert section.skill_name.text() == "Learn model optimization"
    assert section.place.text() == "Chosen on the map"
    with qtbot.waitSignal(progress.study_asked) as study:
        qtbot.mouseClick(section.study_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(progress.reading_asked) as reading:
        qtbot.mouseClick(section.read_button, Qt.MouseButton.LeftButton)
    assert (study.args, reading.args) == ([SKILL], [SKILL])


def test_by_keyboard_arrows_choose_and_tab_leads_back_to_what_can_be_done(
    progress: ProgressPage, section: TransitionSection, qtbot: QtBot
) -> None:
    chosen = section.road.stations[section.road.chosen()]
    chosen.setFocus()
    before = section.skill_name.text()
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    now = section.road.stations[section.road.chosen()]
    assert now is not chosen
    assert now.hasFocus()
    assert section.skill_name.text() != before
    qtbot.keyClick(now, Qt.Key.Key_Backtab)
    assert section.read_button.hasFocus()
    qtbot.keyClick(section.read_button, Qt.Key.Key_Backtab)
    assert section.study_button.hasFocus()


def test_enter_opens_the_guide_of_what_is_new_and_the_quiz_of_what_is_known(
    progress: ProgressPage, section: TransitionSection, answer: Answering, qtbot: QtBot
) -> None:
    station = section.road.stations[SKILL]
    station.setFocus()
    with qtbot.waitSignal(progress.reading_asked) as reading:
        qtbot.keyClick(station, Qt.Key.Key_Return)
    answer(GOOD)
    progress.refresh()
    with qtbot.waitSignal(progress.study_asked) as study:
        qtbot.mouseDClick(station, Qt.MouseButton.LeftButton)
    assert (reading.args, study.args) == ([SKILL], [SKILL])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_closes_with_what_is_proven(
    progress: ProgressPage,
    section: TransitionSection,
    answer: Answering,
    clock: Clock,
    theme: Theme,
    scheme: str,
) -> None:
    theme.choose(scheme)
    # A skill whose station does not change its ground when others are chosen.
    station = section.road.stations[SKILL]

    def drawn() -> int:
        picture = station.grab().toImage()
        accent = theme.colour("accent")
        return sum(
            picture.pixelColor(x, y).name() == accent
            for x in range(picture.width())
            for y in range(24, 84)
        )

    assert drawn() == 0
    amounts = []
    for _ in range(2):
        answer(*[GOOD] * 10)
        clock.advance(days=1)
        answer(*[GOOD] * 10)
        progress.refresh()
        amounts.append(drawn())
    assert 50 < amounts[0] < amounts[1]


def test_the_map_can_be_read_from_the_right(
    progress: ProgressPage, section: TransitionSection, qtbot: QtBot
) -> None:
    left_to_right = section.road.start.x()
    section.road.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    section.road.resize(section.road.width() + 1, section.road.height())
    assert section.road.start.x() > left_to_right
    assert not section.road.grab().isNull()


def test_a_skill_with_another_name_has_it_on_the_map(section: TransitionSection) -> None:
    skills, road = section.workspace.transition.skills, section.road
    masteries = {s.slug: each for s, each in zip(skills, section.masteries(), strict=True)}
    by_slug = {skill.slug: skill for skill in skills}
    first, *others = (by_slug[slug] for slug in road.stations)
    road.show_way(("One", "Other"), [replace(first, lead="Renamed"), *others], masteries, "")
    assert road.stations[first.slug].accessibleName().startswith("Renamed: ")
