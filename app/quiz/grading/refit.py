"""Fitting to another file of answers on top of a calibration: `segue eval grading --fit`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.quiz.grading.alignment import Alignment
from app.quiz.grading.calibration import Calibration, Judged
from app.quiz.grading.combiner import BEST_SCORE, JUDGEMENTS, Combiner, fit_combiner
from app.quiz.grading.features import FEATURES, OUTPUTS, SCORE_FEATURES, feature_rows
from app.quiz.grading.fit import FOLDS, RIDGE
from app.quiz.grading.folds import folds_of
from app.quiz.grading.measure import Measured
from app.quiz.grading.probe import Probe, ProbeFit
from app.quiz.grading.table import SCORE_PENALTY
from app.quiz.grading.wordevidence import WordEvidence
from app.study.records import Judgement

Vector = NDArray[np.float64]

BEFORE = "before: score"
"""Name of the score that the calibration gave by itself."""


@dataclass(frozen=True, eq=False)
class Refitted:
    """A calibration with probe and combiner of another file on top of it.

    What the file does not have, judgements or scores, stays as the calibration gives it.
    """

    base: Calibration
    probe: Probe
    combiner: Combiner
    judges: bool
    scores: bool

    @property
    def sure_from(self) -> float:
        """Confidence from which a judgement is given as sure: that of the calibration."""
        return self.base.sure_from

    def judge_rows(
        self,
        inputs: Sequence[NDArray[np.float32]],
        aligned: Sequence[Alignment],
        words: Sequence[WordEvidence],
    ) -> list[Judged]:
        """Return what is made of each answer."""
        before = self.base.judge_rows(inputs, aligned, words)
        if not before:
            return []
        stacked = np.stack([each.ravel() for each in inputs])
        rows = _rows(self.base, stacked, self.probe(stacked), before, aligned, words)
        probabilities, scores = self.combiner.probabilities(rows), self.combiner.scores(rows)
        judged = []
        for old, shares, score in zip(before, probabilities, scores, strict=True):
            new = old
            if self.judges:
                named = dict(zip(JUDGEMENTS, map(float, shares), strict=True))
                new = replace(new, probabilities=named)
            judged.append(replace(new, score=float(score)) if self.scores else new)
        return judged


def refit(base: Calibration, rows: Sequence[Measured]) -> Refitted:
    """Fit to answers that the calibration has not seen.

    Raises
    ------
    ValueError
        There are answers, or those with a score or a label, to too few questions.
    """
    folds = folds_of([row.labelled.rubric for row in rows], FOLDS)
    stacked = np.stack([row.inputs for row in rows])
    flat = stacked.reshape(len(rows), -1)
    solver = ProbeFit.of([stacked[:, i] for i in range(stacked.shape[1])])
    judgements = [row.labelled.judgement for row in rows]
    scores = np.array(
        [np.nan if row.labelled.score is None else row.labelled.score for row in rows]
    )
    judged = np.array([float(each is not None) for each in judgements])
    scored = (~np.isnan(scores)).astype(np.float64)
    for name, importance in (("labels", judged), ("scores", scored)):
        if importance.any() and len(set(folds[importance > 0])) < 2:
            raise ValueError(f"to fit to {name}, there must be some for several questions")
    probes, estimates = [], []
    for name, targets, importance in _targets(judgements, scores, judged, scored):
        probes.append(solver.probe([name], importance > 0, targets, importance, RIDGE))
        estimates.append(solver.unseen(folds, targets, importance, RIDGE))
    probe = probes[0]
    for each in probes[1:]:
        probe = probe.joined(each)
    aligned, words = [row.aligned for row in rows], [row.words for row in rows]
    before = base.judge_rows(list(stacked), aligned, words)
    features = _rows(base, flat, np.column_stack(estimates), before, aligned, words)
    before_names = (*(f"before: {each.value}" for each in JUDGEMENTS), BEFORE)
    names = (*(f"anew: {output}" for output in probe.outputs), *before_names, *FEATURES)
    combiner = fit_combiner(
        names,
        features,
        judgements,
        scores,
        importance=judged,
        score_importance=scored,
        score_features=(f"anew: {OUTPUTS[-1]}", BEFORE, *SCORE_FEATURES[1:]),
        score_penalty=SCORE_PENALTY,
    )
    return Refitted(base, probe, combiner, judges=bool(judged.any()), scores=bool(scored.any()))


def _targets(
    judgements: Sequence[Judgement | None], scores: Vector, judged: Vector, scored: Vector
) -> list[tuple[str, Vector, Vector]]:
    """Return name, values and importance of everything that the file has answers for."""
    found = []
    for judgement in JUDGEMENTS:
        values = np.array([[float(each is judgement)] for each in judgements])
        if values.any():
            found.append((judgement.value, values, judged))
    if scored.any():
        found.append(("score", np.nan_to_num(scores)[:, None] / BEST_SCORE, scored))
    return found


def _rows(
    base: Calibration,
    inputs: NDArray[np.float32],
    estimates: Vector,
    before: Sequence[Judged],
    aligned: Sequence[Alignment],
    words: Sequence[WordEvidence],
) -> Vector:
    """Return the combiner's features: what the calibration says, and what it says it from."""
    said = np.array([[*each.probabilities.values(), each.score] for each in before])
    return np.column_stack([estimates, said, feature_rows(base.probe(inputs), aligned, words)])
