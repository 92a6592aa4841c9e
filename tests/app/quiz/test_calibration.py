"""The calibration turns what was measured into probabilities, and can be fitted again."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.paths import CALIBRATION
from app.quiz.calibration import FEATURES, JUDGEMENTS, Calibration, Features, fit
from app.study.records import Judgement


def a_measurement(rng: random.Random, judgement: Judgement) -> Features:
    values = dict.fromkeys(FEATURES, 0.0)
    for name in FEATURES:
        values[name] = rng.gauss(0.0, 0.1)
    values[FEATURES[JUDGEMENTS.index(judgement)]] += 1.0
    return Features(**values)


@pytest.fixture
def sample() -> tuple[list[Features], list[Judgement]]:
    rng = random.Random(7)
    labels = [rng.choice(JUDGEMENTS) for _ in range(200)]
    return [a_measurement(rng, label) for label in labels], labels


def test_a_fit_finds_what_tells_the_judgements_apart(
    sample: tuple[list[Features], list[Judgement]],
) -> None:
    rows, labels = sample
    calibration = fit(rows, labels, fitted_on="a test")
    found = [calibration.probabilities(row) for row in rows]
    right = [
        max(p, key=lambda each: p[each]) is label for p, label in zip(found, labels, strict=True)
    ]
    assert sum(right) / len(right) > 0.95
    assert all(abs(sum(p.values()) - 1.0) < 1e-9 for p in found)


def test_fitting_twice_gives_the_same(sample: tuple[list[Features], list[Judgement]]) -> None:
    assert fit(*sample, fitted_on="x", steps=50) == fit(*sample, fitted_on="x", steps=50)


def test_parameters_survive_their_file(
    tmp_path: Path, sample: tuple[list[Features], list[Judgement]]
) -> None:
    rows, labels = sample
    calibration = fit(rows, labels, fitted_on="a test")
    calibration.save(tmp_path / "c.json")
    loaded = Calibration.load(tmp_path / "c.json")
    assert loaded.fitted_on == "a test"
    before, after = calibration.probabilities(rows[0]), loaded.probabilities(rows[0])
    assert all(abs(before[each] - after[each]) < 0.01 for each in JUDGEMENTS)


def test_parameters_for_other_features_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text('{"features": ["mood"], "weights": {}, "fitted_on": ""}')
    with pytest.raises(ValueError, match="fit it again"):
        Calibration.load(path)


def test_the_shipped_parameters_are_for_what_is_measured() -> None:
    calibration = Calibration.load(CALIBRATION)
    assert set(calibration.weights) == set(JUDGEMENTS)
    assert calibration.fitted_on
