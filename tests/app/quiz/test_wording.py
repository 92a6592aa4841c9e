"""The model gets some tries at a fresh question; then the authored one has to serve."""

from __future__ import annotations

from collections.abc import Sequence

from app.content.types import KeyPoint
from app.quiz.tutor import Tutor
from app.quiz.wording import TRIES
from tests.helpers.scripted_engine import ScriptedEngine


def test_the_first_candidate_that_passes_is_taken(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    good = f"Why does it matter at work to know {points[0].topic}?"
    engine.texts.extend(["According to the text, what is it?", f' "{good}" ', "unused"])
    worded = tutor.word_question(points[0])
    assert worded is not None
    assert (worded.key_point, worded.text, worded.model) == (points[0].id, good, "scripted")
    assert worded.prompt.startswith("question/")
    assert list(engine.texts) == ["unused"]


def test_a_model_that_cannot_do_it_is_not_asked_for_ever(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    engine.texts.extend(["no question"] * (TRIES + 5))
    assert tutor.word_question(points[0]) is None
    assert len(engine.prompts) == TRIES


def test_the_model_sees_the_questions_that_exist(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    engine.texts.extend(["no question"] * TRIES)
    tutor.word_question(points[0])
    asked = engine.prompts[0].messages[-1].content
    assert all(question.text in asked for question in points[0].questions)
