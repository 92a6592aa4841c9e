"""A certificate: what a calibrated model is worth as a grader, and the measurement behind it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Generator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import Any, Self

from app.quiz.grading.alignment import TokenScale
from app.quiz.grading.answers import LabelledAnswer
from app.quiz.grading.cache import open_cache
from app.quiz.grading.calibration import Calibration
from app.quiz.grading.evaluation import evaluate
from app.quiz.grading.fit import fit_calibration
from app.quiz.grading.measure import Meter, Timed
from app.quiz.grading.observations import Observations
from app.quiz.grading.passages import reading_of
from app.quiz.grading.reader import DEPTHS, Reader
from app.quiz.grading.table import FeatureTable
from app.quiz.grading.training import Weighted
from app.quiz.lexical import Lexicon

TOO_WEAK = 0.5
"""Macro-F1 below which a model does not grade: on each kind of answer it errs too often to help."""
SCALE_SAMPLE = 64


@dataclass(frozen=True)
class Certificate:
    """What a model is worth as a grader, on the half of the gold set that no fit has seen.

    Attributes
    ----------
    answers : int
        Judgements that it was measured on.
    accuracy, macro_f1 : float
        Over the four judgements.
    surest_accuracy : float
        Accuracy on the 80 % of which it is surest.
    unsure : float
        Share that is left to the learner.
    seconds, seconds_p95 : float
        An answer, where it was measured.
    here : bool
        Whether that was this machine.
    measured_on : str
        ISO date.
    """

    model: str
    answers: int
    accuracy: float
    macro_f1: float
    surest_accuracy: float
    unsure: float
    seconds: float
    seconds_p95: float
    here: bool
    measured_on: str

    @property
    def grades(self) -> bool:
        """Whether the model is good enough to grade short answers."""
        return self.macro_f1 >= TOO_WEAK

    def as_json(self) -> dict[str, Any]:
        """Return the certificate as plain values; where it was measured is not among them."""
        values = asdict(self)
        del values["here"]
        return values

    @classmethod
    def from_json(cls, values: dict[str, Any], *, here: bool) -> Self:
        """Return the certificate that was kept.

        Raises
        ------
        TypeError
            Values are missing or unknown.
        """
        return cls(**values, here=here)


@dataclass(frozen=True)
class Progress:
    """How far a measurement is; ``seconds_left`` is None until something was read anew."""

    done: int
    total: int
    seconds_left: float | None


@dataclass(frozen=True)
class Certified:
    """A calibration and what it is worth; with what its combiner was fitted to, when just made."""

    calibration: Calibration
    certificate: Certificate
    table: FeatureTable | None = None


def certify(
    reader: Reader,
    lexicon: Lexicon,
    *,
    to_fit: Sequence[Weighted],
    to_report: Sequence[Weighted],
    cache: Path,
    fingerprint: str,
    model: str,
    today: date,
) -> Generator[Progress, None, Certified]:
    """Measure a model on the gold set, fit its calibration and certify it.

    It yields after each answer. What was measured stays in the cache, so a later call goes on where
    this one stopped.

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    """
    total = len(to_fit) + len(to_report)
    scale = yield from _kept_scale(reader, to_fit, cache, fingerprint, total)
    with Observations(cache, fingerprint, scale) as observations:
        meter = Meter(reader, observations, lexicon)
        measured: list[Timed] = []
        watch = _Watch(total)
        for each in chain(meter.measure_together(to_fit), meter.measure(to_report)):
            measured.append(each)
            yield watch.progress(len(measured))
    fitted, reported = measured[: len(to_fit)], measured[len(to_fit) :]
    fit = fit_calibration(
        [each.measured for each in fitted],
        scale,
        model=model,
        fitted_on=f"{len(fitted)} answers: half of the gold set, practice, crossed and attacks",
    )
    certificate = certificate_of(fit.calibration, reported, model=model, today=today)
    return Certified(fit.calibration, certificate, fit.table)


def certificate_of(
    calibration: Calibration, reported: Sequence[Timed], *, model: str, today: date
) -> Certificate:
    """Return what a calibration is worth on answers that it was not fitted to."""
    result = evaluate(calibration, reported)
    assert result.labels is not None
    assert result.surest_accuracy is not None
    return Certificate(
        model=model,
        answers=result.n,
        accuracy=round(result.labels.accuracy.value, 4),
        macro_f1=round(result.labels.macro_f1.value, 4),
        surest_accuracy=round(result.surest_accuracy, 4),
        unsure=round(result.unsure, 4),
        seconds=round(result.seconds, 3),
        seconds_p95=round(result.seconds_p95, 3),
        here=True,
        measured_on=today.isoformat(),
    )


def token_scale(
    reader: Reader, answers: Sequence[LabelledAnswer]
) -> Generator[None, None, TokenScale]:
    """Return mean and spread of tokens in answers and their references; yield after each.

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    """
    pieces = []
    for each in answers:
        seen = reader.read([reading_of(each.rubric, each.answer)])[0]
        pieces += [seen.tokens.reference, seen.tokens.answer]
        yield
    return TokenScale.of(pieces)


def scale_sample(answers: Sequence[Weighted]) -> list[LabelledAnswer]:
    """Return the answers that tokens are standardized with.

    They are of the gold set, which never changes: what was observed with one scale cannot be used
    with another, so answers added to the other sets would have all of them read again.
    """
    gold = [each.labelled for each in answers if each.gold and each.labelled.answer.strip()]
    return gold[:: max(1, len(gold) // SCALE_SAMPLE)][:SCALE_SAMPLE]


def _kept_scale(
    reader: Reader, answers: Sequence[Weighted], cache: Path, fingerprint: str, total: int
) -> Generator[Progress, None, TokenScale]:
    """Return the scale of tokens from the cache, or read it and keep it there.

    Read twice it differs in its last digits, and what was observed with another scale counts as
    unknown: without this no measurement would ever go on where it was stopped.
    """
    sample = scale_sample(answers)
    texts = [[each.rubric.key, each.answer] for each in sample]
    matters = json.dumps([fingerprint, reader.templates.label, DEPTHS, texts])
    key = hashlib.sha256(matters.encode()).hexdigest()
    database = open_cache(cache)
    try:
        table = database.table("scales")
        if not table.exists():
            table.create({"key": str, "scale": str}, pk="key")
        for row in table.rows_where("key = ?", [key]):
            return TokenScale.unpacked(json.loads(row["scale"]))
        reading = token_scale(reader, sample)
        while True:
            try:
                next(reading)
            except StopIteration as end:
                scale: TokenScale = end.value
                break
            yield Progress(0, total, None)
        table.insert({"key": key, "scale": json.dumps(scale.packed())}, replace=True)
        return scale
    finally:
        database.conn.close()


def thinned(
    answers: Sequence[Weighted], per_question: int, whole: Container[str]
) -> list[Weighted]:
    """Return at most so many answers to a question, and all that are judged by some claims.

    Which ones is drawn by their ids: files have them sorted by judgement.

    Parameters
    ----------
    whole : container of str
        The claims of which every answer is kept.
    """
    kept: dict[str, list[str]] = {}
    for each in answers:
        kept.setdefault(each.labelled.rubric.key, []).append(each.labelled.id)
    for key, ids in kept.items():
        kept[key] = sorted(ids, key=_drawn)[:per_question]
    return [
        each
        for each in answers
        if each.labelled.rubric.references[0] in whole
        or each.labelled.id in kept[each.labelled.rubric.key]
    ]


def _drawn(answer_id: str) -> str:
    return hashlib.sha256(answer_id.encode()).hexdigest()


class _Watch:
    """Tells how long a measurement will still take, by what was read since it began."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._began = perf_counter()
        self._first: int | None = None

    def progress(self, done: int) -> Progress:
        now = perf_counter()
        # Known answers pass within milliseconds and say nothing of those to come.
        if self._first is None and now - self._began > 1.0:
            self._first, self._began = done, now
        left = None
        if self._first is not None and done > self._first:
            left = (now - self._began) / (done - self._first) * (self._total - done)
        return Progress(done, self._total, left)
