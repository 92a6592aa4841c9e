"""Two engines as one: one writes, the other reads, and steps in where the first is away."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Self
from weakref import WeakSet

from app.model.background import in_background
from app.model.errors import Cause, EngineError
from app.model.protocol import (
    Activations,
    Engine,
    EngineInfo,
    Passage,
    Prompt,
    Sampling,
    Scored,
    Stream,
)

_REST = 30.0
_LONGEST_REST = 1800.0


class PairedEngine:
    """An ``app.model.background.YieldingEngine`` whose replies are another engine's.

    Grading stays what it was: everything that is observed or scored, and so every certificate,
    belongs to the reader. When the writer fails before the first piece of a reply, the reader
    writes it, and goes on writing until the writer has rested.

    Parameters
    ----------
    writer : Engine
        Writes replies.
    reader : Engine
        Observes and scores.
    rest : float
        Seconds for which a writer that failed is not asked again; twice as long each time that it
        fails once more, up to half an hour.
    clock : callable
        A clock in seconds that never goes back.
    """

    def __init__(
        self,
        writer: Engine,
        reader: Engine,
        *,
        rest: float = _REST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._writer = writer
        self._reader = reader
        self._rest = rest
        self._clock = clock
        self._lock = threading.Lock()
        self._asked_from = -math.inf
        self._failures = 0
        self._wrote = ""
        self._behind: WeakSet[_Reply] = WeakSet()

    def generate(
        self,
        prompt: Prompt,
        sampling: Sampling,
        schema: Mapping[str, object] | None = None,
        *,
        background: bool = False,
    ) -> _Reply:
        """Write a reply; with a JSON ``schema`` the reply is JSON of that shape."""

        def begin(engine: Engine) -> Stream:
            return _seen(engine, background).generate(prompt, sampling, schema)

        reply = _Reply(self, begin)
        if background:
            with self._lock:
                self._behind.add(reply)
        return reply

    def score(
        self, prefix: Prompt, continuations: Sequence[str], *, background: bool = False
    ) -> list[Scored]:
        """Tell how likely the reader finds each continuation.

        Raises
        ------
        EngineError
            There is no answer; the cause says why.
        """
        return _seen(self._reader, background).score(prefix, continuations)

    def prefill(self, prefix: Prompt) -> None:
        """Hint to the writer that a prompt will be used soon; returns at once."""
        self._writer.prefill(prefix)

    def observe(
        self, passages: Sequence[Passage], depths: Sequence[float], *, background: bool = False
    ) -> list[Activations]:
        """Tell what layers of the reader give out for passages.

        Raises
        ------
        EngineError
            There is no answer; the cause says why.
        """
        return _seen(self._reader, background).observe(passages, depths)

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float]) -> None:
        """Hint to the reader that passages will be observed soon; returns at once."""
        self._reader.prepare(passages, depths)

    def info(self) -> EngineInfo:
        """Describe the reader, and name the model that wrote last; never waits."""
        with self._lock:
            return replace(self._reader.info(), writer=self._wrote)

    def cancel(self) -> None:
        """End whatever runs now in either engine, at once."""
        self._writer.cancel()
        self._reader.cancel()

    def cancel_background(self) -> None:
        """End what is done in the background, and what waits for that, in either engine."""
        with self._lock:
            replies = list(self._behind)
        # One by one, as a server does not tell what is done in the background from the rest.
        for reply in replies:
            reply.cancel()
        in_background(self._reader).cancel()

    def close(self) -> None:
        """End both engines; a second call does nothing."""
        self._writer.close()
        self._reader.close()

    def _choose(self) -> Engine:
        """Return the engine to begin a reply with."""
        with self._lock:
            resting = self._clock() < self._asked_from
        return self._reader if resting else self._writer

    def _step_in(self, engine: Engine, error: EngineError) -> Engine | None:
        """Return who is to write instead of an engine that failed; None if nobody is."""
        if engine is self._reader or error.cause is Cause.CANCELLED:
            return None
        if error.cause is not Cause.PROMPT_TOO_LONG:
            with self._lock:
                rest = min(self._rest * 2**self._failures, _LONGEST_REST)
                self._asked_from = self._clock() + rest
                self._failures += 1
        return self._reader

    def _note(self, engine: Engine) -> None:
        """Take note of who writes."""
        name = engine.info().written_by
        with self._lock:
            self._wrote = name
            if engine is self._writer:
                self._failures = 0


def _seen(engine: Engine, background: bool) -> Engine:
    return in_background(engine) if background else engine


class _Reply:
    """The pieces of one reply, whoever writes it."""

    def __init__(self, pair: PairedEngine, begin: Callable[[Engine], Stream]) -> None:
        self._pair = pair
        self._begin = begin
        self._lock = threading.Lock()
        self._cancelled = False
        self._shown = False
        self._engine = pair._choose()
        self._stream = begin(self._engine)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        """Wait for the next piece.

        Raises
        ------
        EngineError
            The reply failed; with ``CANCELLED`` once it was cancelled.
        """
        try:
            piece = next(self._stream)
        except EngineError as error:
            if self._shown or not self._change(error):
                raise
            piece = next(self._stream)
        if not self._shown:
            self._shown = True
            self._pair._note(self._engine)
        return piece

    def cancel(self) -> None:
        """End the reply at once."""
        with self._lock:
            self._cancelled = True
            stream = self._stream
        stream.cancel()

    def _change(self, error: EngineError) -> bool:
        """Begin again with the other engine, if it is to step in; return whether it is."""
        engine = self._pair._step_in(self._engine, error)
        if engine is None:
            return False
        with self._lock:
            if self._cancelled:
                raise EngineError(Cause.CANCELLED)
            self._engine = engine
            self._stream = self._begin(engine)
        return True
