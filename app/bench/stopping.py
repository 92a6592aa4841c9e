"""How soon the engine is free again when what it does is stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter, sleep

from app.bench.prose import words
from app.bench.report import Figure, Goal, Row
from app.model.client import LocalEngine
from app.model.jobs import ReplyStream
from app.model.protocol import EngineState, Message, Prompt, Sampling

_USUALLY, _ALWAYS = Goal(300), Goal(1000, "p95")
MOST = 20
"""Of up to so many samples, what a row calls p95 is the worst."""
REPLY = 400
TOKENS_PER_WORD = 1.05
POLL = 0.0005


def works(engine: LocalEngine) -> bool:
    """Return whether the engine is doing a job."""
    return engine.state is EngineState.WORKING


def measure_stopping(engine: LocalEngine, tokens: int, times: int) -> Iterator[Row]:
    """Stop replies while they are written and prompts while they are read, at various moments.

    Parameters
    ----------
    tokens : int
        How long the prompts are, about.
    times : int
        How often each is stopped; at most 20 count.
    """
    times = min(times, MOST)
    story = "Tell a long story about a lighthouse keeper, with every detail."
    writing = [_stop_writing(engine, story, number) for number in range(times)]
    what = "until the engine is free, stopped while"
    missing = "every job was over before it could be stopped"
    yield from rows("engine.stop.writing", f"{what} a reply is written", writing, missing)
    text = words(0, round(tokens / TOKENS_PER_WORD))
    began = perf_counter()
    engine.score(asked(f"All of it.{text}"), [""])
    seconds = perf_counter() - began
    reading = [
        # The number comes first, so that nothing is known from the last time.
        _stop_reading(engine, f"{number}.{text}", (0.05 + 0.75 * number / times) * seconds)
        for number in range(times)
    ]
    read = f"{what} a prompt of {tokens:,} tokens is read"
    yield from rows("engine.stop.reading", read, reading, missing)


def rows(name: str, what: str, samples: Sequence[float | None], missing: str) -> Iterator[Row]:
    """Give a row for the usual case and one for the worst; None is a sample that was no case.

    Parameters
    ----------
    missing : str
        What is noted where there is no sample.
    """
    taken = [each for each in samples if each is not None]
    figure = Figure.of(taken) if taken else None
    note = "" if taken else missing
    for kind, goal in (("usual", _USUALLY), ("worst", _ALWAYS)):
        yield Row(
            f"{name}.{kind}",
            f"{what}: the {kind} case",
            "ms",
            figure,
            goal=goal,
            note=note,
        )


def asked(text: str) -> Prompt:
    """Return a prompt of one message."""
    return Prompt((Message("user", text),))


def _stop_writing(engine: LocalEngine, text: str, number: int) -> float | None:
    sampling = Sampling(max_tokens=REPLY, temperature=1.0, seed=number)
    stream = engine.generate(asked(text), sampling)
    for _ in range(2 + number % 3):
        if next(stream, None) is None:
            return None
    return _stop(engine, stream)


def _stop_reading(engine: LocalEngine, text: str, seconds: float) -> float | None:
    stream = engine.generate(asked(text), Sampling(max_tokens=1))
    sleep(seconds)
    return _stop(engine, stream)


def _stop(engine: LocalEngine, stream: ReplyStream) -> float | None:
    """Return the milliseconds until the engine can do something else; None if it could already."""
    if not works(engine):
        return None
    began = perf_counter()
    stream.cancel()
    while works(engine):
        sleep(POLL)
    return (perf_counter() - began) * 1000
