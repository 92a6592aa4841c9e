"""The log stays quick when it is very long."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fsrs import Rating
from sqlite_utils import Database

from app.study import Judgement, StudyLog
from app.study.migrations import LOG_TABLES

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner

LATER = datetime(2026, 3, 2, tzinfo=UTC)


def everyday(
    log: StudyLog, learner: Learner, transition: str, today: date
) -> dict[str, Callable[[], Any]]:
    """What the windows ask for again and again."""
    lately = today - timedelta(days=9)
    skills = {f"skill-{n}": [f"key-{key}" for key in range(n, 200, 11)] for n in range(11)}
    return {
        "due": lambda: log.due(transition, LATER, limit=50),
        "progress": lambda: log.progress(transition, skills, LATER),
        "mastery": lambda: log.mastery(transition, skills, LATER),
        "days in full": lambda: log.studied_per_day(lately, today),
        "coming": lambda: log.coming(transition, [*skills["skill-7"]], LATER, 30),
        "recent reviews": lambda: log.recent_reviews(transition, 20),
        "introduced": lambda: log.introduced_on(transition, LATER.date()),
        "days": lambda: log.answers_per_day(lately, today),
        "time": lambda: log.study_seconds(transition),
        "time of all": log.study_seconds,
        "days of one": lambda: log.answers_per_day(lately, today, transition),
        "overrules": lambda: log.overrules_per_day(lately),
        "judged": lambda: log.judged(100),
        "card": lambda: log.card(transition, "key-7"),
        "last action": lambda: (log.last_action(), log.last_undone()),
        "page of the log": lambda: log.entries(limit=20, skill="skill-3"),
        "position": lambda: log.reading_position(transition, "skill-3"),
        "answer": lambda: learner.answer("key-7", transition=transition),
        "review": lambda: learner.review("key-7"),
        "undo": log.undo,
        "redo": log.redo,
    }


def test_nothing_that_is_asked_every_day_reads_the_whole_log(
    tmp_path: Path, clock: Clock, new_learner: type[Learner]
) -> None:
    asked: dict[str, Any] = {}
    with StudyLog(db := Database(tmp_path / "log.sqlite3"), clock=clock) as log:
        learner = new_learner(log, "transition-9")
        answer, verdict = learner.review("key-7")
        with db.tracer(asked.setdefault):
            for call in everyday(log, learner, "transition-9", LATER.date()).values():
                call()
            log.overrule(verdict, {"key-7": Judgement.MISSED}, {"key-7": Rating.Again})
            log.rerate(answer, "key-7", Rating.Hard)
            log.entries(transition="transition-9", before=answer)
        with db.tracer(asked.setdefault):
            StudyLog(db, clock=clock)  # what opening a log asks for
        plans = {
            (" ".join(statement.split()), step[3])
            for statement, parameters in asked.items()
            if statement.split()[0] in {"SELECT", "INSERT", "DELETE", "WITH"}
            for step in db.conn.execute(f"EXPLAIN QUERY PLAN {statement}", parameters or ())
        }
    assert len(plans) > 100
    assert [plan for plan in plans if reads_everything(*plan)] == []


_OWN_INDEX = {"rerate", "skip", "section_read", "reading_place"}
"""Tables WITHOUT ROWID, each of which is its own index."""


def reads_everything(statement: str, step: str) -> bool:
    """Tell whether a step of a query goes through a table of the log from end to end."""
    # Of what is derived, days and milestones grow with the log; letters are aliases of its tables.
    growing = (*LOG_TABLES, "day", "day_total", "milestone", "[arvo]")
    scan = re.match(rf"SCAN ({'|'.join(growing)})\b(.*)", step)
    # Flags are few.
    if scan is None or scan[1] == "flag":
        return False
    # Along an index in the order asked for, a scan stops at the limit.
    ordered = "ORDER BY id DESC LIMIT" in statement
    return not (ordered and ("USING" in scan[2] or scan[1] in _OWN_INDEX))


def test_the_engines_newest_verdicts_are_found_without_those_of_others(log: StudyLog) -> None:
    [plan] = [
        step[3]
        for step in log._db.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM verdict WHERE grader = 'engine' ORDER BY id DESC"
        )
    ]
    assert plan == "SCAN verdict USING INDEX verdict_engine"


def work(log: StudyLog, call: Callable[[], Any]) -> int:
    """Return how many instructions SQLite carries out for a call."""
    count = 0

    def one_more() -> None:
        nonlocal count
        count += 1

    log._db.conn.set_progress_handler(one_more, 1)
    call()
    log._db.conn.set_progress_handler(None, 1)
    return count


def studied(clock: Clock, new_learner: type[Learner], reviews: int) -> dict[str, int]:
    """Return what everything that is done every day costs after so many reviews of one thing."""
    log = StudyLog(Database(memory=True), clock=clock)
    learner = new_learner(log)
    for number in range(reviews):
        _, verdict = learner.review("key-7", list(Rating)[number % 4])
        if number % 20 == 0:
            log.overrule(verdict, {"key-7": Judgement.COVERED}, {"key-7": Rating.Good})
        if number % 20 == 10:
            log.undo()
            learner.review("key-7", Rating.Hard)
        clock.forward(days=0.1)
    costs = {
        name: work(log, call)
        for name, call in everyday(log, learner, "mle", clock.now.date()).items()
    }
    log.close()
    return costs


def test_ten_times_as_many_reviews_cost_nothing_more(
    clock: Clock, new_learner: type[Learner]
) -> None:
    few, many = (studied(clock, new_learner, reviews) for reviews in (150, 1500))
    assert min(few.values()) > 0
    assert {name: (few[name], cost) for name, cost in many.items() if cost > 1.1 * few[name]} == {}
