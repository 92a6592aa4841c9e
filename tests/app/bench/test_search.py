"""The benchmark of the search types real queries into an index of many documents."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from app.bench.documents import Writer, documents_folder
from app.bench.registry import Bench
from app.bench.search import QUERIES, QUICK_SIZES, measure
from app.content.library import Library
from app.content.search import HitKind, SearchIndex


def test_documents_use_the_words_of_the_guides_as_often_as_these_do(library: Library) -> None:
    written = list(Writer(library).documents(60))
    assert written == list(Writer(library).documents(60))
    assert len(set(written)) == 60
    lengths = sorted(len(text.split()) for text in written)
    assert lengths[0] < 120 < 500 < lengths[-1]
    words = Counter(word.lower() for text in written for word in text.split())
    assert "the" in dict(words.most_common(3))
    assert sum(count == 1 for count in words.values()) > len(words) / 10
    assert all(text.startswith("# ") for text in written)


def test_documents_are_written_once(tmp_path: Path, library: Library) -> None:
    folder = documents_folder(tmp_path, library, 30)
    [first, *_] = sorted(folder.rglob("*.md"))
    first.write_text("changed")
    assert documents_folder(tmp_path, library, 30) == folder
    assert first.read_text() == "changed"
    assert len(list(folder.rglob("*.md"))) == 30


def test_most_queries_find_documents(tmp_path: Path, library: Library) -> None:
    index = SearchIndex()
    index.update(library, documents_folder(tmp_path, library, 100))
    found = {query: {hit.kind for hit in index.search(query, limit=500)} for query in QUERIES}
    index.close()
    with_documents = [query for query, kinds in found.items() if HitKind.DOCUMENT in kinds]
    assert len(with_documents) >= len(QUERIES) - 3
    assert found["zzzz"] == set()


def test_every_size_has_its_rows(bench: Bench) -> None:
    rows = {row.name: row for row in measure(bench)}
    assert list(rows) == [
        f"search.{what}.{size}" for size in QUICK_SIZES for what in ("key", "slowest", "index")
    ]
    keys, slowest = rows["search.key.100"].measured, rows["search.slowest.100"].measured
    assert keys is not None
    assert slowest is not None
    assert keys.samples > sum(map(len, QUERIES)) * 0.9
    assert slowest.median >= keys.p95
