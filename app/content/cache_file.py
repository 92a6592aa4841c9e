"""A database of SQLite in a file that is a cache: it may be lost any time, and is made anew."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

BUSY_SECONDS = 2.0
"""How long a statement waits for another window that is writing."""


@dataclass(frozen=True)
class CacheForm:
    """What a cache looks like.

    Attributes
    ----------
    schema : str
        SQL that makes its tables, in place of those of any other version.
    application_id : int
        Marks a file as ours; no other database is ever written to.
    version : int
        Of the tables and of what is put into them; a cache of another one is made anew.
    """

    schema: str
    application_id: int
    version: int


class _ForeignFileError(Exception):
    """The file is a database, but not one of ours."""


def open_cache_file(path: Path | None, form: CacheForm) -> Database:
    """Open a cache in a file, or one in memory where there is no file that can be used.

    A damaged file is thrown away and made anew; a database of another program is left alone. The
    connection may be used by any thread, one at a time.
    """
    if path is not None:
        with suppress(OSError, sqlite3.Error, _ForeignFileError):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return _open(path, form)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
            remove_cache_file(path)
            return _open(path, form)
    return _open(None, form)


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error says that the file itself is spoilt."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def remove_cache_file(path: Path) -> None:
    """Delete the file and what SQLite keeps beside it.

    Raises
    ------
    OSError
        The system refuses.
    """
    for suffix in ("-wal", "-shm", ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _open(path: Path | None, form: CacheForm) -> Database:
    name = ":memory:" if path is None else str(path)
    connection = sqlite3.connect(name, timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        db = Database(connection, execute_plugins=False)
        if not _is_ready(db, form):
            _make(db, form)
        # What a power cut takes from a cache is made again; only its order on disk must hold.
        db.execute("PRAGMA journal_mode = WAL").fetchone()
        db.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return db


def _is_ready(db: Database, form: CacheForm) -> bool:
    [application_id] = db.execute("PRAGMA application_id").fetchone()
    [version] = db.execute("PRAGMA user_version").fetchone()
    [tables] = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application_id != form.application_id and (application_id or tables):
        raise _ForeignFileError
    return bool(tables) and version == form.version


def _make(db: Database, form: CacheForm) -> None:
    # The lock comes first: of two windows on a new file the second waits, then finds it made.
    db.execute("BEGIN IMMEDIATE")
    try:
        if not _is_ready(db, form):
            db.executescript(form.schema)
            db.execute(f"PRAGMA application_id = {form.application_id}")
            db.execute(f"PRAGMA user_version = {form.version}")
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise
