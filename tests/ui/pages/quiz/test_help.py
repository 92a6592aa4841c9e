"""Hints and follow-ups on the quiz page."""

from __future__ import annotations

from fsrs import Rating
from PySide6.QtCore import Qt

from app.study.records import Judgement
from app.workspace import Workspace
from tests.helpers.gated_engine import GatedEngine
from tests.helpers.quiz_user import QuizUser
from ui.pages.quiz.help import COST
from ui.widgets.text import Text

ALT = Qt.KeyboardModifier.AltModifier


def shown(quiz: QuizUser) -> list[str]:
    """Return the words of the hints that are in sight."""
    hints = quiz.page.asking.hints
    return [text.text() for text in hints.findChildren(Text) if text.isVisibleTo(quiz.page)]


def test_a_key_gives_the_next_hint_and_types_nothing(quiz: QuizUser, engine: GatedEngine) -> None:
    quiz.begin("short")
    assert not quiz.page.asking.hints.isVisible()
    quiz.type("half a thought")
    for number in (1, 2, 3):
        quiz.press(Qt.Key.Key_H, ALT)
        assert f"Hint {number} of 3" in shown(quiz)
    assert quiz.page.asking.edit.toPlainText() == "half a thought"
    assert COST in shown(quiz)
    assert not quiz.page.bar.hint_button.isEnabled()


def test_a_hint_costs_the_best_rating(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    quiz.begin("short")
    quiz.press(Qt.Key.Key_H, ALT)
    quiz.answer("a full answer")
    foot = quiz.page.foot
    assert not foot.rating.button("easy").isEnabled()
    assert foot.rating.button("good").isEnabled()
    assert COST in foot.comes_back.text()
    assert not quiz.page.bar.hint_button.isEnabled()
    [hint] = workspace.log.entries()[0].answer.hints
    assert hint.step == 1
    quiz.press(Qt.Key.Key_Return)
    assert not quiz.page.asking.hints.isVisible()
    quiz.answer("a full answer")
    assert foot.rating.button("easy").isEnabled()
    assert COST not in foot.comes_back.text()


def test_a_choice_has_no_hint(quiz: QuizUser) -> None:
    quiz.begin("choice")
    assert not quiz.page.bar.hint_button.isEnabled()


def test_a_hint_stays_when_the_answer_is_taken_back(quiz: QuizUser, engine: GatedEngine) -> None:
    quiz.begin("short")
    quiz.press(Qt.Key.Key_H, ALT)
    before = shown(quiz)
    quiz.answer("an answer")
    quiz.page.foot.undo_button.click()
    assert shown(quiz) == before


def test_a_miss_is_followed_up_once_and_shown_as_such(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    engine.find(Judgement.MISSED)
    first = quiz.begin("short", 2)
    assert not quiz.page.asking.follow_up.isVisible()
    quiz.answer("no idea at all")
    quiz.press(Qt.Key.Key_Return)
    assert quiz.page.bar.position.text() == "Follow-up to question 1 of 2"
    assert quiz.page.asking.follow_up.isVisible()
    assert quiz.question.key_points == first.key_points
    assert quiz.question.text != first.text
    quiz.answer("no idea of that either")
    foot = quiz.page.foot
    assert not foot.rating.isVisible()
    assert "changes no schedule" in foot.comes_back.text()
    quiz.press(Qt.Key.Key_Return)
    assert quiz.page.bar.position.text() == "Question 2 of 2"
    engine.find(Judgement.COVERED)
    quiz.answer("a full answer")
    assert foot.rating.isVisible()
    quiz.press(Qt.Key.Key_Return)
    assert quiz.page.summary.isVisible()
    assert "1 of 2 answers right" in quiz.page.summary.detail.text()
    follow_up = workspace.log.entries()[1]
    assert follow_up.answer.follows == workspace.log.entries()[2].id
    assert follow_up.ratings == {}


def test_gaps_are_typed_and_graded_without_a_model(quiz: QuizUser, workspace: Workspace) -> None:
    question = quiz.begin("choice", 1)
    [point] = question.key_points
    for number in (1, 2):
        workspace.log.flag(f"{point.id}/q{number}", question="", reason="unclear")
    quiz.press(Qt.Key(Qt.Key.Key_1.value + (question.right_option + 1) % 3))
    quiz.press(Qt.Key.Key_Return)
    assert quiz.question.blanks
    assert not quiz.page.asking.rate_yourself.isVisible()
    assert quiz.page.asking.submit_button.text() == "Submit"
    quiz.page.asking.edit.setFocus()
    quiz.answer(" ".join(quiz.question.blanks))
    assert quiz.page.verdict.headline.text() == "Covered"
    assert workspace.log.entries()[0].ratings == {}
    card = workspace.log.card(question.transition, point.id)
    assert card is not None
    assert card.reps == 1
    assert workspace.log.entries()[1].ratings == {point.id: Rating.Again}
