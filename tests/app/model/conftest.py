"""What the tests of the engine share: one model in this process, and engines in their own."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.model.client import LocalEngine
from app.model.protocol import Message, Passage, Prompt

if TYPE_CHECKING:
    from app.model.llama import Model

# As for the engine process, and before any test module loads the library.
os.environ.setdefault("GOMP_SPINCOUNT", "1000")


_shared: list[Model] = []


@pytest.fixture(autouse=True)
def _next_test_is_not_stopped() -> Iterator[None]:
    """Wait for timers that stop the shared model, which may ring after what they were to stop."""
    yield
    for thread in threading.enumerate():
        if _shared and isinstance(thread, threading.Timer):
            thread.join()
    for model in _shared:
        model.context.abort.clear()


@pytest.fixture(scope="session")
def model(small_model: Path) -> Iterator[Model]:
    """Give the small model, loaded into the process of the tests."""
    from app.model import binding
    from app.model.llama import Model

    binding.start()
    model = Model(str(small_model), context_length=2048, threads=2)
    _shared.append(model)
    yield model
    _shared.remove(model)
    model.close()


@pytest.fixture
def make_engine(small_model: Path) -> Iterator[Callable[..., LocalEngine]]:
    """Give engines that are closed when the test ends."""
    engines: list[LocalEngine] = []

    def make(path: Path | None = None, **options: object) -> LocalEngine:
        engines.append(LocalEngine(path or small_model, **options))  # type: ignore[arg-type]
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()


@pytest.fixture(scope="session")
def engine(small_model: Path) -> Iterator[LocalEngine]:
    """Give an engine that has been loaded and survives the test."""
    with LocalEngine(small_model, context_length=8192) as engine:
        engine.load()
        yield engine


@pytest.fixture(scope="session")
def france() -> Prompt:
    """Give a question whose answer even a small model knows."""
    return Prompt(
        (
            Message("system", "You answer briefly and in English."),
            Message("user", "What is the capital of France?"),
        ),
        reply_start="The capital of France is",
    )


def _list_of(items: int) -> Prompt:
    text = " ".join(f"Item {number} is on the list." for number in range(items))
    return Prompt((Message("user", text),))


@pytest.fixture(scope="session")
def medium_prompt() -> Prompt:
    """Give about 350 tokens: two chunks, a second or two of reading."""
    return _list_of(35)


@pytest.fixture(scope="session")
def long_prompt() -> Prompt:
    """Give about 6000 tokens: many seconds of reading."""
    return _list_of(600)


def passage_of(answer: str, key_point: str = "Paris is the capital of France.") -> Passage:
    lead = f"Key point: {key_point}\n\nAnswer:"
    message = Message("user", f"{lead} {answer}")
    stretch = (len(lead), len(message.content))
    return Passage(Prompt((Message("system", "You grade."), message), "Grade:"), (stretch,))


@pytest.fixture(scope="session")
def make_passage() -> Callable[..., Passage]:
    """Give what makes an answer, and optionally a key point, into a passage to observe."""
    return passage_of
