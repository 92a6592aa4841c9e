"""Alignment: how near each word of a reference comes to some word of the answer, inside the model.

Tokens are compared by the cosine of their activations in a middle layer, each token of one text
with the nearest one of the other (after BERTScore, Zhang et al. 2020). Activations share a large
common part, so they are standardized first with mean and spread of tokens of this kind of text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

STEPS = 9999
_SMALLEST = 1e-3


@dataclass(frozen=True, eq=False)
class TokenScale:
    """Mean and spread of tokens' activations in one layer of one model, [width] each."""

    mean: Array
    spread: Array

    @classmethod
    def of(cls, tokens: Iterable[Array]) -> Self:
        """Return the scale of tokens given in pieces, [tokens, width] each."""
        every = np.concatenate(list(tokens))
        return cls(every.mean(axis=0), every.std(axis=0) + _SMALLEST).rounded()

    def unit(self, tokens: Array) -> Array:
        """Return the tokens standardized and brought to length 1."""
        standard = (tokens - self.mean) / self.spread
        lengths = np.linalg.norm(standard, axis=1, keepdims=True)
        unit: Array = standard / np.maximum(lengths, _SMALLEST)
        return unit

    def rounded(self) -> Self:
        """Return the scale as it will be after saving and loading."""
        return self.unpacked(self.packed())

    def packed(self) -> dict[str, Any]:
        """Return the scale as plain numbers, for a file."""
        packed = {}
        for name, values in (("mean", self.mean), ("spread", self.spread)):
            step = float(f"{max(float(np.abs(values).max()), 1e-12) / STEPS:.6g}")
            numbers = " ".join(str(int(each)) for each in np.rint(values / step))
            packed[name] = {"step": step, "values": numbers}
        return packed

    @classmethod
    def unpacked(cls, packed: dict[str, Any]) -> Self:
        """Return the scale that was packed."""
        mean, spread = (
            np.array([int(each) for each in packed[name]["values"].split()], np.float32)
            * np.float32(packed[name]["step"])
            for name in ("mean", "spread")
        )
        return cls(mean, np.maximum(spread, np.float32(_SMALLEST)))


@dataclass(frozen=True)
class Alignment:
    """How a reference's tokens are met by an answer's; each figure is a mean cosine in [-1, 1].

    Attributes
    ----------
    recall : float
        Over all tokens of the reference.
    best_half, worst_third : float
        Over those that are met best and worst.
    precision : float
        Over all tokens of the answer.
    """

    recall: float = 0.0
    best_half: float = 0.0
    worst_third: float = 0.0
    precision: float = 0.0

    def row(self) -> NDArray[np.float64]:
        """Return the figures in the order of :data:`ALIGNMENT_FEATURES`."""
        return np.array(astuple(self))


ALIGNMENT_FEATURES = tuple(f"alignment: {field.name}" for field in fields(Alignment))


def align(scale: TokenScale, reference: Array, answer: Array) -> Alignment:
    """Compare the tokens of a reference with those of an answer, [tokens, width] each."""
    if not len(reference) or not len(answer):
        return Alignment()
    cosines = scale.unit(reference) @ scale.unit(answer).T
    met = np.sort(cosines.max(axis=1))[::-1]
    return Alignment(
        recall=float(met.mean()),
        best_half=float(met[: max(1, len(met) // 2)].mean()),
        worst_third=float(met[-max(1, len(met) // 3) :].mean()),
        precision=float(cosines.max(axis=0).mean()),
    )
