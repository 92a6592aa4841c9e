"""How soon the engine is at a learner's job when it is busy in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from statistics import median
from time import perf_counter, sleep

from app.bench.prose import words
from app.bench.report import Row
from app.bench.stopping import MOST, POLL, REPLY, TOKENS_PER_WORD, asked, rows, works
from app.model.background import in_background
from app.model.client import LocalEngine
from app.model.errors import EngineError
from app.model.protocol import Engine, Sampling

_AT_IT = 0.3
"""Seconds for which work goes on in the background before it has to make room, at most."""


def measure_yielding(engine: LocalEngine, tokens: int, times: int) -> Iterator[Row]:
    """Ask for a first word while the engine writes, and while it reads, in the background.

    What the same takes when nothing is done in the background is taken off.

    Parameters
    ----------
    tokens : int
        How long the prompts are that are read in the background, about.
    times : int
        How often each is interrupted; at most 20 count.
    """
    times = min(times, MOST)
    behind = in_background(engine)
    text = words(0, round(tokens / TOKENS_PER_WORD))
    alone = median([_first_word(engine, number) for number in range(times)])

    def write(number: int) -> object:
        sampling = Sampling(max_tokens=REPLY, temperature=1.0, seed=number)
        return list(behind.generate(asked("Tell a long story about a lighthouse."), sampling))

    def read(number: int) -> object:
        # The number comes first, so that nothing is known from the last time.
        return behind.score(asked(f"{number}.{text}"), [""])

    works_behind: tuple[tuple[str, str, Callable[[int], object]], ...] = (
        ("writing", "a reply is written", write),
        ("reading", f"a prompt of {tokens:,} tokens is read", read),
    )
    for name, what, work in works_behind:
        samples = [
            _interrupted(engine, behind, work, number, number / times * _AT_IT)
            for number in range(times)
        ]
        yield from rows(
            f"engine.yield.{name}",
            f"longer until a first word, while in the background {what}",
            [None if each is None else each - alone for each in samples],
            "every job was over before somebody else came",
        )


def _first_word(engine: LocalEngine, number: int) -> float:
    """Return the milliseconds until a short question has the first word of its answer."""
    stream = engine.generate(asked(f"Say hello to guest {number}."), Sampling(max_tokens=1))
    began = perf_counter()
    for _ in stream:
        pass
    return (perf_counter() - began) * 1000


def _interrupted(
    engine: LocalEngine,
    behind: Engine,
    work: Callable[[int], object],
    number: int,
    seconds: float,
) -> float | None:
    """Return what a first word takes while something is done; None if it was over before."""
    with ThreadPoolExecutor(1) as elsewhere:
        busy: Future[object] = elsewhere.submit(work, number)
        while not works(engine) and not busy.done():
            sleep(POLL)
        sleep(seconds)
        was_busy = works(engine)
        taken = _first_word(engine, number)
        behind.cancel()
        with suppress(EngineError):
            busy.result()
        # Whoever waited is told at once; the computation ends a little later.
        while works(engine):
            sleep(POLL)
    return taken if was_busy else None
