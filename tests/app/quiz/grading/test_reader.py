"""The probes' inputs are what a real model gives out at the places that their names say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.model.protocol import Activations
from app.paths import PROMPTS
from app.quiz.grading.passages import PassageTemplates, Reading
from app.quiz.grading.reader import DEPTHS, INPUTS, Observed, Reader
from app.study.records import Judgement
from tests.helpers.scripted_engine import ScriptedEngine

READING = Reading(
    question="What does quantization change?",
    reference="It stores each weight in fewer bits.",
    answer="Fewer bits per weight. So the model is smaller!",
    misconceptions=("It removes weights.",),
)
OTHER = replace(READING, reference="It makes the model a bit less exact.", misconceptions=())
CLOSE = 0.02
"""Activations differ by rounding when passages are read in other company."""


@pytest.fixture(scope="module")
def templates() -> PassageTemplates:
    return PassageTemplates.load(PROMPTS)


@pytest.fixture(scope="module")
def small(small_model: Path) -> Iterator[LocalEngine]:
    with LocalEngine(small_model, context_length=2048) as engine:
        engine.load()
        yield engine


@pytest.fixture(scope="module")
def reader(small: LocalEngine, templates: PassageTemplates) -> Reader:
    return Reader(small, templates)


@pytest.fixture(scope="module")
def observed(reader: Reader) -> Observed:
    return reader.read([READING])[0]


@pytest.fixture(scope="module")
def given(reader: Reader, observed: Observed) -> tuple[Activations, Activations]:
    """What the engine gives for both passages of the reading."""
    del observed  # read before, so that both know the same
    first, second = reader.engine.observe(reader.templates.passages(READING), DEPTHS)
    return first, second


def differs(one: np.ndarray, other: np.ndarray) -> float:
    """Return how large a difference is, beside the values themselves."""
    return float(np.linalg.norm(one - other) / np.linalg.norm(other))


@pytest.mark.engine
def test_each_input_is_what_its_name_says(
    observed: Observed, given: tuple[Activations, Activations]
) -> None:
    claim_first, answer_first = given
    counts = np.array(claim_first.tokens)
    over_answer = (claim_first.means * counts[:, None, None]).sum(axis=0) / counts.sum()
    places = {
        "claim first, last token": claim_first.last,
        "claim first, mean over answer": over_answer,
        "answer first, last token": answer_first.last,
        "answer first, mean over claim": answer_first.means[0],
    }
    assert len(observed.inputs) == len(INPUTS)
    for each, values in zip(INPUTS, observed.inputs, strict=True):
        place, _, depth = each.name.rpartition(", ")
        assert differs(values, places[place][DEPTHS.index(float(depth))]) < CLOSE, each.name


@pytest.mark.engine
def test_no_two_inputs_tell_the_same(observed: Observed) -> None:
    assert len({each.name for each in INPUTS}) == len(INPUTS)
    assert len({values.tobytes() for values in observed.inputs}) == len(INPUTS)


@pytest.mark.engine
def test_sentences_differ_in_the_means_over_the_answer_alone(
    observed: Observed, given: tuple[Activations, Activations]
) -> None:
    assert len(observed.sentences) == 2
    for sentence, mean in zip(observed.sentences, given[0].means, strict=True):
        for each, values, whole in zip(INPUTS, sentence, observed.inputs, strict=True):
            if each.place == "mean over answer":
                assert differs(values, mean[DEPTHS.index(each.depth)]) < CLOSE
                assert differs(values, whole) > CLOSE
            else:
                assert np.array_equal(values, whole)


@pytest.mark.engine
def test_every_token_of_reference_and_answer_is_there(
    observed: Observed, given: tuple[Activations, Activations]
) -> None:
    width = observed.inputs.shape[1]
    tokens = observed.tokens
    assert tokens.reference.shape == (given[1].tokens[0], width)
    assert tokens.answer.shape == tokens.said.shape == (sum(given[0].tokens), width)
    assert len(tokens.wrong) == len(READING.misconceptions)
    assert all(len(each) for each in (tokens.claim, *tokens.wrong))
    assert differs(tokens.reference.mean(axis=0), given[1].means[0][0]) < CLOSE
    # The same words, read without and with the answer before them.
    assert tokens.claim.shape == tokens.reference.shape
    assert differs(tokens.claim, tokens.reference) > CLOSE


@pytest.mark.engine
def test_reading_for_several_key_points_gives_what_reading_for_each_gives(reader: Reader) -> None:
    together = reader.read([READING, OTHER])
    assert len(together) == 2
    for each, reading in zip(together, (READING, OTHER), strict=True):
        (alone,) = reader.read([reading])
        assert differs(each.inputs, alone.inputs) < CLOSE
    assert differs(together[0].inputs, together[1].inputs) > CLOSE


@pytest.mark.engine
def test_an_answer_of_nothing_has_no_sentences_and_means_of_zero(reader: Reader) -> None:
    (observed,) = reader.read([READING.unanswered])
    assert observed.sentences.shape == (0, *observed.inputs.shape)
    assert len(observed.tokens.answer) == len(observed.tokens.said) == 0
    for each, values in zip(INPUTS, observed.inputs, strict=True):
        assert values.any() == (each.place != "mean over answer")


def test_what_is_prepared_is_what_will_be_read(templates: PassageTemplates) -> None:
    engine = ScriptedEngine()
    engine.finds.extend([Judgement.COVERED, Judgement.MISSED])
    reader = Reader(engine, templates)
    reader.prepare([READING, OTHER])
    assert engine.observed == []
    reader.read([READING, OTHER])
    assert engine.prepared == engine.observed
    assert engine.observed == [*templates.passages(READING), *templates.passages(OTHER)]


def test_nothing_to_read_is_no_error(templates: PassageTemplates) -> None:
    assert Reader(ScriptedEngine(), templates).read([]) == []


def test_an_engine_that_fails_says_so(templates: PassageTemplates) -> None:
    engine = ScriptedEngine()
    engine.finds.append(EngineError(Cause.KILLED, "killed"))
    with pytest.raises(EngineError):
        Reader(engine, templates).read([READING])
