"""What can be wrong with material, said so that the learner can do something about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class MaterialError(Exception):
    """Something about a file, or about what is kept of it, that the learner can mend.

    Attributes
    ----------
    file : str
        Name of the file.
    reason : str
        What is wrong, in words without a full stop.
    line : int or None
        Line or, with ``page``, page of the file, from 1.
    """

    def __init__(
        self, file: str | Path, reason: str, *, line: int | None = None, page: int | None = None
    ) -> None:
        self.file = str(file)
        self.reason = reason
        self.line = line
        self.page = page
        where = f":{line}" if line is not None else f", page {page}" if page is not None else ""
        super().__init__(f"{self.file}{where}: {reason}")


_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full; free some space and try again",
    sqlite3.SQLITE_READONLY: "it may not be written; give yourself permission",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; see that its folder is there",
    sqlite3.SQLITE_PERM: "it cannot be opened; give yourself permission",
    sqlite3.SQLITE_NOTADB: "it is not a database of Segue; it was left as it is",
    sqlite3.SQLITE_CORRUPT: "it is damaged; keep it, and put a backup in its place",
    sqlite3.SQLITE_BUSY: "another window of Segue is writing to it; try again in a moment",
    sqlite3.SQLITE_LOCKED: "another window of Segue is writing to it; try again in a moment",
    sqlite3.SQLITE_IOERR: "the disk did not read or write it; check the disk",
}


@contextmanager
def explained(path: Path | None) -> Iterator[None]:
    """Turn the SQLite errors that the surroundings cause into `MaterialError`.

    Others, such as a broken constraint, are mistakes of ours and pass through unchanged.
    """
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the primary code; errors of the Python driver itself have none.
        reason = _REASONS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if reason is None:
            raise
        raise MaterialError(path or "the database in memory", reason) from error
