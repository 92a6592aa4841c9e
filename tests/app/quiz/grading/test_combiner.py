"""The combiner gives probabilities and points, whatever part of the answers it was fitted to."""

from __future__ import annotations

import json
from itertools import compress

import numpy as np
import pytest
from numpy.typing import NDArray

from app.quiz.grading.combiner import BEST_SCORE, JUDGEMENTS, Combiner, fit_combiner
from app.study.records import Judgement

Rows = NDArray[np.float64]
NAMES = ("a", "b", "c", "d", "noise")
POINTS = np.array([5.0, 3.0, 1.0, 0.0])


@pytest.fixture
def truth() -> NDArray[np.intp]:
    return np.random.default_rng(2).integers(0, 4, 240)


@pytest.fixture
def rows(truth: NDArray[np.intp]) -> Rows:
    """Features of which the first four tell the judgement, all of them at places of their own."""
    noise = np.random.default_rng(3).normal(0, 0.25, (len(truth), len(NAMES)))
    noise[:, :4] += np.eye(4)[truth]
    return noise * [1, 10, 0.1, 1, 1] + [0, -40, 3, 0, 7]


def judgements(truth: NDArray[np.intp]) -> list[Judgement | None]:
    return [JUDGEMENTS[each] for each in truth]


def fitted(
    rows: Rows,
    judged: list[Judgement | None],
    scores: Rows,
    importance: Rows | None = None,
    names: tuple[str, ...] = NAMES,
) -> Combiner:
    ones = np.ones(len(rows)) if importance is None else importance
    return fit_combiner(names, rows, judged, scores, importance=ones, score_importance=ones)


def test_it_tells_judgements_and_scores_apart(rows: Rows, truth: NDArray[np.intp]) -> None:
    combiner = fitted(rows, judgements(truth), POINTS[truth])
    shares = combiner.probabilities(rows)
    assert (shares.argmax(axis=1) == truth).mean() > 0.95
    assert shares.sum(axis=1) == pytest.approx(1.0, abs=1e-12)
    assert (shares > 0).all()
    assert np.abs(combiner.scores(rows) - POINTS[truth]).mean() < 0.7


def test_probabilities_sum_to_one_and_scores_stay_in_range_for_the_strangest_answers(
    rows: Rows, truth: NDArray[np.intp]
) -> None:
    combiner = fitted(rows, judgements(truth), POINTS[truth])
    strange = np.array([[1e6] * 5, [-1e6] * 5, [0.0] * 5, [1e6, -1e6, 0, 0, 0]])
    assert combiner.probabilities(strange).sum(axis=1) == pytest.approx(1.0)
    scores = combiner.scores(strange)
    assert scores.min() >= 0.0
    assert scores.max() <= BEST_SCORE


def test_the_same_answers_give_the_same_file(rows: Rows, truth: NDArray[np.intp]) -> None:
    once, again = (
        json.dumps(fitted(rows, judgements(truth), POINTS[truth]).packed()) for _ in range(2)
    )
    assert once == again


def test_it_is_already_as_its_file_says(rows: Rows, truth: NDArray[np.intp]) -> None:
    combiner = fitted(rows, judgements(truth), POINTS[truth])
    kept = Combiner.unpacked(json.loads(json.dumps(combiner.packed())))
    assert kept.features == NAMES
    assert (kept.probabilities(rows) == combiner.probabilities(rows)).all()
    assert (kept.scores(rows) == combiner.scores(rows)).all()


def test_its_file_names_every_feature_for_people(rows: Rows, truth: NDArray[np.intp]) -> None:
    packed = fitted(rows, judgements(truth), POINTS[truth]).packed()
    assert set(packed["judgements"]) == {each.value for each in Judgement}
    for told in (*packed["judgements"].values(), packed["score"]):
        assert list(told) == [*NAMES, "constant"]
    assert packed["judgements"]["covered"]["a"] > 0 > packed["judgements"]["partly"]["a"]


@pytest.mark.parametrize("kept", [{0, 2}, {1, 3}, {0, 1, 2}])
def test_a_judgement_that_no_answer_has_keeps_no_chance(
    rows: Rows, truth: NDArray[np.intp], kept: set[int]
) -> None:
    there = np.isin(truth, list(kept))
    combiner = fitted(rows[there], judgements(truth[there]), POINTS[truth[there]])
    shares = combiner.probabilities(rows[there])
    missing = [place for place in range(4) if place not in kept]
    assert shares[:, missing].max() < 1e-6
    assert (shares.argmax(axis=1) == truth[there]).mean() > 0.95


def test_the_only_judgement_there_is_is_certain(rows: Rows) -> None:
    only: list[Judgement | None] = [Judgement.MISSED] * len(rows)
    shares = fitted(rows, only, np.full(len(rows), np.nan)).probabilities(rows)
    assert shares[:, JUDGEMENTS.index(Judgement.MISSED)].min() > 0.999


def test_with_scores_alone_no_judgement_is_likelier_than_another(
    rows: Rows, truth: NDArray[np.intp]
) -> None:
    combiner = fitted(rows, [None] * len(rows), POINTS[truth])
    assert combiner.probabilities(rows) == pytest.approx(0.25)
    assert np.corrcoef(combiner.scores(rows), POINTS[truth])[0, 1] > 0.9


def test_with_judgements_alone_every_score_is_zero(rows: Rows, truth: NDArray[np.intp]) -> None:
    combiner = fitted(rows, judgements(truth), np.full(len(rows), np.nan))
    assert (combiner.scores(rows) == 0.0).all()
    assert (combiner.probabilities(rows).argmax(axis=1) == truth).mean() > 0.95


def test_each_answer_may_have_one_of_both(rows: Rows, truth: NDArray[np.intp]) -> None:
    odd = np.arange(len(rows)) % 2 == 1
    known = [each if chosen else None for each, chosen in zip(judgements(truth), odd, strict=True)]
    combiner = fitted(rows, known, np.where(odd, np.nan, POINTS[truth]))
    assert (combiner.probabilities(rows).argmax(axis=1) == truth).mean() > 0.9
    assert np.corrcoef(combiner.scores(rows), POINTS[truth])[0, 1] > 0.9


def test_what_does_not_count_changes_nothing_but_the_scale(
    rows: Rows, truth: NDArray[np.intp]
) -> None:
    counts = np.arange(len(rows)) % 3 != 0
    liars: list[Judgement | None] = [
        each if count else Judgement.COVERED
        for each, count in zip(judgements(truth), counts, strict=True)
    ]
    scores = np.where(counts, POINTS[truth], 5.0)
    honest = fitted(rows, judgements(truth), POINTS[truth], counts.astype(float))
    lied = fitted(rows, liars, scores, counts.astype(float))
    assert lied.packed() == honest.packed()
    assert list(compress(liars, counts)) == list(compress(judgements(truth), counts))


def test_a_feature_that_never_changes_tells_nothing(rows: Rows, truth: NDArray[np.intp]) -> None:
    names = (*NAMES, "still", "nearly still")
    still = np.column_stack([rows, np.full(len(rows), 0.3), 0.1 + 1e-7 * rows[:, 0]])
    combiner = fitted(still, judgements(truth), POINTS[truth], names=names)
    usual = fitted(rows, judgements(truth), POINTS[truth])
    assert combiner.probabilities(still) == pytest.approx(usual.probabilities(rows), abs=1e-3)
    assert combiner.scores(still) == pytest.approx(usual.scores(rows), abs=1e-2)
    elsewhere = still + np.array([0, 0, 0, 0, 0, 1.0, 0])
    assert np.isfinite(combiner.probabilities(elsewhere)).all()
