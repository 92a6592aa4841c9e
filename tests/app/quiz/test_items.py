"""What a session is made of, and how many scenarios it has."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fsrs import Rating

from app.content.library import Library
from app.content.types import KeyPoint
from app.quiz.aid import Aid
from app.quiz.items import QUESTIONS_PER_SCENARIO, Item, arrange
from app.quiz.length import Length
from app.quiz.lexical import Lexicon
from app.quiz.scenarios import FEWEST_POINTS, scenario_questions
from app.study.log import StudyLog
from app.study.records import Answer, Format, Grader, Origin, SessionKind, Verdict

TRANSITION = "machine-learning-engineer"
SKILL = "learn-model-optimization"


@pytest.fixture
def aid(library: Library) -> Aid:
    return Aid(library.guides.values(), Lexicon())


@pytest.fixture
def skill(library: Library) -> Sequence[KeyPoint]:
    return library.key_points(TRANSITION, SKILL)


def meet(log: StudyLog, points: Sequence[KeyPoint]) -> None:
    """Answer a question on each key point."""
    session = log.begin_session(
        kind=SessionKind.SKILL, transition=TRANSITION, skill=SKILL, planned=1
    )
    for point in points:
        answer = Answer(
            session, TRANSITION, SKILL, (point.id,), "?", "q", Origin.AUTHORED, Format.SHORT, "a"
        )
        id_ = log.add_answer(answer)
        verdict = Verdict(id_, (), 1.0, 1.0, Grader.CODE, None)
        log.add_verdict(verdict, {point.id: Rating.Good})


def items(
    plan: Sequence[KeyPoint], log: StudyLog, aid: Aid, choice: str = "mixed", **more: object
) -> list[Item]:
    length = Length(len(plan))
    arranged = arrange(
        plan,
        log,
        TRANSITION,
        choice=choice,
        length=length,
        aid=aid,
        engine=True,
        exact=bool(more.get("exact")),
    )
    return list(arranged)


def scenarios_of(found: list[Item]) -> list[Item]:
    return [item for item in found if item.scenario is not None]


def test_a_scenario_asks_for_its_key_points_and_has_an_answer_of_its_own(
    library: Library,
) -> None:
    guide = library.guide(TRANSITION, SKILL)
    assert guide is not None
    questions = scenario_questions([guide])
    assert len(questions) == len(guide.scenarios)
    for question, scenario in zip(questions, guide.scenarios, strict=True):
        assert tuple(point.id for point in question.key_points) == scenario.key_points
        assert len(question.key_points) >= FEWEST_POINTS
        assert (question.text, question.model_answer) == (scenario.text, scenario.answer)
        assert question.is_prose


def test_a_mixed_session_has_a_fitting_share_of_scenarios(
    log: StudyLog, aid: Aid, skill: Sequence[KeyPoint]
) -> None:
    meet(log, skill)
    found = items(skill, log, aid)
    chosen = scenarios_of(found)
    assert chosen
    assert len(chosen) <= len(skill) // QUESTIONS_PER_SCENARIO
    assert all(item.format is Format.SCENARIO for item in chosen)


def test_what_a_scenario_asks_for_is_not_asked_twice(
    log: StudyLog, aid: Aid, skill: Sequence[KeyPoint]
) -> None:
    meet(log, skill)
    asked: list[str] = []
    for item in items(skill, log, aid):
        points = item.scenario.key_points if item.scenario is not None else (item.point,)
        asked += [point.id for point in points]
    assert len(asked) == len(set(asked))
    assert set(asked) == {point.id for point in skill}


def test_there_is_none_about_key_points_that_were_never_met(
    log: StudyLog, aid: Aid, skill: Sequence[KeyPoint]
) -> None:
    assert scenarios_of(items(skill, log, aid)) == []
    meet(log, skill[:3])
    assert scenarios_of(items(skill, log, aid)) == []


def test_there_is_none_in_a_short_session_nor_where_the_learner_picked(
    log: StudyLog, aid: Aid, skill: Sequence[KeyPoint]
) -> None:
    meet(log, skill)
    assert scenarios_of(items(skill[: QUESTIONS_PER_SCENARIO - 1], log, aid)) == []
    assert scenarios_of(items(skill, log, aid, exact=True)) == []
    assert scenarios_of(items(skill, log, aid, "short")) == []


def test_a_session_of_scenarios_has_nothing_else_and_no_flagged_one(
    log: StudyLog, aid: Aid, skill: Sequence[KeyPoint]
) -> None:
    every = items(skill, log, aid, "scenario")
    assert every == scenarios_of(every)
    assert {item.point.skill for item in every} == {SKILL}
    first = every[0].scenario
    assert first is not None
    log.flag(first.id, question=first.text, reason="unclear")
    assert [item.scenario for item in items(skill, log, aid, "scenario")] == [
        item.scenario for item in every[1:]
    ]


def test_no_more_is_asked_than_was_wished_for(
    log: StudyLog, aid: Aid, skill: Sequence[KeyPoint]
) -> None:
    arranged = arrange(
        skill, log, TRANSITION, choice="short", length=Length(3), aid=aid, engine=True
    )
    assert [item.point for item in arranged] == list(skill[:3])
