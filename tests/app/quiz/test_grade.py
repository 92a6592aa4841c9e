"""A verdict is computed in code from evidence, and an answer without content earns nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fsrs import Rating

from app.content.types import KeyPoint
from app.quiz.question import short_questions
from app.quiz.rating import confidence, rating_for, ratings
from app.quiz.tutor import Tutor
from app.study.records import Judgement, PointVerdict
from tests.helpers.scripted_engine import ScriptedEngine, closest_to


@pytest.mark.parametrize("empty", ["", "   ", "\n\n", "...", "?!", "\u200b"])
def test_an_answer_without_a_letter_or_digit_misses_everything_without_a_model(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint], empty: str
) -> None:
    question = short_questions(points[0], "t")[0]
    graded = tutor.grade(question, empty)
    assert [point.judgement for point in graded.points] == [Judgement.MISSED]
    assert graded.model is None
    assert engine.prompts == []


def test_the_prefix_prefilled_is_the_beginning_of_what_is_graded(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    question = short_questions(points[0], "t")[0]
    tutor.prefill(question)
    engine.scores.append(closest_to(points[0].claim))
    tutor.grade(question, "An answer.")
    before = engine.prefilled[0].messages[-1].content
    after = engine.prompts[0].messages[-1].content
    shared = before[: before.index("Student's answer:")]
    assert after.startswith(shared)
    assert len(shared) > len(before) / 2


def test_the_answer_goes_into_the_prompt_as_it_was_typed(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    question = short_questions(points[0], "t")[0]
    engine.scores.append(closest_to(points[0].claim))
    tutor.grade(question, "costs $5 ${claim} $claim {x}")
    assert "costs $5 ${claim} $claim {x}" in engine.prompts[0].messages[-1].content


def test_evidence_is_words_of_the_answer(
    tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    question = short_questions(points[0], "t")[0]
    engine.scores.append(closest_to(points[0].claim))
    answer = f"Hello there. {points[0].answer}"
    (point,) = tutor.grade(question, answer).points
    assert point.judgement is Judgement.COVERED
    assert 0.25 < point.confidence <= 1.0
    assert point.evidence
    assert all(answer[span.start : span.end] in points[0].answer for span in point.evidence)


def test_what_is_wrong_comes_back_always() -> None:
    assert rating_for(Judgement.MISSED) is Rating.Again
    assert rating_for(Judgement.CONTRADICTED) is Rating.Again
    assert rating_for(Judgement.PARTLY) is Rating.Hard
    assert rating_for(Judgement.COVERED) is Rating.Good


def test_a_verdict_is_as_sure_as_its_least_sure_key_point() -> None:
    points = [
        PointVerdict("a", Judgement.COVERED, 0.9),
        PointVerdict("b", Judgement.MISSED, 0.4),
    ]
    assert confidence(points) == 0.4
    assert confidence([]) == 0.0
    assert ratings(points) == {"a": Rating.Good, "b": Rating.Again}
