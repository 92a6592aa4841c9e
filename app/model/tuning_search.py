"""Which options to try, in which order, and what to believe of the times that are taken.

Other programs run meanwhile, so nothing is decided by one time: a choice and what it would replace
are run in turns until it is clear which of them is faster, or it does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from math import exp, log, sqrt
from statistics import fmean, median, stdev
from typing import Any, Literal, Protocol

from app.model.options import CHUNKS, RunOptions
from app.model.tuning import Comparison

By = Literal["read", "write", "both"]
Value = int | bool | str

GAIN = 0.97
"""Ratio of times from which on a choice counts as faster."""
COPY_GAIN = 0.95
"""The same for weights that are copied into memory, which takes it from other programs."""

_FEWEST_PAIRS, _MOST_PAIRS = 3, 7
# What is so much slower at once is given up: better ones are tried in that time.
_HOPELESS = 1.3
# Of Student's distribution, by the number of pairs, for an error in one of a hundred: what is taken
# is kept for long. What is given up wrongly is a small gain; one standard error is enough for that.
_STUDENT = {3: 6.96, 4: 4.54, 5: 3.75, 6: 3.36, 7: 3.14}
_LEAST_READ, _MOST_READ = 32, 512
_LEAST_WRITTEN, _MOST_WRITTEN = 4, 32
# Seconds that one run should take: long enough to be told from the clock's own noise.
_RUN = 0.25
# The share of the time that is kept for measuring what was chosen.
_LAST = 0.1


class OutOfTimeError(Exception):
    """The time for the measurement ended in the middle of a run."""


class TooSlowError(ValueError):
    """The time did not suffice to read and write even a few tokens."""

    def __init__(self) -> None:
        super().__init__("the model is too slow here to be measured in this time")


class Trials(Protocol):
    """Runs a model and takes the time; all that do so give seconds for one token."""

    def read_some(self, options: RunOptions, tokens: int) -> float:
        """Read with some of the layers only: all take the same, and so do the ratios."""

    def read(self, options: RunOptions, tokens: int) -> float:
        """Read so many tokens at once."""

    def write(self, options: RunOptions, tokens: int) -> float:
        """Write so many tokens one by one."""

    def can_run(self, options: RunOptions) -> bool:
        """Return whether there is memory for it, and the model allows it."""

    def settle_for(self, options: RunOptions) -> None:
        """Give back the memory that only other options need."""


@dataclass(frozen=True)
class Question:
    """One option, and what could be better than what it has.

    Attributes
    ----------
    option : str
        Field of `RunOptions`.
    values : tuple
        Tried together, against what the option has so far.
    by : str
        Which speed decides.
    share : float
        How much of the time that is left it may take.
    gain : float
        Ratio of times at which a value is taken.
    """

    option: str
    values: tuple[Value, ...]
    by: By
    share: float
    gain: float = GAIN


@dataclass(frozen=True)
class Step:
    """What is being tried, for whoever waits: the option, its value, and seconds since the start.

    With an empty option the model's speed is taken as such.
    """

    option: str
    value: Value
    seconds: float


@dataclass(frozen=True)
class Outcome:
    """What a search has come to; speeds are in tokens a second."""

    options: RunOptions
    read_speed: float
    write_speed: float
    comparisons: tuple[Comparison, ...]


def questions(start: RunOptions, usable: int) -> list[Question]:
    """Return what is worth trying, that with the largest gain to be expected first.

    Parameters
    ----------
    start : RunOptions
        What is usual.
    usable : int
        How many threads can run at once, the second ones of cores included.
    """
    cores = start.threads
    fewer = (cores * 3 // 4, cores // 2)
    return [
        # Second threads of cores help some processors; slow cores hold the fast ones up.
        Question("threads", _others(cores, (usable, *fewer)), "read", 0.5),
        Question("write_threads", _others(cores, (*reversed(fewer), usable)), "write", 0.5),
        Question("chunk", _others(start.chunk, CHUNKS), "read", 0.5),
        # A copy has to be worth its memory; to do without one, being as good is enough.
        Question(
            "memory_map",
            (not start.memory_map,),
            "both",
            0.65,
            COPY_GAIN if start.memory_map else 1 / COPY_GAIN,
        ),
        Question("key_type", ("q8_0",), "both", 1.0),
    ]


def _others(used: int, values: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(value for value in values if value not in (used, 0)))


class Search:
    """Looks for the best options within some seconds.

    Parameters
    ----------
    trials : Trials
        Runs the model.
    start : RunOptions
        Where to begin.
    asked : sequence of Question
        Answered one after the other, each with what was found before.
    seconds : float
        How long it may take, from now on.
    clock : callable
        Gives seconds.
    """

    def __init__(
        self,
        trials: Trials,
        start: RunOptions,
        asked: Sequence[Question],
        *,
        seconds: float,
        clock: Callable[[], float],
    ) -> None:
        self._trials = trials
        self._best = start
        self._asked = asked
        self._clock = clock
        self._began = clock()
        self._end = self._began + seconds
        self._last = seconds * _LAST
        # Seconds a token, as last seen; what a run will take is reckoned with them.
        self._some_time = self._read_time = self._write_time = 0.0
        self._told: list[Comparison] = []

    def run(self) -> Generator[Step, None, Outcome]:
        """Yield what is tried, and return what was found.

        Raises
        ------
        TooSlowError
            Not even a first look was possible in that time.
        """
        try:
            yield self._step("", "")
            self._look()
        except OutOfTimeError:
            raise TooSlowError from None
        try:
            for question in self._asked:
                yield from self._answer(question)
            yield self._step("", "")
            self._measure()
        except OutOfTimeError:
            # What is known by now is believed.
            pass
        return Outcome(self._best, 1 / self._read_time, 1 / self._write_time, tuple(self._told))

    def _look(self) -> None:
        """See how fast the model is, roughly; the first run, from a cold start, does not count."""
        for _ in range(2):
            self._read_time = self._trials.read(self._best, _LEAST_READ)
            self._write_time = self._trials.write(self._best, _LEAST_WRITTEN)
            self._some_time = self._trials.read_some(self._best, _LEAST_READ)

    def _measure(self) -> None:
        """See how fast the model is with what was chosen, as often as there is time."""
        written = _between(_LEAST_WRITTEN, _RUN / self._write_time, _MOST_WRITTEN)
        read = _between(_LEAST_READ, _RUN / self._read_time, _MOST_READ)
        read_times: list[float] = []
        write_times: list[float] = []
        while len(read_times) < _FEWEST_PAIRS:
            expected = read * self._read_time + written * self._write_time
            if self._clock() + expected > self._end:
                break
            read_times.append(self._trials.read(self._best, read))
            self._read_time = median(read_times)
            write_times.append(self._trials.write(self._best, written))
            self._write_time = median(write_times)

    def _answer(self, question: Question) -> Generator[Step, None, None]:
        left = self._end - self._last - self._clock()
        until = self._clock() + left * question.share
        candidates = {value: self._with(question.option, value) for value in question.values}
        ratios: dict[Value, list[float]] = {value: [] for value in candidates}
        running = self._affordable(question.by, candidates, until)
        try:
            for turn in range(_MOST_PAIRS):
                samples = self._samples([candidates[value] for value in running])
                expected = self._expected(question.by, samples, 1 + len(running))
                if not running or self._clock() + expected > until:
                    break
                # Forwards and backwards, so that a machine that becomes slower favours nobody.
                order: list[Value | None] = [None, *running]
                times: dict[Value | None, list[float]] = {}
                for value in order if turn % 2 == 0 else reversed(order):
                    options = self._best if value is None else candidates[value]
                    yield self._step(question.option, getattr(options, question.option))
                    times[value] = self._run(question.by, options, samples)
                for value in running:
                    ratios[value].append(_log_ratio(times[value], times[None]))
                running = [value for value in running if _is_open(ratios[value], question.gain)]
        finally:
            self._conclude(question, ratios)
            self._trials.settle_for(self._best)

    def _affordable(self, by: By, candidates: dict[Value, RunOptions], until: float) -> list[Value]:
        """Return what can be tried often enough to be believed; the first are the best bets."""
        running: list[Value] = []
        for value, options in candidates.items():
            tried = [*(candidates[each] for each in running), options]
            runs = _FEWEST_PAIRS * (1 + len(tried))
            if self._clock() + self._expected(by, self._samples(tried), runs) > until:
                break
            if self._trials.can_run(options):
                running.append(value)
        return running

    def _conclude(self, question: Question, ratios: dict[Value, list[float]]) -> None:
        """Take what is faster, if anything is, and note what was seen."""
        against = getattr(self._best, question.option)
        faster = {
            value: median(seen) for value, seen in ratios.items() if _is_faster(seen, question.gain)
        }
        chosen = min(faster, key=lambda value: faster[value]) if faster else None
        for value, seen in ratios.items():
            ratio = exp(median(seen)) if seen else None
            self._told.append(
                Comparison(question.option, value, against, ratio, len(seen), value == chosen)
            )
        if chosen is None:
            return
        self._best = self._with(question.option, chosen)
        # Until it is measured as a whole.
        gained = exp(faster[chosen])
        if question.by != "write":
            self._some_time *= gained
            self._read_time *= gained
        if question.by != "read":
            self._write_time *= gained

    def _run(self, by: By, options: RunOptions, samples: tuple[int, int]) -> list[float]:
        read, written = samples
        times = []
        if by != "write":
            times.append(self._trials.read_some(options, read))
        if by != "read":
            times.append(self._trials.write(options, written))
        return times

    def _samples(self, others: Sequence[RunOptions]) -> tuple[int, int]:
        """Return how many tokens to read and to write in one run."""
        read = _between(_LEAST_READ, _RUN / self._some_time, _MOST_READ)
        # Chunks can only be told apart where they are full.
        if any(other.chunk != self._best.chunk for other in others):
            read = max(self._best.chunk, *(other.chunk for other in others))
        return read, _between(_LEAST_WRITTEN, _RUN / self._write_time, _MOST_WRITTEN)

    def _expected(self, by: By, samples: tuple[int, int], runs: int) -> float:
        read, written = samples
        reading = read * self._some_time if by != "write" else 0.0
        writing = written * self._write_time if by != "read" else 0.0
        return (reading + writing) * runs

    def _with(self, option: str, value: Value) -> RunOptions:
        changed: dict[str, Any] = {option: value}
        return replace(self._best, **changed)

    def _step(self, option: str, value: Value) -> Step:
        return Step(option, value, self._clock() - self._began)


def _between(least: int, wanted: float, most: int) -> int:
    """Return a number of tokens; whole groups of 32 where it is large enough."""
    number = int(min(max(wanted, least), most))
    return number - number % 32 if number > 32 else number


def _log_ratio(times: Sequence[float], usual: Sequence[float]) -> float:
    """Return the logarithm of how much longer something took; the mean where two were taken."""
    return fmean(log(time / other) for time, other in zip(times, usual, strict=True))


def _is_open(seen: Sequence[float], gain: float) -> bool:
    """Return whether another pair could still decide something."""
    if len(seen) < _FEWEST_PAIRS:
        return min(seen) < log(_HOPELESS)
    low = fmean(seen) - stdev(seen) / sqrt(len(seen))
    return low < log(gain) and not _is_faster(seen, gain)


def _is_faster(seen: Sequence[float], gain: float) -> bool:
    """Return whether something is faster by as much as it has to be, and surely is faster."""
    if len(seen) < _FEWEST_PAIRS or median(seen) > log(gain):
        return False
    high = fmean(seen) + _STUDENT[len(seen)] * stdev(seen) / sqrt(len(seen))
    return high < max(log(gain), 0.0)
