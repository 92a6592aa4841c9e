"""Whole databases of material: merging another laptop's, and backing up."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from app.material.database import MaterialFile, database_file
from app.material.errors import MaterialError, explained
from app.material.migrations import TABLES


class Transfer(MaterialFile):
    """Bringing rows in from another file, and copying all of them out."""

    def merge(self, other: Path) -> dict[str, int]:
        """Add the rows of another database that this one lacks; return how many, by table.

        The other file is only read. Nothing is added if anything is wrong. What both have decided
        stands side by side, and the later decision counts; a file that both have is one file.

        Raises
        ------
        MaterialError
            The other file cannot be read, is none of ours or a newer one, or both have a row with
            the same id and different contents.
        """
        with TemporaryDirectory(dir=self.folder, prefix=".merging-") as temporary:
            copy = database_file(Path(temporary))
            with explained(other), closing(_opened(other)) as connection:
                _write_copy(connection, copy)
            try:
                # Brings it to our schema; the other laptop may have an older Segue.
                type(self)(copy.parent, clock=self._clock).close()
            except MaterialError as error:
                raise MaterialError(other, error.reason) from error
            with self._lock, explained(self._path):
                self._db.execute("ATTACH DATABASE ? AS other", [str(copy)])
                try:
                    return self._take_over(other)
                finally:
                    self._db.execute("DETACH DATABASE other")

    def backup(self, path: Path) -> None:
        """Write a copy of the database to a new file, and read it back.

        Raises
        ------
        MaterialError
            It cannot be written, or does not read back.
        """
        with self._lock, explained(path):
            rows = self._count_rows(self._db)
            _write_copy(self._db.conn, path)
            with closing(sqlite3.connect(path)) as connection:
                copy = Database(connection, execute_plugins=False)
                [verdict] = copy.execute("PRAGMA integrity_check").fetchone()
                found = self._count_rows(copy)
        if verdict != "ok" or found != rows:
            raise MaterialError(path, f"does not read back as it was written: {verdict}")

    def _take_over(self, other: Path) -> dict[str, int]:
        added: dict[str, int] = {}
        with self._transaction():
            for table in TABLES:
                # Names of tables are ours.
                [differing] = self._db.execute(
                    f"SELECT count(*) FROM (SELECT * FROM other.{table} WHERE id IN"  # noqa: S608
                    f" (SELECT id FROM main.{table}) EXCEPT SELECT * FROM main.{table})"
                ).fetchone()
                if differing:
                    reason = (
                        f"tells something else than yours in {differing} rows of {table}; one of"
                        " both was changed by something else than Segue. Nothing was merged"
                    )
                    raise MaterialError(other, reason)
                cursor = self._db.execute(
                    f"INSERT INTO main.{table} SELECT * FROM other.{table}"  # noqa: S608
                    f" WHERE id NOT IN (SELECT id FROM main.{table})"
                )
                added[table] = cursor.rowcount
        return added

    @staticmethod
    def _count_rows(db: Database) -> dict[str, int]:
        return {table: db.table(table).count for table in TABLES}


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _write_copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy a database consistently, even while another program is writing to it."""
    with closing(sqlite3.connect(target)) as connection:
        source.backup(connection)
        # One file that is whole by itself, without a write-ahead log beside it.
        connection.execute("PRAGMA journal_mode = DELETE")
