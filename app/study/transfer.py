"""Whole logs: merging another laptop's, and backing up."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from app.study.connection import connect, prepare
from app.study.copying import (
    DifferingError,
    add_lacking,
    application_of,
    attached,
    copy_file,
    count_rows,
    flaw_in,
    write_copy,
)
from app.study.errors import Cause, StudyLogError, explained
from app.study.migrations import APPLICATION_ID, LOG_TABLES
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
            with explained(other):
                copy_file(other, copy)
                # An empty file is one in which a log may begin, and nothing to be merged.
                if application_of(copy) != APPLICATION_ID:
                    raise StudyLogError(Cause.NOT_A_LOG, other)
            try:
                # Its schema is all that is wanted; what follows from its rows follows again here.
                with explained(copy), closing(connect(copy)) as db:
                    prepare(db, copy)
            except StudyLogError as error:
                raise StudyLogError(error.cause, other, error.detail) from error
            with self._lock, explained(self._path), attached(self._db, copy):
                return self._take_over(other)

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
                    rows = count_rows(self._db, LOG_TABLES)
                    write_copy(self._db.conn, partial)
                if flaw := flaw_in(partial, rows):
                    raise sqlite3.DatabaseError(flaw)
                partial.replace(path)
        except (OSError, sqlite3.Error, StudyLogError) as error:
            raise StudyLogError(Cause.BACKUP_FAILED, path, str(error)) from error

    def _take_over(self, other: Path) -> int:
        with self._writing() as tx:
            try:
                added = add_lacking(self._db, LOG_TABLES)
            except DifferingError as error:
                raise StudyLogError(Cause.CONTRADICTION, other, str(error)) from error
            self._rebuild()
            # These ids are not of our making, and some may be greater than ours.
            tx.last_id = self._value(NEWEST_ID)
            return sum(added.values())
