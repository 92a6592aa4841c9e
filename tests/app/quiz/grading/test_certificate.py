"""A real model is measured, calibrated and certified; what was read is never read again."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from sqlite_utils import Database

from app.content.library import Library
from app.model.client import LocalEngine
from app.model.protocol import Activations, Passage
from app.paths import GOLD, GRADING, PROMPTS
from app.quiz.grading.answers import load_practice
from app.quiz.grading.certificate import (
    SCALE_SAMPLE,
    TOO_WEAK,
    Certificate,
    Certified,
    Progress,
    certify,
    scale_sample,
    token_scale,
)
from app.quiz.grading.passages import PassageTemplates
from app.quiz.grading.reader import Reader
from app.quiz.grading.training import TrainingData, Weighted, reported_answers
from app.quiz.lexical import Lexicon
from tests.helpers.calibrations import CERTIFICATE, certified

TODAY = date(2026, 11, 23)


class CountingEngine(LocalEngine):
    """The real engine, with a count of what it was asked to read."""

    asked = 0

    def observe(self, passages: Sequence[Passage], depths: Sequence[float]) -> list[Activations]:
        self.asked += len(passages)
        return super().observe(passages, depths)


@pytest.fixture(scope="module")
def engine(small_model: Path) -> Iterator[CountingEngine]:
    with CountingEngine(small_model) as engine:
        yield engine


@pytest.fixture(scope="module")
def to_fit() -> list[Weighted]:
    """Two answers to each of four questions."""
    answers = load_practice(GRADING / "classroom")
    first = [each for each in answers if each.id.endswith(("/0", "/3"))][:8]
    return [Weighted(each, 1.0, 1.0, gold=True) for each in first]


@pytest.fixture(scope="module")
def to_report(library: Library) -> list[Weighted]:
    data = TrainingData(GOLD, (), GRADING / "attacks.jsonl")
    return [Weighted(each, 0.0) for each in reported_answers(data, library)[:4]]


class Measurement:
    """A measurement that can be begun again over the same cache."""

    def __init__(
        self, cache: Path, to_fit: Sequence[Weighted], to_report: Sequence[Weighted]
    ) -> None:
        self.cache = cache
        self.to_fit = to_fit
        self.to_report = to_report
        self.steps: list[Progress] = []

    def stop_after(self, engine: LocalEngine, steps: int) -> None:
        work = self._work(engine)
        self.steps = list(islice(work, steps))
        work.close()

    def finish(self, engine: LocalEngine) -> Certified:
        done: list[Certified] = []

        def work() -> Iterator[Progress]:
            done.append((yield from self._work(engine)))

        self.steps = list(work())
        return done[0]

    def _work(self, engine: LocalEngine) -> Generator[Progress, None, Certified]:
        return certify(
            Reader(engine, PassageTemplates.load(PROMPTS)),
            Lexicon.of(each.labelled.rubric.references[0] for each in self.to_fit),
            to_fit=self.to_fit,
            to_report=self.to_report,
            cache=self.cache,
            fingerprint="small",
            model="SmolLM2",
            today=TODAY,
        )

    @property
    def kept(self) -> int:
        return Database(self.cache)["observations"].count


@pytest.fixture
def measurement(tmp_path: Path, to_fit: list[Weighted], to_report: list[Weighted]) -> Measurement:
    return Measurement(tmp_path / "cache" / "observations.db", to_fit, to_report)


@pytest.mark.engine
def test_a_measurement_goes_on_where_it_was_stopped_and_is_never_made_again(
    measurement: Measurement, engine: CountingEngine, small_model: Path, tmp_path: Path
) -> None:
    # Eight answers are read for the scale of tokens before the first is measured.
    measurement.stop_after(engine, 8 + 5)
    assert [each.done for each in measurement.steps] == [0] * 8 + [1, 2, 3, 4, 5]
    # The two answers to one question are read together.
    assert measurement.kept == 6

    with CountingEngine(small_model) as another:
        first = measurement.finish(another)
        # Each passage of the two that are left to fit to; of the four that are reported on, before
        # they were answered and after.
        assert another.asked == 2 * 2 + 4 * 4
    assert [each.done for each in measurement.steps] == list(range(1, 13))
    assert {each.total for each in measurement.steps} == {12}
    assert measurement.kept == 12

    before = engine.asked
    second = measurement.finish(engine)
    assert engine.asked == before
    assert {each.seconds_left for each in measurement.steps} == {None}
    assert second.certificate == first.certificate
    for name, found in (("first", first), ("second", second)):
        found.calibration.save(tmp_path / name)
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()

    assert first.certificate.model == first.calibration.model == "SmolLM2"
    assert (first.certificate.answers, first.certificate.measured_on) == (4, "2026-11-23")
    assert first.certificate.here
    assert 0 < first.certificate.seconds <= first.certificate.seconds_p95
    assert first.calibration.fitted_on.startswith("8 answers")


def test_the_scale_of_tokens_is_that_of_gold_answers_only(to_fit: list[Weighted]) -> None:
    others = [replace(each, gold=False) for each in to_fit]
    assert len(scale_sample(to_fit * 16)) == SCALE_SAMPLE
    assert scale_sample([*others, *to_fit, *others]) == [each.labelled for each in to_fit]


@pytest.mark.engine
def test_every_answer_of_the_sample_is_read_for_the_scale(
    engine: CountingEngine, to_fit: list[Weighted]
) -> None:
    reader = Reader(engine, PassageTemplates.load(PROMPTS))
    before, steps = engine.asked, 0
    reading = token_scale(reader, [each.labelled for each in to_fit])
    try:
        while True:
            next(reading)
            steps += 1
    except StopIteration as end:
        scale = end.value
    assert steps == len(to_fit)
    assert engine.asked - before == 2 * len(to_fit)
    assert scale.mean.shape == scale.spread.shape
    assert (scale.spread > 0).all()


@pytest.mark.parametrize(("macro_f1", "grades"), [(TOO_WEAK, True), (TOO_WEAK - 0.001, False)])
def test_a_model_that_is_too_weak_does_not_grade(macro_f1: float, grades: bool) -> None:
    assert certified(macro_f1=macro_f1).certificate.grades is grades


def test_where_it_was_measured_is_told_by_the_place_it_is_kept_in() -> None:
    values = CERTIFICATE.as_json()
    assert "here" not in values
    assert Certificate.from_json(values, here=True) == CERTIFICATE
    assert not Certificate.from_json(values, here=False).here


@pytest.mark.parametrize("change", [{"accuracy": None}, {"mood": 1}])
def test_a_certificate_of_another_version_is_refused(change: dict[str, float | None]) -> None:
    values = {**CERTIFICATE.as_json(), **change}
    left = {name: value for name, value in values.items() if value is not None}
    with pytest.raises(TypeError):
        Certificate.from_json(left, here=True)
