"""A word that is almost everywhere is looked for in titles first; rare ones are always found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from app.content.search_hit import MOST_RANKED, Hit, find
from app.content.search_query import parse_query
from app.content.search_source import Entry, HitKind
from app.content.search_store import open_index, replacing

NUMBER = MOST_RANKED + 500


def document(number: int, title: str, text: str) -> Entry:
    return Entry(HitKind.DOCUMENT, title, title, text, path=f"/notes/{number}.md")


@pytest.fixture(scope="module")
def db() -> Iterator[Database]:
    """Notes that all speak of memory; a few of the last ones are about it."""
    entries = [document(n, f"Note {n}", f"Something on memory, number {n}.") for n in range(NUMBER)]
    entries[-1] = document(NUMBER, "Memory of a machine", "What it is, and zebras.")
    entries[-400] = document(NUMBER + 1, "Memory of a person", "It fades: memory, memory, memory.")
    db = open_index(None)
    for _ in replacing(db, "notes", "stamp", "digest", entries):
        pass
    yield db
    db.close()


def found(db: Database, query: str, limit: int = 30) -> list[Hit]:
    expressions = parse_query(query)
    assert expressions is not None
    return find(db, expressions, limit)


def test_titles_come_first_wherever_they_stand(db: Database) -> None:
    hits = found(db, "memory")
    assert {hit.title for hit in hits[:2]} == {"Memory of a machine", "Memory of a person"}
    assert len(hits) == 30
    assert len({hit.path for hit in hits}) == 30
    assert all("memory" in "".join(span.text for span in hit.snippet) for hit in hits[2:])


def test_titles_alone_suffice_where_few_are_asked_for(db: Database) -> None:
    assert {hit.title for hit in found(db, "memory", 2)} == {
        "Memory of a machine",
        "Memory of a person",
    }


def test_a_rare_word_is_found_in_the_last_document_beside_a_common_one(db: Database) -> None:
    assert [hit.title for hit in found(db, "zebras")] == ["Memory of a machine"]
    assert [hit.title for hit in found(db, "memory zebra")] == ["Memory of a machine"]


def test_a_word_that_every_title_has_is_found_all_the_same(db: Database) -> None:
    hits = found(db, "note")
    assert len(hits) == 30
    assert all(hit.title.startswith("Note") for hit in hits)


def test_two_common_words_need_not_stand_in_one_title(db: Database) -> None:
    hits = found(db, "note memory")
    assert len(hits) == 30
    assert hits[0].title.startswith("Note")
