"""Linear probes: what a model's activations say of an answer, by ridge regression.

A probe is a weighted sum of activations (Alain and Bengio, "Understanding intermediate layers using
linear classifier probes", 2016). There are far more activations than answers to fit them to, so the
ridge regression is solved in its dual form, with one unknown per answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Vector = NDArray[np.float64]

STEPS = 999
"""Weights are kept as whole numbers up to this, times one factor per output: three digits."""
_SMALLEST_SPREAD = 1e-4


@dataclass(frozen=True, eq=False)
class Probe:
    """Weights of several outputs over one kind of input.

    Attributes
    ----------
    outputs : tuple of str
        What each output estimates.
    weights : array of float32, [outputs, inputs]
    bias : array of float64, [outputs]
    """

    outputs: tuple[str, ...]
    weights: Matrix
    bias: Vector

    def __call__(self, inputs: Matrix) -> Vector:
        """Return the outputs for rows of inputs, [rows, outputs]."""
        estimates: Vector = inputs.astype(np.float64) @ self.weights.T.astype(np.float64)
        return estimates + self.bias

    def joined(self, other: Self) -> Self:
        """Return one probe with the outputs of both."""
        return type(self)(
            (*self.outputs, *other.outputs),
            np.concatenate([self.weights, other.weights]),
            np.concatenate([self.bias, other.bias]),
        )

    def rounded(self) -> Self:
        """Return the probe as it will be after saving and loading."""
        return self.unpacked(self.packed())

    def packed(self) -> dict[str, Any]:
        """Return the probe as plain numbers, for a file."""
        scales = np.maximum(np.abs(self.weights).max(axis=1), 1e-12) / STEPS
        return {
            name: {
                "bias": round(float(self.bias[i]), 6),
                "scale": float(f"{scales[i]:.6g}"),
                "weights": [int(w) for w in np.rint(self.weights[i] / float(f"{scales[i]:.6g}"))],
            }
            for i, name in enumerate(self.outputs)
        }

    @classmethod
    def unpacked(cls, packed: Mapping[str, Any]) -> Self:
        """Return the probe that was packed."""
        rows = list(packed.values())
        scales = np.array([row["scale"] for row in rows])[:, None]
        weights = np.array([row["weights"] for row in rows], dtype=np.float64) * scales
        bias = np.array([row["bias"] for row in rows], dtype=np.float64)
        return cls(tuple(packed), weights.astype(np.float32), bias)


@dataclass(frozen=True, eq=False)
class ProbeFit:
    """The ridge regression of one set of answers, solved for any targets and any part of them.

    Attributes
    ----------
    mean, spread : arrays of float32, [inputs]
        What the inputs are standardized with; a block's spread includes the root of its width and
        of the number of blocks, so that every block counts the same.
    inputs : array of float32, [rows, inputs]
        Standardized.
    kernel : array of float32, [rows, rows]
    """

    mean: Matrix
    spread: Matrix
    inputs: Matrix
    kernel: Matrix

    @classmethod
    def of(cls, blocks: Sequence[Matrix]) -> Self:
        """Standardize blocks of inputs, each [rows, width], and multiply them out."""
        means, spreads = [], []
        for block in blocks:
            means.append(block.mean(axis=0))
            share = np.sqrt(block.shape[1] * len(blocks))
            spreads.append((block.std(axis=0) + _SMALLEST_SPREAD) * share)
        mean, spread = np.concatenate(means), np.concatenate(spreads)
        inputs = ((np.concatenate(blocks, axis=1) - mean) / spread).astype(np.float32)
        return cls(mean.astype(np.float32), spread.astype(np.float32), inputs, inputs @ inputs.T)

    def solve(
        self, rows: NDArray[np.bool_], targets: Vector, importance: Vector, ridge: float
    ) -> tuple[Vector, Vector]:
        """Return dual weights, [rows, outputs], and constants, for the chosen rows.

        ``importance`` says how much each row counts; 1 is usual.
        """
        chosen = self.kernel[np.ix_(rows, rows)].astype(np.float64)
        chosen[np.diag_indices_from(chosen)] += ridge / importance[rows]
        constant: Vector = np.average(targets[rows], axis=0, weights=importance[rows])
        return np.linalg.solve(chosen, targets[rows] - constant).astype(np.float64), constant

    def probe(
        self,
        outputs: Sequence[str],
        rows: NDArray[np.bool_],
        targets: Vector,
        importance: Vector,
        ridge: float,
    ) -> Probe:
        """Return the probe over raw inputs that the chosen rows give."""
        duals, constant = self.solve(rows, targets, importance, ridge)
        standard = duals.T @ self.inputs[rows].astype(np.float64)
        weights = standard / self.spread
        return Probe(tuple(outputs), weights.astype(np.float32), constant - weights @ self.mean)

    def unseen(
        self, folds: NDArray[np.int64], targets: Vector, importance: Vector, ridge: float
    ) -> Vector:
        """Return an estimate for each row by a regression that has not seen its fold.

        Rows of importance 0 are estimated but never learnt from.
        """
        estimates = np.zeros_like(targets)
        for fold in np.unique(folds):
            learn, rest = (folds != fold) & (importance > 0), folds == fold
            duals, constant = self.solve(learn, targets, importance, ridge)
            estimates[rest] = self.kernel[np.ix_(rest, learn)] @ duals + constant
        return estimates
