"""How soon the engine is at a learner's job when it is busy in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from statistics import median
from time import perf_counter, sleep

from app.bench.prose import words
from app.bench.report import Figure, Goal, Row
from app.bench.stopping import works
from app.model.background import in_background
from app.model.client import LocalEngine
from app.model.errors import EngineError
from app.model.protocol import Engine, Message, Prompt, Sampling

_USUALLY, _ALWAYS = Goal(300), Goal(1000, "p95")
_MOST = 20
"""Of up to so many samples, what a row calls p95 is the worst."""
_REPLY = 400
_TOKENS_PER_WORD = 1.05
_AT_IT = 0.3
"""Seconds for which work goes on in the background before it has to make room, at most."""
_POLL = 0.0005


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
    times = min(times, _MOST)
    behind = in_background(engine)
    text = words(0, round(tokens / _TOKENS_PER_WORD))
    alone = median([_first_word(engine, number) for number in range(times)])

    def write(number: int) -> object:
        sampling = Sampling(max_tokens=_REPLY, temperature=1.0, seed=number)
        return list(behind.generate(_asked("Tell a long story about a lighthouse."), sampling))

    def read(number: int) -> object:
        # The number comes first, so that nothing is known from the last time.
        return behind.score(_asked(f"{number}.{text}"), [""])

    works_behind: tuple[tuple[str, str, Callable[[int], object]], ...] = (
        ("writing", "a reply is written", write),
        ("reading", f"a prompt of {tokens:,} tokens is read", read),
    )
    for name, what, work in works_behind:
        samples = [
            _interrupted(engine, behind, work, number, number / times * _AT_IT)
            for number in range(times)
        ]
        yield from _rows(name, what, [each - alone for each in samples if each is not None])


def _rows(name: str, what: str, taken: list[float]) -> Iterator[Row]:
    figure = Figure.of(taken) if taken else None
    note = "" if taken else "every job was over before somebody else came"
    for kind, goal in (("usual", _USUALLY), ("worst", _ALWAYS)):
        yield Row(
            f"engine.yield.{name}.{kind}",
            f"longer until a first word, while in the background {what}: the {kind} case",
            "ms",
            figure,
            goal=goal,
            note=note,
        )


def _asked(text: str) -> Prompt:
    return Prompt((Message("user", text),))


def _first_word(engine: LocalEngine, number: int) -> float:
    """Return the milliseconds until a short question has the first word of its answer."""
    stream = engine.generate(_asked(f"Say hello to guest {number}."), Sampling(max_tokens=1))
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
            sleep(_POLL)
        sleep(seconds)
        was_busy = works(engine)
        taken = _first_word(engine, number)
        behind.cancel()
        with suppress(EngineError):
            busy.result()
        # Whoever waited is told at once; the computation ends a little later.
        while works(engine):
            sleep(_POLL)
    return taken if was_busy else None
