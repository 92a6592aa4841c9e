"""What was observed is kept for good, and never given for anything else than it was observed of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import isnan
from pathlib import Path

import numpy as np
import pytest

from app.model.errors import Cause, EngineError
from app.paths import PROMPTS
from app.quiz.grading.alignment import Alignment, TokenScale
from app.quiz.grading.observations import Observations, Seen
from app.quiz.grading.passages import PassageTemplates, Reading
from app.quiz.grading.reader import INPUTS, Reader
from app.study.records import Judgement
from tests.helpers.calibrations import WIDTH
from tests.helpers.scripted_engine import ScriptedEngine

READING = Reading("What is a stack?", "Last in, first out.", "a pile", ("A queue.", "A tree."))
SCALE = TokenScale(np.zeros(WIDTH, np.float32), np.ones(WIDTH, np.float32))

Reopen = Callable[..., Observations]


@pytest.fixture
def reader(engine: ScriptedEngine) -> Reader:
    return Reader(engine, PassageTemplates.load(PROMPTS))


@pytest.fixture
def reopen(tmp_path: Path) -> Iterator[Reopen]:
    """Give the same file, opened anew each time."""
    opened: list[Observations] = []

    def make(model: str = "a1b2", scale: TokenScale = SCALE) -> Observations:
        opened.append(Observations(tmp_path / "new" / "folder" / "seen.db", model, scale))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def expect(engine: ScriptedEngine, *finds: Judgement | EngineError) -> None:
    """Queue what is found in answers."""
    engine.finds += finds


def test_the_engine_is_asked_once(reopen: Reopen, reader: Reader, engine: ScriptedEngine) -> None:
    observations = reopen()
    expect(engine, Judgement.COVERED)
    (first,) = observations.observe(reader, [READING])
    (second,) = observations.observe(reader, [READING])
    assert len(engine.observed) == 2
    assert np.array_equal(second.inputs, first.inputs)
    assert (second.aligned, second.seconds) == (first.aligned, first.seconds)


def test_what_is_unknown_is_read_in_one_go_and_takes_its_share(
    reopen: Reopen, reader: Reader, engine: ScriptedEngine
) -> None:
    readings = [READING, replace(READING, answer="a queue"), READING]
    expect(engine, Judgement.COVERED, Judgement.MISSED)
    first, second, again = reopen().observe(reader, readings)
    passages = reader.templates.passages
    assert engine.observed == [*passages(readings[0]), *passages(readings[1])]
    assert np.array_equal(first.inputs, again.inputs)
    assert 0.0 < first.seconds <= second.seconds < 5.0


def test_what_was_observed_is_known_after_reopening(
    reopen: Reopen, reader: Reader, engine: ScriptedEngine
) -> None:
    expect(engine, Judgement.PARTLY)
    with reopen() as before:
        (first,) = before.observe(reader, [READING])
    (second,) = reopen().observe(reader, [READING])
    assert len(engine.observed) == 2
    assert second.inputs.dtype == np.float32
    assert np.array_equal(second.inputs, first.inputs)
    assert second.aligned == first.aligned == Alignment(*[1.0] * 8, *[0.0] * 4)


def test_readings_come_in_order_and_only_the_unknown_are_asked_for(
    reopen: Reopen, reader: Reader, engine: ScriptedEngine
) -> None:
    observations = reopen()
    expect(engine, Judgement.COVERED)
    observations.observe(reader, [READING])
    others = [replace(READING, answer=text) for text in ("a queue", "a tree")]
    expect(engine, Judgement.MISSED, Judgement.CONTRADICTED)
    found = observations.observe(reader, [others[0], READING, others[1]])
    assert [list(Judgement)[int(seen.inputs[0].argmax())] for seen in found] == [
        Judgement.MISSED,
        Judgement.COVERED,
        Judgement.CONTRADICTED,
    ]
    assert not engine.finds


def test_what_came_before_a_failure_is_kept(
    reopen: Reopen, reader: Reader, engine: ScriptedEngine
) -> None:
    other = replace(READING, answer="a queue")
    expect(engine, Judgement.COVERED, EngineError(Cause.KILLED, "killed"))
    with reopen() as before:
        before.observe(reader, [READING])
        with pytest.raises(EngineError):
            before.observe(reader, [other])
    expect(engine, Judgement.MISSED)
    assert len(reopen().observe(reader, [READING, other])) == 2
    assert not engine.finds


def test_nothing_that_matters_collides(reopen: Reopen) -> None:
    one, other = np.ones(WIDTH, np.float32), np.full(WIDTH, 2.0, np.float32)
    keys = [
        reopen().key("p/1", READING),
        reopen(model="c3d4").key("p/1", READING),
        reopen(scale=TokenScale(one, one)).key("p/1", READING),
        reopen(scale=TokenScale(np.zeros_like(one), other)).key("p/1", READING),
        reopen().key("p/2", READING),
        reopen().key("p/1", replace(READING, question="What is a heap?")),
        reopen().key("p/1", replace(READING, reference="A tree.")),
        reopen().key("p/1", replace(READING, answer="A pile")),
        reopen().key("p/1", replace(READING, answer="")),
        reopen().key("p/1", replace(READING, misconceptions=())),
        reopen().key("p/1", replace(READING, misconceptions=("A tree.", "A queue."))),
        reopen().key("p/1", replace(READING, misconceptions=("A queue. A tree.",))),
        reopen().key("p/1", replace(READING, question="", answer="What is a stack?a pile")),
    ]
    assert len(set(keys)) == len(keys)
    assert reopen().key("p/1", replace(READING)) == keys[0]


def test_another_model_does_not_see_what_this_one_saw(
    reopen: Reopen, reader: Reader, engine: ScriptedEngine
) -> None:
    expect(engine, Judgement.COVERED, Judgement.MISSED)
    (mine,) = reopen().observe(reader, [READING])
    (theirs,) = reopen(model="c3d4").observe(reader, [READING])
    assert not np.array_equal(mine.inputs, theirs.inputs)
    assert not engine.finds


def test_new_prompts_are_read_anew(reopen: Reopen, reader: Reader, engine: ScriptedEngine) -> None:
    observations = reopen()
    expect(engine, Judgement.COVERED, Judgement.MISSED)
    observations.observe(reader, [READING])
    newer = replace(reader.templates.claim_first, version=99)
    reader.templates = replace(reader.templates, claim_first=newer)
    observations.observe(reader, [READING])
    assert not engine.finds


def test_inputs_are_kept_to_half_precision_and_all_else_exactly(reopen: Reopen) -> None:
    rng = np.random.default_rng(6)
    inputs = rng.normal(0, 50, (len(INPUTS), 48)).astype(np.float32)
    aligned = Alignment(*rng.uniform(-1, 1, 6))
    reopen().put("key", Seen(inputs, aligned, 1.25))
    found = reopen().get("key")
    assert found is not None
    assert isnan(found.aligned.share_wrong)
    assert np.array_equal(found.inputs, inputs.astype(np.float16).astype(np.float32))
    assert np.array_equal(found.aligned.row(), aligned.row(), equal_nan=True)
    assert found.seconds == 1.25


def test_the_unknown_is_not_made_up(reopen: Reopen) -> None:
    assert reopen().get("key") is None


def test_what_is_put_again_replaces_what_was_there(reopen: Reopen) -> None:
    observations = reopen()
    inputs = np.ones((len(INPUTS), WIDTH), np.float32)
    for seconds in (1.0, 2.0):
        observations.put("key", Seen(inputs, Alignment(), seconds))
    found = observations.get("key")
    assert found is not None
    assert found.seconds == 2.0
