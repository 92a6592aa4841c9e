"""What can keep the study log from being read or written, in words for the learner."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path


class Cause(StrEnum):
    """Why the study log could not do what it was asked."""

    CANNOT_OPEN = "cannot_open"
    READ_ONLY = "read_only"
    NOT_A_LOG = "not_a_log"
    NEWER = "newer"
    DISK_FULL = "disk_full"
    BUSY = "busy"
    DAMAGED = "damaged"
    DISK_FAILED = "disk_failed"
    CONTRADICTION = "contradiction"
    BACKUP_FAILED = "backup_failed"


_WORDS = {
    Cause.CANNOT_OPEN: (
        "The study log cannot be opened.",
        "Check that its folder exists and that you may write to it.",
    ),
    Cause.READ_ONLY: (
        "The study log cannot be written.",
        "Give yourself permission to write to the file and its folder, then try again.",
    ),
    Cause.NOT_A_LOG: (
        "This file is not a study log.",
        "It was left as it is. Move it away, or choose another data folder.",
    ),
    Cause.NEWER: (
        "This study log was written by a newer version of Segue.",
        "It was left as it is. Update Segue to use it.",
    ),
    Cause.DISK_FULL: (
        "The disk is full, so nothing more can be saved.",
        "Everything saved before is safe. Free some space, then try again.",
    ),
    Cause.BUSY: (
        "Another program is writing to the study log and does not finish.",
        "Close other windows of Segue, or wait a moment, then try again.",
    ),
    Cause.DAMAGED: (
        "The study log is damaged.",
        "Keep the file as it is, and put a backup in its place.",
    ),
    Cause.DISK_FAILED: (
        "The disk did not read or write the study log.",
        "Check the disk and its free space, then try again.",
    ),
    Cause.CONTRADICTION: (
        "The two study logs tell different stories about the same event.",
        "One of them was changed by something else than Segue. Nothing was merged.",
    ),
    Cause.BACKUP_FAILED: (
        "The backup could not be written and read back.",
        "The log itself is safe. Check the folder and its free space, or choose another disk.",
    ),
}

_CAUSES = {
    sqlite3.SQLITE_CANTOPEN: Cause.CANNOT_OPEN,
    sqlite3.SQLITE_PERM: Cause.CANNOT_OPEN,
    sqlite3.SQLITE_READONLY: Cause.READ_ONLY,
    sqlite3.SQLITE_NOTADB: Cause.NOT_A_LOG,
    sqlite3.SQLITE_FULL: Cause.DISK_FULL,
    sqlite3.SQLITE_BUSY: Cause.BUSY,
    sqlite3.SQLITE_LOCKED: Cause.BUSY,
    sqlite3.SQLITE_CORRUPT: Cause.DAMAGED,
    sqlite3.SQLITE_IOERR: Cause.DISK_FAILED,
}


class StudyLogError(Exception):
    """The surroundings, not Segue, keep the study log from working; the learner can act.

    Attributes
    ----------
    cause : Cause
        Why.
    path : Path or None
        The file in question; None for a log in memory.
    detail : str
        What the system said, for a report.
    """

    def __init__(self, cause: Cause, path: Path | None, detail: str = "") -> None:
        self.cause = cause
        self.path = path
        self.detail = detail
        where = f" ({path})" if path is not None else ""
        super().__init__(f"{self.title} {self.action}{where}")

    @property
    def title(self) -> str:
        """What is wrong, in one sentence."""
        return _WORDS[self.cause][0]

    @property
    def action(self) -> str:
        """What to do about it."""
        return _WORDS[self.cause][1]


@contextmanager
def explained(path: Path | None) -> Iterator[None]:
    """Turn the SQLite errors that the surroundings cause into `StudyLogError`.

    Others, such as a broken constraint, are mistakes of ours and pass through unchanged.
    """
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the primary code; errors of the Python driver itself have none.
        cause = _CAUSES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if cause is None:
            raise
        raise StudyLogError(cause, path, str(error)) from error
