"""The file in which measurements are kept: a cache, made anew when it is broken."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database


def open_cache(path: Path) -> Database:
    """Open the file, or make it when it is missing or is no database any more.

    Raises
    ------
    OSError
        The folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    database = Database(path)
    try:
        database.table_names()
    except sqlite3.DatabaseError:
        # Nothing is lost but time.
        database.conn.close()
        path.unlink()
        return Database(path)
    return database
