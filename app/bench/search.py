"""Search as you type: every key of some queries, over a library of thousands of documents."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from app.bench.documents import documents_folder
from app.bench.registry import Bench
from app.bench.report import Figure, Goal, Row
from app.bench.timing import milliseconds, sampled
from app.content.search import SearchIndex
from app.workspace import load_library

SIZES = (1_000, 10_000)
QUICK_SIZES = (50, 100)
RUNS = 5
QUICK_RUNS = 1
GOAL = Goal(20)
GOALS_FROM = 10_000

# Short words and long ones, words that are everywhere and words that are nowhere, a phrase, a
# question as people ask it, and a mistyped word, for which everything is looked up twice.
QUERIES = (
    "gradient checkpointing",
    "kv cache memory",
    "the model",
    "how does attention scale with the length of the context",
    "fine-tuning",
    "reinforcement learning from human feedback",
    '"mixture of experts"',
    "data",
    "tokenizre for code",
    "zzzz",
)


def measure(bench: Bench) -> Iterator[Row]:
    """Type each query letter by letter, in a small collection of documents and in a large one."""
    library = load_library(bench.paths)
    for number in QUICK_SIZES if bench.quick else SIZES:
        bench.tell(f"indexing {number:,} documents")
        folder = documents_folder(bench.cache, library, number)
        with (
            TemporaryDirectory(dir=bench.cache, prefix="search-") as temporary,
            closing(SearchIndex(Path(temporary, "search.db"))) as index,
        ):
            indexing = milliseconds(lambda: index.update(library, folder))  # noqa: B023 - called now
            bench.tell(f"typing {len(QUERIES)} queries")
            keys = _typed(index, QUICK_RUNS if bench.quick else RUNS)
        yield from _rows(number, keys, indexing)


def _typed(index: SearchIndex, runs: int) -> dict[str, float]:
    """Return the median of some searches, in milliseconds, for every text on the way."""
    texts = dict.fromkeys(
        query[:length] for query in QUERIES for length in range(1, len(query) + 1)
    )
    return {text: median(sampled(lambda: index.search(text), runs, warming=1)) for text in texts}  # noqa: B023


def _rows(number: int, keys: dict[str, float], indexing: float) -> Iterator[Row]:
    slowest = max(keys, key=keys.__getitem__)
    goal = GOAL if number >= GOALS_FROM else None
    among = f"{number:,} documents"
    yield Row(
        f"search.key.{number}",
        f"find what fits after a key: {among}",
        "ms",
        Figure.of(list(keys.values())),
        goal=Goal(GOAL.bound, "p95") if goal else None,
    )
    yield Row(
        f"search.slowest.{number}",
        f"after the slowest of all keys: {among}",
        "ms",
        Figure.exactly(keys[slowest]),
        goal=goal,
        note=f"the slowest was “{slowest}”",
    )
    yield Row(
        f"search.index.{number}",
        f"index everything for the first time: {among}",
        "s",
        Figure.exactly(indexing / 1000),
    )
