"""The log stays quick when it is very long."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fsrs import Rating
from sqlite_utils import Database

from app.study import Judgement, StudyLog
from app.study.migrations import LOG_TABLES

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner

EVER = (date(2000, 1, 1), date(2100, 1, 1))
LATER = datetime(2026, 3, 2, tzinfo=UTC)

# A hundred transitions one after the other, each with 200 key points reviewed 50 times, over
# five and a half years.
LONG_LOG = """
    CREATE TEMP TABLE n AS
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999999)
        SELECT i, 'transition-' || (i / 10000) AS transition, 'skill-' || (i % 200 % 11) AS skill,
            'key-' || (i % 200) AS key_point,
            strftime('%Y-%m-%dT%H:%M:%S.000000+00:00', 1577836800 + i * 172, 'unixepoch') AS at
        FROM n;
    INSERT INTO session VALUES (printf('%026d', 0), '2020-01-01', 'today', 'transition-0', NULL, 9);
    INSERT INTO answer SELECT printf('%026d', 4 * i + 1), at, 60, printf('%026d', 0), transition,
        skill, '["' || key_point || '"]', 'Why is a test set kept apart, and what if it is not?',
        key_point || '/0', 'authored', 'short', 'Because a model that has seen it looks better ' ||
        'than it is, and nobody can tell by how much.', '[]', 20.5 FROM n;
    INSERT INTO verdict SELECT printf('%026d', 4 * i + 2), at, printf('%026d', 4 * i + 1),
        '[{"key_point":"' || key_point || '","judgement":"covered","confidence":1,"evidence":[]}]',
        1.0, 1.0, 'engine', 'tiny' FROM n;
    INSERT INTO review SELECT printf('%026d', 4 * i + 3), at, printf('%026d', 4 * i + 2),
        printf('%026d', 4 * i + 1), transition, skill, key_point, 1 + (i / 200) % 4 FROM n;
"""


def everyday(log: StudyLog, learner: Learner, transition: str) -> dict[str, Callable[[], Any]]:
    """What the windows ask for again and again."""
    skills = {f"skill-{n}": [f"key-{key}" for key in range(n, 200, 11)] for n in range(11)}
    return {
        "due": lambda: log.due(transition, LATER, limit=50),
        "progress": lambda: log.progress(transition, skills, LATER),
        "introduced": lambda: log.introduced_on(transition, LATER.date()),
        "days": lambda: log.answers_per_day(date(2024, 1, 1), date(2024, 12, 31)),
        "overrule rate": log.overrule_rate,
        "time": lambda: log.study_seconds(transition),
        "last action": lambda: (log.last_action(), log.last_undone()),
        "page of the log": lambda: log.entries(limit=20, skill="skill-3"),
        "questions": lambda: log.questions(transition, "key-7"),
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
            for call in everyday(log, learner, "transition-9").values():
                call()
            log.overrule(verdict, {"key-7": Judgement.MISSED}, {"key-7": Rating.Again})
            log.rerate(answer, "key-7", Rating.Hard)
            log.entries(transition="transition-9", before=answer)
        with db.tracer(asked.setdefault):
            StudyLog(db, clock=clock)  # what opening a log asks for
        plans = {
            (" ".join(statement.split()), step[3])
            for statement, parameters in asked.items()
            if statement.split()[0] in {"SELECT", "INSERT", "DELETE"}
            for step in db.conn.execute(f"EXPLAIN QUERY PLAN {statement}", parameters or ())
        }
    assert len(plans) > 100
    assert [plan for plan in plans if reads_everything(*plan)] == []


def reads_everything(statement: str, step: str) -> bool:
    """Tell whether a step of a query goes through a table of the log from end to end."""
    scan = re.match(rf"SCAN ({'|'.join(LOG_TABLES)}|[arvo])\b(.*)", step)
    # Flags are few.
    if scan is None or scan[1] == "flag":
        return False
    # Along an index in the order asked for, a scan stops at the limit. A table WITHOUT ROWID is
    # its own index.
    ordered = "ORDER BY id DESC LIMIT" in statement
    return not (ordered and ("USING" in scan[2] or scan[1] in {"rerate", "skip"}))


@pytest.mark.slow
def test_with_a_million_reviews_everything_is_still_there_at_once(
    tmp_path: Path, clock: Clock, new_learner: type[Learner]
) -> None:
    file = tmp_path / "log.sqlite3"
    with StudyLog(db := Database(file), clock=clock) as log:
        with db.atomic():
            for statement in LONG_LOG.split(";\n"):
                db.execute(statement)
        log.rebuild()
        assert sum(log.answers_per_day(*EVER).values()) == 1_000_000

    started = time.perf_counter()
    with StudyLog.open(file, clock=clock) as log:
        milliseconds = {"open": (time.perf_counter() - started) * 1000}
        learner = new_learner(log, "transition-99")
        for name, call in everyday(log, learner, "transition-99").items():
            times = []
            for _ in range(15):
                started = time.perf_counter()
                call()
                times.append((time.perf_counter() - started) * 1000)
            milliseconds[name] = statistics.median(times)
    print({name: round(value, 2) for name, value in milliseconds.items()})  # noqa: T201
    # What is written waits for the disk, a review twice.
    limits = {"open": 50, "answer": 25, "review": 50, "undo": 25, "redo": 25}
    slow = {name: value for name, value in milliseconds.items() if value > limits.get(name, 5)}
    assert slow == {}
