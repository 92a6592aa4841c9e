"""What is asked: due first, then new, mixed over the skills."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from app.content.library import Library
from app.quiz.plan import new_today, plan_skill, plan_today
from app.quiz.session import QuizSession
from app.study.log import StudyLog
from app.study.records import Judgement
from tests.conftest import Clock

Begin = Callable[..., QuizSession]
TRANSITION = "machine-learning-engineer"
SKILL = "learn-model-optimization"


def answer_first(session: QuizSession, judgement: Judgement) -> str:
    question = session.advance()
    assert question is not None
    point = question.key_points[0].id
    session.rate_self("text", {point: judgement})
    return point


def test_a_new_learner_meets_every_skill_in_turn(
    library: Library, log: StudyLog, clock: Clock
) -> None:
    plan = plan_today(library, log, TRANSITION, count=11, new_limit=20, now=clock())
    assert len({point.skill for point in plan}) == 11


def test_what_is_due_comes_before_what_is_new(
    library: Library, log: StudyLog, clock: Clock, begin: Begin
) -> None:
    missed = answer_first(begin(), Judgement.MISSED)
    clock.advance(hours=1)
    today = plan_today(library, log, TRANSITION, count=5, new_limit=20, now=clock())
    assert today[0].id == missed
    skill = plan_skill(library, log, TRANSITION, SKILL, count=5, now=clock())
    assert skill[0].id == missed
    assert len({point.id for point in skill}) == 5


def test_what_is_not_due_waits_but_a_chosen_skill_never_runs_dry(
    library: Library, log: StudyLog, clock: Clock, begin: Begin
) -> None:
    known = answer_first(begin(), Judgement.COVERED)
    everything = len(library.key_points(TRANSITION, SKILL))
    plan = plan_skill(library, log, TRANSITION, SKILL, count=1000, now=clock())
    assert len(plan) == everything
    assert plan[-1].id == known


def test_new_key_points_are_limited_by_the_day(
    library: Library, log: StudyLog, clock: Clock, begin: Begin
) -> None:
    answer_first(begin(), Judgement.COVERED)
    assert len(new_today(library, log, TRANSITION, new_limit=3, now=clock())) == 2
    tomorrow = clock() + timedelta(days=1)
    assert len(new_today(library, log, TRANSITION, new_limit=3, now=tomorrow)) == 3
    assert new_today(library, log, TRANSITION, new_limit=0, now=clock()) == []


def test_key_points_that_content_no_longer_has_are_left_out(
    library: Library, log: StudyLog, clock: Clock, begin: Begin
) -> None:
    answer_first(begin(), Judgement.MISSED)
    clock.advance(days=1)
    emptied = Library(library.transitions, {})
    assert plan_today(emptied, log, TRANSITION, count=5, new_limit=5, now=clock()) == []
