"""How far a grader agrees with people, with how sure that figure is.

Answers to one question resemble each other, so the intervals come from a bootstrap that draws whole
groups (Field and Welsh, "Bootstrapping clustered data", 2007). A draw is a row of counts, how often
each group was drawn, and every figure is computed for all rows at once from weighted sums. The
first row counts each group once, which gives the figure of the data itself by the same formula.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Numbers = Sequence[float] | NDArray[np.floating] | NDArray[np.integer]
Texts = Sequence[str] | NDArray[np.str_]

NAN = float("nan")
CELLS_AT_ONCE = 2_000_000
"""Largest number of cells of a table of draws by answers: 16 MB, whatever the number of answers."""


@dataclass(frozen=True)
class Figure:
    """A figure with its 95 % percentile interval; NaN where it is not defined.

    Draws in which it is not defined are left out of the interval. A single group has no interval:
    nothing is known of how groups differ.
    """

    value: float
    low: float = NAN
    high: float = NAN


@dataclass(frozen=True)
class ScoreAgreement:
    """How far scores agree.

    Attributes
    ----------
    n, groups : int
        Answers, and groups that they belong to.
    pearson, spearman : Figure
        Correlations, in [-1, 1]; not defined when either side is constant.
    rmse, mae : Figure
        Root mean square and mean absolute difference, in points.
    kappa : Figure
        Quadratic-weighted kappa after rounding to half points, halves upwards.
    constant : float
        The score that a constant predictor would give every answer.
    constant_is_mean : bool
        Whether that is the mean of these very answers, which no other constant beats in RMSE.
    constant_rmse, constant_mae : Figure
        What the constant predictor is worth; the constant stays the same in every draw.
    """

    n: int
    groups: int
    pearson: Figure
    spearman: Figure
    rmse: Figure
    mae: Figure
    kappa: Figure
    constant: float
    constant_is_mean: bool
    constant_rmse: Figure
    constant_mae: Figure


@dataclass(frozen=True)
class LabelFigures:
    """How far one label agrees; ``support`` counts the answers that truly have it.

    Precision is not defined for a label never given, nor recall for one that no answer has.
    """

    label: str
    support: int
    precision: Figure
    recall: Figure
    f1: Figure


@dataclass(frozen=True)
class LabelAgreement:
    """How far labels agree.

    Attributes
    ----------
    macro_f1 : Figure
        Mean F1 over the labels that are either true or given somewhere.
    kappa : Figure or None
        Quadratic-weighted kappa by position; None when the labels have no order.
    per_label : tuple of LabelFigures
        In the order of the labels.
    confusion : tuple of tuple of int
        Answers by true label (row) and given label (column), in the order of the labels.
    """

    n: int
    groups: int
    accuracy: Figure
    macro_f1: Figure
    kappa: Figure | None
    per_label: tuple[LabelFigures, ...]
    confusion: tuple[tuple[int, ...], ...]


def score_agreement(
    true: Numbers,
    given: Numbers,
    groups: Texts,
    *,
    constant: float | None = None,
    rng_seed: int = 0,
    resamples: int = 1000,
) -> ScoreAgreement:
    """Compare the scores that a grader gave with the true ones.

    The same seed draws the same groups for every grader that is measured on the same answers.

    Parameters
    ----------
    groups : sequence of str
        What each answer belongs to, usually its question.
    constant : float, optional
        The score of the constant predictor; else the mean of `true`.

    Raises
    ------
    ValueError
        The arguments are not equally long, or a score is not a finite number.
    """
    x, y = _finite(true), _finite(given)
    _require_equal_lengths(x, y, groups)
    draws = _Draws(groups, rng_seed, resamples)
    chosen = constant if constant is not None else float(x.mean()) if len(x) else NAN
    steps_x, steps_y = (np.floor(2.0 * each + 0.5) for each in (x, y))
    return ScoreAgreement(
        n=len(x),
        groups=draws.groups,
        pearson=_figure(_pearson(draws, x, y)),
        spearman=_figure(_spearman(draws, x, y)),
        rmse=_figure(np.sqrt(draws.mean((x - y) ** 2))),
        mae=_figure(draws.mean(abs(x - y))),
        kappa=_figure(_quadratic_kappa(draws, steps_x, steps_y)),
        constant=chosen,
        constant_is_mean=constant is None,
        constant_rmse=_figure(np.sqrt(draws.mean((x - chosen) ** 2))),
        constant_mae=_figure(draws.mean(abs(x - chosen))),
    )


def label_agreement(
    true_labels: Texts,
    given_labels: Texts,
    groups: Texts,
    *,
    labels: Sequence[str] | None = None,
    ordered: bool = False,
    rng_seed: int = 0,
    resamples: int = 1000,
) -> LabelAgreement:
    """Compare the labels that a grader gave with the true ones.

    Parameters
    ----------
    labels : sequence of str, optional
        Every label there is, in order; else those that occur, sorted.
    ordered : bool
        Whether the order of `labels` means something, from lowest to highest or back.

    Raises
    ------
    ValueError
        The arguments are not equally long, a label is not one of `labels`, or labels are called
        ordered without being named.
    """
    if ordered and labels is None:
        raise ValueError("labels that are ordered must be named in their order")
    _require_equal_lengths(true_labels, given_labels, groups)
    names = (
        list(map(str, labels))
        if labels is not None
        else sorted({*map(str, true_labels), *map(str, given_labels)})
    )
    true, given = _positions(true_labels, names), _positions(given_labels, names)
    draws = _Draws(groups, rng_seed, resamples)
    tables = draws.confusion(true, given, len(names))
    hits = np.diagonal(tables, axis1=1, axis2=2)
    has, gets = tables.sum(axis=2), tables.sum(axis=1)
    # As a ratio of counts F1 is 0, not undefined, for a label that one side alone has.
    f1 = _ratio(2.0 * hits, has + gets)
    kappa = _quadratic_kappa(draws, true.astype(float), given.astype(float)) if ordered else None
    return LabelAgreement(
        n=len(true),
        groups=draws.groups,
        accuracy=_figure(_ratio(hits.sum(axis=1), tables.sum(axis=(1, 2)))),
        macro_f1=_figure(_ratio(np.nansum(f1, axis=1), np.isfinite(f1).sum(axis=1))),
        kappa=_figure(kappa) if kappa is not None else None,
        per_label=tuple(
            LabelFigures(
                label=name,
                support=int(has[0, at]),
                precision=_figure(_ratio(hits[:, at], gets[:, at])),
                recall=_figure(_ratio(hits[:, at], has[:, at])),
                f1=_figure(f1[:, at]),
            )
            for at, name in enumerate(names)
        ),
        confusion=tuple(tuple(map(int, row)) for row in tables[0]),
    )


def surest(confidence: Numbers, right: Sequence[bool] | NDArray[np.bool_], share: float) -> float:
    """Return the accuracy on the share of answers with the highest confidence.

    The share is rounded to whole answers, at least one; of equally sure answers the earlier ones
    count. NaN without answers.

    Raises
    ------
    ValueError
        The share is not in (0, 1], or the arguments are not what they should be.
    """
    if not 0.0 < share <= 1.0:
        raise ValueError(f"a share must be in (0, 1], not {share}")
    sure, hits = _finite(confidence), np.asarray(right, dtype=float)
    _require_equal_lengths(sure, hits)
    if not len(sure):
        return NAN
    kept = max(1, round(share * len(sure)))
    return float(hits[np.argsort(-sure, kind="stable")[:kept]].mean())


def calibration_error(
    confidence: Numbers, right: Sequence[bool] | NDArray[np.bool_], bins: int = 10
) -> float:
    """Return the expected calibration error, in [0, 1]; NaN without answers.

    The mean difference of accuracy and confidence over bins of equal width, each with its upper
    edge, weighted by their answers (Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017, eq. 3).

    Raises
    ------
    ValueError
        A confidence is not in [0, 1], or the arguments are not equally long.
    """
    sure, hits = _finite(confidence), np.asarray(right, dtype=float)
    _require_equal_lengths(sure, hits)
    if not len(sure):
        return NAN
    if sure.min() < 0.0 or sure.max() > 1.0:
        raise ValueError("a confidence must be in [0, 1]")
    which = np.digitize(sure, np.arange(1, bins) / bins, right=True)
    return float(abs(np.bincount(which, weights=hits - sure)).sum() / len(sure))


def as_json(agreement: ScoreAgreement | LabelAgreement) -> dict[str, object]:
    """Return the figures by name; one that is not defined is null, as JSON has no NaN."""

    def shown(fields: list[tuple[str, object]]) -> dict[str, object]:
        return {
            name: None if isinstance(value, float) and math.isnan(value) else value
            for name, value in fields
        }

    return asdict(agreement, dict_factory=shown)


class _Draws:
    """How often each group counts: once in the first row, as drawn in the others."""

    def __init__(self, groups: Texts, rng_seed: int, resamples: int) -> None:
        names, self.group = np.unique(np.asarray(groups, dtype=str), return_inverse=True)
        self.groups = len(names)
        drawn = np.empty((0, self.groups))
        # One group would be drawn alike each time, and look surer than many.
        if self.groups > 1:
            rng, shares = np.random.default_rng(rng_seed), np.full(self.groups, 1.0 / self.groups)
            drawn = rng.multinomial(self.groups, shares, size=resamples).astype(float)
        self.counts: Array = np.vstack([np.ones((1, self.groups)), drawn])

    def totals(self, values: Array) -> Array:
        """Return the sum of each column of values (answers × columns) in each draw."""
        by_group = np.zeros((self.groups, values.shape[1]))
        np.add.at(by_group, self.group, values)
        return self.counts @ by_group

    def mean(self, values: Array) -> Array:
        """Return the mean of values in each draw."""
        sums = self.totals(np.column_stack([values, np.ones(len(values))]))
        return _ratio(sums[:, 0], sums[:, 1])

    def confusion(self, true: NDArray[np.intp], given: NDArray[np.intp], size: int) -> Array:
        """Return the table of true (row) and given (column) positions in each draw."""
        cells = (self.group * size + true) * size + given
        by_group = np.bincount(cells, minlength=self.groups * size * size)
        tables: Array = self.counts @ by_group.reshape(self.groups, size * size)
        return tables.reshape(len(self.counts), size, size)


def _pearson(draws: _Draws, x: Array, y: Array) -> Array:
    if not len(x):
        return np.full(len(draws.counts), NAN)
    # Far from zero the squares would swallow the differences.
    _, _, spread_x, spread_y, shared = _moments(draws, x - x.mean(), y - y.mean())
    return _ratio(shared, np.sqrt(spread_x * spread_y)).clip(-1.0, 1.0)


def _quadratic_kappa(draws: _Draws, x: Array, y: Array) -> Array:
    """Return Cohen's kappa with quadratic weights, of whole steps.

    The weighted disagreement is the mean of (x - y)², and what chance would give is the sum of both
    variances and of the squared difference of the means, so that kappa is Lin's concordance
    coefficient of the steps (Fleiss and Cohen 1973; Lin 1989).
    """
    mean_x, mean_y, spread_x, spread_y, shared = _moments(draws, x, y)
    return _ratio(2.0 * shared, spread_x + spread_y + (mean_x - mean_y) ** 2)


def _moments(draws: _Draws, x: Array, y: Array) -> tuple[Array, Array, Array, Array, Array]:
    """Return both means, both variances and the covariance (each divided by n) in each draw."""
    mean_x, mean_y, square_x, square_y = map(draws.mean, (x, y, x * x, y * y))
    spread_x, spread_y = square_x - mean_x**2, square_y - mean_y**2
    # What rounding leaves of a constant is not a variance.
    spread_x[spread_x <= 1e-12 * square_x] = 0.0
    spread_y[spread_y <= 1e-12 * square_y] = 0.0
    return mean_x, mean_y, spread_x, spread_y, draws.mean(x * y) - mean_x * mean_y


def _spearman(draws: _Draws, x: Array, y: Array) -> Array:
    """Return Pearson's r of the ranks, which each draw has its own; ties share their mean rank."""
    found = np.full(len(draws.counts), NAN)
    step = max(1, CELLS_AT_ONCE // max(1, len(x)))
    for start in range(0, len(found) if len(x) else 0, step):
        rows = slice(start, start + step)
        counts = draws.counts[rows][:, draws.group]
        ranks_x, ranks_y = _centred_ranks(x, counts), _centred_ranks(y, counts)
        shared, spread_x, spread_y = (
            np.einsum("ij,ij,ij->i", counts, left, right)
            for left, right in ((ranks_x, ranks_y), (ranks_x, ranks_x), (ranks_y, ranks_y))
        )
        found[rows] = _ratio(shared, np.sqrt(spread_x * spread_y))
    return found.clip(-1.0, 1.0)


def _centred_ranks(values: Array, counts: Array) -> Array:
    """Return each answer's mean rank less the mean of all ranks, by draw."""
    order = np.argsort(values, kind="stable")
    _, firsts, which = np.unique(values[order], return_index=True, return_inverse=True)
    ties = np.add.reduceat(counts[:, order], firsts, axis=1)
    last = np.cumsum(ties, axis=1)
    ranks = last - (ties - 1.0) / 2.0 - (last[:, -1:] + 1.0) / 2.0
    by_answer: Array = np.empty_like(counts)
    by_answer[:, order] = ranks[:, which]
    return by_answer


def _figure(by_draw: Array) -> Figure:
    value, drawn = float(by_draw[0]), by_draw[1:]
    drawn = drawn[np.isfinite(drawn)]
    if math.isnan(value) or not len(drawn):
        return Figure(value)
    low, high = np.percentile(drawn, (2.5, 97.5))
    return Figure(value, float(low), float(high))


def _ratio(above: NDArray[np.number], below: NDArray[np.number]) -> Array:
    """Divide; NaN where there is nothing to divide by."""
    found = np.full(np.shape(below), NAN)
    np.divide(above, below, out=found, where=below > 0)
    return found


def _finite(values: Numbers) -> Array:
    numbers = np.asarray(values, dtype=float)
    if not np.isfinite(numbers).all():
        raise ValueError("every value must be a finite number")
    return numbers


def _positions(labels: Texts, names: Sequence[str]) -> NDArray[np.intp]:
    known = {name: at for at, name in enumerate(names)}
    for each in labels:
        if each not in known:
            raise ValueError(f"“{each}” is not one of the labels {', '.join(names)}")
    return np.array([known[each] for each in labels], dtype=np.intp)


def _require_equal_lengths(*columns: Texts | Numbers) -> None:
    lengths = [len(column) for column in columns]
    if len(set(lengths)) > 1:
        raise ValueError(f"every answer needs one of each, but there are {lengths}")
