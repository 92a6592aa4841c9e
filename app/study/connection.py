"""Opening the file of the study log: refusing what is not ours, settings, migrations."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from sqlite_utils import Database

from app.study.errors import Cause, StudyLogError, explained
from app.study.migrations import APPLICATION_ID, MIGRATION_NAMES, MIGRATIONS, SCHEMA_VERSION

BUSY_SECONDS = 5.0
"""How long a statement waits for another process that is writing."""

_MAGIC = b"SQLite format 3\0"
_HEAD_SIZE = 100


def connect(path: Path) -> Database:
    """Open the file, or make it together with its folder; nothing is written to it yet.

    Raises
    ------
    StudyLogError
        It cannot be opened or not be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StudyLogError(Cause.CANNOT_OPEN, path, str(error)) from error
    # SQLite would open a protected file for reading and fail at the first answer; say so now.
    # The folder counts too: the write-ahead log is a file beside the database.
    for place in (path, path.parent):
        if place.exists() and not os.access(place, os.W_OK):
            raise StudyLogError(Cause.READ_ONLY, path, f"no permission to write {place}")
    _refuse_other_formats(path)
    with explained(path):
        # A worker thread writes verdicts while the window reads; the store has a lock of its own.
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)
    return Database(connection, execute_plugins=False)


def prepare(db: Database, path: Path | None) -> None:
    """Refuse a file that is not ours, then make it safe and bring its schema up to date.

    Raises
    ------
    StudyLogError
        The file is not a study log, or a newer one; it has not been touched.
    """
    _refuse_others(db, path)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")
    # A commit returns when the disk has it: an answer must outlive a power cut. macOS needs to
    # be told to empty the drive's cache as well.
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA fullfsync = ON")
    if path is not None:
        use_write_ahead_log(db)
    if MIGRATIONS.pending(db):
        _migrate(db, path)


def use_write_ahead_log(db: Database) -> None:
    """Switch once per file; a file system that cannot do it keeps its rollback journal."""
    deadline = time.monotonic() + BUSY_SECONDS
    while db.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            db.execute("PRAGMA journal_mode = WAL").fetchone()
            return
        except sqlite3.OperationalError:
            # Two windows that start on a new file: SQLite does not wait here by itself.
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _refuse_other_formats(path: Path) -> None:
    """Look at the file before SQLite does, which takes one shorter than a page for a new one."""
    # An interrupted first write leaves such a file beside a journal that SQLite will play back.
    if not path.is_file() or path.with_name(path.name + "-journal").exists():
        return
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_SIZE)
        size = path.stat().st_size
    except OSError as error:
        raise StudyLogError(Cause.CANNOT_OPEN, path, str(error)) from error
    if head and not head.startswith(_MAGIC):
        raise StudyLogError(Cause.NOT_A_LOG, path, "not a SQLite file")
    page_size = int.from_bytes(head[16:18], "big")
    if head and size < page_size:
        raise StudyLogError(Cause.DAMAGED, path, f"{size} bytes, less than a page")


def _refuse_others(db: Database, path: Path | None) -> None:
    # In this order: of tables that another window makes meanwhile the mark is seen.
    [tables] = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    [application_id] = db.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID and (application_id or tables):
        raise StudyLogError(Cause.NOT_A_LOG, path, f"application id {application_id:#x}")
    [version] = db.execute("PRAGMA user_version").fetchone()
    unknown = {step.name for step in MIGRATIONS.applied(db)} - set(MIGRATION_NAMES)
    if version > SCHEMA_VERSION or unknown:
        detail = f"schema {version}, ours {SCHEMA_VERSION}; unknown: {sorted(unknown)}"
        raise StudyLogError(Cause.NEWER, path, detail)


def _migrate(db: Database, path: Path | None) -> None:
    # The lock comes first: of two processes on a new file the second waits, then finds it done.
    db.execute("BEGIN IMMEDIATE")
    try:
        _refuse_others(db, path)
        MIGRATIONS.apply(db)
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise
