"""How sure the grader is of a verdict, key point by key point, and how that is said."""

from __future__ import annotations

from app.study.records import Grader, Verdict
from ui import words

SURE = 0.85


def unsure_points(verdict: Verdict, sure_from: float) -> frozenset[str]:
    """Return the ids of the key points that a model judged, but not surely enough to be believed.

    Parameters
    ----------
    sure_from : float
        Confidence in [0, 1] from which the grader is believed.
    """
    if verdict.model is None:
        return frozenset()
    # What the learner has judged meanwhile has a confidence of 1.
    return frozenset(point.key_point for point in verdict.points if point.confidence < sure_from)


def certainty(verdict: Verdict, unsure: frozenset[str]) -> str:
    """Return in a line how much a verdict is to be believed; nothing where that is plain."""
    if unsure:
        return _doubt(verdict, unsure)
    if verdict.grader is Grader.LEARNER:
        return "Your own judgement"
    if verdict.model is None:
        return ""
    share = words.percent(verdict.confidence)
    if verdict.confidence >= SURE:
        return f"The grader is sure ({share}). You may overrule it."
    return f"The grader is fairly sure ({share}). Overrule it where it is wrong."


def _doubt(verdict: Verdict, unsure: frozenset[str]) -> str:
    total = len(verdict.points)
    compare = "Compare with the good answer; the keys 1 to 4 judge."
    if total == 1:
        return f"The grader is unsure ({words.percent(verdict.points[0].confidence)}). {compare}"
    return f"The grader is unsure of {len(unsure)} of {total} key points. {compare}"
