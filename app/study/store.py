"""The base of the study log: one connection, its transactions and its lock."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from sqlite_utils import Database

from app.study.connection import connect, prepare
from app.study.errors import explained
from app.study.ids import next_id
from app.study.migrations import LOG_TABLES
from app.study.schedule import Schedule

Row = dict[str, Any]

_SURROGATE = re.compile("[\ud800-\udfff]")

# Rests on each table's own index, so it takes as long with a million rows as with ten.
NEWEST_ID = "SELECT max(id) FROM ({})".format(
    " UNION ALL ".join(f"SELECT max(id) AS id FROM {table}" for table in LOG_TABLES)
)


def local_now() -> datetime:
    """Return the time with the UTC offset of this machine."""
    return datetime.now(UTC).astimezone()


def as_text(moment: datetime) -> str:
    """Return an aware time as UTC text of fixed length, so that texts sort as times do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


class Transaction:
    """One transaction that adds rows, all at one time and with ids in order of adding.

    Attributes
    ----------
    at : str
        When, in UTC.
    utc_offset : int
        Minutes by which the learner's clock was ahead of UTC.
    last_id : str or None
        The greatest id in use.
    """

    def __init__(self, db: Database, now: datetime, last_id: str | None) -> None:
        offset = now.utcoffset()
        if offset is None:
            raise ValueError("the clock must give times with a UTC offset")
        self.at = as_text(now)
        self.utc_offset = round(offset.total_seconds() / 60)
        self._db = db
        self._now = now
        self.last_id = last_id

    def add(self, table: str, **values: object) -> str:
        """Add one row and return its new id."""
        id_ = next_id(self._now, self.last_id)
        row = {"id": id_, "at": self.at, **values}
        columns, marks = ", ".join(row), ", ".join("?" * len(row))
        statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        self._db.execute(statement, [storable(value) for value in row.values()])
        self.last_id = id_
        return id_


class Store:
    """One SQLite connection, usable from any thread; its subclasses hold all SQL.

    Parameters
    ----------
    db : Database
        Migrated on construction.
    clock : callable
        Gives the time with the learner's UTC offset, which decides what "a day" is.
    desired_retention : float
        Retrievability at which a key point is due, in (0, 1).

    Raises
    ------
    StudyLogError
        From every method: what the surroundings do not allow. The transaction is rolled back
        and the log stays usable.
    """

    def __init__(
        self,
        db: Database,
        *,
        clock: Callable[[], datetime] = local_now,
        desired_retention: float = 0.9,
    ) -> None:
        self._db = db
        self._clock = clock
        self._schedule = Schedule(desired_retention)
        self._lock = threading.RLock()
        # SQLite counts the commits of other connections; ours do not change the number.
        self._data_version: int | None = None
        self._last_id: str | None = None
        [*_, file] = db.execute("PRAGMA database_list").fetchone()
        self._path = Path(file) if file else None
        with explained(self._path):
            prepare(db, self._path)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Callable[[], datetime] = local_now,
        desired_retention: float = 0.9,
    ) -> Self:
        """Open the study log in this file, or begin one.

        Raises
        ------
        StudyLogError
            The file cannot be used; it has been left as it is.
        """
        with explained(path):
            db = connect(path)
            try:
                return cls(db, clock=clock, desired_retention=desired_retention)
            except BaseException:
                db.close()
                raise

    def close(self) -> None:
        """Close the file; nothing is left to save."""
        with self._lock:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Transaction]:
        """Hold a transaction that is on disk when the block ends, or never was."""
        # The write lock is taken at once, unlike by `atomic()`: a transaction that began by
        # reading cannot become a writing one after another process wrote, and would be lost.
        with self._transaction("BEGIN IMMEDIATE"):
            tx = Transaction(self._db, self._clock(), self._newest_id())
            yield tx
            # Should the commit fail, this one is greater than it need be, which does no harm.
            self._last_id = tx.last_id

    def _newest_id(self) -> str | None:
        """Return the greatest id in use; the tables are asked only when it may be another's."""
        [version] = self._db.execute("PRAGMA data_version").fetchone()
        if version != self._data_version:
            [self._last_id] = self._db.execute(NEWEST_ID).fetchone()
            self._data_version = version
        return self._last_id

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Hold one state of the log for several queries."""
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._lock, explained(self._path):
            self._db.execute(begin)
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                self._db.rollback()
                raise

    def _rows(self, statement: str, *parameters: object) -> list[Row]:
        """Run one query and return its rows by column name."""
        with self._lock, explained(self._path):
            cursor = self._db.execute(statement, parameters)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def _tuples(self, statement: str, *parameters: object) -> list[tuple[Any, ...]]:
        """Run one query and return its rows as they come, for queries that give many."""
        with self._lock, explained(self._path):
            return self._db.execute(statement, parameters).fetchall()

    def _value(self, statement: str, *parameters: object) -> Any:  # noqa: ANN401
        """Run one query and return the first column of its first row, or None without a row."""
        with self._lock, explained(self._path):
            row: tuple[Any, ...] | None = self._db.execute(statement, parameters).fetchone()
            return None if row is None else row[0]


def storable(value: object) -> object:
    """Make any text one that can be stored: half a surrogate pair must not cost an answer."""
    if isinstance(value, str):
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
    return value
