"""Today tells what there is to do, and starts it with one click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.content.library import Library
from app.model.catalogue import CatalogueEntry
from app.workspace import Workspace
from tests.conftest import Clock
from ui.fetching import Fetching
from ui.pages.today import SkillRow, TodayPage
from ui.theme import Theme


@pytest.fixture
def today(workspace: Workspace, theme: Theme, qtbot: QtBot) -> TodayPage:
    page = TodayPage(workspace, theme, Fetching(workspace))
    qtbot.addWidget(page)
    page.resize(900, 800)
    page.refresh()
    page.show()
    return page


def study(workspace: Workspace, count: int) -> None:
    """Answer some questions right."""
    session = workspace.start_quiz(count=count, answer_format="choice")
    while (question := session.advance()) is not None:
        session.choose(question.right_option)


def skill_rows(today: TodayPage) -> list[SkillRow]:
    """Return the rows of skills from top to bottom."""
    rows = [row for row in today.findChildren(SkillRow) if row.isVisibleTo(today)]
    return sorted(rows, key=lambda row: row.mapTo(today.widget(), row.rect().topLeft()).y())


def test_a_first_run_says_what_segue_is_and_starts_with_one_click(
    today: TodayPage, qtbot: QtBot
) -> None:
    assert today._headline.text() == "Learn what your job is turning into"
    with qtbot.waitSignal(today.study_asked) as asked:
        qtbot.mouseClick(today.start_button, Qt.MouseButton.LeftButton)
    assert asked.args == [""]


def test_it_counts_what_is_due_and_what_is_new(
    today: TodayPage, workspace: Workspace, clock: Clock
) -> None:
    study(workspace, 4)
    clock.advance(days=40)
    today.refresh()
    assert today._headline.text() == "14 key points for today"
    assert today._detail.text().startswith("4 to recall and 10 new; this session: 10 questions")
    workspace.change_settings(session_unit="minutes", session_minutes=25)
    today.refresh()
    assert today._detail.text().endswith("this session: 25 minutes")


def test_when_all_is_done_one_may_study_ahead(today: TodayPage, workspace: Workspace) -> None:
    workspace.change_settings(new_per_day=3)
    study(workspace, 3)
    today.refresh()
    assert today._headline.text() == "Done for today"
    assert today.start_button.text() == "Study ahead"


def test_every_skill_is_listed_with_its_progress(
    today: TodayPage, workspace: Workspace, qtbot: QtBot
) -> None:
    study(workspace, 10)
    today.refresh()
    qtbot.wait(1)
    rows = skill_rows(today)
    names = [row.study_button.accessibleName() for row in rows]
    assert names == [f"Study: {skill.lead}" for skill in workspace.transition.skills]
    assert all(row.status.text().startswith("1 of ") for row in rows[:10])


def test_a_skill_can_be_studied_or_read(
    today: TodayPage, workspace: Workspace, qtbot: QtBot
) -> None:
    row = skill_rows(today)[6]
    skill = workspace.transition.skills[6].slug
    with qtbot.waitSignal(today.study_asked) as asked:
        row.study_button.click()
    assert asked.args == [skill]
    with qtbot.waitSignal(today.reading_asked) as asked:
        row.read_button.click()
    assert asked.args == [skill]


def test_somebody_new_is_shown_where_to_begin_and_no_empty_week(today: TodayPage) -> None:
    assert today.read_button.isVisible()
    assert today.go_on.next_title.text() == "Adapt foundation models"
    assert today.go_on.why.text() == "It is the first that you have not begun."
    assert not today.go_on.stop_panel.isVisible()
    assert not today.week.isVisible()


def test_the_next_skill_is_named_with_the_reason_and_opened(
    today: TodayPage, workspace: Workspace, clock: Clock, qtbot: QtBot
) -> None:
    study(workspace, 10)
    today.refresh()
    assert today.go_on.why.text() == "1 key point asked, and its guide is not read yet."
    with qtbot.waitSignal(today.reading_asked) as asked:
        qtbot.mouseClick(today.go_on.next_button, Qt.MouseButton.LeftButton)
    assert asked.args == [workspace.transition.skills[0].slug]
    clock.advance(days=90)
    today.refresh()
    assert today.go_on.why.text().startswith("It fades: ")


def test_where_reading_stopped_is_one_click_away(
    today: TodayPage, workspace: Workspace, clock: Clock, qtbot: QtBot
) -> None:
    transition = workspace.transition
    skill = transition.skills[3]
    workspace.log.add_reading(transition.slug, skill.slug, 300.0, 0.42)
    clock.advance(days=1)
    today.refresh()
    assert today.go_on.stop_title.text() == skill.lead
    assert today.go_on.stop_words.text() == "42 % read, yesterday"
    with qtbot.waitSignal(today.reading_asked) as asked:
        qtbot.mouseClick(today.go_on.stop_button, Qt.MouseButton.LeftButton)
    assert asked.args == [skill.slug]


def test_what_is_read_to_its_end_is_not_offered_again(
    today: TodayPage, workspace: Workspace
) -> None:
    transition = workspace.transition
    workspace.log.add_reading(transition.slug, transition.skills[3].slug, 300.0, 1.0)
    today.refresh()
    assert not today.go_on.stop_panel.isVisible()


def test_the_week_is_there_once_something_was_answered(
    today: TodayPage, workspace: Workspace
) -> None:
    study(workspace, 4)
    today.refresh()
    assert today.week.isVisible()
    assert today.week.said.text().startswith("4 answers on 1 day.")
    assert "Today, Monday: 4 answers" in today.week.strip.accessibleName()
    assert not today.read_button.isVisible()


def test_another_model_can_be_chosen(
    today: TodayPage, wants_small: CatalogueEntry, qtbot: QtBot
) -> None:
    today.refresh()
    with qtbot.waitSignal(today.models_asked):
        qtbot.mouseClick(today.choose_button, Qt.MouseButton.LeftButton)


def test_who_wants_no_model_is_not_asked_about_one(today: TodayPage) -> None:
    assert not today.model_banner.isVisible()


def test_a_missing_model_is_offered_calmly(
    today: TodayPage, wants_small: CatalogueEntry, workspace: Workspace, qtbot: QtBot
) -> None:
    today.refresh()
    assert "You can start without the model" in today.model_banner.text()
    assert today.fetch_button.text() == "Fetch the model (1.0 MB)"
    assert "127.0.0.1" in today.fetch_button.toolTip()
    qtbot.mouseClick(today.fetch_button, Qt.MouseButton.LeftButton)
    assert not today.fetch_button.isVisible()
    # The file is there a moment before it is put to use.
    qtbot.waitUntil(lambda: workspace.engine is not None, timeout=10_000)
    assert not today.model_banner.isVisible()


def test_without_any_transition_it_says_where_to_look(
    today: TodayPage, workspace: Workspace
) -> None:
    workspace.library = Library()
    today.refresh()
    assert today._headline.text() == "There is nothing to study yet"
    assert not today.start_button.isEnabled()
