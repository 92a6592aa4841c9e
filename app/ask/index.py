"""The passages of everything there is to read, found by words and by meaning."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice
from pathlib import Path
from threading import Lock
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.ask import cache
from app.ask.passages import Passage, Text, document_texts, library_texts
from app.ask.terms import terms
from app.content.library import Library
from app.quiz.lexical import Lexicon

BATCH = 16
"""Texts that are embedded, and kept, at a time: what is stopped in between loses no more."""
MOST_FOUND = 40
"""Passages that words may bring up."""

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """What turns texts into vectors of length 1."""

    @property
    def name(self) -> str:
        """Which model it is; vectors of different models cannot be compared."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return a row for each text."""


@dataclass(frozen=True)
class Likeness:
    """How near a question comes to a passage, as cosines.

    Attributes
    ----------
    said : float
        To the passage itself.
    asked : float
        To the nearest of what is known to be asked about it, or to itself if that is nearer.
    """

    said: float
    asked: float


class PassageIndex:
    """Keeps passages and their embeddings up to date, and finds them.

    It may be brought up to date on one thread and searched on another.

    Parameters
    ----------
    path : Path, optional
        A file of its own, which may be deleted whenever nobody uses it; in memory without it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._lock = Lock()
        self._path = path
        self._db = cache.open_cache(path)
        self._kept: _Loaded | None = None
        self._rows: tuple[str, list[int], Vectors] | None = None

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    def __len__(self) -> int:
        return len(self._loaded().passages)

    def updating(
        self, library: Library, documents: Path | None = None, others: Iterable[Text] = ()
    ) -> Generator[float, None, None]:
        """Bring the passages up to date, a text at a step; what did not change is not touched.

        Where the file cannot be written any more, they are kept in memory from then on.

        Parameters
        ----------
        documents : Path, optional
            Folder of Markdown and text files of the learner's own.
        others : iterable of Text
            What else there is.

        Yields
        ------
        float
            Share of the work done, in [0, 1].
        """
        texts = [*_texts(library, documents), *others]
        try:
            yield from self._putting(texts)
        except sqlite3.Error as error:
            self._go_on_in_memory(error)
            yield from self._putting(texts)

    def embedding(self, embedder: Embedder) -> Generator[float, None, None]:
        """Embed what has no embedding of this model yet, and keep it.

        It may be stopped after any step; the next time it goes on there.

        Yields
        ------
        float
            Share of the work done, in [0, 1].

        Raises
        ------
        EngineError
            The model cannot be run.
        """
        # A full disk ends it early: words find all the same, and the next start tries again.
        with suppress(sqlite3.Error):
            yield from self._embedding(embedder)

    def _embedding(self, embedder: Embedder) -> Iterator[float]:
        model, wanted = embedder.name, self._loaded().embedded
        with self._lock:
            known = cache.known_vector_digests(self._db, model)
            cache.drop_vectors(self._db, model, known - wanted.keys())
        lacking = iter([item for item in wanted.items() if item[0] not in known])
        done = len(wanted.keys() & known)
        while batch := list(islice(lacking, BATCH)):
            vectors = embedder.embed([text for _, text in batch])
            rows = [
                (digest, vector.astype(np.float16).tobytes())
                for (digest, _), vector in zip(batch, vectors, strict=True)
            ]
            with self._lock:
                cache.keep_vectors(self._db, model, rows)
                self._rows = None
            done += len(batch)
            yield done / len(wanted)

    def is_embedded(self, model: str) -> bool:
        """Return whether everything has an embedding of a model."""
        wanted = self._loaded().embedded
        with self._lock:
            return bool(wanted) and wanted.keys() <= cache.known_vector_digests(self._db, model)

    @property
    def lexicon(self) -> Lexicon:
        """How much each word tells, by the passages that there are."""
        return self._loaded().lexicon

    @property
    def passages(self) -> dict[int, Passage]:
        """Every passage by its number."""
        return self._loaded().passages

    def by_words(self, stems: Sequence[str], limit: int = MOST_FOUND) -> list[int]:
        """Return the numbers of passages that have any of some stems, the best first by BM25."""
        with self._lock:
            return (
                [number for number, _ in cache.find_words(self._db, stems, limit)] if stems else []
            )

    def by_meaning(self, question: Vectors, model: str) -> dict[int, Likeness]:
        """Return how near each passage that has an embedding of a model comes to a question's."""
        numbers, vectors = self._matrix(model)
        found: dict[int, Likeness] = {}
        if not numbers:
            return found
        # A passage's own row stands before those of what is asked about it.
        for number, cosine in zip(numbers, (vectors @ question).tolist(), strict=True):
            known = found.get(number)
            said = cosine if known is None else known.said
            asked = cosine if known is None else max(known.asked, cosine)
            found[number] = Likeness(said, asked)
        return found

    def _putting(self, texts: Sequence[Text]) -> Iterator[float]:
        with self._lock:
            known = cache.known_digests(self._db)
            gone = known.keys() - {text.key for text in texts}
            if gone:
                cache.remove(self._db, gone)
                self._kept = self._rows = None
        for number, text in enumerate(texts, 1):
            digest = cache.digest_of(text)
            if known.get(text.key) != digest:
                with self._lock:
                    cache.put(self._db, text, digest)
                    self._kept = self._rows = None
            yield number / len(texts)

    def _go_on_in_memory(self, error: sqlite3.Error) -> None:
        with self._lock:
            if self._path is None:
                raise error
            self._path = None
            self._db.close()
            self._db = cache.open_cache(None)
            self._kept = self._rows = None

    def _matrix(self, model: str) -> tuple[list[int], Vectors]:
        passages = self.passages
        with self._lock:
            if self._rows is None or self._rows[0] != model:
                known = cache.known_vectors(self._db, model)
                rows = [
                    (number, known[digest])
                    for number, passage in passages.items()
                    for digest in map(_digest, _embedded(passage))
                    if digest in known
                ]
                stacked = np.array(
                    [np.frombuffer(data, np.float16) for _, data in rows], np.float32
                )
                numbers = [number for number, _ in rows]
                width = stacked.shape[1] if rows else 0
                self._rows = (model, numbers, stacked.reshape(len(rows), width))
            return self._rows[1], self._rows[2]

    def _loaded(self) -> _Loaded:
        with self._lock:
            if self._kept is None:
                self._kept = _Loaded(dict(cache.all_passages(self._db)))
            return self._kept


