"""A log made in bulk is, row by row, the log that would have been made answer by answer."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from app.bench.learner import Clock, Studying, Subject
from app.bench.log_file import log_file
from app.bench.registry import Bench
from app.study import StudyLog
from app.study.bulk import BulkLog
from app.study.migrations import LOG_TABLES, PROJECTIONS

REVIEWS = 900


def studied(subjects: list[Subject], *, fast: bool) -> tuple[Database, list[str]]:
    """Study into a log in memory, and return its database and what a check finds."""
    clock = Clock()
    log = StudyLog(db := Database(memory=True), clock=clock)
    bulk = BulkLog(db, clock, secrets.randbits)
    for _ in Studying(bulk if fast else log, clock, subjects).study(REVIEWS):
        pass
    if fast:
        bulk.flush()
        log.rebuild()
    return db, log.check()


def contents(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows, each id in the place of which stands its number in the order of creation."""
    ids = sorted(id_ for table in LOG_TABLES for [id_] in db.execute(f"SELECT id FROM {table}"))
    numbers = {id_: number for number, id_ in enumerate(ids)}
    return {
        table: sorted(
            (tuple(numbers.get(cell, cell) for cell in row) for row in rows_of(db, table)), key=repr
        )
        for table in (*LOG_TABLES, *PROJECTIONS)
    }


def rows_of(db: Database, table: str) -> Iterator[tuple[object, ...]]:
    return iter(db.execute(f"SELECT * FROM {table}").fetchall())


def test_the_rows_are_those_that_the_study_log_writes(subjects: list[Subject]) -> None:
    (slow, slow_problems), (fast, fast_problems) = (
        studied(subjects, fast=fast) for fast in (False, True)
    )
    written = contents(slow)
    # What a model words beforehand is nothing that a learner does; this one needs no help, marks
    # nothing, and does not say how sure it is.
    unused = {"candidate", "hint", "follow_up", "confidence"}
    unused |= {"mark", "mark_change", "section_read", "reading_place"}
    assert {table for table, rows in written.items() if not rows} <= unused
    assert contents(fast) == written
    assert (slow_problems, fast_problems) == ([], [])


def test_the_same_log_is_made_on_every_machine_and_once_only(
    bench: Bench, subjects: list[Subject], said: list[str], tmp_path: Path
) -> None:
    files = [log_file(tmp_path / name, subjects, 100, said.append) for name in "aab"]
    assert len(said) == 2
    assert files[0] == files[1]
    logs = [StudyLog.open(file) for file in files[1:]]
    entries = [log.entries(limit=200) for log in logs]
    assert entries[0] == entries[1]
    assert sum(len(entry.ratings) for entry in entries[0]) in range(95, 101)
    assert [log.check() for log in logs] == [[], []]
    for log in logs:
        log.close()


def test_what_was_left_of_an_attempt_is_not_taken_for_a_log(
    subjects: list[Subject], said: list[str], tmp_path: Path
) -> None:
    file = log_file(tmp_path, subjects, 50, said.append)
    file.unlink()
    file.with_suffix(".part").write_bytes(b"half a log")
    with StudyLog.open(log_file(tmp_path, subjects, 50, said.append)) as log:
        assert log.check() == []


def test_whoever_changed_a_guide_gets_another_log(
    subjects: list[Subject], said: list[str], tmp_path: Path
) -> None:
    [first, *others] = subjects
    renamed = replace(first.points[0], id="another")
    changed = [replace(first, points=(renamed, *first.points[1:])), *others]
    files = {log_file(tmp_path, each, 20, said.append) for each in (subjects, changed)}
    assert len(files) == 2
