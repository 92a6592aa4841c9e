"""Whether a passage carries the answer: a small calibrated regression over its features."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from app.ask.features import Kind, Rows

FORMAT = 1
PENALTY = 5.0
"""Strength of the penalty on the weights, in units of one row."""
_DIGITS = 5

Vector = NDArray[np.float64]


class JudgeError(Exception):
    """The file of calibrations cannot be read, or is wrong."""


@dataclass(frozen=True, eq=False)
class Judge:
    """The probability that a passage carries the answer, from its features.

    Attributes
    ----------
    threshold : float
        Probability from which a passage is taken to carry it.
    centre, spread, weights : array, [features]
        Features are standardized first, so a weight tells how much a usual difference in its
        feature moves the logarithm of the odds.
    """

    kind: Kind
    threshold: float
    centre: Vector
    spread: Vector
    weights: Vector
    constant: float

    def probabilities(self, rows: Rows) -> Vector:
        """Return the probability of each row, in [0, 1]."""
        logits = (rows - self.centre) / self.spread @ self.weights + self.constant
        odds: Vector = 1.0 / (1.0 + np.exp(-logits))
        return odds

    def packed(self) -> dict[str, Any]:
        """Return the judge as plain numbers, for a file that people can read."""
        columns = (self.centre, self.spread, self.weights)
        return {
            "embedder": self.kind.embedder,
            "reader": self.kind.reader,
            "threshold": self.threshold,
            "constant": round(self.constant, _DIGITS),
            "features": {
                name: [round(float(column[place]), _DIGITS) for column in columns]
                for place, name in enumerate(self.kind.features)
            },
        }

    @classmethod
    def unpacked(cls, packed: Mapping[str, Any]) -> Self:
        """Return the judge that was packed.

        Raises
        ------
        KeyError, TypeError, ValueError
            That is no judge.
        """
        kind = Kind(str(packed["embedder"]), str(packed["reader"]))
        columns = np.array([packed["features"][name] for name in kind.features], np.float64)
        if columns.shape != (len(kind.features), 3) or not np.isfinite(columns).all():
            raise ValueError("each feature needs centre, spread and weight")
        centre, spread, weights = columns.T
        threshold, constant = float(packed["threshold"]), float(packed["constant"])
        return cls(kind, threshold, centre, spread, weights, constant)


def fit_judge(kind: Kind, rows: Rows, carries: Sequence[bool], threshold: float = 0.5) -> Judge:
    """Fit a judge to rows of which it is known whether the passage carries the answer."""
    # Imported here because it takes a second, which no question should pay for.
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    centre, spread = rows.mean(axis=0), rows.std(axis=0)
    # What hardly changes tells nothing, and its spread would be kept as 0.
    spread[spread < 10.0**-_DIGITS] = 1.0
    logistic = LogisticRegression(C=1.0 / PENALTY, max_iter=5000, tol=1e-8)
    logistic.fit((rows - centre) / spread, np.asarray(carries, dtype=int))
    weights, constant = logistic.coef_[0], float(logistic.intercept_[0])
    fitted = Judge(kind, threshold, centre, spread, weights, constant)
    return Judge.unpacked(fitted.packed())


def load_judges(path: Path) -> dict[str, Judge]:
    """Return all judges of a file, by label.

    Raises
    ------
    JudgeError
        The file cannot be read, or is none of judges; the message names it.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise ValueError(f"format {data['format']!r} instead of {FORMAT}")
        judges = [Judge.unpacked(packed) for packed in data["judges"]]
    except OSError as error:
        raise JudgeError(f"cannot read {path}: {error.strerror}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise JudgeError(f"{path} is no file of judges: {error}") from error
    return {judge.kind.label: judge for judge in judges}


def save_judges(path: Path, judges: Mapping[str, Judge]) -> None:
    """Write judges to a file.

    Raises
    ------
    OSError
        It cannot be written.
    """
    packed = [judges[label].packed() for label in sorted(judges)]
    text = json.dumps({"format": FORMAT, "judges": packed}, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8")
