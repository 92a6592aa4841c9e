"""The combiner: a small logistic regression over what probes and words say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from app.study.records import Judgement

Vector = NDArray[np.float64]

JUDGEMENTS = tuple(Judgement)
BEST_SCORE = 5.0
_DIGITS = 5


@dataclass(frozen=True, eq=False)
class Combiner:
    """Probabilities of the four judgements, and a score, from a row of features.

    Features are standardized first, so a weight tells how much a usual difference in its feature
    moves the logarithm of the odds (for judgements) or the points (for the score). One that is NaN
    counts as usual.

    Attributes
    ----------
    features : tuple of str
        Names of the features, in the order of a row.
    centre, spread : arrays, [features]
        Mean and standard deviation of the features in the answers that were fitted to.
    weights : array, [judgements, features], with ``constants``, [judgements]
    score_weights : array, [features], with ``score_constant``
    """

    features: tuple[str, ...]
    centre: Vector
    spread: Vector
    weights: Vector
    constants: Vector
    score_weights: Vector
    score_constant: float

    def probabilities(self, rows: Vector) -> Vector:
        """Return the probability of each judgement, [rows, judgements]; each row sums to 1."""
        logits = self._standard(rows) @ self.weights.T + self.constants
        shares: Vector = np.exp(logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))
        return shares

    def scores(self, rows: Vector) -> Vector:
        """Return the score of each row, from 0 to 5 points."""
        points = self._standard(rows) @ self.score_weights + self.score_constant
        return np.clip(points, 0.0, BEST_SCORE)

    def _standard(self, rows: Vector) -> Vector:
        return _usual((rows - self.centre) / self.spread)

    def packed(self) -> dict[str, Any]:
        """Return the combiner as plain numbers, for a file that people can read."""
        return {
            "features": list(self.features),
            "centre": _named(self.features, self.centre),
            "spread": _named(self.features, self.spread),
            "judgements": {
                judgement.value: {
                    **_named(self.features, self.weights[i]),
                    "constant": _rounded(self.constants[i]),
                }
                for i, judgement in enumerate(JUDGEMENTS)
            },
            "score": {
                **_named(self.features, self.score_weights),
                "constant": _rounded(self.score_constant),
            },
        }

    @classmethod
    def unpacked(cls, packed: Mapping[str, Any]) -> Self:
        """Return the combiner that was packed."""
        names = tuple(packed["features"])

        def row(named: Mapping[str, float]) -> list[float]:
            return [named[name] for name in names]

        judged = [packed["judgements"][judgement.value] for judgement in JUDGEMENTS]
        return cls(
            features=names,
            centre=np.array(row(packed["centre"])),
            spread=np.array(row(packed["spread"])),
            weights=np.array([row(each) for each in judged]),
            constants=np.array([each["constant"] for each in judged]),
            score_weights=np.array(row(packed["score"])),
            score_constant=float(packed["score"]["constant"]),
        )


def fit_combiner(
    features: Sequence[str],
    rows: Vector,
    judgements: Sequence[Judgement | None],
    scores: Vector,
    *,
    importance: Vector,
    score_importance: Vector,
    score_features: Sequence[str] | None = None,
    penalty: float = 1.0,
    score_penalty: float = 1.0,
) -> Combiner:
    """Fit both regressions with an L2 penalty; the same input gives the same combiner.

    Parameters
    ----------
    judgements : sequence of Judgement or None
        Rows without a judgement count for the score only.
    scores : array
        Points from 0 to 5; NaN where there is none.
    importance, score_importance : array
        How much each row counts for judgements and for the score; 0 leaves it out.
    score_features : sequence of str, optional
        The only features that the score may come from; by default all.
    penalty, score_penalty : float
        Strength of the penalties, in units of one row.
    """
    # Imported here because it takes a second, which no quiz should pay for.
    from sklearn.linear_model import LogisticRegression, Ridge  # noqa: PLC0415

    centre, spread = _mean_and_spread(rows)
    # What hardly changes tells nothing, and its spread would be kept as 0.
    spread[spread < 10.0**-_DIGITS] = 1.0
    standard = _usual((rows - centre) / spread)
    judged = np.array([each is not None for each in judgements]) & (importance > 0)
    labels = np.array([JUDGEMENTS.index(each) if each is not None else 0 for each in judgements])
    weights = np.zeros((len(JUDGEMENTS), rows.shape[1]))
    # A judgement that no answer has keeps no chance worth naming.
    constants = np.full(len(JUDGEMENTS), -30.0)
    found = sorted(set(labels[judged]))
    if len(found) == 1:
        constants[found] = 0.0
    elif found:
        logistic = LogisticRegression(C=1.0 / penalty, max_iter=5000, tol=1e-8)
        logistic.fit(standard[judged], labels[judged], sample_weight=importance[judged])
        coefficients, intercepts = logistic.coef_, logistic.intercept_
        if len(logistic.classes_) == len(intercepts) + 1:
            # Of two classes only the second has weights of its own.
            coefficients = np.concatenate([np.zeros_like(coefficients), coefficients])
            intercepts = np.concatenate([np.zeros_like(intercepts), intercepts])
        weights[logistic.classes_], constants[logistic.classes_] = coefficients, intercepts
    scored = ~np.isnan(scores) & (score_importance > 0)
    score_weights, score_constant = np.zeros(rows.shape[1]), 0.0
    if scored.any():
        used = [i for i, name in enumerate(features) if name in (score_features or features)]
        ridge = Ridge(alpha=score_penalty)
        ridge.fit(standard[scored][:, used], scores[scored], sample_weight=score_importance[scored])
        score_weights[used], score_constant = ridge.coef_, float(ridge.intercept_)
    return Combiner.unpacked(
        Combiner(
            tuple(features), centre, spread, weights, constants, score_weights, score_constant
        ).packed()
    )


def _mean_and_spread(rows: Vector) -> tuple[Vector, Vector]:
    """Return mean and standard deviation of each feature, over the rows that have it."""
    known = np.where(np.isnan(rows).all(axis=0), 0.0, rows)
    return np.nanmean(known, axis=0), np.nanstd(known, axis=0) + 1e-6


def _usual(standard: Vector) -> Vector:
    """Return standardized rows in which what is unknown counts as usual."""
    return np.nan_to_num(standard, nan=0.0)


def _named(names: Sequence[str], values: Vector) -> dict[str, float]:
    return {name: _rounded(value) for name, value in zip(names, values, strict=True)}


def _rounded(value: float) -> float:
    return round(float(value), _DIGITS)
