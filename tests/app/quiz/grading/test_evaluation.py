"""What a grader is worth is told in the labels of the file, whichever of them it has."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest
from numpy.typing import NDArray

from app.quiz.grading.alignment import Alignment
from app.quiz.grading.answers import LABELS
from app.quiz.grading.calibration import Judged
from app.quiz.grading.combiner import JUDGEMENTS
from app.quiz.grading.evaluation import evaluate
from app.quiz.grading.measure import Measured, Timed
from app.quiz.grading.wordevidence import WordEvidence
from app.study.records import Judgement
from tests.helpers.measured import labelled, planted, unjudged, unscored

COVERED, PARTLY, MISSED, CONTRADICTED = JUDGEMENTS


@dataclass(frozen=True)
class Said:
    """A grader that has made up its mind."""

    answers: Sequence[Judged]
    sure_from: float = 0.6

    def judge_rows(
        self,
        inputs: Sequence[NDArray[np.float32]],
        aligned: Sequence[Alignment],
        words: Sequence[WordEvidence],
    ) -> list[Judged]:
        assert len(inputs) == len(aligned) == len(words) == len(self.answers)
        return list(self.answers)


def said(*shares: float, score: float = 0.0) -> Judged:
    """Give the probabilities of covered, partly, missed and contradicted."""
    return Judged(dict(zip(JUDGEMENTS, shares, strict=True)), score)


def timed(rows: Sequence[Measured], seconds: float = 0.5) -> list[Timed]:
    return [Timed(row, seconds) for row in rows]


def of_labels(*labels: str) -> list[Timed]:
    """Return one answer for each label."""
    rows = planted(len(labels))
    return timed(
        [
            unscored(labelled(row, label, LABELS[label]))
            for row, label in zip(rows, labels, strict=True)
        ]
    )


def judged_as(*judgements: Judgement) -> list[Timed]:
    rows = planted(len(judgements))
    return timed(
        [
            unscored(replace(row, labelled=replace(row.labelled, judgement=judgement)))
            for row, judgement in zip(rows, judgements, strict=True)
        ]
    )


def test_four_judgements_are_compared_as_they_are() -> None:
    answers = judged_as(COVERED, PARTLY, MISSED, CONTRADICTED, MISSED)
    grader = Said(
        [
            said(0.7, 0.1, 0.1, 0.1),
            said(0.1, 0.7, 0.1, 0.1),
            said(0.1, 0.1, 0.7, 0.1),
            said(0.1, 0.1, 0.1, 0.7),
            said(0.1, 0.7, 0.1, 0.1),
        ]
    )
    found = evaluate(grader, answers)
    assert (found.n, found.questions, found.scores) == (5, 2, None)
    assert found.labels is not None
    assert found.labels.accuracy.value == pytest.approx(0.8)
    names = [each.label for each in found.labels.per_label]
    assert names == ["contradicted", "missed", "partly", "covered"]
    assert found.labels.confusion == ((1, 0, 0, 0), (0, 1, 1, 0), (0, 0, 1, 0), (0, 0, 0, 1))
    assert found.labels.kappa is not None


def test_of_two_labels_only_a_covered_answer_is_correct() -> None:
    answers = of_labels("correct", "incorrect", "incorrect", "incorrect", "correct")
    grader = Said(
        [
            said(0.6, 0.2, 0.1, 0.1),
            said(0.1, 0.6, 0.2, 0.1),
            said(0.1, 0.2, 0.6, 0.1),
            said(0.1, 0.2, 0.1, 0.6),
            # Covered is likeliest of the four, and yet incorrect is likelier than correct.
            said(0.4, 0.3, 0.2, 0.1),
        ]
    )
    labels = evaluate(grader, answers).labels
    assert labels is not None
    assert [each.label for each in labels.per_label] == ["incorrect", "correct"]
    assert labels.confusion == ((3, 0), (1, 1))


def test_of_three_labels_a_half_answer_is_incorrect_and_a_wrong_one_contradictory() -> None:
    answers = of_labels("correct", "contradictory", "incorrect", "incorrect")
    grader = Said(
        [
            said(0.6, 0.2, 0.1, 0.1),
            said(0.1, 0.2, 0.1, 0.6),
            said(0.1, 0.6, 0.2, 0.1),
            said(0.3, 0.2, 0.2, 0.3),
        ]
    )
    labels = evaluate(grader, answers).labels
    assert labels is not None
    assert labels.accuracy.value == 1.0
    assert {each.label for each in labels.per_label} == {"correct", "contradictory", "incorrect"}
    assert labels.kappa is None


def test_of_five_labels_a_half_answer_has_its_own() -> None:
    answers = of_labels(
        "correct", "partially_correct_incomplete", "contradictory", "irrelevant", "non_domain"
    )
    grader = Said(
        [
            said(0.7, 0.1, 0.1, 0.1),
            said(0.1, 0.7, 0.1, 0.1),
            said(0.1, 0.1, 0.1, 0.7),
            said(0.1, 0.1, 0.7, 0.1),
            said(0.1, 0.1, 0.7, 0.1),
        ]
    )
    labels = evaluate(grader, answers).labels
    assert labels is not None
    # Nobody can tell an irrelevant answer from one of another field by the four judgements.
    assert labels.accuracy.value == pytest.approx(0.8)
    assert {each.label: each.f1.value for each in labels.per_label}["non_domain"] == 0.0


@pytest.mark.parametrize("label", ["incorrect", "contradictory", "irrelevant"])
def test_a_file_of_one_label_can_be_measured(label: str) -> None:
    grader = Said([said(0.1, 0.2, 0.3, 0.4), said(0.7, 0.1, 0.1, 0.1)] * 5)
    found = evaluate(grader, of_labels(*[label] * 10))
    assert found.labels is not None
    assert found.labels.accuracy.value == 1.0
    assert found.calibration_error == pytest.approx(0.0, abs=1e-9)


def test_shares_that_add_up_to_a_hair_over_one_are_certain() -> None:
    shares = (0.0, 0.34, 0.55, 0.11)
    assert sum(shares) > 1.0
    found = evaluate(Said([said(*shares)] * 2), of_labels("incorrect", "correct"))
    assert found.calibration_error == pytest.approx(0.5)


def test_scores_are_compared_where_there_are_scores() -> None:
    rows = planted(9)
    some = [unjudged(row) if index < 6 else unscored(row) for index, row in enumerate(rows)]
    points = [row.labelled.score for row in some]
    grader = Said([said(0.25, 0.25, 0.25, 0.25, score=1.0 + (each or 0.0)) for each in points])
    found = evaluate(grader, timed(some))
    assert found.scores is not None
    assert found.labels is not None
    assert (found.n, found.scores.n, found.labels.n) == (9, 6, 3)
    assert found.scores.rmse.value == pytest.approx(1.0)
    assert found.scores.pearson.value == pytest.approx(1.0)


def test_the_constant_is_the_mean_of_these_answers_unless_another_is_given() -> None:
    rows = [unjudged(row) for row in planted(12)]
    grader = Said([said(0.25, 0.25, 0.25, 0.25, score=2.0)] * 12)
    own, given = (evaluate(grader, timed(rows), constant=each).scores for each in (None, 1.5))
    assert own is not None
    assert given is not None
    assert own.constant_is_mean
    assert own.constant == pytest.approx(np.mean([row.labelled.score or 0 for row in rows]))
    assert (given.constant, given.constant_is_mean) == (1.5, False)


def test_the_surest_four_fifths_are_told_apart() -> None:
    answers = judged_as(*[COVERED] * 8, MISSED, MISSED)
    grader = Said([said(0.9, 0.1, 0.0, 0.0)] * 8 + [said(0.5, 0.2, 0.2, 0.1)] * 2)
    found = evaluate(grader, answers)
    assert found.labels is not None
    assert found.labels.accuracy.value == pytest.approx(0.8)
    assert found.surest_accuracy == 1.0
    # The surer bin is right in 8 of 8 and said 0.9; the other in 0 of 2 and said 0.5: what is
    # not covered counts as missed here, and of equals the better is given.
    assert found.calibration_error == pytest.approx(0.8 * 0.1 + 0.2 * 0.5)


def test_what_is_left_to_the_learner_is_what_it_is_not_sure_of() -> None:
    grader = Said([said(0.6, 0.4, 0, 0), said(0.59, 0.41, 0, 0)] * 2, sure_from=0.6)
    assert evaluate(grader, judged_as(*[COVERED] * 4)).unsure == 0.5


def test_times_are_those_of_an_answer() -> None:
    rows = judged_as(*[COVERED] * 21)
    slow = [replace(row, seconds=float(place)) for place, row in enumerate(rows)]
    found = evaluate(Said([said(1, 0, 0, 0)] * 21), slow)
    assert (found.seconds, found.seconds_p95) == (10.0, 19.0)


def test_everything_can_be_told_as_json() -> None:
    rows = planted(8)
    found = evaluate(Said([said(0.4, 0.3, 0.2, 0.1, score=2.0)] * 8), timed(rows)).as_json()
    again = json.loads(json.dumps(found, allow_nan=False))
    assert again == {**found, "labels": again["labels"], "scores": again["scores"]}
    assert again["scores"]["pearson"]["value"] is None
    assert again["labels"]["n"] == again["n"] == 8


def test_nothing_can_be_said_of_no_answers() -> None:
    with pytest.raises(ValueError, match="no answers"):
        evaluate(Said([]), [])
