"""Work in the background makes room at once, is done all the same, and takes no processor."""

from __future__ import annotations

import itertools
import os
import platform
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import pytest

from app.model.background import BackgroundEngine, in_background
from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.model.protocol import Activations, Engine, EngineState, Passage, Prompt, Sampling
from tests.helpers.scripted_engine import ScriptedEngine

pytestmark = pytest.mark.engine

MakePassage = Callable[..., Passage]
DEPTHS = (0.5, 0.8)
LINUX = pytest.mark.skipif(platform.system() != "Linux", reason="threads have priorities there")
LONG = Sampling(max_tokens=150, temperature=1.0, seed=7)


@pytest.fixture
def behind(engine: LocalEngine) -> Engine:
    return in_background(engine)


@pytest.fixture
def elsewhere() -> Iterator[ThreadPoolExecutor]:
    """Give other threads to wait in."""
    with ThreadPoolExecutor(4) as pool:
        yield pool


_numbers = itertools.count()


def long_passages(make_passage: MakePassage, count: int = 3) -> list[Passage]:
    """Give what takes about a second to read, as none of it was read before."""
    texts = []
    for _ in range(count):
        number = next(_numbers)
        texts.append(" ".join(f"{number} {i} of many." for i in range(25)))
    return [make_passage(text, key_point=text[:20]) for text in texts]


def begin(
    engine: LocalEngine, elsewhere: ThreadPoolExecutor, work: Callable[[], object]
) -> Future[object]:
    """Begin something in another thread, and wait until the engine is at it."""
    wait_for(lambda: engine.state is EngineState.READY)
    future: Future[object] = elsewhere.submit(work)
    wait_for(lambda: engine.state is EngineState.WORKING)
    return future


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_it_gives_what_is_given_in_front(
    engine: LocalEngine, behind: Engine, france: Prompt, make_passage: MakePassage
) -> None:
    assert isinstance(behind, BackgroundEngine)
    assert behind.score(france, [" Paris", " Rome"]) == engine.score(france, [" Paris", " Rome"])
    greedy = Sampling(max_tokens=8, temperature=0.0)
    assert "".join(behind.generate(france, greedy)) == "".join(engine.generate(france, greedy))
    (one,) = behind.observe([make_passage(" Paris.")], DEPTHS)
    (other,) = engine.observe([make_passage(" Paris.")], DEPTHS)
    np.testing.assert_array_equal(one.last, other.last)
    assert behind.info() == engine.info()


def test_what_somebody_waits_for_does_not_wait_for_it(
    engine: LocalEngine,
    behind: Engine,
    elsewhere: ThreadPoolExecutor,
    france: Prompt,
    make_passage: MakePassage,
) -> None:
    passages = long_passages(make_passage)
    reading = begin(engine, elsewhere, lambda: behind.observe(passages, DEPTHS))

    engine.score(france, [" Paris", " Rome"])
    assert not reading.done()

    seen = reading.result(60)
    assert isinstance(seen, list)
    assert [type(each) for each in seen] == [Activations] * len(passages)


def test_what_is_broken_off_gives_the_same_in_the_end(
    engine: LocalEngine,
    behind: Engine,
    elsewhere: ThreadPoolExecutor,
    france: Prompt,
) -> None:
    alone = "".join(behind.generate(france, LONG))
    writing = begin(engine, elsewhere, lambda: "".join(behind.generate(france, LONG)))
    engine.score(france, [" Paris", " Rome"])
    assert not writing.done()
    engine.score(france, [" Lyon", " Rome"])
    assert writing.result(60) == alone


def test_nothing_of_a_reply_is_given_out_before_all_of_it_is_there(
    engine: LocalEngine, behind: Engine, france: Prompt
) -> None:
    pieces = behind.generate(france, LONG)
    first = next(pieces)
    wait_for(lambda: engine.state is EngineState.READY)
    assert first + "".join(pieces) == "".join(engine.generate(france, LONG))


def test_reading_ahead_for_the_learner_goes_first(
    engine: LocalEngine,
    behind: Engine,
    elsewhere: ThreadPoolExecutor,
    make_passage: MakePassage,
) -> None:
    typed = [make_passage(" Half an answer that is being typed")]
    passages = long_passages(make_passage)
    reading = begin(engine, elsewhere, lambda: behind.observe(passages, DEPTHS))
    engine.prepare(typed, DEPTHS)
    time.sleep(0.5)
    assert not reading.done()
    (seen,) = engine.observe(typed, DEPTHS)
    assert seen.read == 0
    reading.result(60)


