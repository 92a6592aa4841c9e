"""What a calibration is worth on answers that it was not fitted to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.quiz.grading.agreement import (
    LabelAgreement,
    ScoreAgreement,
    as_json,
    calibration_error,
    label_agreement,
    score_agreement,
    surest,
)
from app.quiz.grading.answers import LABELS
from app.quiz.grading.calibration import Judge, Judged
from app.quiz.grading.measure import Timed
from app.study.records import Judgement

SUREST = 0.8
"""Share of the answers of which the grader is surest, for which accuracy is told apart."""


@dataclass(frozen=True)
class Evaluation:
    """How a grader did on a file of answers.

    Attributes
    ----------
    scores : ScoreAgreement or None
        When the file has scores.
    labels : LabelAgreement or None
        When the file has labels or judgements; the grader's likeliest label is compared.
    surest_accuracy, calibration_error : float or None
        Of the labels: accuracy on the surest 80 %, and how far confidence is from accuracy.
    unsure : float
        Share of answers that would be left to the learner.
    seconds, seconds_p95 : float
        An answer, once its question was read: median and 95th percentile.
    """

    n: int
    questions: int
    scores: ScoreAgreement | None
    labels: LabelAgreement | None
    surest_accuracy: float | None
    calibration_error: float | None
    unsure: float
    seconds: float
    seconds_p95: float

    def as_json(self) -> dict[str, Any]:
        """Return everything as plain values."""
        return {
            "n": self.n,
            "questions": self.questions,
            "scores": None if self.scores is None else as_json(self.scores),
            "labels": None if self.labels is None else as_json(self.labels),
            "surest_accuracy": self.surest_accuracy,
            "calibration_error": self.calibration_error,
            "unsure": self.unsure,
            "seconds_median": self.seconds,
            "seconds_p95": self.seconds_p95,
        }


def evaluate(
    calibration: Judge, answers: Sequence[Timed], *, constant: float | None = None
) -> Evaluation:
    """Compare what a calibration makes of answers with what people made of them.

    Parameters
    ----------
    constant : float, optional
        The score of the constant predictor; by default the mean of the very answers.

    Raises
    ------
    ValueError
        There are no answers.
    """
    if not answers:
        raise ValueError("there are no answers to measure")
    rows = [each.measured for each in answers]
    judged = calibration.judge_rows(
        [row.inputs for row in rows], [row.aligned for row in rows], [row.words for row in rows]
    )
    groups = [row.labelled.rubric.question for row in rows]
    scored = [i for i, row in enumerate(rows) if row.labelled.score is not None]
    scores = None
    if scored:
        scores = score_agreement(
            [rows[i].labelled.score or 0.0 for i in scored],
            [judged[i].score for i in scored],
            [groups[i] for i in scored],
            constant=constant,
        )
    labelled = [i for i, row in enumerate(rows) if row.labelled.judgement is not None]
    labels, sure, error = None, None, None
    if labelled:
        true = [_label(rows[i].labelled.label, rows[i].labelled.judgement) for i in labelled]
        shares = [_shares(judged[i], set(true)) for i in labelled]
        given = [max(each, key=each.__getitem__) for each in shares]
        labels = label_agreement(
            true,
            given,
            [groups[i] for i in labelled],
            labels=_ordered(set(true)),
            ordered=len(set(true)) == 2 or set(true) <= set(_WORST_FIRST),
        )
        # Several shares of one label can add up to a hair more than 1.
        confidence = [min(max(each.values()), 1.0) for each in shares]
        right = [a == b for a, b in zip(true, given, strict=True)]
        sure = surest(confidence, right, SUREST)
        error = calibration_error(confidence, right)
    seconds = np.array([each.seconds for each in answers])
    return Evaluation(
        n=len(rows),
        questions=len(set(groups)),
        scores=scores,
        labels=labels,
        surest_accuracy=sure,
        calibration_error=error,
        unsure=float(np.mean([each.confidence < calibration.sure_from for each in judged])),
        seconds=float(np.median(seconds)),
        seconds_p95=float(np.percentile(seconds, 95)),
    )


_WORST_FIRST = ("contradicted", "missed", "partly", "covered")


def _label(label: str | None, judgement: Judgement | None) -> str:
    return label if label is not None else str(judgement)


def _ordered(names: set[str]) -> list[str]:
    known = (*_WORST_FIRST, *reversed(list(LABELS)))
    return sorted(names, key=known.index)


def _shares(judged: Judged, names: set[str]) -> Mapping[str, float]:
    """Return the probability of each label that the file has.

    A judgement whose own label the file does not have counts for the worst label that it does:
    in a file of correct and incorrect, an answer that covers half is incorrect.
    """
    # In an order, as labels that stand for the same judgement are equally likely.
    shares = dict.fromkeys(reversed(_ordered(names)), 0.0)
    for judgement, share in judged.probabilities.items():
        own = [name for name in names if name == judgement or LABELS.get(name) is judgement]
        rest = [name for name in _ordered(names) if name not in {"covered", "correct"}]
        preferred = own or [name for name in rest if name in {"incorrect", "missed"}] or rest
        for name in preferred:
            shares[name] += share / len(preferred)
    return shares
