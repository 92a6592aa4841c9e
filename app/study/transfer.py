"""Whole logs: merging another laptop's, and backing up."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from app.study.errors import Cause, StudyLogError, explained
from app.study.migrations import LOG_TABLES
from app.study.projection import Projections
from app.study.store import NEWEST_ID


class Transfer(Projections):
    """Bringing rows in from another file, and copying all of them out."""

    def merge(self, other: Path) -> int:
        """Add the rows of another study log that this one lacks, and return their number.

        The other file is only read. Nothing is added if anything is wrong.

        Raises
        ------
        StudyLogError
            The other file cannot be read, is not a study log or a newer one, or both logs
            have a row with the same id and different contents.
        """
        folder = self._path.parent if self._path is not None else None
        with TemporaryDirectory(dir=folder) as temporary:
            # A copy can be brought to our schema; the other laptop may have an older Segue.
            copy = Path(temporary) / "other.sqlite3"
            with (
                explained(other),
                closing(sqlite3.connect(_read_only(other), uri=True)) as connection,
            ):
                _write_copy(connection, copy)
            try:
                type(self).open(copy, clock=self._clock).close()
            except StudyLogError as error:
                raise StudyLogError(error.cause, other, error.detail) from error
            with self._lock, explained(self._path):
                self._db.execute("ATTACH DATABASE ? AS other", [str(copy)])
                try:
                    return self._take_over(other)
                finally:
                    self._db.execute("DETACH DATABASE other")

    def backup(self, path: Path) -> None:
        """Write a copy of the log to this file, which appears only once it was read back whole.

        Raises
        ------
        StudyLogError
            The copy cannot be written, or does not read back; nothing is left of it.
        """
        if self._path is not None and path.exists() and path.samefile(self._path):
            raise ValueError(f"{path} is the study log itself")
        try:
            with TemporaryDirectory(prefix=".backup-", dir=path.parent) as temporary:
                partial = Path(temporary) / path.name
                with self._reading():
                    rows = _count_rows(self._db)
                    _write_copy(self._db.conn, partial)
                _verify(partial, rows)
                partial.replace(path)
        except (OSError, sqlite3.Error, StudyLogError) as error:
            raise StudyLogError(Cause.BACKUP_FAILED, path, str(error)) from error

    def _take_over(self, other: Path) -> int:
        with self._writing() as tx:
            added = 0
            for table in LOG_TABLES:
                differing = self._value(
                    f"SELECT count(*) FROM (SELECT * FROM other.{table} WHERE id IN"
                    f" (SELECT id FROM main.{table}) EXCEPT SELECT * FROM main.{table})"
                )
                if differing:
                    detail = f"{differing} rows of {table}"
                    raise StudyLogError(Cause.CONTRADICTION, other, detail)
                cursor = self._db.execute(
                    f"INSERT INTO main.{table} SELECT * FROM other.{table}"
                    f" WHERE id NOT IN (SELECT id FROM main.{table})"
                )
                added += cursor.rowcount
            self._rebuild()
            # These ids are not of our making, and some may be greater than ours.
            tx.last_id = self._value(NEWEST_ID)
            return added


def _read_only(path: Path) -> str:
    return f"{path.absolute().as_uri()}?mode=ro"


def _write_copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy a database consistently, even while another program is writing to it."""
    with closing(sqlite3.connect(target)) as connection:
        source.backup(connection)
        # One file that is whole by itself, without a write-ahead log beside it.
        connection.execute("PRAGMA journal_mode = DELETE")


def _verify(copy: Path, rows: dict[str, int]) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        db = Database(connection, execute_plugins=False)
        [verdict] = db.execute("PRAGMA integrity_check").fetchone()
        found = _count_rows(db)
    if verdict != "ok" or found != rows:
        raise sqlite3.DatabaseError(f"{verdict}; {found} rows instead of {rows}")


def _count_rows(db: Database) -> dict[str, int]:
    return {table: db.table(table).count for table in LOG_TABLES}
