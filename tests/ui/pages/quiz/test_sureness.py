"""Below a confidence that the core names, the learner decides, key point by key point."""

from __future__ import annotations

import pytest

from app.study.records import Grader, Judgement, PointVerdict, Verdict, score_of
from ui.pages.quiz.sureness import certainty, unsure_points


def verdict(
    *confidences: float, grader: Grader = Grader.ENGINE, model: str | None = "Small"
) -> Verdict:
    """Return a verdict on key points a, b, …"""
    points = tuple(
        PointVerdict(name, Judgement.PARTLY, confidence)
        for name, confidence in zip("abc", confidences, strict=False)
    )
    score = score_of(point.judgement for point in points)
    return Verdict("answer", points, score, min(confidences), grader, model)


def test_each_key_point_is_sure_or_not_by_itself() -> None:
    assert unsure_points(verdict(0.9, 0.69, 0.7), 0.7) == {"b"}


def test_where_no_model_judged_there_is_no_doubt() -> None:
    assert unsure_points(verdict(0.1, grader=Grader.CODE, model=None), 0.7) == frozenset()


def test_what_the_learner_judged_is_certain_and_the_rest_is_not() -> None:
    assert unsure_points(verdict(1.0, 0.5, grader=Grader.LEARNER), 0.7) == {"b"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (verdict(0.92), "The grader is sure (92 %)"),
        (verdict(0.72), "The grader is fairly sure (72 %)"),
        (verdict(0.5), "The grader is unsure (50 %)"),
        (verdict(0.9, 0.5, 0.6), "The grader is unsure of 2 of 3 key points"),
        (verdict(1.0, 0.5, grader=Grader.LEARNER), "The grader is unsure of 1 of 2 key points"),
        (verdict(1.0, 0.9, grader=Grader.LEARNER), "Your own judgement"),
        (verdict(1.0, grader=Grader.CODE, model=None), ""),
    ],
)
def test_it_is_said_in_a_line(given: Verdict, said: str) -> None:
    line = certainty(given, unsure_points(given, 0.7))
    assert line.startswith(said)
    assert bool(line) == bool(said)
