"""The grader's calibration: a small multinomial logistic regression with readable parameters."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.study.records import Judgement

JUDGEMENTS = tuple(Judgement)
FARTHEST = 6.0
"""Largest difference of log-probabilities that counts: the fit is not to be led beyond its data."""


@dataclass(frozen=True)
class Features:
    """What is measured of one answer for one key point.

    Attributes
    ----------
    claim_over_misconceptions : float
        How much likelier the model finds the claim closest to the answer than one of the
        misconceptions, as a difference of log-probabilities, kept within ±:data:`FARTHEST`.
    something_over_nothing : float
        The same for any of the statements against none of them.
    coverage : float
        Weighted share of the words of the claim, or of the model answer if that is more, that the
        answer has, in [0, 1].
    misconception_coverage : float
        The same for the words that the nearest misconception has beyond the claim.
    foreign_numbers : float
        1 when the answer names a number that neither question nor key point has, else 0.
    """

    claim_over_misconceptions: float
    something_over_nothing: float
    coverage: float
    misconception_coverage: float
    foreign_numbers: float


FEATURES = tuple(field.name for field in fields(Features))


@dataclass(frozen=True)
class Calibration:
    """Weights of each judgement: one per feature, and a constant at the end."""

    weights: dict[Judgement, tuple[float, ...]]
    fitted_on: str = ""

    @classmethod
    def load(cls, path: Path) -> Calibration:
        """Read parameters from a file.

        Raises
        ------
        ValueError
            The file's features are not those that are measured.
        """
        data = json.loads(path.read_text(encoding="utf-8"))
        if tuple(data["features"]) != (*FEATURES, "constant"):
            raise ValueError(f"{path}: calibrated for other features; fit it again")
        weights = {Judgement(name): tuple(row) for name, row in data["weights"].items()}
        return cls(weights, data["fitted_on"])

    def save(self, path: Path) -> None:
        """Write parameters to a file, rounded so that it can be read and compared."""
        data = {
            "fitted_on": self.fitted_on,
            "features": [*FEATURES, "constant"],
            "weights": {
                name.value: [round(weight, 4) for weight in row]
                for name, row in self.weights.items()
            },
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")

    def probabilities(self, found: Features) -> dict[Judgement, float]:
        """Return the probability of each judgement; they sum to 1."""
        row = np.array([*astuple(found), 1.0])
        scores = np.array([self.weights[judgement] for judgement in JUDGEMENTS]) @ row
        shares = np.exp(scores - np.logaddexp.reduce(scores))
        return {judgement: float(p) for judgement, p in zip(JUDGEMENTS, shares, strict=True)}


def fit(
    rows: Sequence[Features],
    labels: Sequence[Judgement],
    *,
    fitted_on: str,
    ridge: float = 0.03,
    steps: int = 4000,
) -> Calibration:
    """Fit by gradient descent on the mean cross-entropy with an L2 penalty; deterministic.

    Features are standardized while fitting, and the weights are turned back to raw features.
    """
    raw = np.array([astuple(row) for row in rows], dtype=float)
    mean, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-9
    x = np.column_stack([(raw - mean) / spread, np.ones(len(raw))])
    y = np.array([[float(label is judgement) for judgement in JUDGEMENTS] for label in labels])
    weights: NDArray[np.float64] = np.zeros((len(JUDGEMENTS), x.shape[1]))
    for _ in range(steps):
        scores = x @ weights.T
        shares = np.exp(scores - np.logaddexp.reduce(scores, axis=1, keepdims=True))
        weights -= 0.5 * ((shares - y).T @ x / len(x) + ridge * weights)
    raw_weights = weights[:, :-1] / spread
    constant = weights[:, -1] - raw_weights @ mean
    table = np.column_stack([raw_weights, constant])
    return Calibration(
        {
            judgement: tuple(map(float, row))
            for judgement, row in zip(JUDGEMENTS, table, strict=True)
        },
        fitted_on,
    )
