"""From a verdict to FSRS ratings, computed in code and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from fsrs import Rating

from app.study.records import Judgement, PointVerdict

# A key point that was not produced was forgotten: FSRS takes Hard for a successful recall, so
# rating a wrong answer Hard would stretch its interval.
_RATINGS = {
    Judgement.COVERED: Rating.Good,
    Judgement.PARTLY: Rating.Hard,
    Judgement.MISSED: Rating.Again,
    Judgement.CONTRADICTED: Rating.Again,
}


def confidence(points: Iterable[PointVerdict]) -> float:
    """Return the grader's confidence in a whole verdict: that of its least certain key point."""
    return min((point.confidence for point in points), default=0.0)


def rating_for(judgement: Judgement) -> Rating:
    """Return the FSRS rating that a judgement on a key point stands for."""
    return _RATINGS[judgement]


def ratings(points: Iterable[PointVerdict]) -> dict[str, Rating]:
    """Return the rating of each key point of a verdict."""
    return {point.key_point: rating_for(point.judgement) for point in points}
