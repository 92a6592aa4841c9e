"""Hints and follow-ups in the log."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from fsrs import Rating

from app.study import Origin, StudyLog
from app.study.records import Hint
from tests.app.study.conftest import Clock, Learner

HINTS = (Hint(1, "It stands in the guide."), Hint(2, "What is narrower?", Origin.MODEL))


def test_hints_are_kept_with_their_answer_in_order(log: StudyLog, learner: Learner) -> None:
    answer = learner.answer("leak", hints=HINTS)
    assert log.entry(answer).answer.hints == HINTS
    assert log.entries()[0].answer.hints == HINTS
    assert log.entry(learner.answer("leak")).answer.hints == ()


def test_a_follow_up_names_the_answer_that_it_follows(log: StudyLog, learner: Learner) -> None:
    missed, _ = learner.review("leak", Rating.Again)
    card = log.card("mle", "leak")
    again = learner.answer("leak", follows=missed)
    assert log.entry(again).answer.follows == missed
    assert log.entry(missed).answer.follows == ""
    assert log.card("mle", "leak") == card
    assert log.check() == []


def test_what_is_followed_must_be_there(log: StudyLog, learner: Learner) -> None:
    with pytest.raises(KeyError, match="no answer nowhere"):
        learner.answer("leak", hints=HINTS, follows="nowhere")
    assert log.entries() == []


def test_undoing_the_answer_takes_its_hints_out_of_sight(log: StudyLog, learner: Learner) -> None:
    answer = learner.answer("leak", hints=HINTS)
    log.undo()
    assert log.entries() == []
    log.redo()
    assert log.entry(answer).answer.hints == HINTS


@pytest.mark.parametrize("table", ["hint", "follow_up"])
def test_rows_are_only_ever_added(log: StudyLog, learner: Learner, table: str) -> None:
    missed = learner.answer("leak", hints=HINTS)
    learner.answer("leak", follows=missed)
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET at = ''"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            log._db.execute(statement)


def test_they_come_along_when_logs_are_merged(
    tmp_path: Path, clock: Clock, log: StudyLog, new_learner: type[Learner]
) -> None:
    with StudyLog.open(tmp_path / "other.db", clock=clock) as other:
        missed = new_learner(other).answer("leak", hints=HINTS)
        again = new_learner(other).answer("leak", follows=missed)
    log.merge(tmp_path / "other.db")
    assert log.entry(missed).answer.hints == HINTS
    assert log.entry(again).answer.follows == missed