class _Loaded:
    """The passages in memory, and what is counted over all of them."""

    def __init__(self, passages: dict[int, Passage]) -> None:
        self.passages = passages
        frequency: Counter[str] = Counter()
        for passage in passages.values():
            frequency.update(stems_of(passage))
        self.lexicon = Lexicon(max(1, len(passages)), dict(frequency))

    @cached_property
    def embedded(self) -> dict[str, str]:
        """Every text that stands for a passage, by what its embedding is kept under."""
        texts = chain.from_iterable(map(_embedded, self.passages.values()))
        return {_digest(text): text for text in texts}


@lru_cache(maxsize=4096)
def parts_of(passage: Passage) -> tuple[frozenset[str], ...]:
    """Return the stems of a passage's place, of its text, and of each thing asked about it."""
    texts = (passage.place, passage.text, *passage.asked)
    return tuple(frozenset(terms(text)) for text in texts)


def stems_of(passage: Passage) -> frozenset[str]:
    """Return all stems of a passage, of its place and of what is asked about it."""
    return frozenset().union(*parts_of(passage))


def _embedded(passage: Passage) -> Iterator[str]:
    """Yield what stands for a passage: itself, and what is known to be asked about it."""
    yield f"{passage.place}. {passage.text}"
    yield from passage.asked


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _texts(library: Library, documents: Path | None) -> Iterator[Text]:
    yield from library_texts(library)
    if documents is not None:
        yield from document_texts(documents)
