"""What a session came to, key point by key point."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fsrs import Rating

from app.content.types import KeyPoint
from app.quiz.session import QuizSession
from app.quiz.summary import Change, PointSummary, missed_points, summarize
from app.study.log import StudyLog
from app.study.records import Judgement
from tests.conftest import Clock

Begin = Callable[..., QuizSession]
COVERED, PARTLY, MISSED = Judgement.COVERED, Judgement.PARTLY, Judgement.MISSED


def answer(begin: Begin, judgement: Judgement, *more: Judgement) -> QuizSession:
    """Rate the first questions of a session so."""
    session = begin()
    for each in (judgement, *more):
        question = session.advance()
        assert question is not None
        session.rate_self("an answer", {point.id: each for point in question.key_points})
    return session


def only(session: QuizSession, clock: Clock) -> PointSummary:
    [point] = summarize(session.outcomes, session.log, clock()).points
    return point


def test_a_new_key_point_is_newly_recalled_or_missed(begin: Begin, clock: Clock) -> None:
    session = answer(begin, COVERED, MISSED)
    summary = summarize(session.outcomes, session.log, clock())
    assert [point.change for point in summary.points] == [Change.NEW, Change.MISSED]
    assert (summary.answers, summary.right) == (2, 1)
    assert [point.days_since for point in summary.points] == [None, None]


def test_what_was_learnt_is_kept_or_forgotten_and_then_recovered(
    begin: Begin, clock: Clock, log: StudyLog
) -> None:
    for _ in range(2):
        answer(begin, COVERED)
        clock.advance(days=3)
    kept = only(answer(begin, COVERED), clock)
    assert (kept.change, kept.days_since, kept.rating) == (Change.KEPT, 3, Rating.Good)
    assert kept.days_ahead > 3
    card = log.card("machine-learning-engineer", kept.point.id)
    assert card is not None
    assert kept.due == card.due
    clock.advance(days=12)
    forgotten = only(answer(begin, MISSED), clock)
    assert (forgotten.change, forgotten.days_since) == (Change.FORGOTTEN, 12)
    assert forgotten.days_ahead == 0
    clock.advance(minutes=15)
    assert only(answer(begin, PARTLY), clock).change is Change.RECOVERED


def test_an_overruled_verdict_is_summed_up_as_overruled(begin: Begin, clock: Clock) -> None:
    session = answer(begin, MISSED)
    outcome = session.outcomes[0]
    session.overrule(outcome, {outcome.question.key_points[0].id: COVERED})
    assert only(session, clock).change is Change.NEW
    assert missed_points(session.outcomes) == []


def test_what_comes_back_first_stands_first(begin: Begin, clock: Clock) -> None:
    session = answer(begin, COVERED, MISSED, MISSED)
    summary = summarize(session.outcomes, session.log, clock())
    back = summary.of(Change.MISSED, Change.NEW)
    assert [point.days_ahead for point in back] == sorted(point.days_ahead for point in back)
    assert len(summary.of(Change.MISSED)) == 2


def test_what_was_missed_is_to_be_read(
    begin: Begin, clock: Clock, points: Sequence[KeyPoint]
) -> None:
    session = answer(begin, MISSED, COVERED, MISSED)
    assert missed_points(session.outcomes) == [points[0], points[2]]


def test_nothing_answered_is_nothing_learned(begin: Begin, clock: Clock) -> None:
    session = begin()
    summary = summarize(session.outcomes, session.log, clock())
    assert (summary.answers, summary.right, summary.points) == (0, 0, ())
