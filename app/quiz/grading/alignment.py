"""Alignment: how near each word of a reference comes to some word of the answer, inside the model.

Tokens are compared by the cosine of their activations in a middle layer, each token of one text
with the nearest one of the other (after BERTScore, Zhang et al. 2020). Activations share a large
common part, so they are standardized first with mean and spread of tokens of this kind of text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from math import nan
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


@dataclass(frozen=True, eq=False)
class Tokens:
    """Activations of every token of an answer and of what it is compared with, [tokens, width].

    Attributes
    ----------
    reference, answer : array
        Read with the answer first, so the reference is read knowing what was answered.
    claim, wrong, said : array, tuple of array, array
        Reference, misconceptions and answer, read in this order.
    """

    reference: Array
    answer: Array
    claim: Array
    wrong: tuple[Array, ...]
    said: Array


@dataclass(frozen=True)
class Alignment:
    """How the tokens of reference, misconceptions and answer are near each other.

    Each figure is a mean of cosines in [-1, 1], of differences of two such, or a share. Those that
    compare with misconceptions are NaN where there are none.

    Attributes
    ----------
    recall : float
        Over all tokens of the reference, with the answer first.
    best_half, worst_third : float
        Over those that are met best and worst.
    precision : float
        Over all tokens of the answer.
    claim_recall, claim_precision : float
        The same as recall and precision, with the reference first.
    wrong_recall, wrong_precision : float
        The same for the misconception that is nearest.
    nearer_wrong, nearer_wrong_most, nearer_wrong_least : float
        How much nearer the answer's tokens are to a misconception than to the reference: over all,
        over the quarter for which that is most, and over that for which it is least.
    share_wrong : float
        The share of the answer's tokens that are nearer to a misconception.
    """

    recall: float = 0.0
    best_half: float = 0.0
    worst_third: float = 0.0
    precision: float = 0.0
    claim_recall: float = 0.0
    claim_precision: float = 0.0
    wrong_recall: float = nan
    wrong_precision: float = nan
    nearer_wrong: float = nan
    nearer_wrong_most: float = nan
    nearer_wrong_least: float = nan
    share_wrong: float = nan

    def row(self) -> NDArray[np.float64]:
        """Return the figures in the order of :data:`ALIGNMENT_FEATURES`."""
        return np.array(astuple(self))


ALIGNMENT_FEATURES = tuple(f"alignment: {field.name}" for field in fields(Alignment))


def align(scale: TokenScale, tokens: Tokens) -> Alignment:
    """Compare the tokens of an answer with those of its reference and of the misconceptions."""
    if not len(tokens.reference) or not len(tokens.answer) or not len(tokens.said):
        return Alignment()
    cosines = scale.unit(tokens.reference) @ scale.unit(tokens.answer).T
    met = np.sort(cosines.max(axis=1))[::-1]
    claim, said = scale.unit(tokens.claim), scale.unit(tokens.said)
    to_claim = said @ claim.T
    against = {}
    wrong = [said @ scale.unit(each).T for each in tokens.wrong if len(each)]
    if wrong:
        nearest = np.max([each.max(axis=1) for each in wrong], axis=0)
        nearer = np.sort(nearest - to_claim.max(axis=1))
        quarter = max(1, len(nearer) // 4)
        against = {
            "wrong_recall": max(float(each.max(axis=0).mean()) for each in wrong),
            "wrong_precision": max(float(each.max(axis=1).mean()) for each in wrong),
            "nearer_wrong": float(nearer.mean()),
            "nearer_wrong_most": float(nearer[-quarter:].mean()),
            "nearer_wrong_least": float(nearer[:quarter].mean()),
            "share_wrong": float((nearer > 0).mean()),
        }
    return Alignment(
        recall=float(met.mean()),
        best_half=float(met[: max(1, len(met) // 2)].mean()),
        worst_third=float(met[-max(1, len(met) // 3) :].mean()),
        precision=float(cosines.max(axis=0).mean()),
        claim_recall=float(to_claim.max(axis=0).mean()),
        claim_precision=float(to_claim.max(axis=1).mean()),
        **against,
    )
