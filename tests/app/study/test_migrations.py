"""Logs that an earlier Segue wrote are brought up to date without losing or inventing anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from fsrs import Rating
from sqlite_utils import Database

from app.study import Judgement, StudyLog
from app.study.migrations import LOG_TABLES, MIGRATIONS
from app.study.schedule import STRIDE

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner

TAKEN_OVER = (*LOG_TABLES, "undone", "card", "basis")


def older(newer: Path, file: Path, *, stop_before: str) -> None:
    """Write the rows of a log as a Segue of before this step would have kept them."""
    db = Database(file)
    MIGRATIONS.apply(db, stop_before=stop_before)
    db.execute("ATTACH DATABASE ? AS newer", [str(newer)])
    with db.atomic():
        for table in set(TAKEN_OVER) & set(db.table_names()):
            db.execute(f"INSERT INTO main.{table} SELECT * FROM newer.{table}")
        db.execute("INSERT INTO main.day SELECT * FROM main.projected_day")
    db.close()


def test_days_of_old_logs_are_counted_without_overrules_that_only_confirmed(
    tmp_path: Path, clock: Clock, new_learner: type[Learner]
) -> None:
    new, old = tmp_path / "new.sqlite3", tmp_path / "old.sqlite3"
    with StudyLog.open(new, clock=clock) as log:
        learner = new_learner(log)
        for judgement in (Judgement.PARTLY, Judgement.COVERED):
            _, verdict = learner.review("leak", Rating.Hard)
            log.overrule(verdict, {"leak": judgement}, {"leak": Rating.Hard})
        learner.review("split")
        learner.answer("drift")
        log.undo()
        log.add_reading("mle", "evaluation", 30.0, 0.5)
        entries, cards = log.entries(), log.cards("mle")
    older(new, old, stop_before="m003_overruled")

    db = Database(old)
    assert db.execute("SELECT graded, overruled FROM day").fetchall() == [(3, 2)]
    assert db.execute("PRAGMA user_version").fetchone() == (2,)
    db.close()
    with StudyLog.open(old, clock=clock) as log:
        assert log.overrules_per_day(date.min) == {clock.now.date(): (3, 1)}
        assert (log.entries(), log.cards("mle")) == (entries, cards)
        assert log.check() == []


def test_old_logs_get_totals_at_once_and_milestones_with_the_next_review(
    tmp_path: Path, clock: Clock, new_learner: type[Learner]
) -> None:
    new, old = tmp_path / "new.sqlite3", tmp_path / "old.sqlite3"
    with StudyLog.open(new, clock=clock) as log:
        learner = new_learner(log)
        for _ in range(2 * STRIDE + 1):
            learner.review("leak", Rating.Good)
            learner.review("split", Rating.Hard)
            clock.forward(days=2)
        figures = log.study_seconds(), log.overrules_per_day(date.min), log.cards("mle")
    older(new, old, stop_before="m004_totals")

    with StudyLog.open(old, clock=clock) as log:
        assert (log.study_seconds(), log.overrules_per_day(date.min), log.cards("mle")) == figures
        assert log._db.table("milestone").count == 0
        assert log.check() == []
        new_learner(log).review("leak", Rating.Good)
        assert log._db.table("milestone").count == 2
        assert log.check() == []
