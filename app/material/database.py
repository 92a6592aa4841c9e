"""The file of the learner's material: one connection, its transactions and its lock."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from sqlite_utils import Database

from app.material.errors import MaterialError, explained
from app.material.migrations import (
    APPLICATION_ID,
    MIGRATION_NAMES,
    MIGRATIONS,
    SCHEMA_VERSION,
)
from app.study.connection import BUSY_SECONDS, use_write_ahead_log
from app.study.ids import next_id
from app.study.store import as_text, local_now, storable

Row = dict[str, Any]


class MaterialFile:
    """One SQLite connection, usable from any thread; its subclasses hold all SQL.

    Parameters
    ----------
    folder : Path
        Where the database and the copies of files are; made when it is missing.
    clock : callable
        Gives the time with its UTC offset.

    Raises
    ------
    MaterialError
        From every method: what the surroundings do not allow. The transaction is rolled back.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], datetime] = local_now) -> None:
        self.folder = folder
        self._path = database_file(folder)
        self._clock = clock
        self._lock = threading.RLock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise MaterialError(folder, f"cannot be made: {error.strerror}") from error
        with explained(self._path):
            connection = sqlite3.connect(self._path, timeout=BUSY_SECONDS, check_same_thread=False)
            self._db = Database(connection, execute_plugins=False)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def close(self) -> None:
        """Close the file; nothing is left to save."""
        with self._lock:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _prepare(self) -> None:
        # In this order: of tables that another window makes meanwhile the mark is seen.
        [tables] = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        [application] = self._db.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION_ID and (application or tables):
            raise MaterialError(self._path, "is not Segue's; it was left as it is")
        unknown = {step.name for step in MIGRATIONS.applied(self._db)} - set(MIGRATION_NAMES)
        [version] = self._db.execute("PRAGMA user_version").fetchone()
        if version > SCHEMA_VERSION or unknown:
            reason = "was written by a newer Segue and left as it is; update Segue"
            raise MaterialError(self._path, reason)
        self._db.execute("PRAGMA foreign_keys = ON")
        self._db.execute("PRAGMA synchronous = FULL")
        # macOS needs to be told to empty the drive's cache as well.
        self._db.execute("PRAGMA fullfsync = ON")
        use_write_ahead_log(self._db)
        if MIGRATIONS.pending(self._db):
            # The lock comes first: of two windows on a new file the second finds it done.
            with self._transaction():
                MIGRATIONS.apply(self._db)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Hold a transaction that is on disk when the block ends, or never was."""
        with self._lock, explained(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                self._db.conn.rollback()
                raise

    def _add(self, table: str, **values: object) -> str:
        """Add one row within a transaction and return its new id."""
        now = self._clock()
        [last] = self._db.execute("SELECT max(id) FROM newest").fetchone()
        row = {"id": next_id(now, last), "at": as_text(now), **values}
        columns = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        # Names of tables and columns are ours; values are bound.
        statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
        self._db.execute(statement, [storable(value) for value in row.values()])
        return str(row["id"])

    def _rows(self, statement: str, *parameters: object) -> list[Row]:
        """Run one query and return its rows by column name."""
        with self._lock, explained(self._path):
            cursor = self._db.execute(statement, parameters)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]


def database_file(folder: Path) -> Path:
    """Return where the database of a folder of material is."""
    return folder / "material.db"
