"""The search finds what is faster, is not taken in by noise, and ends in time."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from app.model.options import RunOptions
from app.model.tuning_search import (
    Outcome,
    OutOfTimeError,
    Search,
    Step,
    TooSlowError,
    questions,
)

USUAL = RunOptions(4, 4)
Factor = Callable[[RunOptions], float]


@dataclass
class Machine:
    """A machine whose times are known, with a clock that goes on while it works.

    Attributes
    ----------
    read_speed, write_speed : float
        Tokens a second with the usual options.
    reading, writing : callable
        By how much longer reading and writing take with others.
    noise : float
        Spread of the times.
    until : float
        When a computation that goes on is broken off.
    """

    read_speed: float = 250.0
    write_speed: float = 20.0
    reading: Factor = lambda _: 1.0
    writing: Factor = lambda _: 1.0
    noise: float = 0.0
    impossible: Factor = lambda _: False
    until: float = 1e9
    now: float = 100.0
    rng: random.Random = field(default_factory=lambda: random.Random(3))
    ran: list[RunOptions] = field(default_factory=list)
    settled: RunOptions = USUAL

    def clock(self) -> float:
        return self.now

    def read_some(self, options: RunOptions, tokens: int) -> float:
        return self._take(options, tokens, self.reading(options) / self.read_speed / 4)

    def read(self, options: RunOptions, tokens: int) -> float:
        return self._take(options, tokens, self.reading(options) / self.read_speed)

    def write(self, options: RunOptions, tokens: int) -> float:
        return self._take(options, tokens, self.writing(options) / self.write_speed)

    def can_run(self, options: RunOptions) -> bool:
        return not self.impossible(options)

    def settle_for(self, options: RunOptions) -> None:
        self.settled = options

    def _take(self, options: RunOptions, tokens: int, seconds: float) -> float:
        self.ran.append(options)
        seconds *= 1 + self.noise * abs(self.rng.gauss(0, 1))
        self.now += tokens * seconds
        if self.now > self.until:
            self.now = self.until
            raise OutOfTimeError
        return seconds


def search(
    machine: Machine, *, start: RunOptions = USUAL, usable: int = 8, told: list[Step] | None = None
) -> Outcome:
    """Run a search of 20 seconds to its end."""
    asked = questions(start, usable)
    steps = Search(machine, start, asked, seconds=20.0, clock=machine.clock).run()
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
        if told is not None:
            told.append(step)


def test_where_nothing_is_faster_all_stays_as_usual() -> None:
    outcome = search(Machine())
    assert outcome.options == USUAL
    assert outcome.read_speed == pytest.approx(250.0)
    assert outcome.write_speed == pytest.approx(20.0)
    assert not any(each.chosen for each in outcome.comparisons)


@pytest.mark.parametrize(
    ("machine", "found"),
    [
        # Second threads of cores that help with arithmetic, and more than get to memory at once.
        (
            Machine(
                reading=lambda o: {8: 0.8}.get(o.threads, 1.0),
                writing=lambda o: {2: 0.85}.get(o.write_threads, 1.0),
            ),
            RunOptions(8, 2),
        ),
        (Machine(reading=lambda o: 0.9 if o.chunk == 512 else 1.0), RunOptions(4, 4, chunk=512)),
        (
            Machine(
                reading=lambda o: 1.0 if o.memory_map else 0.93,
                writing=lambda o: 1.0 if o.memory_map else 0.93,
            ),
            RunOptions(4, 4, memory_map=False),
        ),
        (
            Machine(writing=lambda o: 0.9 if o.key_type == "q8_0" else 1.0),
            RunOptions(4, 4, key_type="q8_0"),
        ),
    ],
)
def test_what_is_faster_is_found(machine: Machine, found: RunOptions) -> None:
    outcome = search(machine)
    assert outcome.options == found
    assert outcome.read_speed == pytest.approx(250.0 / machine.reading(found))
    assert outcome.write_speed == pytest.approx(20.0 / machine.writing(found))


def test_a_copy_of_the_weights_has_to_be_worth_its_memory() -> None:
    machine = Machine(
        reading=lambda o: 1.0 if o.memory_map else 0.96,
        writing=lambda o: 1.0 if o.memory_map else 0.96,
    )
    assert search(machine).options.memory_map


def test_a_copy_that_is_no_faster_is_given_up() -> None:
    copied = RunOptions(4, 4, memory_map=False)
    machine = Machine()
    assert search(machine, start=copied).options == USUAL


@pytest.mark.parametrize(("noise", "most"), [(0.02, 4), (0.05, 12), (0.15, 40)])
def test_noise_alone_rarely_changes_anything(noise: float, most: int) -> None:
    changed = [
        search(Machine(noise=noise, rng=random.Random(seed))).options != USUAL
        for seed in range(200)
    ]
    assert sum(changed) <= most


def test_through_noise_a_real_gain_is_found() -> None:
    found = [
        search(
            Machine(
                noise=0.05,
                rng=random.Random(seed),
                reading=lambda o: 0.75 if o.threads == 8 else 1.0,
            )
        ).options.threads
        for seed in range(100)
    ]
    assert found.count(8) >= 90


def test_a_machine_that_becomes_slower_favours_nobody() -> None:
    @dataclass
    class Heating(Machine):
        def _take(self, options: RunOptions, tokens: int, seconds: float) -> float:
            return super()._take(options, tokens, seconds * (1 + (self.now - 100.0) / 40))

    assert search(Heating()).options == USUAL


def test_what_is_hopeless_is_not_tried_for_long() -> None:
    machine = Machine(reading=lambda o: 1.9 if o.threads == 2 else 1.0)
    search(machine)
    assert sum(options.threads == 2 for options in machine.ran) == 1


@pytest.mark.parametrize("speed", [(4000.0, 300.0), (250.0, 20.0), (60.0, 6.0), (12.0, 2.0)])
def test_it_ends_in_time_on_any_machine(speed: tuple[float, float]) -> None:
    machine = Machine(read_speed=speed[0], write_speed=speed[1])
    outcome = search(machine)
    assert machine.now - 100.0 <= 20.0
    assert outcome.options == USUAL
    assert outcome.read_speed == pytest.approx(speed[0])


def test_a_slow_machine_tries_what_promises_most() -> None:
    machine = Machine(read_speed=40.0, write_speed=4.0)
    tried = {each.option for each in search(machine, usable=4).comparisons if each.pairs}
    assert "threads" in tried
    assert "memory_map" not in tried


def test_what_was_not_tried_is_told() -> None:
    machine = Machine(impossible=lambda o: not o.memory_map)
    (copy,) = [each for each in search(machine).comparisons if each.option == "memory_map"]
    assert (copy.ratio, copy.pairs, copy.chosen) == (None, 0, False)


def test_broken_off_in_the_middle_it_believes_what_it_knows() -> None:
    machine = Machine(until=104.0, reading=lambda o: 0.8 if o.threads == 8 else 1.0)
    outcome = search(machine)
    assert machine.now == 104.0
    assert outcome.options.threads == 8
    assert outcome.read_speed == pytest.approx(250.0 / 0.8, rel=0.01)


def test_a_model_that_is_too_slow_is_told_so() -> None:
    with pytest.raises(TooSlowError, match="too slow here"):
        search(Machine(read_speed=0.5, until=120.0))


def test_it_says_what_it_tries() -> None:
    machine = Machine()
    steps: list[Step] = []
    search(machine, told=steps)
    assert (steps[0], steps[-1].option) == (Step("", "", 0.0), "")
    told = list(dict.fromkeys(step.option for step in steps))
    assert told == ["", "threads", "write_threads", "chunk", "memory_map", "key_type"]
    assert [step.seconds for step in steps] == sorted(step.seconds for step in steps)


def test_few_cores_leave_little_to_try() -> None:
    asked = questions(RunOptions(1, 1), 1)
    assert [question.values for question in asked] == [(), (), (512,), (False,), ("q8_0",)]
    assert questions(RunOptions(2, 2), 2)[0].values == (1,)
    assert questions(RunOptions(6, 6), 12)[0].values == (12, 4, 3)
