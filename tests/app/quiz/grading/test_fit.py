"""A fit finds what tells judgements apart, wherever it is, and says from when it is sure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.quiz.grading.calibration import Calibration
from app.quiz.grading.features import SCORE_FEATURES
from app.quiz.grading.fit import fit_calibration
from app.quiz.grading.measure import Measured
from app.quiz.grading.reader import INPUTS
from app.quiz.grading.table import RIGHT_WHEN_SURE
from app.study.records import Judgement
from tests.helpers.measured import SCALE, planted, unjudged, unscored


def fitted(rows: list[Measured]) -> Calibration:
    return fit_calibration(rows, SCALE, model="small", fitted_on="noise").calibration


def right(calibration: Calibration, rows: list[Measured]) -> float:
    """Return the share of answers that are judged as people did."""
    judged = calibration.judge_rows(
        [row.inputs for row in rows], [row.aligned for row in rows], [row.words for row in rows]
    )
    hits = [a.judgement is b.labelled.judgement for a, b in zip(judged, rows, strict=True)]
    return sum(hits) / len(hits)


def scores(calibration: Calibration, rows: list[Measured]) -> list[float]:
    judged = calibration.judge_rows(
        [row.inputs for row in rows], [row.aligned for row in rows], [row.words for row in rows]
    )
    return [each.score for each in judged]


@pytest.mark.parametrize("place", [0, len(INPUTS) - 1])
def test_a_signal_in_one_input_is_found_and_holds_for_new_answers(place: int) -> None:
    calibration = fitted(planted(400, places=[place]))
    assert right(calibration, planted(200, seed=2, places=[place])) > 0.9


def test_noise_is_not_taken_for_a_signal() -> None:
    calibration = fitted(planted(300, places=[]))
    assert right(calibration, planted(200, seed=2, places=[])) < 0.4
    assert calibration.sure_from == 1.0 or calibration.sure_from > 0.6


def test_the_same_answers_give_the_same_file(tmp_path: Path) -> None:
    for name in ("once", "again"):
        fitted(planted(80)).save(tmp_path / name)
    assert (tmp_path / "once").read_bytes() == (tmp_path / "again").read_bytes()


def test_answers_that_do_not_count_are_not_learnt_from() -> None:
    rows = planted(300)
    liars = [
        replace(row, labelled=replace(row.labelled, judgement=Judgement.COVERED), importance=0.0)
        for row in planted(300, seed=5)
    ]
    assert right(fitted([*rows, *liars]), planted(200, seed=2)) > 0.85


def test_scores_are_those_of_people() -> None:
    new = planted(100, seed=2)
    points = [row.labelled.score or 0.0 for row in new]
    given = scores(fitted(planted(400)), new)
    assert np.corrcoef(given, points)[0, 1] > 0.8
    assert np.mean(given) == pytest.approx(np.mean(points), abs=0.5)


def test_scores_that_do_not_count_are_not_learnt_from() -> None:
    liars = [
        replace(row, labelled=replace(row.labelled, score=5.0), score_importance=0.0)
        for row in planted(300, seed=5)
    ]
    new = planted(100, seed=2)
    calibration = fitted([*planted(300), *liars])
    points = [row.labelled.score or 0.0 for row in new]
    assert np.mean(scores(calibration, new)) == pytest.approx(np.mean(points), abs=0.5)
    assert right(calibration, new) > 0.9


def test_a_score_comes_from_nothing_that_differs_between_classes() -> None:
    combiner = fitted(planted(100)).combiner
    used = {
        name
        for name, weight in zip(combiner.features, combiner.score_weights, strict=True)
        if weight
    }
    assert used <= set(SCORE_FEATURES)
    assert not any("coverage" in name for name in used)


def test_from_its_confidence_on_nine_of_ten_are_right() -> None:
    rows, new = planted(600, strength=2.0), planted(600, seed=2, strength=2.0)
    calibration = fitted(rows)
    assert 0.5 < calibration.sure_from < 1.0
    judged = calibration.judge_rows(
        [row.inputs for row in new], [row.aligned for row in new], [row.words for row in new]
    )
    sure = [
        said.judgement is row.labelled.judgement
        for said, row in zip(judged, new, strict=True)
        if said.confidence >= calibration.sure_from
    ]
    assert 0.1 * len(new) < len(sure) < len(new)
    assert np.mean(sure) == pytest.approx(RIGHT_WHEN_SURE, abs=0.06)


def test_gold_answers_alone_say_from_when_a_judgement_is_sure() -> None:
    easy = planted(600, strength=4.0)
    hard = [replace(row, gold=True) for row in planted(300, seed=3, strength=1.5)]
    alike = [replace(row, gold=False) for row in hard]
    assert fitted([*easy, *hard]).sure_from > fitted([*easy, *alike]).sure_from + 0.05


def test_whoever_is_nearly_always_right_is_sure_from_even_odds() -> None:
    assert fitted(planted(240, strength=3.3)).sure_from == 0.5


def test_answers_to_one_question_are_too_few() -> None:
    rows = planted(4)
    assert len({row.labelled.rubric.question for row in rows}) == 1
    with pytest.raises(ValueError, match="several questions"):
        fitted(rows)


@pytest.mark.parametrize(("without", "name"), [(unjudged, "judged"), (unscored, "scored")])
def test_judgements_and_scores_are_both_needed(
    without: Callable[[Measured], Measured], name: str
) -> None:
    with pytest.raises(ValueError, match=f"needs {name} answers"):
        fitted([without(row) for row in planted(80)])
