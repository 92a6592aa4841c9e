"""Real files of every kind, and a store in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.material.adding import add_file
from app.material.records import Document
from app.material.store import MaterialStore
from tests.conftest import Clock
from tests.helpers.papers import NOTES, make_paper


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "material"


@pytest.fixture
def store(folder: Path, clock: Clock) -> Iterator[MaterialStore]:
    with MaterialStore(folder, clock=clock) as store:
        yield store


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A Markdown file with definitions, numbers, causes and decisions in it."""
    path = tmp_path / "cache-notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return path


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper in two columns with headings, a running head, a caption and references."""
    return make_paper(tmp_path / "paper.pdf")


Add = Callable[[Path], Document]


@pytest.fixture
def add(store: MaterialStore) -> Add:
    def add_to_store(path: Path) -> Document:
        work = add_file(store, path)
        while True:
            try:
                next(work)
            except StopIteration as end:
                return end.value

    return add_to_store
