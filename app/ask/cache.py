"""The file of passages and their embeddings: a cache in SQLite that may be lost any time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from sqlite_utils import Database

from app.ask.passages import Passage, Text
from app.ask.terms import terms
from app.content.cache_file import CacheForm, open_cache_file

# What is searched are stems, so that the same words count here and where an answer is judged.
_SCHEMA = """
DROP TABLE IF EXISTS passage_words;
DROP TABLE IF EXISTS passage;
DROP TABLE IF EXISTS source;
DROP TABLE IF EXISTS vector;
CREATE TABLE source (
  key TEXT NOT NULL PRIMARY KEY,
  digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  body TEXT NOT NULL,
  place TEXT NOT NULL,
  said TEXT NOT NULL,
  asked TEXT NOT NULL
);
CREATE INDEX passage_source ON passage(source);
CREATE VIRTUAL TABLE passage_words USING fts5(
  place, said, asked, content='passage', content_rowid='id', tokenize='unicode61'
);
INSERT INTO passage_words(passage_words, rank) VALUES ('rank', 'bm25(2.0, 1.0, 1.0)');
CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
  INSERT INTO passage_words(rowid, place, said, asked)
  VALUES (new.id, new.place, new.said, new.asked);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
  INSERT INTO passage_words(passage_words, rowid, place, said, asked)
  VALUES ('delete', old.id, old.place, old.said, old.asked);
END;
CREATE TABLE vector (
  model TEXT NOT NULL,
  digest TEXT NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (model, digest)
) WITHOUT ROWID;
"""
# Another version also where texts are cut or words are stemmed otherwise.
_FORM = CacheForm(_SCHEMA, application_id=0x53454741, version=1)  # "SEGA"


def open_cache(path: Path | None) -> Database:
    """Open the file, or a database in memory where there is no file that can be used."""
    return open_cache_file(path, _FORM)


def known_digests(db: Database) -> dict[str, str]:
    """Return what each text that is kept was like, by key."""
    return dict(db.execute("SELECT key, digest FROM source").fetchall())


def digest_of(text: Text) -> str:
    """Return what changes with every change of a text's passages."""
    described = json.dumps([asdict(each) for each in text.passages], ensure_ascii=False)
    return hashlib.sha256(described.encode("utf-8", "replace")).hexdigest()


def put(db: Database, text: Text, digest: str) -> None:
    """Keep the passages of a text in place of what they were."""
    with db.atomic():
        _remove(db, text.key)
        db.execute("INSERT INTO source VALUES (?, ?)", [text.key, digest])
        for passage in text.passages:
            db.execute(
                "INSERT INTO passage (source, body, place, said, asked) VALUES (?, ?, ?, ?, ?)",
                [
                    text.key,
                    json.dumps(asdict(passage), ensure_ascii=False),
                    *(" ".join(terms(each)) for each in _searched(passage)),
                ],
            )


def remove(db: Database, keys: Iterable[str]) -> None:
    """Forget the passages of some texts."""
    with db.atomic():
        for key in keys:
            _remove(db, key)


def all_passages(db: Database) -> list[tuple[int, Passage]]:
    """Return every passage with its number, in order."""
    rows = db.execute("SELECT id, body FROM passage ORDER BY id").fetchall()
    return [(number, _unpacked(body)) for number, body in rows]


def find_words(db: Database, stems: Sequence[str], limit: int) -> list[tuple[int, float]]:
    """Return which passages have some stems, the best first, with BM25 (more is better)."""
    expression = " OR ".join(f'"{stem}"' for stem in stems)
    rows = db.execute(
        "SELECT rowid, rank FROM passage_words WHERE passage_words MATCH ? ORDER BY rank LIMIT ?",
        [expression, limit],
    ).fetchall()
    return [(number, -rank) for number, rank in rows]


def known_vector_digests(db: Database, model: str) -> set[str]:
    """Return what a model has made embeddings of, without loading them."""
    rows = db.execute("SELECT digest FROM vector WHERE model = ?", [model]).fetchall()
    return {digest for (digest,) in rows}


def known_vectors(db: Database, model: str) -> dict[str, bytes]:
    """Return the embeddings that a model has made, by what they are of."""
    rows = db.execute("SELECT digest, data FROM vector WHERE model = ?", [model]).fetchall()
    return dict(rows)


def keep_vectors(db: Database, model: str, vectors: Iterable[tuple[str, bytes]]) -> None:
    """Keep embeddings, in one transaction."""
    with db.atomic():
        for digest, data in vectors:
            db.execute("INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", [model, digest, data])


def drop_vectors(db: Database, model: str, digests: Iterable[str]) -> None:
    """Forget embeddings of what is not there any more, and those of all other models."""
    with db.atomic():
        db.execute("DELETE FROM vector WHERE model <> ?", [model])
        for digest in digests:
            db.execute("DELETE FROM vector WHERE model = ? AND digest = ?", [model, digest])


def _remove(db: Database, key: str) -> None:
    db.execute("DELETE FROM passage WHERE source = ?", [key])
    db.execute("DELETE FROM source WHERE key = ?", [key])


def _searched(passage: Passage) -> Iterator[str]:
    yield passage.place
    yield passage.text
    yield " ".join(passage.asked)


def _unpacked(body: str) -> Passage:
    values = json.loads(body)
    for name in ("headings", "asked"):
        values[name] = tuple(values[name])
    return Passage(**values)
