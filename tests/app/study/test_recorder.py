"""What is added is there at once, complete, and for good."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from fsrs import Rating
from sqlite_utils import Database

from app.study import (
    Evidence,
    Feedback,
    Format,
    Grader,
    Judgement,
    Origin,
    PointVerdict,
    SessionKind,
    StudyLog,
    Verdict,
)
from app.study.migrations import LOG_TABLES

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner


def test_an_answer_is_in_the_log_before_its_verdict(log: StudyLog, learner: Learner) -> None:
    id_ = learner.answer("leak", text="Because of leakage.")
    [entry] = log.entries()
    assert (entry.id, entry.answer.text) == (id_, "Because of leakage.")
    assert (entry.verdict, entry.score, entry.ratings) == (None, None, {})
    assert log.cards("mle") == {}


def test_an_answer_comes_back_as_it_was_given(log: StudyLog, learner: Learner) -> None:
    given = {
        "question": "Which of these?",
        "options": ("naïve — “quoted”", "b", ""),
        "format": Format.CHOICE,
        "origin": Origin.MODEL,
        "text": "line one\nline two \x00 \U0001f600",
        "seconds": 0.25,
    }
    answer = log.entry(learner.answer("leak", "split", **given)).answer
    assert {name: getattr(answer, name) for name in given} == given
    assert answer.key_points == ("leak", "split")


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), -4.0])
def test_neither_half_a_character_nor_a_broken_stopwatch_costs_an_answer(
    log: StudyLog, learner: Learner, seconds: float
) -> None:
    id_ = learner.answer(text="half \ud83d a smile", seconds=seconds, options=("\ude00",))
    answer = log.entry(id_).answer
    assert (answer.text, answer.seconds) == ("half \ufffd a smile", 0.0)
    assert log.check() == []


def test_a_verdict_schedules_each_of_its_key_points(log: StudyLog, learner: Learner) -> None:
    answer = learner.answer("leak", "split")
    points = (
        PointVerdict("leak", Judgement.COVERED, 0.9, (Evidence(0, 7), Evidence(9, 12))),
        PointVerdict("split", Judgement.CONTRADICTED, 0.6),
    )
    verdict = Verdict(answer, points, 0.5, 0.75, Grader.ENGINE, "tiny")
    id_ = log.add_verdict(verdict, {"leak": Rating.Good, "split": Rating.Again})
    entry = log.entry(answer)
    assert (entry.verdict, entry.verdict_id, entry.score) == (verdict, id_, 0.5)
    assert entry.judgements == {"leak": Judgement.COVERED, "split": Judgement.CONTRADICTED}
    assert entry.ratings == {"leak": Rating.Good, "split": Rating.Again}
    cards = log.cards("mle")
    assert set(cards) == {"leak", "split"}
    assert cards["split"].due < cards["leak"].due


def test_a_review_counts_from_the_answer_however_late_the_verdict(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    answered = clock.now
    answer = learner.answer("leak")
    clock.forward(days=3)
    learner.judge(answer, {"leak": Rating.Good})
    card = log.card("mle", "leak")
    assert card is not None
    assert card.last_review == answered


def test_a_second_verdict_takes_the_place_of_the_first(log: StudyLog, learner: Learner) -> None:
    answer = learner.answer("leak")
    learner.judge(answer, {"leak": Rating.Again})
    second = learner.judge(answer, {"leak": Rating.Good}, Grader.LEARNER)
    entry = log.entry(answer)
    assert (entry.verdict_id, entry.score) == (second, 1.0)
    card = log.card("mle", "leak")
    assert card is not None
    assert (card.reps, entry.ratings) == (1, {"leak": Rating.Good})
    assert log.check() == []


def test_overruling_replaces_judgements_and_ratings_and_keeps_the_verdict(
    log: StudyLog, learner: Learner
) -> None:
    answer = learner.answer("leak", "split")
    verdict = learner.judge(answer, {"leak": Rating.Good, "split": Rating.Again})
    log.overrule(verdict, {"split": Judgement.COVERED}, {"split": Rating.Good})
    entry = log.entry(answer)
    assert entry.judgements == {"leak": Judgement.COVERED, "split": Judgement.COVERED}
    assert entry.ratings == {"leak": Rating.Good, "split": Rating.Good}
    assert (entry.overruled, entry.score) == (True, 1.0)
    assert entry.verdict is not None
    assert entry.verdict.points[1].judgement is Judgement.MISSED
    assert {card.reps for card in log.cards("mle").values()} == {1}


def test_rating_anew_moves_the_due_date_and_leaves_the_judgement(
    log: StudyLog, learner: Learner
) -> None:
    answer, _ = learner.review("leak", Rating.Good)
    before = log.card("mle", "leak")
    log.rerate(answer, "leak", Rating.Easy)
    after = log.card("mle", "leak")
    assert before is not None
    assert after is not None
    assert after.due > before.due
    assert log.entry(answer).ratings == {"leak": Rating.Easy}
    assert not log.entry(answer).overruled


def test_the_latest_feedback_is_shown(log: StudyLog, learner: Learner) -> None:
    answer, verdict = learner.review()
    log.add_feedback(verdict, "You left out the split.", Origin.MODEL)
    log.add_feedback(verdict, "See the second section.", Origin.AUTHORED)
    assert log.entry(answer).feedback == Feedback("See the second section.", Origin.AUTHORED)


def test_a_session_ends_once(log: StudyLog, clock: Clock) -> None:
    session = log.begin_session(
        kind=SessionKind.SKILL, transition="mle", skill="evaluation", planned=5
    )
    for _ in range(2):
        clock.forward(minutes=1)
        log.end_session(session)
    assert log.check() == []


def test_unknown_ids_are_refused_and_leave_nothing_behind(log: StudyLog, learner: Learner) -> None:
    verdict = Verdict("nowhere", (), 0.0, 1.0, Grader.CODE, None)
    for attempt in (
        lambda: learner.answer(session="nowhere"),
        lambda: log.add_verdict(verdict, {}),
        lambda: log.add_feedback("nowhere", "well", Origin.MODEL),
        lambda: log.overrule("nowhere", {}, {}),
        lambda: log.rerate("nowhere", "leak", Rating.Easy),
        lambda: log.flag("q", question="?", reason="wrong", answer_id="nowhere"),
        lambda: log.skip("nowhere", "leak", "q"),
        lambda: log.end_session("nowhere"),
    ):
        with pytest.raises(KeyError, match="nowhere"):
            attempt()
    assert (log.entries(), log.last_action(), log.check()) == ([], None, [])


def test_times_are_stored_in_utc_with_the_learners_offset_beside(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    entry = log.entry(learner.answer())
    assert entry.at == clock.now
    assert entry.at.utcoffset() == timedelta(hours=1)


def test_rows_of_the_log_can_be_neither_changed_nor_deleted_nor_replaced(clock: Clock) -> None:
    db = Database(memory=True)
    log = StudyLog(db, clock=clock)
    log.begin_session(kind=SessionKind.TODAY, transition="mle", skill=None, planned=1)
    for statement in (
        "UPDATE session SET planned = 2",
        "DELETE FROM session",
        "INSERT OR REPLACE INTO session SELECT id, at, kind, transition, skill, 9 FROM session",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            db.execute(statement)
        db.rollback()
    for table in LOG_TABLES:
        assert {trigger.name for trigger in db.table(table).triggers} == {
            f"{table}_no_update",
            f"{table}_no_delete",
        }
    log.close()
