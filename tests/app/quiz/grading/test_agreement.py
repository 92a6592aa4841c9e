"""Agreement is what the textbooks say, and never surer than the number of questions allows."""

from __future__ import annotations

import json
import math
import time
from dataclasses import fields

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import stats
from sklearn import metrics

from app.quiz.grading.agreement import (
    Figure,
    as_json,
    calibration_error,
    label_agreement,
    score_agreement,
    surest,
)
from app.study.records import Judgement

Scores = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.str_]]
ORDER = ["covered", "partly", "missed", "contradicted"]


def is_nan(figure: Figure) -> bool:
    return all(map(math.isnan, (figure.value, figure.low, figure.high)))


@pytest.fixture(scope="module")
def scores() -> Scores:
    """Scores in half points and what a middling grader gives, for 40 questions."""
    rng = np.random.default_rng(3)
    ease = rng.normal(3.0, 1.0, 40).repeat(28)
    true = np.clip(np.round(2 * (ease + rng.normal(0, 1, 1120))) / 2, 0, 5)
    given = np.clip(true + rng.normal(0.2, 1.0, 1120), 0, 5)
    return true, given, np.array([f"question {number // 28}" for number in range(1120)])


@pytest.fixture(scope="module")
def labels() -> tuple[list[str], list[str], list[str]]:
    rng = np.random.default_rng(4)
    true = [ORDER[at] for at in rng.integers(0, 4, 300)]
    given = [each if rng.random() < 0.6 else ORDER[rng.integers(0, 4)] for each in true]
    return true, given, [f"q{number % 30}" for number in range(300)]


def test_scores_by_hand() -> None:
    found = score_agreement([0, 1, 2, 5], [1, 1, 3, 3], ["a", "a", "b", "b"])
    assert found.n == 4
    assert found.groups == 2
    assert found.mae.value == 1.0
    assert found.rmse.value == pytest.approx(math.sqrt(6 / 4))
    # Deviations from the means 2 and 2: -2, -1, 0, 3 and -1, -1, 1, 1.
    assert found.pearson.value == pytest.approx(6 / math.sqrt(14 * 4))
    assert found.kappa.value == pytest.approx(2 * 6 / (14 + 4))
    # Ranks 1, 2, 3, 4 and 1.5, 1.5, 3.5, 3.5.
    assert found.spearman.value == pytest.approx(4 / math.sqrt(5 * 4))


def test_the_constant_predictor_is_the_mean_unless_one_is_given() -> None:
    mean = score_agreement([0, 1, 2, 5], [0, 0, 0, 0], ["a", "a", "b", "b"])
    assert (mean.constant, mean.constant_is_mean) == (2.0, True)
    assert mean.constant_rmse.value == pytest.approx(math.sqrt(14 / 4))
    assert mean.constant_mae.value == 1.5
    given = score_agreement([0, 1, 2, 5], [0, 0, 0, 0], ["a", "a", "b", "b"], constant=5.0)
    assert (given.constant, given.constant_is_mean) == (5.0, False)
    assert given.constant_mae.value == 3.0


def test_halves_between_two_steps_go_up_in_kappa() -> None:
    assert score_agreement([0.5, 2.5], [0.25, 2.25], ["a", "b"]).kappa.value == 1.0


def test_score_figures_are_those_of_scipy_and_sklearn(scores: Scores) -> None:
    true, given, groups = scores
    found = score_agreement(true, given, groups)
    assert found.pearson.value == pytest.approx(stats.pearsonr(true, given).statistic)
    assert found.spearman.value == pytest.approx(stats.spearmanr(true, given).statistic)
    assert found.rmse.value == pytest.approx(metrics.root_mean_squared_error(true, given))
    assert found.mae.value == pytest.approx(metrics.mean_absolute_error(true, given))
    steps = [np.floor(2 * each + 0.5).astype(int) for each in (true, given)]
    kappa = metrics.cohen_kappa_score(*steps, weights="quadratic", labels=range(11))
    assert found.kappa.value == pytest.approx(kappa)


def test_the_interval_is_that_of_a_bootstrap_written_out(scores: Scores) -> None:
    true, given, groups = scores
    found = score_agreement(true, given, groups, rng_seed=5, resamples=300)
    rng = np.random.default_rng(99)
    members = [np.flatnonzero(groups == name) for name in np.unique(groups)]
    drawn: dict[str, list[float]] = {"pearson": [], "spearman": [], "rmse": []}
    for _ in range(300):
        rows = np.concatenate([members[at] for at in rng.integers(0, len(members), len(members))])
        drawn["pearson"].append(stats.pearsonr(true[rows], given[rows]).statistic)
        drawn["spearman"].append(stats.spearmanr(true[rows], given[rows]).statistic)
        drawn["rmse"].append(metrics.root_mean_squared_error(true[rows], given[rows]))
    for name, values in drawn.items():
        figure = getattr(found, name)
        width = np.percentile(values, 97.5) - np.percentile(values, 2.5)
        assert figure.low < figure.value < figure.high
        assert figure.low == pytest.approx(np.percentile(values, 2.5), abs=0.25 * width)
        assert figure.high == pytest.approx(np.percentile(values, 97.5), abs=0.25 * width)


