"""Passages kept up to date, and found by words and by meaning."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.ask.index import BATCH, PassageIndex, Vectors
from app.ask.terms import terms
from app.content.library import Library
from tests.app.ask.conftest import KETTLES, Rewrite
from tests.helpers.data_folders import done

NOTHING = Library()


class Counting:
    """Counts the texts that it turns into vectors: one direction for each first letter."""

    def __init__(self, name: str = "letters") -> None:
        self.name = name
        self.seen: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.seen += texts
        rows = np.zeros((len(texts), 26), np.float32)
        for row, text in zip(rows, texts, strict=True):
            last = text.rsplit("› ", 1)[-1]
            row[ord(last[0].lower()) - ord("a")] = 1.0
        return rows


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "passages.db"


@pytest.fixture
def index(file: Path) -> Iterator[PassageIndex]:
    index = PassageIndex(file)
    yield index
    index.close()


def found(index: PassageIndex, words: str) -> list[str]:
    return [index.passages[number].text.split()[0] for number in index.by_words(terms(words))]


def test_passages_are_found_by_words_of_text_and_headings(kettles: PassageIndex) -> None:
    assert found(kettles, "vinegar") == ["Citric"]
    assert found(kettles, "descaling")[0] == "Citric"
    assert found(kettles, "buying wattage") == ["Look"]
    assert sorted(found(kettles, "limescale")) == ["A", "Citric"]
    assert found(kettles, "samovar") == []
    assert kettles.by_words([]) == []


def test_an_odd_word_breaks_no_search(kettles: PassageIndex) -> None:
    for odd in ('"', "a OR b", "NEAR(", "*", "-x", "…"):
        assert kettles.by_words(terms(odd) or ["zz"]) == []


def test_what_did_not_change_is_left_alone(
    index: PassageIndex, documents: Path, rewrite: Rewrite
) -> None:
    done(index.updating(NOTHING, documents))
    before = dict(index.passages)
    done(index.updating(NOTHING, documents))
    assert index.passages == before
    assert list(index.passages) == list(before)
    rewrite(KETTLES + "\n## Cleaning\n\nWipe it with a cloth.\n")
    done(index.updating(NOTHING, documents))
    assert len(index) == len(before) + 1
    (documents / "kettles.md").unlink()
    done(index.updating(NOTHING, documents))
    assert len(index) == 0
    assert index.lexicon.frequency == {}


def test_another_run_finds_what_the_last_one_left(
    index: PassageIndex, file: Path, documents: Path
) -> None:
    done(index.updating(NOTHING, documents))
    with closing(PassageIndex(file)) as again:
        assert found(again, "vinegar") == ["Citric"]


def test_only_what_is_new_is_embedded(
    index: PassageIndex, documents: Path, rewrite: Rewrite
) -> None:
    done(index.updating(NOTHING, documents))
    embedder = Counting()
    assert not index.is_embedded("letters")
    assert list(index.embedding(embedder))[-1] == 1.0
    assert len(embedder.seen) == 3
    assert index.is_embedded("letters")
    rewrite(KETTLES + "\n## Cleaning\n\nWipe it with a cloth.\n")
    done(index.updating(NOTHING, documents))
    assert not index.is_embedded("letters")
    list(index.embedding(embedder))
    assert [text.split(".")[0] for text in embedder.seen[3:]] == ["Kettles › Cleaning"]


def test_whether_all_is_embedded_is_told_without_loading_an_embedding(
    index: PassageIndex, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(index.updating(NOTHING, documents))
    list(index.embedding(Counting()))
    assert index.is_embedded("letters")
    for name in ("app.ask.cache.known_vectors", "app.ask.index._digest"):
        monkeypatch.delattr(name)
    assert index.is_embedded("letters")


def test_embedding_goes_on_where_it_was_stopped(
    index: PassageIndex, documents: Path, rewrite: Rewrite
) -> None:
    parts = [f"## {'abcdefghij'[n % 10]}{n}\n\nSentence number {n}.\n" for n in range(2 * BATCH)]
    rewrite("# Many\n\n" + "\n".join(parts))
    done(index.updating(NOTHING, documents))
    embedder = Counting()
    work = index.embedding(embedder)
    assert next(work) == pytest.approx(0.5)
    work.close()
    assert not index.is_embedded("letters")
    list(index.embedding(embedder))
    assert len(embedder.seen) == len(set(embedder.seen)) == 2 * BATCH


def test_vectors_of_another_model_are_not_compared(index: PassageIndex, documents: Path) -> None:
    done(index.updating(NOTHING, documents))
    list(index.embedding(Counting()))
    list(index.embedding(Counting("others")))
    assert not index.is_embedded("letters")
    assert index.by_meaning(np.zeros(26, np.float32), "letters") == {}


def test_meaning_finds_what_lies_in_the_same_direction(
    index: PassageIndex, documents: Path
) -> None:
    done(index.updating(NOTHING, documents))
    list(index.embedding(Counting()))
    [like_b] = Counting().embed(["b"])
    near = index.by_meaning(like_b, "letters")
    assert {index.passages[number].place for number, each in near.items() if each.said == 1.0} == {
        "Kettles › Buying one"
    }
    assert len(near) == 3


def test_what_is_asked_about_a_passage_counts_as_near(guides: PassageIndex) -> None:
    with_questions = [each for each in guides.passages.values() if each.asked]
    assert with_questions
    assert all("?" in asked for each in with_questions for asked in each.asked)


def test_a_damaged_file_is_made_anew(file: Path, documents: Path) -> None:
    file.write_bytes(b"SQLite format 3\0" + b"rubbish" * 2000)
    with closing(PassageIndex(file)) as index:
        done(index.updating(NOTHING, documents))
        assert found(index, "vinegar") == ["Citric"]
    with closing(PassageIndex(file)) as again:
        assert len(again) == 3


def test_a_database_of_another_program_is_left_alone(file: Path, documents: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
        db.commit()
    before = file.read_bytes()
    with closing(PassageIndex(file)) as index:
        done(index.updating(NOTHING, documents))
        assert found(index, "vinegar") == ["Citric"]
    assert file.read_bytes() == before


def test_embeddings_that_cannot_be_kept_cost_nothing_else(
    index: PassageIndex, file: Path, documents: Path
) -> None:
    done(index.updating(NOTHING, documents))
    index._db.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError):
            index._db.execute("BEGIN IMMEDIATE")
        work = index.embedding(Counting())
        assert list(work) == []
    assert not index.is_embedded("letters")
    assert found(index, "vinegar") == ["Citric"]


def test_a_file_that_is_locked_for_good_costs_nothing(
    index: PassageIndex, file: Path, documents: Path
) -> None:
    index._db.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        done(index.updating(NOTHING, documents))
        assert found(index, "vinegar") == ["Citric"]
    with closing(PassageIndex(file)) as again:
        assert len(again) == 0
