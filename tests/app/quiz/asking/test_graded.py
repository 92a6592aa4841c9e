"""Our own grader answers a question before a learner does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.paths import PROMPTS
from app.quiz.asking import graded
from app.quiz.asking.context import Context
from app.quiz.asking.graded import CalibratedJudge
from app.quiz.asking.types import Angle, Look
from app.quiz.grading.passages import PassageTemplates
from app.quiz.lexical import Lexicon
from app.study.records import Judgement
from tests.app.quiz.asking.conftest import POINT, RIVAL, candidate
from tests.helpers.calibrations import believing
from tests.helpers.scripted_engine import ScriptedEngine

TEXT = "Which errors does a Bloom filter make?"
C, P, M, X = Judgement.COVERED, Judgement.PARTLY, Judgement.MISSED, Judgement.CONTRADICTED


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine()


@pytest.fixture
def judged(engine: ScriptedEngine, context: Context) -> Context:
    judge = CalibratedJudge(engine, PassageTemplates.load(PROMPTS), believing(), Lexicon())
    return replace(context, judge=judge)


@pytest.mark.parametrize(
    ("look", "finds", "reason"),
    [
        (graded.is_answered_by_its_claim, [C, M], None),
        (graded.is_answered_by_its_claim, [P, M], None),
        (graded.is_answered_by_its_claim, [M, M], "not answered by its model answer"),
        (graded.is_answered_by_its_claim, [X, M], "not answered by its model answer"),
        (graded.is_answered_by_its_claim, [C, C], RIVAL.topic),
        (graded.refutes_misconceptions, [X, M, X], None),
        (graded.refutes_misconceptions, [X, C, X], POINT.misconceptions[1].claim),
        (graded.is_no_answer, [M], None),
        (graded.is_no_answer, [C], "answers itself"),
        (graded.is_no_answer, [X], "takes for granted"),
    ],
)
def test_what_the_grader_finds_decides(
    look: Look,
    finds: list[Judgement],
    reason: str | None,
    engine: ScriptedEngine,
    judged: Context,
) -> None:
    engine.finds.extend(finds)
    refused = look(candidate(TEXT), judged)
    assert refused is None if reason is None else reason in str(refused)
    assert not engine.finds, "all that was to be read was read"


@pytest.mark.parametrize("angle", [Angle.DEBUG, Angle.ESTIMATE, Angle.COMPARE, Angle.CHOOSE])
def test_where_somebody_says_something_wrong_the_grader_is_not_asked(
    angle: Angle, engine: ScriptedEngine, judged: Context
) -> None:
    for look in (
        graded.is_no_answer,
        graded.is_answered_by_its_claim,
        graded.refutes_misconceptions,
    ):
        assert look(candidate(TEXT, angle), judged) is None
    assert engine.observed == []


def test_the_grader_reads_the_question_with_the_answer(
    engine: ScriptedEngine, judged: Context
) -> None:
    engine.finds.extend([C, M])
    graded.is_answered_by_its_claim(candidate(TEXT), judged)
    read = engine.observed[0].prompt.messages[-1].content
    assert TEXT in read
    assert POINT.claim in read
    assert POINT.answer in read
