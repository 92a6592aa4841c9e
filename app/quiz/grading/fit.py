"""Fitting a calibration to answers that people judged and a model has read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.quiz.grading.alignment import TokenScale
from app.quiz.grading.calibration import Calibration
from app.quiz.grading.combiner import BEST_SCORE, JUDGEMENTS
from app.quiz.grading.features import FEATURES, OUTPUTS, feature_rows
from app.quiz.grading.folds import folds_of
from app.quiz.grading.measure import Measured
from app.quiz.grading.probe import ProbeFit
from app.quiz.grading.table import FeatureTable, rounded
from app.study.records import Judgement

Vector = NDArray[np.float64]

FOLDS = 8
RIDGE = 1.0
"""Strength of the probes' penalty; 0.3 and 3 give nearly the same, see GRADING.md."""


@dataclass(frozen=True)
class Fitted:
    """A calibration, and the table that its combiner was fitted to."""

    calibration: Calibration
    table: FeatureTable


def fit_calibration(
    rows: Sequence[Measured], scale: TokenScale, *, model: str, fitted_on: str
) -> Fitted:
    """Fit probe and combiner; the same answers in the same order give the same calibration.

    The combiner is fitted to estimates of probes that had not seen an answer's question, because
    probes are surer of answers that they were fitted to.

    Raises
    ------
    ValueError
        There are judged or scored answers to too few questions.
    """
    folds = folds_of([row.labelled.rubric for row in rows], FOLDS)
    judgements = [row.labelled.judgement for row in rows]
    importance = np.array([row.importance for row in rows])
    judged = importance * np.array([each is not None for each in judgements])
    scores = np.array(
        [np.nan if row.labelled.score is None else row.labelled.score for row in rows]
    )
    scored = np.array([row.score_importance for row in rows]) * ~np.isnan(scores)
    for name, counts in (("judged", judged), ("scored", scored)):
        if len(set(folds[counts > 0])) < 2:
            raise ValueError(f"a calibration needs {name} answers to several questions")
    stacked = np.stack([row.inputs for row in rows])
    solver = ProbeFit.of([stacked[:, i] for i in range(stacked.shape[1])])
    del stacked
    targets = _targets(judgements, scores)
    estimates = np.column_stack(
        [
            solver.unseen(folds, targets[:, :-1], judged, RIDGE),
            solver.unseen(folds, targets[:, -1:], scored, RIDGE),
        ]
    )
    features = feature_rows(estimates, [row.aligned for row in rows], [row.words for row in rows])
    table = FeatureTable(
        FEATURES,
        rounded(features),
        judgements,
        scores,
        judged,
        scored,
        np.array([row.gold for row in rows]),
    )
    combiner = table.combiner()
    probe = solver.probe(OUTPUTS[:-1], judged > 0, targets[:, :-1], judged, RIDGE)
    score = solver.probe(OUTPUTS[-1:], scored > 0, targets[:, -1:], scored, RIDGE)
    calibration = Calibration(
        model=model,
        fitted_on=fitted_on,
        probe=probe.joined(score).rounded(),
        scale=scale,
        combiner=combiner,
        sure_from=table.sure_from(combiner),
    )
    return Fitted(calibration, table)


def _targets(judgements: Sequence[Judgement | None], scores: Vector) -> Vector:
    columns = [[float(each is judgement) for each in judgements] for judgement in JUDGEMENTS]
    return np.column_stack([*columns, np.nan_to_num(scores) / BEST_SCORE])
