"""Files that can be a study log, and files that cannot."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlite_utils import Database

from app.study import Cause, StudyLog, StudyLogError
from app.study.migrations import MIGRATIONS, SCHEMA_VERSION

if TYPE_CHECKING:
    from tests.app.study.conftest import Learner


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite3"


def refusal(file: Path) -> StudyLogError:
    """Open a file that must be refused, and see that it and its folder stay as they were."""
    before = file.read_bytes(), sorted(file.parent.iterdir())
    with pytest.raises(StudyLogError) as caught:
        StudyLog.open(file)
    assert (file.read_bytes(), sorted(file.parent.iterdir())) == before
    assert str(file) in str(caught.value)
    return caught.value


def test_a_new_log_is_made_together_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "data" / "segue" / "log.sqlite3"
    with StudyLog.open(file) as log:
        assert log.check() == []
    assert file.exists()


def test_the_log_waits_for_the_disk_and_for_other_processes(file: Path) -> None:
    db = Database(file)
    with StudyLog(db):
        settings = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 5000,
        "foreign_keys": 1,
    }


@pytest.mark.parametrize("content", [b"x", b"# My notes\n" * 1000, os.urandom(8192)])
def test_a_file_that_is_not_sqlite_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert refusal(file).cause is Cause.NOT_A_LOG


@pytest.mark.parametrize("mark", ["PRAGMA user_version = 3", "PRAGMA application_id = 7"])
def test_the_database_of_another_program_is_refused(file: Path, mark: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.execute(mark)
    error = refusal(file)
    assert (error.cause, error.title) == (Cause.NOT_A_LOG, "This file is not a study log.")


@pytest.mark.parametrize(
    "sign",
    [
        f"PRAGMA user_version = {SCHEMA_VERSION + 1}",
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('study', 'm999_future', '2030-01-01')",
    ],
)
def test_a_log_of_a_newer_segue_is_refused(file: Path, sign: str) -> None:
    StudyLog.open(file).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(sign)
    error = refusal(file)
    assert error.cause is Cause.NEWER
    assert "Update Segue" in error.action


@pytest.mark.parametrize("share", [0.0005, 0.005, 0.5])
def test_a_truncated_log_is_reported_as_damaged(
    file: Path, new_learner: type[Learner], share: float
) -> None:
    with StudyLog.open(file) as log:
        new_learner(log).review()
    whole = file.read_bytes()
    file.write_bytes(whole[: round(len(whole) * share)])
    error = refusal(file)
    assert error.cause is Cause.DAMAGED
    assert "backup" in error.action


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StudyLogError) as caught:
        StudyLog.open(tmp_path)
    assert caught.value.cause is Cause.CANNOT_OPEN


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(StudyLogError) as caught:
        StudyLog.open(tmp_path / "data" / "log.sqlite3")
    assert caught.value.cause is Cause.CANNOT_OPEN


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user"
)
@pytest.mark.parametrize("protected", ["log.sqlite3", "."])
def test_a_protected_file_or_folder_is_refused_at_once(tmp_path: Path, protected: str) -> None:
    file = tmp_path / "log.sqlite3"
    StudyLog.open(file).close()
    mode = (tmp_path / protected).stat().st_mode
    (tmp_path / protected).chmod(mode & ~0o222)
    try:
        assert refusal(file).cause is Cause.READ_ONLY
    finally:
        (tmp_path / protected).chmod(mode)


def test_a_log_that_became_read_only_can_be_read_and_says_why_it_cannot_be_written(
    file: Path, new_learner: type[Learner]
) -> None:
    with StudyLog.open(file) as log:
        learner = new_learner(log)
        answer = learner.answer()
    connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    with StudyLog(Database(connection)) as log:
        assert [entry.id for entry in log.entries()] == [answer]
        with pytest.raises(StudyLogError) as caught:
            log.flag("q", question="?", reason="wrong")
    assert caught.value.cause is Cause.READ_ONLY


def test_an_older_log_is_brought_up_to_date(file: Path) -> None:
    db = Database(file)
    MIGRATIONS.apply(db, stop_before="m002_projections")
    row = ("01ARZ3NDEKTSV4RRFFQ69G5FAV", "2026-03-02", "today", "mle", None, 1)
    db.execute("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?)", row)
    db.close()
    with StudyLog.open(file) as log:
        assert log.check() == []


def test_processes_that_start_on_a_new_file_at_once_all_get_it(file: Path, source: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from app.study import StudyLog;"
        "log = StudyLog.open(Path(sys.argv[1])); print(log.check())"
    )
    children = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(file)],
            cwd=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    assert [child.communicate(timeout=60) for child in children] == [("[]\n", "")] * 3
