"""Calibrating on one half of some labelled questions, and measuring on the other."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from app.ask.features import Kind
from app.ask.index import PassageIndex
from app.ask.judge import Judge
from app.ask.labels import Labelled, load_labels
from app.ask.measuring import Observed, calibrate, figures, observing, reading_all, reply_to
from app.ask.reading import Reader
from app.ask.searching import find_passages
from app.ask.synonyms import Synonyms
from app.model.protocol import Prompt
from app.paths import ASK, PROMPTS
from tests.helpers.scripted_engine import ScriptedEngine


def done(work: Generator[float, None, Any]) -> Any:
    """Return what some work comes to; the shares that it yields only grow."""
    shares = []
    while True:
        try:
            shares.append(next(work))
        except StopIteration as end:
            assert shares == sorted(shares)
            assert shares[-1] == 1.0
            return end.value


@pytest.fixture(scope="module")
def labels() -> list[Labelled]:
    return load_labels(ASK / "questions.jsonl")


@pytest.fixture(scope="module")
def observed(
    guides: PassageIndex, synonyms: Synonyms, labels: Sequence[Labelled]
) -> list[Observed]:
    found: list[Observed] = done(
        observing(labels, partial(find_passages, guides, synonyms, embedder=None))
    )
    return found


def half(observed: Sequence[Observed], name: str) -> list[Observed]:
    return [each for each in observed if each.label.half == name]


def test_words_alone_are_worth_what_is_said_of_them(observed: Sequence[Observed]) -> None:
    judge = calibrate(Kind(), half(observed, "fit"))
    reported = figures(half(observed, "report"), judge)
    assert (reported.inside, reported.outside) == (61, 61)
    assert reported.found > 0.85
    assert reported.answered > 0.75
    assert reported.any_carries > 0.7
    assert reported.refused > 0.85
    assert reported.first_carries <= reported.any_carries


def test_the_judge_that_ships_was_fitted_to_what_ships(
    observed: Sequence[Observed], judges: Mapping[str, Judge]
) -> None:
    fitted = calibrate(Kind(), half(observed, "fit"))
    shipped = judges["words"]
    assert shipped.threshold == pytest.approx(fitted.threshold, abs=0.03)
    assert shipped.weights == pytest.approx(fitted.weights, abs=0.05)


def test_a_stricter_threshold_refuses_more_and_answers_less(observed: Sequence[Observed]) -> None:
    judge = calibrate(Kind(), half(observed, "fit"))
    report = half(observed, "report")
    lax, strict = (figures(report, replace(judge, threshold=each)) for each in (0.01, 0.8))
    assert lax.answered > strict.answered
    assert lax.refused < strict.refused
    assert strict.first_carries > lax.first_carries


def test_what_the_model_reads_is_kept_with_the_question(observed: Sequence[Observed]) -> None:
    def scores(prompt: Prompt, _continuations: Sequence[str]) -> list[float]:
        return [-30.0] if "retry" in prompt.messages[-1].content else [-40.0]

    engine = ScriptedEngine()
    engine.scores.extend([scores] * 1000)
    some = [
        each for each in observed if "HTTP" in each.label.question or "KIVI" in each.label.question
    ]
    reader = Reader.load(engine, "reader", PROMPTS)
    base = calibrate(Kind(), half(observed, "fit"))
    heard, unheard = done(reading_all(some, base, reader))
    assert max(heard.gains.values()) == 10.0
    assert unheard.gains == {}
    assert not reply_to(unheard, base).answered


def test_figures_of_nothing_are_zero(observed: Sequence[Observed]) -> None:
    judge = calibrate(Kind(), half(observed, "fit"))
    nothing = figures([], judge)
    assert (nothing.inside, nothing.answered, nothing.refused) == (0, 0.0, 0.0)
