"""Fitting to another file adds what it knows, and leaves alone what it does not have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from app.quiz.grading.calibration import Calibration, Judge, Judged
from app.quiz.grading.fit import fit_calibration
from app.quiz.grading.measure import Measured
from app.quiz.grading.refit import refit
from app.quiz.grading.wordevidence import WORD_FEATURES, WordEvidence
from app.study.records import Judgement
from tests.helpers.measured import SCALE, planted, unjudged, unscored

KNOWN, NEW = 2, 7


@pytest.fixture(scope="module")
def base() -> Calibration:
    """Knows what one input says."""
    return fit_calibration(
        planted(300, places=[KNOWN]), SCALE, model="small", fitted_on="noise"
    ).calibration


def judged(judge: Judge, rows: Sequence[Measured]) -> list[Judged]:
    return judge.judge_rows(
        [row.inputs for row in rows], [row.aligned for row in rows], [row.words for row in rows]
    )


def right(judge: Judge, rows: Sequence[Measured]) -> float:
    said = judged(judge, rows)
    return float(
        np.mean([a.judgement is b.labelled.judgement for a, b in zip(said, rows, strict=True)])
    )


def correlation(judge: Judge, rows: Sequence[Measured]) -> float:
    points = [row.labelled.score or 0.0 for row in rows]
    return float(np.corrcoef([each.score for each in judged(judge, rows)], points)[0, 1])


def test_a_signal_that_the_calibration_does_not_know_is_found(base: Calibration) -> None:
    fitted = refit(base, planted(300, seed=2, places=[NEW]))
    new = planted(200, seed=3, places=[NEW])
    assert right(base, new) < 0.4
    assert right(fitted, new) > 0.9
    assert abs(correlation(base, new)) < 0.3
    assert correlation(fitted, new) > 0.85


def test_what_the_calibration_knows_is_kept(base: Calibration) -> None:
    few = refit(base, planted(60, seed=2, places=[KNOWN]))
    assert right(few, planted(200, seed=3, places=[KNOWN])) > 0.85


def test_scores_alone_leave_judgements_as_they_were(base: Calibration) -> None:
    rows = [unjudged(row) for row in planted(300, seed=2, places=[NEW])]
    new = planted(200, seed=3, places=[NEW])
    fitted = refit(base, rows)
    assert [each.probabilities for each in judged(fitted, new)] == [
        each.probabilities for each in judged(base, new)
    ]
    assert correlation(fitted, new) > 0.85


def test_judgements_alone_leave_scores_as_they_were(base: Calibration) -> None:
    new = planted(200, seed=3, places=[NEW])
    fitted = refit(base, [unscored(row) for row in planted(300, seed=2, places=[NEW])])
    assert [each.score for each in judged(fitted, new)] == [
        each.score for each in judged(base, new)
    ]
    assert right(fitted, new) > 0.9


def test_probabilities_still_sum_to_one_and_scores_stay_in_range(base: Calibration) -> None:
    fitted = refit(base, planted(100, seed=2))
    for each in judged(fitted, planted(50, seed=3)):
        assert sum(each.probabilities.values()) == pytest.approx(1.0)
        assert 0.0 <= each.score <= 5.0


def test_a_file_of_one_judgement_is_believed(base: Calibration) -> None:
    only = [
        replace(row, labelled=replace(row.labelled, judgement=Judgement.MISSED))
        for row in planted(60, seed=2)
    ]
    said = judged(refit(base, only), planted(20, seed=3))
    assert {each.judgement for each in said} == {Judgement.MISSED}


def test_words_that_tell_nothing_break_nothing(base: Calibration) -> None:
    silent = WordEvidence(*[0.0] * len(WORD_FEATURES))
    rows = [replace(row, words=silent) for row in planted(300, seed=2, places=[NEW])]
    new = [replace(row, words=silent) for row in planted(100, seed=3, places=[NEW])]
    assert right(refit(base, rows), new) > 0.85


def test_a_new_fit_is_as_sure_as_the_calibration(base: Calibration) -> None:
    assert refit(base, planted(60, seed=2)).sure_from == base.sure_from


def test_the_same_answers_give_the_same_fit(base: Calibration) -> None:
    new = planted(20, seed=3)
    once, again = (judged(refit(base, planted(80, seed=2)), new) for _ in range(2))
    assert once == again


def test_nothing_is_made_of_no_answers(base: Calibration) -> None:
    assert judged(refit(base, planted(60, seed=2)), []) == []


def test_answers_to_one_question_are_too_few(base: Calibration) -> None:
    with pytest.raises(ValueError, match="several questions"):
        refit(base, planted(4, seed=2))


def test_scores_to_one_question_are_too_few_whatever_else_there_is(base: Calibration) -> None:
    rows = planted(80, seed=2)
    some = [row if index < 4 else unscored(row) for index, row in enumerate(rows)]
    with pytest.raises(ValueError, match=r"scores.*several questions"):
        refit(base, some)
