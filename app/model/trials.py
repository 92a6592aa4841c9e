"""Running a loaded model under different options, for a measurement; in the engine process only."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import psutil

from app.model.binding import lib
from app.model.context import Context, load_model
from app.model.errors import EngineError
from app.model.layers import LayerTap
from app.model.memory import AbortedError, Memory
from app.model.options import RunOptions, usable_threads
from app.model.tuning import Found
from app.model.tuning_search import Outcome, OutOfTimeError, Search, Step, questions

# Enough for the longest sample, and for what is written after it.
_LENGTH = 1024
# Tokens that are read before anything is written.
_FIRST = 32
# Of how many layers one is computed where only ratios are wanted.
_PART = 4
# A copy of the weights must leave that much of the memory that is free to others.
_SHARE_FOR_A_COPY = 0.6
_TEXT = (
    "A model that is read on a processor is held up by arithmetic while it reads, since every "
    "weight is used for many tokens at once, and by memory while it writes, since every weight is "
    "fetched anew for each token. How many threads help with the one and the other depends on the "
    "number of cores, on whether all of them are alike, and on how wide the way to memory is."
)


@dataclass(eq=False)
class _Stage:
    """A memory of its own, with how many tokens of the text are in it."""

    memory: Memory
    tap: LayerTap | None
    read: int = 0


class ModelTrials:
    """Takes times of a model that is loaded, without touching what it has read for others.

    Every time is in seconds for one token, and each call may raise ``OutOfTimeError`` when the time
    is over, and ``AbortedError`` when it was ended.

    Parameters
    ----------
    context : Context
        Has the model, and the flag that ends a computation.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        text = context.vocabulary.tokens(_TEXT, special=False)
        self._tokens = list(islice(cycle(text), _LENGTH))
        trained = context.trained_length
        self._length = min(_LENGTH, trained) if trained > 0 else _LENGTH
        self._width: int = lib.llama_model_n_embd(context.model)
        # All layers are alike, so that a part of them tells which options are faster.
        self._some = max(lib.llama_model_n_layer(context.model) // _PART - 1, 0)
        self._stages: dict[tuple[object, ...], _Stage] = {}
        self._other_model: Any = None
        self.late = False
        """Whether the time is over, which ends what is being computed."""

    def read_some(self, options: RunOptions, tokens: int) -> float:
        """Read so many tokens at once, with the first layers only."""
        return self._read(self._stage(options, tapped=True), options.chunk, tokens)

    def read(self, options: RunOptions, tokens: int) -> float:
        """Read so many tokens at once."""
        return self._read(self._stage(options), options.chunk, tokens)

    def write(self, options: RunOptions, tokens: int) -> float:
        """Write so many tokens one by one, after some that were read."""
        stage = self._stage(options)
        start = stage.read
        if start + tokens > self._length:
            stage.memory.clear()
            start = stage.read = 0
        began = perf_counter()
        for _ in range(tokens):
            self._compute(stage, 1)
        taken = perf_counter() - began
        if stage.memory.forget(0, start):
            stage.read = start
        return taken / tokens

    def can_run(self, options: RunOptions) -> bool:
        """Return whether there is memory for it, and the model allows it."""
        if options.memory_map != self._context.options.memory_map and not self._has_room():
            return False
        try:
            self._stage(options)
        except EngineError:
            return False
        return True

    def settle_for(self, options: RunOptions) -> None:
        """Give back the memory that only other options need."""
        for key in [key for key in self._stages if key[1:] != _fixed(options)]:
            self._stages.pop(key).memory.close()
        if options.memory_map == self._context.options.memory_map:
            self._free_other_model()

    def close(self) -> None:
        """Give all memory back that was taken for the measurement."""
        for stage in self._stages.values():
            stage.memory.close()
        self._stages.clear()
        self._free_other_model()

    def _read(self, stage: _Stage, chunk: int, tokens: int) -> float:
        stage.memory.clear()
        stage.read = 0
        tokens = min(tokens, self._length)
        began = perf_counter()
        while stage.read < tokens:
            self._compute(stage, min(chunk, tokens - stage.read))
        return (perf_counter() - began) / tokens

    def _compute(self, stage: _Stage, count: int) -> None:
        part = range(stage.read, stage.read + count)
        rows = [(self._tokens[place], place, (0,)) for place in part]
        if stage.tap is not None:
            stage.tap.begin(count)
        try:
            with self._or_late():
                stage.memory.read(rows, outputs=() if stage.tap is not None else (count - 1,))
        except (AbortedError, OutOfTimeError):
            stage.memory.clear()
            stage.read = 0
            raise
        stage.read += count

    @contextmanager
    def _or_late(self) -> Iterator[None]:
        """Tell an end of the time from one that somebody asked for."""
        if self.late:
            raise OutOfTimeError
        try:
            yield
        except AbortedError:
            if self.late:
                raise OutOfTimeError from None
            raise

    def _stage(self, options: RunOptions, *, tapped: bool = False) -> _Stage:
        key = (tapped, *_fixed(options))
        stage = self._stages.get(key)
        if stage is None:
            tap = self._tap(options) if tapped else None
            stage = self._stages[key] = _Stage(self._memory(options, tap), tap)
            # The first computation pays for pages that were never touched.
            self._compute(stage, _FIRST)
        stage.memory.use_threads(options.threads, options.write_threads)
        return stage

    def _tap(self, options: RunOptions) -> LayerTap | None:
        try:
            tap = LayerTap(self._width, options.chunk)
        except EngineError:
            # Without it all layers are computed: it takes longer and tells the same.
            return None
        tap.choose([self._some])
        return tap

    def _memory(self, options: RunOptions, tap: LayerTap | None) -> Memory:
        return Memory(
            self._model(options),
            length=self._length,
            chunk=options.chunk,
            sequences=1,
            threads=options.threads,
            abort=self._context.abort,
            watch=None if tap is None else tap.callback,
            write_threads=options.write_threads,
            key_type=options.key_type,
        )

    def _model(self, options: RunOptions) -> Any:  # noqa: ANN401 (an opaque pointer)
        if options.memory_map == self._context.options.memory_map:
            return self._context.model
        if self._other_model is None:
            with self._or_late():
                self._other_model = load_model(
                    self._context.path,
                    repack=self._context.repack,
                    memory_map=options.memory_map,
                    progress=lambda _: None,
                    abort=self._context.abort,
                )
        return self._other_model

    def _free_other_model(self) -> None:
        if self._other_model is not None:
            lib.llama_model_free(self._other_model)
            self._other_model = None

    def _has_room(self) -> bool:
        """Return whether the weights can be in memory twice for a while."""
        size = Path(self._context.path).stat().st_size
        return size < _SHARE_FOR_A_COPY * psutil.virtual_memory().available


def _fixed(options: RunOptions) -> tuple[object, ...]:
    """Return what cannot be changed in a memory that is there; threads can."""
    return options.chunk, options.key_type, options.memory_map


def tune(context: Context, seconds: float, tell: Callable[[Step], None]) -> Found:
    """Measure how a loaded model is best run.

    Parameters
    ----------
    context : Context
        The model as it is loaded.
    seconds : float
        How long it may take; a computation that goes on then is broken off.
    tell : callable
        Told what is tried.

    Raises
    ------
    TooSlowError
        Not even a first look was possible in that time.
    AbortedError
        It was ended.
    EngineError
        There is no memory for it.
    """
    trials = ModelTrials(context)
    load = _OtherPrograms()
    timer = threading.Timer(seconds, _end, (trials, context))
    timer.daemon = True
    timer.start()
    try:
        # What cannot be changed in a model that is loaded is begun with.
        start = RunOptions(
            **{**RunOptions.usual().packed(), "memory_map": context.options.memory_map}
        )
        asked = questions(start, usable_threads())
        search = Search(trials, start, asked, seconds=seconds, clock=perf_counter)
        outcome = _followed(search, tell)
    finally:
        timer.cancel()
        trials.close()
    return Found(
        outcome.options,
        outcome.read_speed,
        outcome.write_speed,
        load.share(),
        outcome.comparisons,
    )


def _followed(search: Search, tell: Callable[[Step], None]) -> Outcome:
    steps = search.run()
    while True:
        try:
            tell(next(steps))
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome


def _end(trials: ModelTrials, context: Context) -> None:
    trials.late = True
    context.abort.set()


class _OtherPrograms:
    """How much of the processor others take from now on."""

    def __init__(self) -> None:
        self._began, self._own, self._all = perf_counter(), process_time(), _busy_seconds()

    def share(self) -> float:
        """Return the share, from 0 to 1."""
        passed = (perf_counter() - self._began) * (os.cpu_count() or 1)
        others = (_busy_seconds() - self._all) - (process_time() - self._own)
        return min(max(others / passed, 0.0), 1.0) if passed > 0 else 0.0


def _busy_seconds() -> float:
    """Return for how long all processors together have been at work since the machine started."""
    times = psutil.cpu_times()._asdict()
    resting = ("idle", "iowait", "guest", "guest_nice")
    return float(sum(value for name, value in times.items() if name not in resting))
