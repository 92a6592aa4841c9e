"""Whole databases of material: merging another laptop's, and backing up."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from app.material.database import MaterialFile, database_file
from app.material.errors import MaterialError, explained
from app.material.migrations import APPLICATION_ID, TABLES
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
            with explained(other):
                copy_file(other, copy)
                # An empty file is one in which material may begin, and nothing to be merged.
                if application_of(copy) != APPLICATION_ID:
                    raise MaterialError(other, "is not Segue's; it was left as it is")
            try:
                # Brings it to our schema; the other laptop may have an older Segue.
                type(self)(copy.parent, clock=self._clock).close()
            except MaterialError as error:
                raise MaterialError(other, error.reason) from error
            with self._lock, explained(self._path), attached(self._db, copy):
                return self._take_over(other)

    def backup(self, path: Path) -> None:
        """Write a copy of the database to a new file, and read it back.

        Raises
        ------
        MaterialError
            It cannot be written, or does not read back.
        """
        with self._lock, explained(path):
            rows = count_rows(self._db, TABLES)
            write_copy(self._db.conn, path)
            flaw = flaw_in(path, rows)
        if flaw:
            raise MaterialError(path, f"does not read back as it was written: {flaw}")

    def _take_over(self, other: Path) -> dict[str, int]:
        with self._transaction():
            try:
                return add_lacking(self._db, TABLES)
            except DifferingError as error:
                reason = (
                    f"tells something else than yours in {error.rows} rows of {error.table}; one of"
                    " both was changed by something else than Segue. Nothing was merged"
                )
                raise MaterialError(other, reason) from error
