"""A probe is the ridge regression of the textbooks, and estimates nothing that it has seen."""

from __future__ import annotations

import json

import numpy as np
import pytest
from numpy.typing import NDArray
from sklearn.linear_model import Ridge

from app.quiz.grading.probe import STEPS, Probe, ProbeFit

RIDGE = 0.7


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(5)


@pytest.fixture
def blocks(rng: np.random.Generator) -> list[NDArray[np.float32]]:
    """Two inputs of unlike width, size and place."""
    return [
        rng.normal(2.0, 3.0, (24, 7)).astype(np.float32),
        rng.normal(-50.0, 40.0, (24, 3)).astype(np.float32),
    ]


@pytest.fixture
def targets(blocks: list[NDArray[np.float32]], rng: np.random.Generator) -> NDArray[np.float64]:
    told = np.column_stack([blocks[0][:, 0], blocks[1][:, 2] / 20])
    return (told + rng.normal(0, 0.1, told.shape)).astype(np.float64)


@pytest.mark.parametrize("weighted", [False, True])
def test_it_is_ridge_regression_on_standardized_inputs(
    blocks: list[NDArray[np.float32]],
    targets: NDArray[np.float64],
    rng: np.random.Generator,
    weighted: bool,
) -> None:
    fit = ProbeFit.of(blocks)
    importance = rng.choice([1.0, 2.0], 24) if weighted else np.ones(24)
    rows = np.ones(24, dtype=bool)
    expected = Ridge(alpha=RIDGE)
    # The constant is the mean of the targets, so the inputs are not centred again.
    expected.fit_intercept = False
    mean = np.average(targets, axis=0, weights=importance)
    expected.fit(fit.inputs.astype(float), targets - mean, sample_weight=importance)

    probe = fit.probe(["a", "b"], rows, targets, importance, RIDGE)

    given = probe(np.concatenate(blocks, axis=1))
    assert probe.outputs == ("a", "b")
    assert given == pytest.approx(expected.predict(fit.inputs) + mean, abs=1e-3)


def test_without_weights_it_is_sklearns_ridge_with_its_own_constant(
    blocks: list[NDArray[np.float32]], targets: NDArray[np.float64]
) -> None:
    fit = ProbeFit.of(blocks)
    probe = fit.probe(["a", "b"], np.ones(24, dtype=bool), targets, np.ones(24), RIDGE)
    raw = np.concatenate(blocks, axis=1).astype(float)
    standard = (raw - fit.mean) / fit.spread
    new = standard[:5] + 0.01
    expected = Ridge(alpha=RIDGE).fit(standard, targets).predict(new)
    assert probe((new * fit.spread + fit.mean).astype(np.float32)) == pytest.approx(
        expected, abs=1e-3
    )


def test_every_input_counts_the_same_however_wide_and_large_it_is(
    blocks: list[NDArray[np.float32]],
) -> None:
    inputs = ProbeFit.of(blocks).inputs
    assert (inputs[:, :7] ** 2).sum() == pytest.approx((inputs[:, 7:] ** 2).sum(), rel=1e-3)
    assert (inputs**2).sum() / 24 == pytest.approx(1.0, rel=1e-3)


def test_an_input_that_never_changes_tells_nothing_and_breaks_nothing(
    blocks: list[NDArray[np.float32]], targets: NDArray[np.float64]
) -> None:
    still = np.full((24, 2), 3.0, np.float32)
    fit = ProbeFit.of([*blocks, still])
    probe = fit.probe(["a", "b"], np.ones(24, dtype=bool), targets, np.ones(24), RIDGE)
    assert np.isfinite(probe.weights).all()
    assert probe.weights[:, -2:] == pytest.approx(0.0)


def test_an_estimate_never_uses_its_own_fold(
    blocks: list[NDArray[np.float32]], targets: NDArray[np.float64]
) -> None:
    fit, folds = ProbeFit.of(blocks), np.arange(24) // 4
    before = fit.unseen(folds, targets, np.ones(24), RIDGE)
    lied = targets.copy()
    lied[folds == 2] += 1000.0

    after = fit.unseen(folds, lied, np.ones(24), RIDGE)

    assert (after[folds == 2] == before[folds == 2]).all()
    assert not (after[folds != 2] == before[folds != 2]).any()


