"""Gaps, scenarios, confidence and minutes in a session, and what of them stays in the log."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from fsrs import Rating

from app.content.library import Library
from app.content.types import KeyPoint
from app.quiz.aid import Aid
from app.quiz.gaps.gap import Fit
from app.quiz.length import Length
from app.quiz.lexical import Lexicon
from app.quiz.question import Question
from app.quiz.session import QuizSession
from app.quiz.tutor import Tutor
from app.study.log import StudyLog
from app.study.records import Confidence, Format, Grader, Judgement, SessionKind
from tests.app.quiz.conftest import SKILL, TRANSITION
from tests.conftest import Clock
from tests.helpers.scripted_engine import ScriptedEngine

Begin = Callable[..., QuizSession]


@pytest.fixture
def begin(log: StudyLog, library: Library, clock: Clock) -> Begin:
    plan = library.key_points(TRANSITION, SKILL)
    lexicon = Lexicon.of(f"{point.claim} {point.answer}" for point in plan)
    aid = Aid([library.guides[TRANSITION, SKILL]], lexicon)

    def begin_session(
        answer_format: str = "cloze",
        tutor: Tutor | None = None,
        length: Length | None = None,
        points: Sequence[KeyPoint] = plan,
    ) -> QuizSession:
        return QuizSession(
            log,
            points,
            transition=TRANSITION,
            kind=SessionKind.SKILL,
            skill=SKILL,
            answer_format=answer_format,
            tutor=tutor,
            rng=random.Random(1),
            clock=clock,
            aid=aid,
            length=length,
        )

    return begin_session


def asked(session: QuizSession) -> Question:
    question = session.advance()
    assert question is not None
    return question


def rights(question: Question) -> list[str]:
    return [gap.text for gap in question.gaps]


def test_gaps_are_graded_by_code_and_reviewed(begin: Begin, log: StudyLog) -> None:
    session = begin()
    question = asked(session)
    assert question.format is Format.CLOZE
    assert not session.self_rated
    outcome = session.fill(rights(question))
    [point] = question.key_points
    assert outcome.verdict.grader is Grader.CODE
    assert outcome.verdict.model is None
    assert outcome.ratings == {point.id: Rating.Good}
    entry = log.entry(outcome.answer_id)
    assert (entry.answer.format, entry.answer.question) == (Format.CLOZE, question.text)
    assert entry.judgements == {point.id: Judgement.COVERED}
    assert entry.answer.text == "; ".join(rights(question))


def test_a_near_miss_is_told_as_such(begin: Begin) -> None:
    session = begin()
    question = asked(session)
    outcome = session.fill([f"{rights(question)[0][:-1]}", *[""] * (len(question.gaps) - 1)])
    assert outcome.filled[0].fit is Fit.NEAR
    assert not outcome.right
    assert set(outcome.ratings.values()) == {Rating.Again}


def test_not_knowing_is_an_empty_answer(begin: Begin, log: StudyLog) -> None:
    session = begin()
    question = asked(session)
    outcome = session.fill([""] * len(question.gaps))
    assert log.entry(outcome.answer_id).answer.text == ""
    assert outcome.verdict.points[0].evidence == ()


def test_undo_gives_back_the_gaps_with_what_was_typed(begin: Begin, log: StudyLog) -> None:
    session = begin()
    question = asked(session)
    session.feel(Confidence.CERTAIN)
    session.fill(["slip", *[""] * (len(question.gaps) - 1)])
    restored = session.undo()
    assert restored is not None
    assert restored.text.startswith("slip")
    assert session.current == question
    assert session.confidence is Confidence.CERTAIN
    assert log.entries() == []
    assert session.fill(rights(question)).right


def test_hints_come_on_gaps_too_and_cost_the_best_rating(begin: Begin) -> None:
    session = begin()
    question = asked(session)
    texts = [hint.text for _ in range(3) if (hint := session.hint()) is not None]
    assert len(texts) == 3
    assert session.hint() is None
    assert session.fill(rights(question)).best_rating is Rating.Good


def test_another_gap_is_asked_the_next_time_and_a_flagged_one_never(
    begin: Begin, library: Library
) -> None:
    point = library.key_point(TRANSITION, "speculative-net-slowdown")
    ids = []
    for _ in range(2):
        session = begin(points=[point])
        question = asked(session)
        ids.append(question.id)
        session.fill(rights(question))
        session.flag("guessable", session.outcomes[-1])
    assert len(set(ids)) == 2
    assert asked(begin(points=[point])).id not in ids


def test_where_nothing_can_be_left_out_something_else_is_asked(
    begin: Begin, library: Library
) -> None:
    claims = library.key_points(TRANSITION, SKILL)
    session = begin()
    formats = {}
    while (question := session.advance()) is not None:
        formats[question.key_points[0].id] = question.format
    assert set(formats) == {point.id for point in claims}
    assert set(formats.values()) == {Format.CLOZE, Format.CHOICE}


def test_a_missed_gap_is_followed_up(begin: Begin) -> None:
    session = begin()
    first = asked(session)
    session.fill([""] * len(first.gaps))
    again = asked(session)
    assert session.follows
    assert again.key_points == first.key_points
    assert again.format is Format.SHORT


def test_a_question_without_gaps_cannot_be_filled(begin: Begin) -> None:
    session = begin("choice")
    asked(session)
    with pytest.raises(RuntimeError, match="no gaps"):
        session.fill(["x"])


# -- scenarios -----------------------------------------------------------------------------------


def test_a_scenario_is_graded_key_point_by_key_point(
    begin: Begin, tutor: Tutor, engine: ScriptedEngine, log: StudyLog
) -> None:
    session = begin("scenario", tutor)
    question = asked(session)
    assert question.format is Format.SCENARIO
    count = len(question.key_points)
    engine.finds.extend([Judgement.COVERED] * count)
    grading = session.submit(question.model_answer)
    for _ in grading.run():
        pass
    outcome = session.conclude(grading)
    assert [point.key_point for point in outcome.verdict.points] == [
        point.id for point in question.key_points
    ]
    assert set(outcome.ratings) == {point.id for point in question.key_points}
    assert log.entry(outcome.answer_id).answer.format is Format.SCENARIO


def test_thinking_long_about_a_scenario_counts(begin: Begin, log: StudyLog, clock: Clock) -> None:
    session = begin("scenario")
    asked(session)
    clock.advance(minutes=20)
    session.record("At length.")
    assert log.entries()[0].answer.seconds == 20 * 60


# -- confidence ----------------------------------------------------------------------------------


def test_confidence_goes_into_the_log_with_the_answer(begin: Begin, log: StudyLog) -> None:
    session = begin("choice")
    question = asked(session)
    assert session.confidence is None
    assert session.feel(Confidence.GUESSING) is Confidence.GUESSING
    outcome = session.choose(question.right_option)
    assert outcome.confidence is Confidence.GUESSING
    assert log.entry(outcome.answer_id).answer.confidence is Confidence.GUESSING
    asked(session)
    assert session.confidence is None


def test_saying_the_same_again_takes_it_back(begin: Begin, log: StudyLog) -> None:
    session = begin("choice")
    question = asked(session)
    session.feel(Confidence.CERTAIN)
    assert session.feel(Confidence.FAIRLY_SURE) is Confidence.FAIRLY_SURE
    assert session.feel(Confidence.FAIRLY_SURE) is None
    session.choose(question.right_option)
    assert log.entries()[0].answer.confidence is None


def test_nothing_is_taken_of_a_follow_up_nor_after_the_answer(begin: Begin) -> None:
    session = begin("choice")
    question = asked(session)
    session.choose((question.right_option + 1) % len(question.options))
    with pytest.raises(RuntimeError):
        session.feel(Confidence.CERTAIN)
    asked(session)
    assert session.follows
    assert session.feel(Confidence.CERTAIN) is None


# -- minutes -------------------------------------------------------------------------------------


def test_when_the_minutes_are_over_the_question_in_hand_may_be_finished(
    begin: Begin, clock: Clock, log: StudyLog
) -> None:
    session = begin("choice", length=Length(minutes=5))
    question = asked(session)
    assert session.seconds_left == 300
    clock.advance(minutes=6)
    assert session.seconds_left == 0
    session.choose((question.right_option + 1) % len(question.options))
    assert session.advance() is None
    assert len(log.entries()) == 1


def test_until_then_one_question_comes_after_the_other(begin: Begin, clock: Clock) -> None:
    session = begin("choice", length=Length(minutes=5))
    count = 0
    while (question := session.advance()) is not None:
        session.choose(question.right_option)
        clock.advance(seconds=70)
        count += 1
    assert count == 5
