"""Small benchmarks, sessions that were held, and a display where one can be made."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bench.anki import NotMeasuredError
from app.bench.registry import Bench
from app.paths import Paths
from tests.helpers.gguf_file import gguf, number, string
from ui.bench.display import display
from ui.bench.sessions import Memory, Session
from ui.bench.x11 import DisplayError, Screen

MEGABYTE = 1_000_000


@pytest.fixture
def said() -> list[str]:
    """What a benchmark says while it runs."""
    return []


@pytest.fixture
def bench(tmp_path: Path, said: list[str]) -> Bench:
    """A benchmark that is to compare with an Anki that is none: a Python without it."""
    paths = Paths(tmp_path / "data", tmp_path / "models")
    return Bench(paths, tmp_path / "cache", True, said.append, Path(sys.executable))


@pytest.fixture(scope="session")
def shown_on() -> Iterator[str]:
    """The name of a display; the test is left out where there can be none."""
    try:
        with display() as name:
            Screen(name).__exit__(None, None, None)
            yield name
    except (NotMeasuredError, DisplayError) as error:
        pytest.skip(str(error))


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session as it might go, with a model of ten megabytes and 512 bytes of cache a token."""
    header = gguf(
        string("general.architecture", "llama"),
        number("llama.block_count", 2),
        number("llama.context_length", 8192),
        number("llama.embedding_length", 64),
        number("llama.attention.head_count", 1),
    )
    file = tmp_path / "ten.gguf"
    file.write_bytes(header.ljust(10 * MEGABYTE, b"\0"))
    return Session(
        model="Ten",
        file=file,
        context=4096,
        grades=True,
        at_work=0.71,
        cores=1.9,
        p99=12.0,
        longest=48.0,
        nexts=(18.0, 31.0),
        window=Memory(130 * MEGABYTE, 120 * MEGABYTE),
        engine=Memory(11 * MEGABYTE, None),
    )
