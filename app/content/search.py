"""Full-text search over everything that can be read, quick enough to follow every key."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TypeVar

from sqlite_utils import Database

from app.content.cache_file import is_damage, remove_cache_file
from app.content.library import Library
from app.content.search_document import document_sources
from app.content.search_hit import Hit, Span, find
from app.content.search_query import parse_query
from app.content.search_source import HitKind, Source, library_sources
from app.content.search_store import (
    known_sources,
    open_index,
    removing,
    replacing,
    set_stamp,
)

__all__ = ["Hit", "HitKind", "SearchIndex", "Span"]

T = TypeVar("T")


class SearchIndex:
    """Finds words in a library and in documents of the learner's own.

    It may be brought up to date on one thread and searched on another: all statements go through
    one connection, and a lock is held for a batch of entries or for a search, never for longer.
    Until the first update it finds what an earlier run has left in the file.

    Parameters
    ----------
    path : Path, optional
        A file of its own, which may be deleted whenever nobody uses it. Without it, or where it
        cannot be used, the index is kept in memory.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = Lock()
        self._db = open_index(path)
        self._library: Library | None = None
        self._closed = False

    def update(self, library: Library, documents: Path | None = None) -> None:
        """Bring the index up to date; see :meth:`updating`."""
        for _ in self.updating(library, documents):
            pass

    def updating(
        self, library: Library, documents: Path | None = None
    ) -> Generator[float, None, None]:
        """Bring the index up to date step by step; what did not change is not touched.

        Parameters
        ----------
        documents : Path, optional
            Folder of Markdown and text files of the learner's own.

        Yields
        ------
        float
            Share of the work done, in [0, 1]. The generator may be closed after any step; the
            next update does the rest.
        """
        self._library = library
        sources = library_sources(library)
        if documents is not None:
            sources += document_sources(documents)
        while not self._closed:
            with suppress(_LostError):
                yield from self._work_through(self._db, sources)
                return

    def search(self, query: str, limit: int = 30, transition: str | None = None) -> list[Hit]:
        """Return what fits a query as it was typed, the best first; any text is a valid query.

        All words must be found; if that finds nothing, one suffices.

        Parameters
        ----------
        transition : str, optional
            Slug of the only transition to search; documents of the learner's own belong to none.
        """
        expressions = parse_query(query)
        if expressions is None or limit < 1:
            return []
        while not self._closed:
            with suppress(_LostError):
                return self._run(self._db, lambda db: find(db, expressions, limit, transition))
            self._put_library_back()
        return []

    def close(self) -> None:
        """Let go of the file; an update under way ends, and a search finds nothing any more."""
        with self._lock:
            self._closed = True
            self._db.close()

    def _work_through(self, db: Database, sources: Sequence[Source]) -> Iterator[float]:
        known = self._run(db, known_sources)
        for key in known.keys() - {source.key for source in sources}:
            yield from (0.0 for _ in self._steps(db, removing(db, key)))
        for number, source in enumerate(sources, 1):
            stamp, digest = known.get(source.key, ("", ""))
            if not digest or not stamp or source.stamp != stamp:
                for _ in self._renew(db, source, digest):
                    yield number / len(sources)

    def _renew(self, db: Database, source: Source, digest: str) -> Iterator[None]:
        """Index a source unless its content is the one that is indexed already."""
        content = source.content()
        if content is None:
            yield from self._steps(db, removing(db, source.key))
            return
        now = hashlib.sha256(content).hexdigest()
        if now != digest:
            entries = source.entries(content)
            work = replacing(db, source.key, source.stamp, now, entries)
            yield from self._steps(db, work)
        elif source.stamp:
            self._run(db, lambda db: set_stamp(db, source.key, source.stamp))
            yield

    def _steps(self, db: Database, work: Iterator[None]) -> Iterator[None]:
        """Do each step of some work with the lock held, and let go of it in between."""
        ended = object()
        while self._run(db, lambda _: next(work, ended)) is not ended:
            yield

    def _run(self, db: Database, work: Callable[[Database], T]) -> T:
        with self._lock:
            if self._closed or self._db is not db:
                raise _LostError
            try:
                return work(db)
            except sqlite3.Error as error:
                self._go_on_in_memory(error)
                raise _LostError from error

    def _go_on_in_memory(self, error: sqlite3.Error) -> None:
        """Begin anew without the file; a spoilt one is deleted, so that the next start has one."""
        if self._path is None:
            raise error
        path, self._path = self._path, None
        self._db.close()
        if is_damage(error):
            with suppress(OSError):
                remove_cache_file(path)
        self._db = open_index(None)

    def _put_library_back(self) -> None:
        """Index the library at once; documents follow with the next update."""
        with suppress(_LostError):
            for source in library_sources(self._library) if self._library is not None else ():
                for _ in self._renew(self._db, source, ""):
                    pass


class _LostError(Exception):
    """The index was closed or begun anew since the work at hand began."""
