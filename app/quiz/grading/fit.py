"""Fitting a calibration to answers that people judged and a model has read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.quiz.grading.alignment import TokenScale
from app.quiz.grading.calibration import Calibration
from app.quiz.grading.combiner import BEST_SCORE, JUDGEMENTS, fit_combiner
from app.quiz.grading.features import FEATURES, OUTPUTS, SCORE_FEATURES, feature_rows
from app.quiz.grading.folds import folds_of
from app.quiz.grading.measure import Measured
from app.quiz.grading.probe import ProbeFit
from app.study.records import Judgement

Vector = NDArray[np.float64]

FOLDS = 8
RIDGE = 1.0
"""Strength of the probes' penalty; 0.3 and 3 give nearly the same, see GRADING.md."""
SCORE_PENALTY = 100.0
"""Strong, so that the few things a score comes from all count for something."""
RIGHT_WHEN_SURE = 0.9
"""Share of right judgements among those that are given as sure."""


def fit_calibration(
    rows: Sequence[Measured], scale: TokenScale, *, model: str, fitted_on: str
) -> Calibration:
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
    combiner = fit_combiner(
        FEATURES,
        features,
        judgements,
        scores,
        importance=judged,
        score_importance=scored,
        score_features=SCORE_FEATURES,
        score_penalty=SCORE_PENALTY,
    )
    probe = solver.probe(OUTPUTS[:-1], judged > 0, targets[:, :-1], judged, RIDGE)
    score = solver.probe(OUTPUTS[-1:], scored > 0, targets[:, -1:], scored, RIDGE)
    return Calibration(
        model=model,
        fitted_on=fitted_on,
        probe=probe.joined(score).rounded(),
        scale=scale,
        combiner=combiner,
        sure_from=_sure_from(combiner.probabilities(features), rows),
    )


def _targets(judgements: Sequence[Judgement | None], scores: Vector) -> Vector:
    columns = [[float(each is judgement) for each in judgements] for judgement in JUDGEMENTS]
    return np.column_stack([*columns, np.nan_to_num(scores) / BEST_SCORE])


def _sure_from(probabilities: Vector, rows: Sequence[Measured]) -> float:
    """Return the confidence from which so many of all judgements are right, at least 0.5.

    It is looked for among the answers of the gold set, which are about what learners are asked, if
    there are any: answers that were composed to be learnt from are easier to judge.
    """
    judgements = [row.labelled.judgement for row in rows]
    wanted = [row.gold or not any(each.gold for each in rows) for row in rows]
    judged = np.array([each is not None for each in judgements]) & np.array(wanted)
    true = np.array([JUDGEMENTS.index(each) if each is not None else -1 for each in judgements])
    true = true[judged]
    confidence = probabilities[judged].max(axis=1)
    right = probabilities[judged].argmax(axis=1) == true
    order = np.argsort(-confidence, kind="stable")
    shares = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= RIGHT_WHEN_SURE)
    return max(float(confidence[order][enough[-1]]), 0.5) if len(enough) else 1.0