def test_an_interval_covers_the_truth_as_often_as_it_says() -> None:
    rng = np.random.default_rng(6)
    covered = 0
    for seed in range(60):
        # A grader that is off by 1 on average, by one error for all four answers of a question.
        errors = rng.choice([0.0, 2.0], 50).repeat(4)
        groups = [f"{number // 4}" for number in range(200)]
        mae = score_agreement(np.zeros(200), errors, groups, rng_seed=seed, resamples=200).mae
        covered += mae.low <= 1.0 <= mae.high
    assert 52 <= covered <= 60


def test_answers_that_share_a_question_are_no_more_evidence_than_one() -> None:
    rng = np.random.default_rng(7)
    errors = rng.normal(0, 1, 30)
    once = score_agreement(np.zeros(30), errors, [str(n) for n in range(30)])
    often = score_agreement(
        np.zeros(300), errors.repeat(10), [str(n) for n in np.arange(30).repeat(10)]
    )
    assert often.mae.value == pytest.approx(once.mae.value)
    assert (often.mae.low, often.mae.high) == pytest.approx((once.mae.low, once.mae.high))


def test_the_same_seed_gives_the_same_figures_in_any_order_of_answers(scores: Scores) -> None:
    first = score_agreement(*scores, rng_seed=1, resamples=100)
    assert score_agreement(*scores, rng_seed=1, resamples=100) == first
    assert score_agreement(*scores, rng_seed=2, resamples=100).rmse.low != first.rmse.low
    turned = score_agreement(*(each[::-1] for each in scores), rng_seed=1, resamples=100)
    for field in ("pearson", "spearman", "rmse", "kappa"):
        assert getattr(turned, field).high == pytest.approx(getattr(first, field).high)


def test_a_thousand_draws_of_a_thousand_answers_take_little_time(scores: Scores) -> None:
    started = time.process_time()
    score_agreement(*scores)
    assert time.process_time() - started < 3.0


def test_the_tables_of_many_answers_are_made_in_parts(
    scores: Scores, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = score_agreement(*scores, resamples=50).spearman
    monkeypatch.setattr("app.quiz.grading.agreement.CELLS_AT_ONCE", 7000)
    assert score_agreement(*scores, resamples=50).spearman == whole


@pytest.mark.parametrize("constant", [4.2, 0.1, 0.0])
def test_correlations_with_a_constant_are_not_defined(constant: float) -> None:
    for pair in (([constant] * 7, range(7)), (range(7), [constant] * 7)):
        found = score_agreement(*map(list, pair), list("aabbccd"))
        assert is_nan(found.pearson)
        assert is_nan(found.spearman)
        assert found.kappa.value == 0.0
        assert found.rmse.low <= found.rmse.value <= found.rmse.high


def test_kappa_is_not_defined_where_chance_agrees_as_well() -> None:
    found = score_agreement([3.0, 3.0], [3.0, 3.0], ["a", "b"])
    assert is_nan(found.kappa)
    assert found.rmse == Figure(0.0, 0.0, 0.0)


def test_draws_without_a_figure_are_left_out_of_its_interval() -> None:
    # A draw of "a" alone or "b" alone is constant, if only up to rounding.
    true, given = [5.5] * 7 + [1.1] * 3, [0.6] * 7 + [0.7] * 3
    found = score_agreement(true, given, list("aaaaaaabbb"), resamples=50)
    assert (found.pearson.low, found.pearson.high) == pytest.approx((-1.0, -1.0))
    assert (found.spearman.low, found.spearman.high) == pytest.approx((-1.0, -1.0))


def test_one_group_has_figures_without_interval() -> None:
    found = score_agreement([1, 2, 3], [1, 3, 2], ["a"] * 3)
    assert found.pearson.value == pytest.approx(0.5)
    assert math.isnan(found.pearson.low)
    assert math.isnan(found.rmse.high)


def test_no_answers_have_no_figures() -> None:
    found = score_agreement([], [], [])
    assert found.n == found.groups == 0
    figures = [getattr(found, each.name) for each in fields(found)]
    assert all(is_nan(each) for each in figures if isinstance(each, Figure))
    for ordered in (False, True):
        labelled = label_agreement([], [], [], labels=ORDER, ordered=ordered)
        assert is_nan(labelled.accuracy)
        assert is_nan(labelled.macro_f1)
    assert label_agreement([], [], []).confusion == ()


def test_figures_that_are_not_defined_are_null_in_json() -> None:
    found = as_json(score_agreement([3.0, 3.0], [3.0, 3.0], ["a", "b"]))
    assert json.loads(json.dumps(found, allow_nan=False))["pearson"] == {
        "value": None,
        "low": None,
        "high": None,
    }
    told = as_json(label_agreement(["x"], ["y"], ["a"]))
    row = json.loads(json.dumps(told, allow_nan=False))["per_label"][0]
    assert (row["label"], row["recall"]["value"], row["precision"]["value"]) == ("x", 0.0, None)


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_a_score_that_is_no_number_is_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        score_agreement([1.0, bad], [1.0, 2.0], ["a", "b"])


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match=r"\[2, 1, 2\]"):
        score_agreement([1, 2], [1], ["a", "b"])
    with pytest.raises(ValueError, match=r"\[1, 1, 0\]"):
        label_agreement(["x"], ["x"], [])
    with pytest.raises(ValueError, match=r"\[1, 2\]"):
        surest([0.5], [True, False], 0.5)


