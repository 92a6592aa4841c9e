"""The tutor grades only with a calibration; without one it leaves judging to the learner."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from app.content.types import KeyPoint
from app.paths import PROMPTS
from app.quiz.grading.overrules import Leaning
from app.quiz.lexical import Lexicon
from app.quiz.question import Question, short_questions
from app.quiz.tutor import Tutor
from app.study.records import Judgement
from tests.helpers.calibrations import believing
from tests.helpers.scripted_engine import ScriptedEngine


@pytest.fixture
def question(points: Sequence[KeyPoint]) -> Question:
    return short_questions(points[0], "t")[0]


@pytest.fixture
def uncalibrated(engine: ScriptedEngine) -> Tutor:
    return Tutor(engine, prompts=PROMPTS, calibration=None, lexicon=Lexicon(), rng=random.Random(1))


def test_a_calibrated_tutor_grades_and_is_sure_from_where_its_calibration_is(
    engine: ScriptedEngine,
) -> None:
    tutor = Tutor(
        engine,
        prompts=PROMPTS,
        calibration=believing(sure_from=0.77),
        lexicon=Lexicon(),
        rng=random.Random(1),
    )
    assert tutor.grades
    assert tutor.sure_from == 0.77


def test_without_a_calibration_nothing_is_graded_or_read_ahead(
    uncalibrated: Tutor, engine: ScriptedEngine, question: Question
) -> None:
    assert not uncalibrated.grades
    assert uncalibrated.sure_from == 1.0
    uncalibrated.prefill(question, "Fewer")
    with pytest.raises(RuntimeError, match="the learner rates"):
        uncalibrated.grade(question, "Fewer bits.")
    assert engine.prepared == engine.observed == []


def test_without_a_calibration_there_are_still_fresh_questions(
    uncalibrated: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    engine.texts.extend([""] * 20)
    assert uncalibrated.word_question(points[0]) is None
    assert engine.prompts != []


def test_the_question_is_made_ready_and_then_graded(
    tutor: Tutor, engine: ScriptedEngine, question: Question
) -> None:
    tutor.prefill(question)
    assert len(engine.prepared) == 2
    engine.finds.append(Judgement.PARTLY)
    (point,) = tutor.grade(question, "Fewer bits.").points
    assert (point.key_point, point.judgement) == (question.key_points[0].id, Judgement.PARTLY)


def test_the_tutor_learns_from_overrules(
    tutor: Tutor, engine: ScriptedEngine, question: Question
) -> None:
    tutor.learn(Leaning({Judgement.COVERED: 1000.0}))
    engine.finds.append(Judgement.PARTLY)
    assert tutor.grade(question, "Fewer bits.").points[0].judgement is Judgement.COVERED
