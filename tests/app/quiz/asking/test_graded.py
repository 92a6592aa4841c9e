"""Our own grader answers a question before a learner does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.paths import PROMPTS
from app.quiz.asking import graded
from app.quiz.asking.context import Context
from app.quiz.asking.graded import CalibratedJudge
from app.quiz.asking.types import Angle
from app.quiz.grading.passages import PassageTemplates
from app.quiz.lexical import Lexicon
from app.study.records import Judgement
from tests.app.quiz.asking.conftest import POINT, candidate
from tests.helpers.calibrations import believing
from tests.helpers.scripted_engine import ScriptedEngine

TEXT = "Which errors does a Bloom filter make?"


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine()


@pytest.fixture
def judged(engine: ScriptedEngine, context: Context) -> Context:
    judge = CalibratedJudge(engine, PassageTemplates.load(PROMPTS), believing(), Lexicon())
    return replace(context, judge=judge)


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (Judgement.MISSED, None),
        (Judgement.PARTLY, None),
        (Judgement.COVERED, "answers itself"),
        (Judgement.CONTRADICTED, "takes for granted what is wrong"),
    ],
)
@pytest.mark.parametrize("angle", [Angle.RECALL, Angle.WHY])
def test_a_question_is_no_answer(
    angle: Angle,
    found: Judgement,
    reason: str | None,
    engine: ScriptedEngine,
    judged: Context,
) -> None:
    engine.finds.append(found)
    assert graded.is_no_answer(candidate(TEXT, angle), judged) == reason


@pytest.mark.parametrize("angle", [Angle.DEBUG, Angle.ESTIMATE, Angle.COMPARE, Angle.CHOOSE])
def test_where_somebody_says_something_wrong_the_grader_is_not_asked(
    angle: Angle, engine: ScriptedEngine, judged: Context
) -> None:
    assert graded.is_no_answer(candidate(TEXT, angle), judged) is None
    assert engine.observed == []


def test_the_grader_reads_the_question_as_an_answer_to_ours(
    engine: ScriptedEngine, judged: Context
) -> None:
    engine.finds.append(Judgement.MISSED)
    graded.is_no_answer(candidate(TEXT), judged)
    read = engine.observed[0].prompt.messages[-1].content
    assert POINT.questions[0].text in read
    assert POINT.claim in read
    assert TEXT in read
