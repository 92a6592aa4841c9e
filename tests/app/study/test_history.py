"""Undo and redo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fsrs import Rating

from app.study import ActionKind, Judgement, StudyLog

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner


def test_on_a_new_log_there_is_nothing_to_undo_or_redo(log: StudyLog) -> None:
    assert (log.undo(), log.redo(), log.last_action(), log.last_undone()) == (None,) * 4


def test_an_answer_with_its_verdict_and_reviews_is_one_action(
    log: StudyLog, learner: Learner
) -> None:
    answer, _ = learner.review("leak")
    undone = log.undo()
    assert undone is not None
    assert (undone.kind, undone.id) == (ActionKind.ANSWER, answer)
    assert (log.entries(), log.cards("mle"), log.last_action()) == ([], {}, None)
    assert log.redo() == undone
    assert [entry.id for entry in log.entries()] == [answer]
    assert set(log.cards("mle")) == {"leak"}


def test_undoing_brings_back_the_schedule_as_it_was(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    learner.review("leak", Rating.Easy)
    before = log.card("mle", "leak")
    clock.forward(days=20)
    learner.review("leak", Rating.Again)
    assert log.card("mle", "leak") != before
    log.undo()
    assert log.card("mle", "leak") == before


def test_corrections_are_undone_one_by_one_newest_first(log: StudyLog, learner: Learner) -> None:
    answer, verdict = learner.review("leak", Rating.Again)
    log.overrule(verdict, {"leak": Judgement.PARTLY}, {"leak": Rating.Hard})
    log.rerate(answer, "leak", Rating.Easy)
    ratings = []
    for _ in range(2):
        log.undo()
        ratings.append(log.entry(answer).ratings["leak"])
    assert ratings == [Rating.Hard, Rating.Again]
    assert not log.entry(answer).overruled


def test_an_undone_flag_brings_the_question_back(log: StudyLog) -> None:
    log.flag("leak/0", question="Why?", reason="It gives the answer away.")
    assert log.flagged() == {"leak/0"}
    undone = log.undo()
    assert undone is not None
    assert undone.description == "flagging the question: “Why?”"
    assert log.flagged() == frozenset()
    log.redo()
    assert log.flagged() == {"leak/0"}


def test_redo_goes_back_up_in_order_until_something_new_is_done(
    log: StudyLog, learner: Learner
) -> None:
    first, second, third = (learner.answer(key) for key in ("a", "b", "c"))
    for _ in range(3):
        log.undo()
    assert [log.redo().id for _ in range(2)] == [first, second]  # type: ignore[union-attr]
    assert log.last_undone().id == third  # type: ignore[union-attr]
    fourth = learner.answer("d")
    assert (log.last_undone(), log.redo()) == (None, None)
    assert [entry.id for entry in log.entries()] == [fourth, second, first]


def test_a_skip_can_be_undone(log: StudyLog, learner: Learner) -> None:
    skip = log.skip(learner.session, "leak", "leak/0")
    undone = log.undo()
    assert undone is not None
    assert (undone.kind, undone.id) == (ActionKind.SKIP, skip)


def test_a_verdict_that_arrives_after_its_answer_was_undone_waits_for_redo(
    log: StudyLog, learner: Learner
) -> None:
    answer = learner.answer("leak")
    log.undo()
    learner.judge(answer, {"leak": Rating.Good})
    assert (log.cards("mle"), log.entries()) == ({}, [])
    log.redo()
    assert set(log.cards("mle")) == {"leak"}
    assert log.check() == []


def test_undo_and_redo_survive_a_restart(
    tmp_path: Path, clock: Clock, new_learner: type[Learner]
) -> None:
    file = tmp_path / "log.sqlite3"
    with StudyLog.open(file, clock=clock) as log:
        answer, _ = new_learner(log).review()
        log.undo()
    with StudyLog.open(file, clock=clock) as log:
        assert log.entries() == []
        assert log.last_undone().id == answer  # type: ignore[union-attr]
        log.redo()
    with StudyLog.open(file, clock=clock) as log:
        assert log.last_action().id == answer  # type: ignore[union-attr]


def test_undo_leaves_its_trace_in_the_log(log: StudyLog, learner: Learner) -> None:
    answer, _ = learner.review()
    log.undo()
    assert log.entry(answer).answer.text.startswith("Because"), "an undone answer is not lost"
