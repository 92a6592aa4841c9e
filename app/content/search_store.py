"""The file of the search index: a cache of SQLite's full-text search that may be lost any time."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from sqlite_utils import Database

from app.content.cache_file import CacheForm, open_cache_file
from app.content.search_source import Entry, HitKind

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
_FORM = CacheForm(_SCHEMA, application_id=0x53454753, version=1)  # "SEGS"


def open_index(path: Path | None) -> Database:
    """Open the index in a file, or one in memory where there is no file that can be used."""
    return open_cache_file(path, _FORM)


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