def test_labels_by_hand() -> None:
    found = label_agreement(list("xxxyyz"), list("xxyyxy"), list("aabbcc"))
    assert found.accuracy.value == pytest.approx(3 / 6)
    assert found.confusion == ((2, 1, 0), (1, 1, 0), (0, 1, 0))
    x, y, z = found.per_label
    assert (x.label, x.support) == ("x", 3)
    assert (x.precision.value, x.recall.value) == pytest.approx((2 / 3, 2 / 3))
    assert (y.precision.value, y.recall.value) == pytest.approx((1 / 3, 1 / 2))
    assert y.f1.value == pytest.approx(2 / 5)
    assert math.isnan(z.precision.value)
    assert (z.recall.value, z.f1.value) == (0.0, 0.0)
    assert found.macro_f1.value == pytest.approx((2 / 3 + 2 / 5 + 0) / 3)
    assert found.kappa is None


def test_label_figures_are_those_of_sklearn(labels: tuple[list[str], list[str], list[str]]) -> None:
    true, given, groups = labels
    found = label_agreement(true, given, groups, labels=ORDER, ordered=True)
    assert found.accuracy.value == pytest.approx(metrics.accuracy_score(true, given))
    assert found.macro_f1.value == pytest.approx(metrics.f1_score(true, given, average="macro"))
    assert found.macro_f1.low < found.macro_f1.value < found.macro_f1.high
    kappa = metrics.cohen_kappa_score(true, given, labels=ORDER, weights="quadratic")
    assert found.kappa is not None
    assert found.kappa.value == pytest.approx(kappa)
    assert found.kappa.low < kappa < found.kappa.high
    table = metrics.confusion_matrix(true, given, labels=ORDER)
    assert [list(row) for row in found.confusion] == table.tolist()
    columns = metrics.precision_recall_fscore_support(true, given, labels=ORDER)
    for row, expected in zip(found.per_label, zip(*columns, strict=True), strict=True):
        measured = (row.precision.value, row.recall.value, row.f1.value, row.support)
        assert measured == pytest.approx(expected)


def test_a_label_that_never_occurs_does_not_count_in_macro_f1() -> None:
    found = label_agreement(["covered", "missed"], ["covered", "missed"], ["a", "b"], labels=ORDER)
    assert found.macro_f1 == Figure(1.0, 1.0, 1.0)
    assert found.per_label[1].support == 0
    assert is_nan(found.per_label[1].f1)


def test_judgements_are_labels() -> None:
    given = [Judgement.COVERED, Judgement.COVERED]
    found = label_agreement(list(Judgement)[:2], given, ["a", "b"], labels=list(Judgement))
    assert [row.label for row in found.per_label] == ORDER
    assert found.accuracy.value == 0.5


def test_labels_that_nobody_named_are_refused() -> None:
    with pytest.raises(ValueError, match=r"“right” is not one of the labels covered, partly"):
        label_agreement(["covered"], ["right"], ["a"], labels=ORDER)
    with pytest.raises(ValueError, match="named in their order"):
        label_agreement(["covered"], ["partly"], ["a"], ordered=True)


def test_the_surest_share_is_the_head_of_the_list_by_confidence() -> None:
    confidence, right = [0.6, 0.9, 0.6, 0.8], [True, True, False, False]
    assert surest(confidence, right, 0.25) == 1.0
    assert surest(confidence, right, 0.5) == 0.5
    assert surest(confidence, right, 0.75) == pytest.approx(2 / 3)
    assert surest(confidence, right, 1.0) == 0.5
    assert surest(confidence, right, 0.01) == 1.0
    assert surest([0.7, 0.9] * 20, [True, True] * 15 + [False, True] * 5, 0.875) == 1.0
    assert math.isnan(surest([], [], 0.8))
    with pytest.raises(ValueError, match="share"):
        surest(confidence, right, 0.0)


def test_calibration_error_by_hand() -> None:
    # Two bins: 0.5 and 0.3 with half right, 0.9 and 1.0 with all right.
    found = calibration_error([0.5, 0.3, 0.9, 1.0], [True, False, True, True], bins=2)
    assert found == pytest.approx(0.5 * abs(0.5 - 0.4) + 0.5 * abs(1.0 - 0.95))
    assert calibration_error([1.0, 0.0], [True, False]) == 0.0
    assert calibration_error([1.0], [False]) == 1.0
    assert math.isnan(calibration_error([], []))
    with pytest.raises(ValueError, match=r"\[0, 1\]"):
        calibration_error([1.2], [True])
