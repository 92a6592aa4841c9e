"""The parts of the quiz page, one by one."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.content.anchor import fold_space
from app.content.library import Library
from app.quiz.question import Question, choice_question, short_questions
from app.workspace import Workspace
from tests.conftest import Clock
from ui.pages.quiz.bar import FLAG_REASONS, SessionBar
from ui.pages.quiz.options import OptionList
from ui.pages.quiz.passage import PassagePanel
from ui.pages.quiz.question import QuestionView
from ui.pages.quiz.summary import SummaryView, next_due
from ui.theme import Theme
from ui.widgets.text import Text

TRANSITION = "machine-learning-engineer"


@pytest.fixture
def choice(library: Library) -> Question:
    point = library.key_points(TRANSITION)[0]
    return choice_question(point, TRANSITION, random.Random(1))


@pytest.fixture
def short(library: Library) -> Question:
    return short_questions(library.key_points(TRANSITION)[0], TRANSITION)[0]


class TestOptions:
    @pytest.fixture
    def options(self, choice: Question, qtbot: QtBot) -> OptionList:
        made = OptionList()
        qtbot.addWidget(made)
        made.resize(500, 600)
        made.show_options(choice.options)
        made.show()
        return made

    def test_each_says_its_number_and_text(self, options: OptionList, choice: Question) -> None:
        names = [button.accessibleName() for button in options.buttons]
        assert names == [f"Option {n}: {o.text}" for n, o in enumerate(choice.options, 1)]

    def test_long_options_break_into_lines(self, options: OptionList) -> None:
        for button in options.buttons:
            assert button.height() >= button.heightForWidth(button.width())
            assert button.width() <= options.width()

    def test_a_click_on_the_text_chooses(self, options: OptionList, qtbot: QtBot) -> None:
        with qtbot.waitSignal(options.option_chosen) as chosen:
            qtbot.mouseClick(options.buttons[2], Qt.MouseButton.LeftButton)
        assert chosen.args == [2]

    def test_the_outcome_marks_the_right_one_and_explains_the_wrong_one(
        self, options: OptionList, choice: Question
    ) -> None:
        wrong = (choice.right_option + 1) % len(choice.options)
        options.show_outcome(wrong)
        right_button, wrong_button = options.buttons[choice.right_option], options.buttons[wrong]
        assert right_button.property("outcome") == "right"
        assert wrong_button.property("outcome") == "wrong"
        shown = [text.text() for text in wrong_button.findChildren(Text) if text.isVisible()]
        assert choice.options[wrong].why in shown
        assert not any(button.isEnabled() for button in options.buttons)


class TestPassage:
    def test_a_guide_that_was_changed_is_shown_as_it_is_now(
        self, library: Library, short: Question, theme: Theme, qtbot: QtBot
    ) -> None:
        panel = PassagePanel(theme)
        qtbot.addWidget(panel)
        panel.show_passage(library, short)
        qtbot.waitUntil(lambda: short.key_points[0].quote in fold_space(panel.reader.toPlainText()))
        place = (short.transition, short.key_points[0].skill)
        guide = library.guides[place]
        changed = replace(guide, source=f"{guide.source}\n\nThis was added.\n")
        guides = {**library.guides, place: changed}
        panel.show_passage(Library(library.transitions, guides), short)
        qtbot.waitUntil(lambda: "This was added." in panel.reader.toPlainText())


class TestQuestionView:
    @pytest.fixture
    def view(self, theme: Theme, qtbot: QtBot) -> QuestionView:
        made = QuestionView(theme)
        qtbot.addWidget(made)
        made.show()
        return made

    def test_an_empty_answer_cannot_be_submitted(
        self, view: QuestionView, short: Question, qtbot: QtBot
    ) -> None:
        view.ask(short, "Adapt foundation models")
        assert not view.submit_button.isEnabled()
        qtbot.keyClicks(view.edit, "  ")
        assert not view.submit_button.isEnabled()
        with qtbot.assertNotEmitted(view.answered):
            qtbot.keyClick(view.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(view.edit, "x")
        assert view.submit_button.isEnabled()

    def test_enter_alone_begins_a_new_line(
        self, view: QuestionView, short: Question, qtbot: QtBot
    ) -> None:
        view.ask(short, "Adapt foundation models")
        qtbot.keyClicks(view.edit, "one")
        qtbot.keyClick(view.edit, Qt.Key.Key_Return)
        qtbot.keyClicks(view.edit, "two")
        assert view.edit.toPlainText() == "one\ntwo"

    def test_tab_leads_out_of_the_answer(
        self, view: QuestionView, short: Question, qtbot: QtBot
    ) -> None:
        view.ask(short, "Adapt foundation models")
        qtbot.keyClicks(view.edit, "text")
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.edit.setFocus()
        qtbot.keyClick(view.edit, Qt.Key.Key_Tab)
        assert not view.edit.hasFocus()
        assert "\t" not in view.edit.toPlainText()

    def test_an_answer_cannot_change_while_it_is_graded(
        self, view: QuestionView, short: Question, qtbot: QtBot
    ) -> None:
        view.ask(short, "Adapt foundation models", text="kept")
        view.show_waiting()
        qtbot.keyClicks(view.edit, "more")
        with qtbot.assertNotEmitted(view.answered):
            qtbot.keyClick(view.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert view.edit.toPlainText() == "kept"

    def test_every_change_of_the_answer_is_told(
        self, view: QuestionView, short: Question, qtbot: QtBot
    ) -> None:
        view.ask(short, "Adapt foundation models", text="An")
        told: list[str] = []
        view.typed.connect(told.append)
        view.edit.moveCursor(QTextCursor.MoveOperation.End)
        qtbot.keyClicks(view.edit, " x")
        view.show_editing(False)
        assert told == ["An", "An x"]

    def test_who_is_to_rate_learns_why(self, view: QuestionView, short: Question) -> None:
        view.ask(short, "Adapt foundation models", rate_yourself="No model: rate yourself")
        assert view.rate_yourself.isVisible()
        assert view.rate_yourself.text() == "No model: rate yourself"
        assert view.submit_button.text() == "Show the answer"
        view.show_editing(False)
        assert not view.rate_yourself.isVisible()
        view.ask(short, "Adapt foundation models")
        assert not view.rate_yourself.isVisible()
        assert view.submit_button.text() == "Submit"

    def test_a_choice_is_not_rated(self, view: QuestionView, choice: Question) -> None:
        view.ask(choice, "Adapt foundation models", rate_yourself="No model: rate yourself")
        assert not view.rate_yourself.isVisible()

    def test_a_choice_has_no_room_to_write(self, view: QuestionView, choice: Question) -> None:
        view.ask(choice, "Adapt foundation models")
        assert not view.edit.isVisible()
        assert not view.submit_button.isVisible()
        assert not view.origin.isVisible()
        assert view.options.isVisible()


class TestBar:
    def test_it_shows_the_place_in_the_session(self, theme: Theme, qtbot: QtBot) -> None:
        bar = SessionBar(theme)
        qtbot.addWidget(bar)
        bar.show_position(3, 10)
        assert bar.position.text() == "Question 3 of 10"
        assert bar.meter.share() == pytest.approx(0.2)

    @pytest.mark.parametrize("index", range(len(FLAG_REASONS)))
    def test_flagging_tells_the_reason(self, theme: Theme, qtbot: QtBot, index: int) -> None:
        bar = SessionBar(theme)
        qtbot.addWidget(bar)
        with qtbot.waitSignal(bar.flag_chosen) as flagged:
            bar.flag_menu.actions()[index].trigger()
        assert flagged.args == [FLAG_REASONS[index][0]]


def summary_of(
    workspace: Workspace, clock: Clock, theme: Theme, right: list[bool]
) -> tuple[SummaryView, list[str]]:
    """Answer questions, and return the summary with the texts that it shows."""
    session = workspace.start_quiz(count=max(1, len(right)), answer_format="choice")
    for well in right:
        question = session.advance()
        assert question is not None
        session.choose(question.right_option if well else (question.right_option + 1) % 3)
    view = SummaryView(theme)
    view.show_summary(session.outcomes, workspace.log, clock())
    return view, [text.text() for text in view.findChildren(Text) if text.isVisibleTo(view)]


def test_a_summary_says_what_comes_back_and_when(
    workspace: Workspace, clock: Clock, theme: Theme, qtbot: QtBot
) -> None:
    view, shown = summary_of(workspace, clock, theme, [True, False])
    qtbot.addWidget(view)
    assert "1 of 2 answers right" in view.detail.text()
    assert {"Comes back soon", "Learned"} <= set(shown)
    soon, later = shown.index("in 1 min"), shown.index("in 10 min")
    assert shown.index("Comes back soon") < soon < shown.index("Learned") < later


def test_a_faultless_session_has_nothing_to_repeat(
    workspace: Workspace, clock: Clock, theme: Theme, qtbot: QtBot
) -> None:
    view, shown = summary_of(workspace, clock, theme, [True, True])
    qtbot.addWidget(view)
    assert "Comes back soon" not in shown
    assert view.detail.text().startswith("All 2 answers right")


def test_due_times_are_those_of_the_schedule(workspace: Workspace, clock: Clock) -> None:
    session = workspace.start_quiz(count=1, answer_format="choice")
    question = session.advance()
    assert question is not None
    outcome = session.choose(question.right_option)
    assert next_due(outcome, workspace.log, clock()) == "in 10 min"
    clock.advance(days=1)
    assert next_due(outcome, workspace.log, clock()) == "now"