def test_the_estimate_of_a_fold_is_that_of_a_probe_of_the_others(
    blocks: list[NDArray[np.float32]], targets: NDArray[np.float64]
) -> None:
    fit, folds = ProbeFit.of(blocks), np.arange(24) % 3
    unseen = fit.unseen(folds, targets, np.ones(24), RIDGE)
    for fold in range(3):
        probe = fit.probe(["a", "b"], folds != fold, targets, np.ones(24), RIDGE)
        given = probe(np.concatenate(blocks, axis=1))
        assert unseen[folds == fold] == pytest.approx(given[folds == fold], abs=1e-3)


def test_rows_without_importance_are_estimated_but_never_learnt_from(
    blocks: list[NDArray[np.float32]], targets: NDArray[np.float64]
) -> None:
    fit, folds = ProbeFit.of(blocks), np.arange(24) % 4
    importance = np.where(np.arange(24) % 5 == 0, 0.0, 1.0)
    before = fit.unseen(folds, targets, importance, RIDGE)
    lied = np.where(importance[:, None] == 0, 1e6, targets)

    after = fit.unseen(folds, lied, importance, RIDGE)

    assert (after == before).all()
    assert (before[importance == 0] != 0).all()


def test_a_row_counts_as_often_as_its_importance_says(
    blocks: list[NDArray[np.float32]], targets: NDArray[np.float64]
) -> None:
    fit, rows = ProbeFit.of(blocks), np.ones(24, dtype=bool)
    twice = np.concatenate([np.arange(24), [3]])
    doubled = ProbeFit(fit.mean, fit.spread, fit.inputs[twice], fit.kernel[np.ix_(twice, twice)])
    importance = np.where(np.arange(24) == 3, 2.0, 1.0)
    one = fit.probe(["a", "b"], rows, targets, importance, RIDGE)
    other = doubled.probe(["a", "b"], np.ones(25, dtype=bool), targets[twice], np.ones(25), RIDGE)
    assert one.weights == pytest.approx(other.weights, rel=1e-3, abs=1e-6)
    assert one.bias == pytest.approx(other.bias, abs=1e-3)


def test_three_digits_of_every_weight_survive_its_file(rng: np.random.Generator) -> None:
    sizes = np.array([[1e-5], [1.0], [300.0]])
    weights = (rng.normal(0, 1, (3, 500)) * sizes).astype(np.float32)
    probe = Probe(("a", "b", "c"), weights, np.array([0.25, -1.5, 0.0]))

    packed = json.loads(json.dumps(probe.packed()))
    kept = Probe.unpacked(packed)

    assert kept.outputs == probe.outputs
    assert kept.bias == pytest.approx(probe.bias, abs=1e-6)
    largest = np.abs(weights).max(axis=1, keepdims=True)
    assert (np.abs(kept.weights - weights) <= 0.51 * largest / STEPS).all()
    assert {abs(each) for row in packed.values() for each in row["weights"]} <= set(range(1000))
    assert kept.packed() == probe.packed()


def test_weights_of_nothing_stay_nothing() -> None:
    probe = Probe(("a",), np.zeros((1, 4), np.float32), np.array([0.5]))
    assert probe.rounded()(np.ones((2, 4), np.float32)) == pytest.approx(0.5)


def test_joined_probes_give_the_outputs_of_both(rng: np.random.Generator) -> None:
    first, second = (
        Probe((name,), rng.normal(0, 1, (1, 4)).astype(np.float32), rng.normal(0, 1, 1))
        for name in "ab"
    )
    inputs = rng.normal(0, 1, (3, 4)).astype(np.float32)
    both = first.joined(second)
    assert both.outputs == ("a", "b")
    assert (both(inputs) == np.column_stack([first(inputs), second(inputs)])).all()
