"""How sure one is, said in one key before the verdict."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.study.records import Confidence, Judgement
from app.workspace import Workspace
from tests.helpers.gated_engine import GatedEngine
from tests.helpers.quiz_user import QuizUser
from ui.pages.quiz.confidence import confidence_note

ALT = Qt.KeyboardModifier.AltModifier


def test_one_key_says_it_and_types_nothing(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    quiz.begin("short")
    quiz.type("an answer")
    quiz.press(Qt.Key.Key_3, ALT)
    row = quiz.page.asking.confidence
    assert row.levels.choice() == "3"
    assert quiz.page.asking.edit.toPlainText() == "an answer"
    assert quiz.page.asking.edit.hasFocus()
    quiz.submit()
    quiz.qtbot.waitUntil(quiz.page.foot.isVisible)
    assert not row.isVisible()
    assert workspace.log.entries()[0].answer.confidence is Confidence.CERTAIN


def test_it_may_be_left_out_and_taken_back(quiz: QuizUser, workspace: Workspace) -> None:
    question = quiz.begin("choice", 2)
    quiz.press(Qt.Key.Key_1, ALT)
    quiz.press(Qt.Key.Key_1, ALT)
    assert quiz.page.asking.confidence.levels.choice() is None
    quiz.press(Qt.Key(Qt.Key.Key_1.value + question.right_option))
    assert workspace.log.entries()[0].answer.confidence is None


def test_the_next_question_begins_with_nothing_said(quiz: QuizUser, workspace: Workspace) -> None:
    question = quiz.begin("choice", 2)
    quiz.press(Qt.Key.Key_2, ALT)
    quiz.press(Qt.Key(Qt.Key.Key_1.value + question.right_option))
    assert workspace.log.entries()[0].answer.confidence is Confidence.FAIRLY_SURE
    quiz.press(Qt.Key.Key_Return)
    assert quiz.page.asking.confidence.isVisible()
    assert quiz.page.asking.confidence.levels.choice() is None


def test_after_the_verdict_the_same_keys_overrule(
    quiz: QuizUser, engine: GatedEngine, workspace: Workspace
) -> None:
    quiz.begin("short")
    quiz.press(Qt.Key.Key_1, ALT)
    quiz.answer("an answer")
    quiz.press(Qt.Key.Key_1, ALT)
    [entry] = workspace.log.entries()
    assert entry.answer.confidence is Confidence.GUESSING
    assert list(entry.judgements.values()) == [Judgement.CONTRADICTED]


def test_who_does_not_want_to_be_asked_is_not(quiz: QuizUser, workspace: Workspace) -> None:
    workspace.change_settings(ask_confidence="off")
    quiz.begin("choice")
    assert not quiz.page.asking.confidence.isVisible()
    quiz.begin("short")
    assert not quiz.page.asking.confidence.isVisible()


def test_a_follow_up_does_not_ask(quiz: QuizUser) -> None:
    question = quiz.begin("choice", 1)
    quiz.press(Qt.Key(Qt.Key.Key_1.value + (question.right_option + 1) % 3))
    quiz.press(Qt.Key.Key_Return)
    assert quiz.page.asking.follow_up.isVisible()
    assert not quiz.page.asking.confidence.isVisible()


def test_a_mistake_made_with_confidence_is_pointed_out(quiz: QuizUser) -> None:
    question = quiz.begin("choice", 1)
    quiz.press(Qt.Key.Key_3, ALT)
    quiz.press(Qt.Key(Qt.Key.Key_1.value + (question.right_option + 1) % 3))
    assert "You were certain" in quiz.page.verdict.confidence.text()


@pytest.mark.parametrize(
    ("level", "right", "said"),
    [
        (Confidence.CERTAIN, True, ""),
        (Confidence.FAIRLY_SURE, False, ""),
        (Confidence.GUESSING, True, "You were guessing, and you know it."),
        (Confidence.GUESSING, False, ""),
        (None, False, ""),
    ],
)
def test_nothing_is_said_where_there_is_nothing_to_learn(
    level: Confidence | None, right: bool, said: str
) -> None:
    assert confidence_note(level, right=right) == said