def test_cancelling_it_ends_what_runs_and_what_waits_and_nothing_else(
    engine: LocalEngine,
    behind: Engine,
    elsewhere: ThreadPoolExecutor,
    france: Prompt,
    make_passage: MakePassage,
) -> None:
    passages = long_passages(make_passage)
    reading = begin(engine, elsewhere, lambda: behind.observe(passages, DEPTHS))
    waiting = elsewhere.submit(lambda: behind.score(france, [" Paris"]))
    time.sleep(0.1)
    behind.cancel()
    for future in (reading, waiting):
        error = future.exception(10)
        assert isinstance(error, EngineError)
        assert error.cause is Cause.CANCELLED

    wanted = elsewhere.submit(lambda: engine.score(france, [" Paris", " Rome"]))
    behind.cancel()
    assert len(wanted.result(60)) == 2


def test_one_that_made_room_can_still_be_cancelled(
    engine: LocalEngine,
    behind: Engine,
    elsewhere: ThreadPoolExecutor,
    long_prompt: Prompt,
    make_passage: MakePassage,
) -> None:
    passages = long_passages(make_passage)
    reading = begin(engine, elsewhere, lambda: behind.observe(passages, DEPTHS))
    writing = elsewhere.submit(lambda: list(engine.generate(long_prompt, LONG)))
    time.sleep(0.2)
    behind.cancel()
    error = reading.exception(10)
    assert isinstance(error, EngineError)
    assert error.cause is Cause.CANCELLED
    assert not writing.done()
    engine.cancel()
    writing.exception(10)


def test_a_process_that_dies_meanwhile_loses_nothing(
    engine: LocalEngine,
    behind: Engine,
    elsewhere: ThreadPoolExecutor,
    make_passage: MakePassage,
) -> None:
    passages = long_passages(make_passage)
    reading = begin(engine, elsewhere, lambda: behind.observe(passages, DEPTHS))
    assert engine.pid is not None
    psutil.Process(engine.pid).kill()
    assert isinstance(reading.result(60), list)


def test_whoever_waits_is_told_when_the_engine_is_closed(
    small_model: Path, elsewhere: ThreadPoolExecutor, make_passage: MakePassage
) -> None:
    engine = LocalEngine(small_model)
    engine.load()
    behind = in_background(engine)
    passages = long_passages(make_passage)
    reading = begin(engine, elsewhere, lambda: behind.observe(passages, DEPTHS))
    engine.close()
    error = reading.exception(10)
    assert isinstance(error, EngineError)
    assert error.cause is Cause.CLOSED


@pytest.mark.parametrize("doing", ["reading", "writing"])
def test_what_somebody_waits_for_begins_at_once(
    doing: str,
    engine: LocalEngine,
    behind: Engine,
    elsewhere: ThreadPoolExecutor,
    france: Prompt,
    long_prompt: Prompt,
) -> None:
    def work() -> object:
        if doing == "reading":
            return behind.score(long_prompt, [" Paris"])
        # A reply that cannot end before it has all of this.
        return list(behind.generate(france, replace(LONG, max_tokens=500), {"const": "yes " * 400}))

    busy = begin(engine, elsewhere, work)
    time.sleep(0.3)
    began = time.monotonic()
    next(engine.generate(france, Sampling(max_tokens=4)))
    taken = time.monotonic() - began
    assert not busy.done()
    behind.cancel()
    busy.exception(10)
    # On a quiet machine it is a tenth of this; `segue bench engine.yield` takes the figure.
    assert taken < 1.5


@LINUX
def test_its_threads_have_a_low_priority_and_those_of_others_the_usual_one(
    engine: LocalEngine,
    behind: Engine,
    elsewhere: ThreadPoolExecutor,
    france: Prompt,
    make_passage: MakePassage,
) -> None:
    mine = os.getpriority(os.PRIO_PROCESS, 0)

    def busy() -> tuple[float, float]:
        """Return the seconds that threads of the usual and of a low priority have computed."""
        assert engine.pid is not None
        seconds = {False: 0.0, True: 0.0}
        for each in psutil.Process(engine.pid).threads():
            seconds[os.getpriority(os.PRIO_PROCESS, each.id) > mine] += each.user_time
        return seconds[False], seconds[True]

    engine.score(france, [" Paris", " Rome"])
    usual, low = busy()
    behind.observe(long_passages(make_passage, 2), DEPTHS)
    usual_now, low_now = busy()
    assert low_now - low > 0.05
    assert low_now - low > 5 * (usual_now - usual)

    engine.observe(long_passages(make_passage, 4), DEPTHS)
    usual, low = usual_now, low_now
    usual_now, low_now = busy()
    assert usual_now - usual > 5 * (low_now - low)


def test_an_engine_elsewhere_takes_nothing_from_this_machine() -> None:
    scripted = ScriptedEngine()
    assert in_background(scripted) is scripted


def test_hints_are_for_what_a_learner_is_about_to_do(
    engine: LocalEngine, behind: Engine, france: Prompt, make_passage: MakePassage
) -> None:
    done = threading.Event()
    dispose = engine.on_change(done.set)
    behind.prefill(france)
    behind.prepare([make_passage(" Paris.")], DEPTHS)
    behind.close()
    assert not done.wait(0.3)
    assert engine.state is EngineState.READY
    dispose()
