"""What a question makes likelier is what it asks for, by real log-probabilities too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.client import LocalEngine
from app.quiz.asking import scoring
from app.quiz.asking.context import Context
from app.quiz.asking.scoring import EngineLikelihoods
from tests.app.quiz.asking.conftest import POINT, RIVAL, candidate
from tests.helpers.scripted_engine import ScriptedEngine


@pytest.fixture(scope="module")
def engine(small_model: Path) -> Iterator[LocalEngine]:
    with LocalEngine(small_model, context_length=2048) as engine:
        yield engine


class Says:
    """Likelihoods that are given."""

    def __init__(self, *gains: float, fluency: float = -2.0) -> None:
        self._gains, self._fluency = list(gains), fluency

    def fluency(self, texts: Sequence[str]) -> list[float]:
        return [self._fluency for _ in texts]

    def gains(self, question: str, claims: Sequence[str]) -> list[float]:
        assert claims[0] == POINT.claim
        return self._gains[: len(claims)]


def test_a_real_model_finds_english_likelier_than_a_heap_of_words(engine: LocalEngine) -> None:
    likelihoods = EngineLikelihoods(engine)
    text = "Which errors can a lookup in a Bloom filter make?"
    heap = "lookup a can which in Bloom make errors filter a?"
    english, mixed = likelihoods.fluency([text, heap])
    assert english > mixed + 1


def test_to_a_real_model_a_question_makes_its_answer_likelier(engine: LocalEngine) -> None:
    likelihoods = EngineLikelihoods(engine)
    texts = ["The capital of France is Paris.", "Water boils at 100 degrees."]
    france, water = likelihoods.gains("What is the capital of France?", texts)
    assert france > water
    france, water = likelihoods.gains("At how many degrees does water boil?", texts)
    assert water > france


def test_what_does_not_hang_on_the_question_is_asked_for_once() -> None:
    engine = ScriptedEngine()
    engine.scores.extend([lambda _prompt, texts: [-2.0 for _ in texts]] * 3)
    likelihoods = EngineLikelihoods(engine)
    likelihoods.gains("Why?", ["a", "b"])
    likelihoods.gains("How?", ["a", "b"])
    assert len(engine.prompts) == 3


def test_the_gain_is_what_the_question_adds() -> None:
    engine = ScriptedEngine()
    engine.scores.append(lambda _prompt, texts: [-9.0, -3.0])
    engine.scores.append(lambda _prompt, texts: [-5.0, -3.5])
    assert EngineLikelihoods(engine).gains("Why?", ["a", "b"]) == [4.0, -0.5]


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        (Says(0.9, 0.2), None),
        (Says(0.2, -0.2), "hardly asks"),
        (Says(0.6, 1.3), RIVAL.topic),
        (Says(0.6, 0.9), None),
    ],
)
def test_a_question_asks_for_its_own_claim(
    says: Says, reason: str | None, context: Context
) -> None:
    told = replace(context, likelihoods=says)
    refused = scoring.asks_for_its_claim(candidate("Which errors does a filter make?"), told)
    assert refused is None if reason is None else reason in str(refused)
