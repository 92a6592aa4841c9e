"""Logs that earlier releases wrote, as they are on people's disks, and what those said of them.

``releases/schema-N.sql`` is a whole file of the release with N migrations, and ``schema-N.json``
what that release answered, before and after something was corrected. A released migration that is
edited, or a figure that comes out differently, fails here. A new migration needs a pair of files of
its own: ``python -m tests.helpers.release_log``.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest
from sqlite_utils import Database

from app.study import StudyLog
from app.study.migrations import LOG_TABLES, MIGRATION_NAMES, SCHEMA_VERSION
from app.study.schedule import Schedule
from tests.helpers.log_figures import figures, go_on

RELEASES = Path(__file__).with_name("releases")
COUNTS_CONFIRMING = {2: {"overrules", "overrule rate"}}
"""What a later release counts otherwise on purpose: who confirms a verdict does not overrule it."""


@pytest.fixture(params=range(2, SCHEMA_VERSION + 1))
def release(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def file(tmp_path: Path, release: int) -> Path:
    """The file of a release, opened by nobody since."""
    file = tmp_path / "log.sqlite3"
    with closing(sqlite3.connect(file)) as db:
        db.executescript((RELEASES / f"schema-{release}.sql").read_text(encoding="utf-8"))
    return file


def said(release: int) -> dict[str, Any]:
    text = (RELEASES / f"schema-{release}.json").read_text(encoding="utf-8")
    return cast(dict[str, Any], json.loads(text))


def rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the log's own rows, which no migration may touch, and the cards."""
    with closing(sqlite3.connect(file)) as db:
        known = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        return {
            # What an earlier release did not have yet is empty.
            table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            if table in known
            else []
            for table in (*LOG_TABLES, "undone", "card")
        }


def comparable(answers: dict[str, Any], release: int) -> dict[str, Any]:
    """Leave out what is counted otherwise now, and whether each entry was overruled with it."""
    left_out = COUNTS_CONFIRMING.get(release, set())
    kept = {key: value for key, value in answers.items() if key not in left_out}
    if left_out:
        kept["entries"] = [[*entry[:5], *entry[6:]] for entry in kept["entries"]]
    return kept


def test_no_row_is_touched_and_every_figure_stays(file: Path, release: int) -> None:
    before, told = rows(file), said(release)
    now = datetime.fromisoformat(told["now"])
    with StudyLog.open(file, clock=lambda: now) as log:
        assert comparable(figures(log, now), release) == comparable(told["before"], release)
        assert log.check() == []
    assert rows(file) == before

    with StudyLog.open(file, clock=lambda: now) as log:
        log.rebuild()
        assert comparable(figures(log, now), release) == comparable(told["before"], release)
    assert rows(file) == before


@pytest.mark.parametrize("rebuilt", [False, True])
def test_corrections_and_undo_come_to_what_they_came_to(
    file: Path, release: int, rebuilt: bool
) -> None:
    told = said(release)
    now = datetime.fromisoformat(told["now"])
    with StudyLog.open(file, clock=lambda: now) as log:
        # With milestones and without: a log that was just migrated has none yet.
        if rebuilt:
            log.rebuild()
        go_on(log)
        assert comparable(figures(log, now), release) == comparable(told["after"], release)
        assert log.check() == []


def test_the_file_has_the_schema_of_its_release(file: Path, release: int) -> None:
    """A figure that differs because the rules of the schedule are others is no fault of these."""
    with closing(Database(file)) as db:
        [version] = db.execute("PRAGMA user_version").fetchone()
        names = tuple(name for [name] in db.execute("SELECT name FROM _sqlite_migrations"))
        [rules] = db.execute("SELECT rules FROM basis").fetchone()
    assert (version, names) == (release, MIGRATION_NAMES[:release])
    assert rules == Schedule(0.9).rules


def test_a_migrated_file_has_the_schema_of_a_new_one(file: Path, tmp_path: Path) -> None:
    schemas = []
    for each in (file, tmp_path / "new.sqlite3"):
        StudyLog.open(each).close()
        with closing(sqlite3.connect(each)) as db:
            found = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
            schemas.append(found.fetchall())
    assert schemas[0] == schemas[1]


def test_a_log_of_an_earlier_release_can_be_merged(file: Path, tmp_path: Path) -> None:
    with StudyLog.open(tmp_path / "mine.sqlite3") as log:
        assert log.merge(file) > 100
        assert log.check() == []
        assert log.merge(file) == 0
