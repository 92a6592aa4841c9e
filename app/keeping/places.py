"""What of a learner's data is where, for whoever handles all of it at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from app.keeping.errors import BackupError
from app.material.database import database_file
from app.paths import Paths
from app.settings import load_settings
from app.study.log import StudyLog

MATERIAL = "material"


def open_log(paths: Paths, file: Path, clock: Callable[[], datetime]) -> StudyLog:
    """Open a study log with the learner's own setting: another one would move what is due.

    Raises
    ------
    StudyLogError
        It cannot be used.
    """
    settings, _ = load_settings(paths.settings_file)
    return StudyLog.open(file, clock=clock, desired_retention=settings.desired_retention)


def count_answers(log: StudyLog) -> int:
    """Return how many answers a log has."""
    return sum(log.answers_per_day(date.min, date.max).values())


def copies_in(folder: Path) -> list[Path]:
    """Return the copies of the learner's own files in a folder of material, named by their hash."""
    if not folder.is_dir():
        return []
    return sorted(each for each in folder.iterdir() if len(each.stem) == 64 and each.is_file())


def require_alone(paths: Paths) -> None:
    """Refuse to go on while another window or command of Segue has a database open.

    Raises
    ------
    BackupError
        One is open elsewhere.
    """
    for file in (paths.database, database_file(paths.material)):
        if file.is_file() and _is_open_elsewhere(file):
            raise BackupError(file, "is in use; close all windows of Segue and try again")


def _is_open_elsewhere(file: Path) -> bool:
    """Tell whether another process, or another connection of this one, has a database open."""
    with closing(sqlite3.connect(file, timeout=0.2)) as connection:
        try:
            # Leaving the write-ahead log needs the file for oneself alone.
            [mode] = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        except sqlite3.DatabaseError as error:
            # A damaged file is in nobody's way.
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        return bool(mode == "wal")
