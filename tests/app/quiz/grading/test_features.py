"""Features stand in one order, by name: a file's numbers mean what they meant."""

from __future__ import annotations

import numpy as np

from app.quiz.grading.alignment import ALIGNMENT_FEATURES, Alignment
from app.quiz.grading.features import FEATURES, OUTPUTS, feature_rows
from app.quiz.grading.wordevidence import WORD_FEATURES, WordEvidence
from app.study.records import Judgement


def test_the_probes_estimate_each_judgement_and_the_score() -> None:
    assert OUTPUTS == ("covered", "partly", "missed", "contradicted", "score")
    assert OUTPUTS[:-1] == tuple(Judgement)


def test_every_feature_has_a_name_of_its_own() -> None:
    assert len(set(FEATURES)) == len(FEATURES)
    assert len(FEATURES) == len(OUTPUTS) + len(ALIGNMENT_FEATURES) + len(WORD_FEATURES)


def test_each_number_stands_under_its_name() -> None:
    estimates = np.array([[1.0, 2.0, 3.0, 4.0, 5.0], [0.1, 0.2, 0.3, 0.4, 0.5]])
    aligned = [Alignment(recall=0.6, precision=0.9), Alignment()]
    said = dict.fromkeys(WORD_FEATURES, 0.0)
    words = [WordEvidence(**{**said, "coverage": 0.7, "length_ratio": -2.0}), WordEvidence(**said)]

    rows = feature_rows(estimates, aligned, words)

    first, second = (dict(zip(FEATURES, row, strict=True)) for row in rows)
    assert first["probe: covered"] == 1.0
    assert first["probe: score"] == 5.0
    assert first["alignment: recall"] == 0.6
    assert first["alignment: precision"] == 0.9
    assert first["words: coverage"] == 0.7
    assert first["words: length_ratio"] == -2.0
    assert second["probe: contradicted"] == 0.4
    known = [value for value in second.values() if not np.isnan(value)]
    assert sum(map(abs, known)) == np.abs(estimates[1]).sum()
    assert np.isnan(second["alignment: nearer_wrong"])
