"""The file of the search index: a cache of SQLite's full-text search that may be lost any time."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from sqlite_utils import Database

from app.content.search_source import Entry, HitKind

APPLICATION_ID = 0x53454753
"""Marks a file as an index of ours ("SEGS"); no other database is ever written to."""
VERSION = 1
"""Of the tables and of what is put into them; an index of another version is made anew."""
BUSY_SECONDS = 2.0
"""How long a statement waits for another window that is writing."""
FIRST_DOCUMENT = 2**40
"""Ids of documents begin here, so that a search in a transition need not look at any of them."""
BATCH = 32
"""Entries written or deleted in one transaction; a search in between waits for no more."""

# A match in the title counts most. Two and three letters have an index of their own, because
# every learner who types passes through them.
_SCHEMA = """
DROP TABLE IF EXISTS entry_fts;
DROP TABLE IF EXISTS entry;
DROP TABLE IF EXISTS source;
CREATE TABLE source (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  stamp TEXT NOT NULL,
  digest TEXT NOT NULL
);
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL,
  kind TEXT NOT NULL,
  transition TEXT NOT NULL,
  skill TEXT NOT NULL,
  anchor TEXT NOT NULL,
  path TEXT NOT NULL,
  shown TEXT NOT NULL,
  title TEXT NOT NULL,
  claim TEXT NOT NULL,
  text TEXT NOT NULL,
  also TEXT NOT NULL
);
CREATE INDEX entry_source ON entry(source);
CREATE VIRTUAL TABLE entry_fts USING fts5(
  title, claim, text, also,
  content='entry', content_rowid='id', prefix='2 3',
  tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO entry_fts(entry_fts, rank) VALUES ('rank', 'bm25(10.0, 5.0, 1.0, 1.0)');
CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
  INSERT INTO entry_fts(rowid, title, claim, text, also)
  VALUES (new.id, new.title, new.claim, new.text, new.also);
END;
CREATE TRIGGER entry_removed AFTER DELETE ON entry BEGIN
  INSERT INTO entry_fts(entry_fts, rowid, title, claim, text, also)
  VALUES ('delete', old.id, old.title, old.claim, old.text, old.also);
END;
"""


class _ForeignFileError(Exception):
    """The file is a database, but not an index of ours."""


def open_index(path: Path | None) -> Database:
    """Open the index in a file, or one in memory where there is no file that can be used.

    A damaged file is thrown away and made anew; a database of another program is left alone. The
    connection may be used by any thread, one at a time.
    """
    if path is not None:
        with suppress(OSError, sqlite3.Error, _ForeignFileError):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return _open(path)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
            remove_index(path)
            return _open(path)
    return _open(None)


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error says that the file itself is spoilt."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def remove_index(path: Path) -> None:
    """Delete the file and what SQLite keeps beside it.

    Raises
    ------
    OSError
        The system refuses.
    """
    for suffix in ("-wal", "-shm", ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def known_sources(db: Database) -> dict[str, tuple[str, str]]:
    """Return stamp and digest of what is indexed, by key; both are empty while it is incomplete."""
    rows = db.execute("SELECT key, stamp, digest FROM source").fetchall()
    return {key: (stamp, digest) for key, stamp, digest in rows}


def set_stamp(db: Database, key: str, stamp: str) -> None:
    """Note that a source with another stamp has the content that is indexed."""
    db.execute("UPDATE source SET stamp = ? WHERE key = ?", [stamp, key])


def removing(db: Database, key: str) -> Iterator[None]:
    """Take a source out of the index, a transaction to a step."""
    while True:
        with db.atomic():
            # The first statement writes, so that two windows wait for each other here.
            db.execute("UPDATE source SET stamp = '', digest = '' WHERE key = ?", [key])
            removed = db.execute(
                "DELETE FROM entry WHERE id IN (SELECT entry.id FROM entry"
                " JOIN source ON source.id = entry.source WHERE key = ? LIMIT ?)",
                [key, BATCH],
            ).rowcount
            if removed < BATCH:
                db.execute("DELETE FROM source WHERE key = ?", [key])
                return
        yield


def replacing(
    db: Database, key: str, stamp: str, digest: str, entries: Sequence[Entry]
) -> Iterator[None]:
    """Put a source into the index in place of what it was, a transaction to a step."""
    yield from removing(db, key)
    source: int | None = None
    for start in range(0, max(1, len(entries)), BATCH):
        with db.atomic():
            if source is None:
                source = _add_source(db, key)
            elif db.execute("UPDATE source SET stamp = '' WHERE id = ?", [source]).rowcount == 0:
                source = None
            if source is None:  # another window has begun with the same
                return
            _add_entries(db, source, entries[start : start + BATCH])
            if start + BATCH >= len(entries):
                db.execute(
                    "UPDATE source SET stamp = ?, digest = ? WHERE id = ?", [stamp, digest, source]
                )
        yield


def _add_source(db: Database, key: str) -> int | None:
    cursor = db.execute(
        "INSERT OR IGNORE INTO source (key, stamp, digest) VALUES (?, '', '')", [key]
    )
    return cursor.lastrowid if cursor.rowcount else None


def _add_entries(db: Database, source: int, entries: Sequence[Entry]) -> None:
    documents = any(entry.kind is HitKind.DOCUMENT for entry in entries)
    first = FIRST_DOCUMENT if documents else 1
    [last] = db.execute(
        "SELECT max(id) FROM entry WHERE id >= ? AND (? OR id < ?)",
        [first, documents, FIRST_DOCUMENT],
    ).fetchone()
    ids = itertools.count(first if last is None else last + 1)
    rows = ({"id": next(ids), "source": source, **asdict(entry)} for entry in entries)
    db.table("entry").insert_all(rows)


def _open(path: Path | None) -> Database:
    name = ":memory:" if path is None else str(path)
    connection = sqlite3.connect(name, timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        db = Database(connection, execute_plugins=False)
        if not _is_ready(db):
            _make(db)
        # What a power cut takes from a cache is made again; only its order on disk must hold.
        db.execute("PRAGMA journal_mode = WAL").fetchone()
        db.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return db


def _is_ready(db: Database) -> bool:
    [application_id] = db.execute("PRAGMA application_id").fetchone()
    [version] = db.execute("PRAGMA user_version").fetchone()
    [tables] = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application_id != APPLICATION_ID and (application_id or tables):
        raise _ForeignFileError
    return bool(tables) and version == VERSION


def _make(db: Database) -> None:
    # The lock comes first: of two windows on a new file the second waits, then finds it made.
    db.execute("BEGIN IMMEDIATE")
    try:
        if not _is_ready(db):
            db.executescript(_SCHEMA)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise
