"""The grader leans to what this learner decides, once enough was decided, and never wildly."""

from __future__ import annotations

import random

import pytest

from app.quiz.grading.overrules import ENOUGH, Leaning, leaning, learning_sentence
from app.study.records import Judgement

COVERED, PARTLY, MISSED, CONTRADICTED = Judgement
UNSURE = {COVERED: 0.4, PARTLY: 0.45, MISSED: 0.1, CONTRADICTED: 0.05}

Judged = list[tuple[Judgement, Judgement]]


def overruled(times: int, given: Judgement = PARTLY, now: Judgement = COVERED) -> Judged:
    return [(given, now)] * times


AGREED: Judged = [(each, each) for each in Judgement for _ in range(25)]


@pytest.mark.parametrize("judged", [[], AGREED, [*AGREED, *overruled(ENOUGH - 1)]])
def test_nothing_is_learnt_from_few_overrules(judged: Judged) -> None:
    assert leaning(judged) == Leaning()
    assert leaning(judged).applied(UNSURE) == pytest.approx(UNSURE)


def test_a_learner_who_raises_verdicts_gets_higher_ones() -> None:
    learnt = leaning([*AGREED, *overruled(ENOUGH)])
    assert learnt.learnt_from == ENOUGH
    after = learnt.applied(UNSURE)
    assert after[COVERED] > UNSURE[COVERED]
    assert after[PARTLY] < UNSURE[PARTLY]
    assert max(after, key=lambda each: after[each]) is COVERED
    assert sum(after.values()) == pytest.approx(1.0)


def test_judgements_that_nobody_changed_keep_their_odds() -> None:
    after = leaning([*AGREED, *overruled(ENOUGH)]).applied(UNSURE)
    before = UNSURE[MISSED] / UNSURE[CONTRADICTED]
    assert after[MISSED] / after[CONTRADICTED] == pytest.approx(before)


def test_overrules_that_cancel_out_teach_nothing() -> None:
    both = [*overruled(ENOUGH, PARTLY, COVERED), *overruled(ENOUGH, COVERED, PARTLY)]
    learnt = leaning([*AGREED, *both])
    assert learnt.learnt_from == 2 * ENOUGH
    assert learnt.applied(UNSURE) == pytest.approx(UNSURE)


def test_factors_are_how_much_likelier_each_judgement_is_now() -> None:
    factors = leaning(overruled(40)).factors
    # 0 became 40, and 40 became 0, each with 20 that speak for the grader.
    assert factors[COVERED] / factors[MISSED] == pytest.approx((40 + 20) / (0 + 20))
    assert factors[PARTLY] / factors[MISSED] == pytest.approx((0 + 20) / (40 + 20))


def test_the_same_share_of_overrules_teaches_more_the_more_there_are() -> None:
    some, many = (leaning(overruled(times)).applied(UNSURE)[COVERED] for times in (40, 400))
    assert UNSURE[COVERED] < some < many < 1.0


def test_what_the_grader_is_sure_of_survives_a_strong_leaning() -> None:
    sure = {COVERED: 0.001, PARTLY: 0.001, MISSED: 0.997, CONTRADICTED: 0.001}
    after = leaning([*AGREED, *overruled(100)]).applied(sure)
    assert max(after, key=lambda each: after[each]) is MISSED


def test_the_order_of_the_verdicts_does_not_matter() -> None:
    judged = [*AGREED, *overruled(35), *overruled(10, MISSED, PARTLY)]
    shuffled = random.Random(2).sample(judged, len(judged))
    assert leaning(shuffled).factors == pytest.approx(leaning(judged).factors)


def test_the_learner_is_told_how_far_learning_is() -> None:
    assert learning_sentence([*AGREED, *overruled(3)]) == (
        "From 30 overruled judgements on, the grader learns from them; so far there are 3."
    )
    assert learning_sentence([*AGREED, *overruled(31)]) == (
        "The grader has learnt from 31 judgements that you overruled."
    )
