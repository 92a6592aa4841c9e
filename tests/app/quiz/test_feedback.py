"""Feedback speaks of what was lacking, briefly, and in whole sentences."""

from __future__ import annotations

from collections.abc import Sequence

from app.content.types import KeyPoint
from app.quiz.feedback import LONGEST
from app.quiz.question import short_questions
from app.quiz.tutor import Tutor
from app.study.records import Judgement, PointVerdict
from tests.helpers.scripted_engine import ScriptedEngine


def verdict(point: KeyPoint, judgement: Judgement) -> list[PointVerdict]:
    return [PointVerdict(point.id, judgement, 0.9)]


def test_a_full_answer_needs_no_feedback(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    question = short_questions(points[0], "t")[0]
    found = verdict(points[0], Judgement.COVERED)
    assert list(tutor.feedback(question, "text", found)) == []
    assert engine.prompts == []


def test_the_model_is_told_what_was_lacking_and_is_streamed(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    question = short_questions(points[0], "t")[0]
    engine.texts.append(" it takes a scale. It is 4.5 bits. This is because:")
    pieces = list(tutor.feedback(question, "text", verdict(points[0], Judgement.MISSED)))
    assert "".join(pieces) == "Not quite. A full answer says that it takes a scale. It is 4.5 bits."
    assert len(pieces) >= 2
    assert points[0].claim in engine.prompts[0].messages[-1].content


def test_praise_for_what_was_refused_is_not_passed_on(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    question = short_questions(points[0], "t")[0]
    engine.texts.append(" it is so. Your answer is correct. It is trained every night.")
    said = "".join(tutor.feedback(question, "text", verdict(points[0], Judgement.CONTRADICTED)))
    assert "correct" not in said
    assert "night" not in said


def test_nothing_is_said_about_an_answer_that_was_not_given(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    question = short_questions(points[0], "t")[0]
    assert list(tutor.feedback(question, " ", verdict(points[0], Judgement.MISSED))) == []
    assert engine.prompts == []


def test_a_model_that_talks_on_is_stopped(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    question = short_questions(points[0], "t")[0]
    engine.texts.append("word " * 500)
    said = "".join(tutor.feedback(question, "text", verdict(points[0], Judgement.CONTRADICTED)))
    assert len(said.split()) <= LONGEST
