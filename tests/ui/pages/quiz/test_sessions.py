"""Scenarios, minutes, the summary and the keys of the quiz page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.study.records import Judgement
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.gated_engine import GatedEngine
from tests.helpers.quiz_user import SKILL, QuizUser
from ui.pages.quiz.bar import time_left_words
from ui.pages.quiz.help import KEYS
from ui.task import running_tasks
from ui.widgets.text import Text

ALT = Qt.KeyboardModifier.AltModifier


def shown(quiz: QuizUser) -> list[str]:
    """Return the texts of the summary."""
    view = quiz.page.summary
    return [text.text() for text in view.findChildren(Text) if text.isVisibleTo(view)]


def begin_minutes(quiz: QuizUser, minutes: int) -> None:
    quiz.page.begin(SKILL, "choice", 0, minutes)


def choose(quiz: QuizUser, *, right: bool) -> None:
    index = quiz.question.right_option if right else (quiz.question.right_option + 1) % 3
    quiz.press(Qt.Key(Qt.Key.Key_1.value + index))


class TestScenario:
    def test_it_is_shown_as_what_it_is_with_more_room(
        self, quiz: QuizUser, engine: GatedEngine
    ) -> None:
        quiz.begin("short")
        usual = quiz.page.asking.edit.sizeHint().height()
        assert not quiz.page.asking.allowance.isVisible()
        question = quiz.begin("scenario")
        count = len(question.key_points)
        assert quiz.page.asking.kind.text() == "Scenario"
        assert f"{count} key points are asked for" in quiz.page.asking.allowance.text()
        assert quiz.page.asking.edit.sizeHint().height() > 1.5 * usual

    def test_each_key_point_has_its_verdict(self, quiz: QuizUser, engine: GatedEngine) -> None:
        engine.find(Judgement.PARTLY)
        question = quiz.begin("scenario")
        quiz.answer("Some of it.")
        assert list(quiz.page.verdict.points.rows) == [point.id for point in question.key_points]
        assert quiz.page.verdict.model_answer.text() == question.model_answer
        # One rating for all of them would be wrong for most.
        assert not quiz.page.foot.rating.isVisible()
        assert quiz.page.foot.comes_back.text().startswith("The first comes back")

    def test_undo_gives_it_back(self, quiz: QuizUser, engine: GatedEngine) -> None:
        question = quiz.begin("scenario")
        quiz.answer("Some of it.")
        quiz.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert quiz.page.asking.question.text() == question.text
        assert quiz.page.asking.edit.toPlainText() == "Some of it."

    def test_where_there_is_none_that_is_said(self, quiz: QuizUser, workspace: Workspace) -> None:
        workspace.library = workspace.library.copy()
        guide = workspace.library.guides["machine-learning-engineer", SKILL]
        workspace.library.put(replace(guide, scenarios=()))
        quiz.page.begin(SKILL, "scenario")
        assert not quiz.page.run.is_open
        assert "no scenarios" in quiz.page.choosing.notice.text()


class TestMinutes:
    def test_the_bar_tells_what_is_left(self, quiz: QuizUser, clock: Clock) -> None:
        begin_minutes(quiz, 10)
        assert quiz.page.bar.position.text() == "About 10 minutes left"
        clock.advance(minutes=4)
        choose(quiz, right=True)
        quiz.press(Qt.Key.Key_Return)
        assert quiz.page.bar.position.text() == "About 6 minutes left"
        assert quiz.page.bar.meter.share() == pytest.approx(0.4)

    def test_the_question_in_hand_may_be_finished(self, quiz: QuizUser, clock: Clock) -> None:
        begin_minutes(quiz, 2)
        clock.advance(minutes=3)
        choose(quiz, right=True)
        assert quiz.page.verdict.headline.text() == "Covered"
        quiz.press(Qt.Key.Key_Return)
        assert quiz.page.summary.isVisible()
        assert quiz.page.summary.more_button.text() == "2 more minutes"

    def test_a_session_is_as_long_as_the_settings_say(
        self, quiz: QuizUser, workspace: Workspace
    ) -> None:
        workspace.change_settings(session_unit="minutes", session_minutes=25)
        quiz.page.begin(SKILL, "choice")
        assert quiz.page.bar.position.text() == "About 25 minutes left"

    def test_they_can_be_chosen_for_one_session(self, quiz: QuizUser) -> None:
        choosing = quiz.page.choosing
        choosing.skill.setCurrentIndex(choosing.skill.findData(SKILL))
        choosing.format.button("choice").click()
        choosing.unit.button("minutes").click()
        assert choosing.count.accessibleName() == "Number of minutes"
        choosing.count.setValue(20)
        choosing.start_button.click()
        assert quiz.page.bar.position.text() == "About 20 minutes left"

    def test_each_unit_keeps_its_own_number(self, quiz: QuizUser) -> None:
        choosing = quiz.page.choosing
        shown = []
        choosing.count.setValue(25)
        for unit in ("questions", "minutes", "minutes", "questions"):
            choosing.unit.button(unit).click()
            shown.append(choosing.count.value())
        assert shown == [25, 15, 15, 25]

    @pytest.mark.parametrize(
        ("seconds", "said"),
        [
            (600, "About 10 minutes left"),
            (61, "About 2 minutes left"),
            (60, "About a minute left"),
            (20, "Less than a minute left"),
            (0, "Time is up: this is the last question"),
        ],
    )
    def test_in_words(self, seconds: float, said: str) -> None:
        assert time_left_words(seconds) == said


class TestSummary:
    def test_it_says_why_each_comes_back(self, quiz: QuizUser) -> None:
        quiz.begin("choice", 2)
        choose(quiz, right=True)
        quiz.press(Qt.Key.Key_Return)
        choose(quiz, right=False)
        quiz.press(Qt.Key.Key_Escape)
        texts = shown(quiz)
        assert "Missed, so it is asked again soon." in texts
        assert "Recalled; it is new, so it is asked again soon to make it stay." in texts

    def test_what_was_kept_says_after_how_long_and_until_when(
        self, quiz: QuizUser, clock: Clock
    ) -> None:
        point = quiz.begin("choice", 1).key_points[0].id
        for days in (1, 12):
            choose(quiz, right=True)
            clock.advance(days=days)
            quiz.begin("choice", key_points=(point,))
        choose(quiz, right=True)
        quiz.press(Qt.Key.Key_Return)
        [why] = [text for text in shown(quiz) if text.startswith("Recalled after 12 days")]
        assert "the next time is in" in why
        assert "Kept" in shown(quiz)

    def test_another_session_is_one_key_away(self, quiz: QuizUser) -> None:
        quiz.begin("choice", 1)
        choose(quiz, right=True)
        quiz.press(Qt.Key.Key_Return)
        assert quiz.page.summary.more_button.text() == "1 more question"
        quiz.press(Qt.Key.Key_N, ALT)
        assert quiz.page.bar.position.text() == "Question 1 of 1"

    def test_the_passages_of_what_was_missed_can_be_read_one_after_the_other(
        self, quiz: QuizUser
    ) -> None:
        quiz.begin("choice", 2)
        for _ in range(2):
            choose(quiz, right=False)
            quiz.press(Qt.Key.Key_Return)
            if quiz.page.asking.follow_up.isVisible():
                quiz.press(Qt.Key.Key_S, ALT)
        button = quiz.page.summary.read_button
        assert button.text() == "Read what was missed"
        assert not quiz.page.passage.isVisible()
        quiz.press(Qt.Key.Key_P, ALT)
        assert quiz.page.passage.isVisible()
        assert "Learn model optimization" in quiz.page.passage.title.text()
        assert button.text() == "Read the next (2 of 2)"
        quiz.press(Qt.Key.Key_P, ALT)
        assert button.text() == "Read the next (1 of 2)"
        quiz.qtbot.waitUntil(lambda: not running_tasks())

    def test_who_missed_nothing_has_nothing_to_read(self, quiz: QuizUser) -> None:
        quiz.begin("choice", 1)
        choose(quiz, right=True)
        quiz.press(Qt.Key.Key_Return)
        assert not quiz.page.summary.read_button.isVisible()


def keys_of(widget: QWidget) -> set[str]:
    """Return every key that means something on a page."""
    found = {key for action in widget.actions() for key in action.shortcuts()}
    for child in widget.findChildren(QWidget):
        found.update(key for action in child.actions() for key in action.shortcuts())
    found.update(shortcut.key() for shortcut in widget.findChildren(QShortcut))
    return {key.toString(QKeySequence.SequenceFormat.PortableText) for key in found}


def test_the_help_names_every_key(quiz: QuizUser) -> None:
    quiz.begin("choice")
    known = keys_of(quiz.page)
    choose(quiz, right=True)
    known |= keys_of(quiz.page)
    told = {QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) for key, _ in KEYS}
    # The other digits, what Enter is called on the number pad, and letters that stand for Alt with
    # them where nothing is typed.
    others = {"2", "3", "4", "Alt+2", "Alt+3", "Enter", *"HPSFN"}
    assert told <= known
    assert known <= told | others
