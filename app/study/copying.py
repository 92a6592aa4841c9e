"""Whole databases: copies of them that are read back, and rows that one has and another lacks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database


class DifferingError(Exception):
    """Two databases have rows with the same id and different contents.

    Attributes
    ----------
    table : str
        The first such table.
    rows : int
        How many of its rows differ.
    """

    def __init__(self, table: str, rows: int) -> None:
        self.table = table
        self.rows = rows
        super().__init__(f"{rows} rows of {table}")


def copy_file(file: Path, target: Path) -> None:
    """Copy the database in a file, which is only read."""
    uri = f"{file.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        write_copy(connection, target)


def write_copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy a database consistently, even while another program is writing to it."""
    with closing(sqlite3.connect(target)) as connection:
        source.backup(connection)
        # One file that is whole by itself, without a write-ahead log beside it.
        connection.execute("PRAGMA journal_mode = DELETE")


def application_of(file: Path) -> int:
    """Return the application id of a database: zero where there is nothing in it yet."""
    with closing(sqlite3.connect(file)) as connection:
        [application_id] = connection.execute("PRAGMA application_id").fetchone()
    return int(application_id)


def count_rows(db: Database, tables: Iterable[str]) -> dict[str, int]:
    """Return the number of rows of some tables."""
    return {table: db.table(table).count for table in tables}


def flaw_in(copy: Path, rows: dict[str, int]) -> str:
    """Return what is wrong with a copy that should have so many rows; nothing if it is whole."""
    with closing(sqlite3.connect(copy)) as connection:
        db = Database(connection, execute_plugins=False)
        [verdict] = db.execute("PRAGMA integrity_check").fetchone()
        found = count_rows(db, rows)
    return "" if verdict == "ok" and found == rows else f"{verdict}; {found} rows instead of {rows}"


@contextmanager
def attached(db: Database, other: Path) -> Iterator[None]:
    """Hold another database beside one, for :func:`add_lacking`."""
    db.execute("ATTACH DATABASE ? AS other", [str(other)])
    try:
        yield
    finally:
        db.execute("DETACH DATABASE other")


def add_lacking(db: Database, tables: Iterable[str]) -> dict[str, int]:
    """Add the rows that the attached database has and this one lacks; return how many, by table.

    Raises
    ------
    DifferingError
        Both have a row with the same id and different contents; the transaction is of no use.
    """
    added = {}
    for table in tables:
        [differing] = db.execute(
            f"SELECT count(*) FROM (SELECT * FROM other.{table} WHERE id IN"
            f" (SELECT id FROM main.{table}) EXCEPT SELECT * FROM main.{table})"
        ).fetchone()
        if differing:
            raise DifferingError(table, differing)
        cursor = db.execute(
            f"INSERT INTO main.{table} SELECT * FROM other.{table}"
            f" WHERE id NOT IN (SELECT id FROM main.{table})"
        )
        added[table] = cursor.rowcount
    return added
