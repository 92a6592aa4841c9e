"""What every test may ask for: content, a study log, a small real model, a workspace."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.content.library import Library, Shelf
from app.paths import GUIDES, SEEDS, Paths

SMALL_MODEL = "smollm2-135m-instruct-q4_1.gguf"


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    now: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **units: float) -> None:
        self.now += timedelta(**units)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def library() -> Library:
    """Everything that ships."""
    return Library.load([Shelf(SEEDS, GUIDES)])


@pytest.fixture(scope="session")
def small_model() -> Path:
    """SmolLM2-135M, the model of the test suite; `make test` fetches it."""
    folder = os.environ.get("SEGUE_TEST_MODELS")
    path = Path(folder or "no folder") / SMALL_MODEL
    if not path.is_file():
        pytest.fail(f"{SMALL_MODEL} is not in SEGUE_TEST_MODELS={folder}; `make test` fetches it")
    return path


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the learner's real folders and choices."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SEGUE_DATA", str(home / "data"))
    monkeypatch.setenv("SEGUE_MODELS", str(home / "models"))
    monkeypatch.setenv("SEGUE_MODEL", "none")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(data=tmp_path / "data", models=tmp_path / "models")


@pytest.fixture
def make_paths(tmp_path: Path) -> Callable[[str], Paths]:
    return lambda name: Paths(data=tmp_path / name / "data", models=tmp_path / name / "models")
