"""A small benchmark: everything in a folder that is thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bench.learner import Subject
from app.bench.registry import Bench
from app.content.library import Library
from app.paths import Paths


@pytest.fixture
def said() -> list[str]:
    """What a benchmark says while it runs."""
    return []


@pytest.fixture
def bench(tmp_path: Path, said: list[str]) -> Bench:
    return Bench(Paths(tmp_path / "data", tmp_path / "models"), tmp_path, True, said.append)


@pytest.fixture
def subjects(library: Library) -> list[Subject]:
    """What ships, and a second transition of its size."""
    transition = next(iter(library.transitions.values()))
    return Subject.of(transition, library.key_points(transition.slug), 2)
