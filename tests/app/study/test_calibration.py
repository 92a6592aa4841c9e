"""Predictions are compared with what happened, by figures that can be checked by hand."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest
from scipy.stats import binomtest

from app.study.calibration import (
    ENOUGH,
    Advantage,
    Prediction,
    bins_of,
    calibrated,
    log_losses,
    moving_average,
    rmse_bins,
    wilson,
)

SURE = Prediction("a", 0.9, recalled=True, days=5, number=2, lapses=0)


def predictions(*outcomes: tuple[float, bool]) -> list[Prediction]:
    return [
        replace(SURE, answer=f"{n:04}", expected=expected, recalled=recalled)
        for n, (expected, recalled) in enumerate(outcomes)
    ]


def test_the_interval_of_a_share_is_wilsons() -> None:
    assert wilson(8, 10) == (pytest.approx(0.4902, abs=1e-4), pytest.approx(0.9433, abs=1e-4))
    assert wilson(0, 0) == (0.0, 1.0)
    for successes, count in ((0, 10), (10, 10), (1, 3), (451, 500)):
        known = binomtest(successes, count).proportion_ci(method="wilson")
        assert wilson(successes, count) == pytest.approx((known.low, known.high), abs=1e-9)


def test_log_loss_is_minus_the_logarithm_of_what_happened() -> None:
    assert log_losses([True, False], [0.8, 0.9]) == pytest.approx([-math.log(0.8), math.log(10)])
    assert log_losses([False], [1.0])[0] == pytest.approx(13.8, abs=0.1)  # dear, but not infinite


def test_the_baseline_begins_at_what_is_wanted_and_follows_the_last_fifty() -> None:
    # As if five reviews at 0.9 had been before: 4.5 of 5, then 5.5 of 6, then 5.5 of 7.
    assert moving_average([True, False, True], 0.9) == pytest.approx([0.9, 5.5 / 6, 5.5 / 7])
    late = moving_average([False] * 100 + [True] * 51, 0.9)
    assert late[100] == pytest.approx(4.5 / 55)
    assert late[150] == pytest.approx(54.5 / 55)


def test_bins_hold_what_was_expected_alike() -> None:
    low, high = bins_of([True, True, False, True], [0.52, 0.96, 0.98, 1.0])
    assert (low.low, low.high, low.count, low.observed) == (0.5, 0.6, 1, 1.0)
    assert (high.low, high.count, high.recalled) == (0.95, 3, 2)
    assert high.expected == pytest.approx(0.98)
    assert high.interval == wilson(2, 3)


def test_a_prediction_between_two_bins_is_in_the_upper_one() -> None:
    [found] = bins_of([True], [0.9])
    assert (found.low, found.high) == (0.9, 0.95)


def test_the_error_in_bins_weighs_each_bin_by_its_reviews() -> None:
    # 5 days and 20 days lie in different bins: 3.62 ** 1 = 3.6 and 3.62 ** 2 = 13.1.
    alike = [replace(SURE, expected=0.8), replace(SURE, expected=0.8, recalled=False)]
    other = replace(SURE, expected=0.9, days=20)
    found = rmse_bins([*alike, other], [0.8, 0.8, 0.9])
    assert found == pytest.approx(math.sqrt((2 * 0.3**2 + 1 * 0.1**2) / 3))


@pytest.mark.parametrize(
    "other",
    [replace(SURE, days=20), replace(SURE, number=6), replace(SURE, lapses=1)],
)
def test_interval_number_and_lapses_part_the_bins(other: Prediction) -> None:
    together = rmse_bins([SURE, replace(SURE, recalled=False)], [0.5, 0.5])
    apart = rmse_bins([SURE, replace(other, recalled=False)], [0.5, 0.5])
    assert (together, apart) == (0.0, 0.5)


def test_of_few_reviews_nothing_is_said() -> None:
    assert calibrated([], 0.9).advantage is Advantage.TOO_FEW
    found = calibrated(predictions(*[(0.9, True)] * (ENOUGH - 1)), 0.9)
    assert (found.count, found.recalled) == (ENOUGH - 1, ENOUGH - 1)
    assert found.advantage is Advantage.TOO_FEW
    assert found.schedule is not None
    assert found.schedule.log_loss == pytest.approx(-math.log(0.9))


def test_who_knows_which_ones_are_forgotten_is_better_than_the_mean() -> None:
    chance = random.Random(3)
    hard_and_easy = [(share, chance.random() < share) for share in (0.2, 0.98) * 100]
    found = calibrated(predictions(*hard_and_easy), 0.9)
    assert found.advantage is Advantage.BETTER
    assert found.schedule is not None
    assert found.average is not None
    assert found.schedule.log_loss < found.average.log_loss
    assert found.schedule.error < 0.1


def test_who_is_sure_and_wrong_is_worse_than_the_mean() -> None:
    overconfident = [(0.99, n % 3 > 0) for n in range(120)]
    assert calibrated(predictions(*overconfident), 0.9).advantage is Advantage.WORSE


def test_who_expects_the_mean_is_neither() -> None:
    outcomes = [n % 7 > 0 for n in range(200)]
    mean = moving_average(outcomes, 0.9)
    found = calibrated(predictions(*zip(mean, outcomes, strict=True)), 0.9)
    assert found.advantage is Advantage.UNCLEAR
    assert found.schedule == found.average
