"""The tutor grades only with a calibration; without one it leaves judging to the learner."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from app.content.types import KeyPoint
from app.model.errors import Cause, EngineError
from app.paths import PROMPTS
from app.quiz.asking.plan import Cell
from app.quiz.asking.types import Accepted, Angle
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
    assert engine.prepared == engine.observed == engine.prefilled == []


def test_without_a_calibration_there_are_still_fresh_questions(
    uncalibrated: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    engine.can_score = False
    (made,) = uncalibrated.asker.ask(Cell(points[0], Angle.CHOOSE), ())
    assert isinstance(made, Accepted)
    assert points[0].topic in made.candidate.text


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


class TestReadingAhead:
    def test_what_is_to_be_said_is_read_with_what_is_typed(
        self, tutor: Tutor, engine: ScriptedEngine, question: Question
    ) -> None:
        tutor.prefill(question)
        tutor.prefill(question, "Fewer bits")
        asked = [prompt.messages[-1].content for prompt in engine.prefilled]
        assert len(engine.prepared) == 4
        assert all(question.key_points[0].claim in each for each in asked)
        assert ["Fewer bits" in each for each in asked] == [False, True]

    def test_after_the_verdict_the_very_prompt_is_read(
        self, tutor: Tutor, engine: ScriptedEngine, question: Question
    ) -> None:
        tutor.prefill(question, "Fewer bits")
        engine.finds.append(Judgement.CONTRADICTED)
        points = tutor.grade(question, "Fewer bits for each.").points
        assert engine.observed, "the verdict came first"
        engine.texts.append("")
        assert list(tutor.feedback(question, "Fewer bits for each.", points)) == []
        assert engine.prefilled[-1] == engine.prompts[-1]
        assert engine.prefilled[-1] != engine.prefilled[0]

    @pytest.mark.parametrize(
        ("found", "sure_from"), [(Judgement.COVERED, 0.6), (Judgement.MISSED, 0.999)]
    )
    def test_where_nothing_is_to_be_said_nothing_is_read(
        self, engine: ScriptedEngine, question: Question, found: Judgement, sure_from: float
    ) -> None:
        tutor = Tutor(
            engine,
            prompts=PROMPTS,
            calibration=believing(sure_from=sure_from),
            lexicon=Lexicon(),
            rng=random.Random(1),
        )
        engine.finds.append(found)
        points = tutor.grade(question, "Fewer bits for each.").points
        assert engine.prefilled == []
        assert list(tutor.feedback(question, "Fewer bits for each.", points)) == []

    def test_it_waits_while_questions_are_worded(
        self, tutor: Tutor, engine: ScriptedEngine, question: Question
    ) -> None:
        with tutor.wording():
            tutor.prefill(question)
            tutor.prefill(question, "Fewer bits")
            assert len(engine.prepared) == 4, "for the verdict there is another memory"
            assert engine.prefilled == []
        (prompt,) = engine.prefilled
        assert "Fewer bits" in prompt.messages[-1].content

    def test_wording_that_was_ended_leaves_the_engine_to_whoever_ended_it(
        self, tutor: Tutor, engine: ScriptedEngine, question: Question
    ) -> None:
        def word() -> None:
            with tutor.wording():
                tutor.prefill(question)
                raise EngineError(Cause.CANCELLED)

        with pytest.raises(EngineError):
            word()
        assert engine.prefilled == []
        tutor.prefill(question)
        assert len(engine.prefilled) == 1

    def test_of_a_question_before_nothing_is_read_any_more(
        self, tutor: Tutor, engine: ScriptedEngine, question: Question
    ) -> None:
        tutor.prefill(question, "Fewer bits")
        engine.prefilled.clear()
        with tutor.wording():
            pass
        assert engine.prefilled == []
