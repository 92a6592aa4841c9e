"""In which form each key point is asked: first to be recognized, then with a gap, then freely."""

from __future__ import annotations

from collections.abc import Sequence

from fsrs import Rating

from app.study.confidence import LastReview
from app.study.records import Format

CHOICES = ("mixed", "short", "choice", "cloze", "scenario")
"""What the learner may ask for; ``mixed`` is any of them, as it fits the key point."""

SHORT_PER_OTHER = 2
"""Answers in own words for one other in a mixed session of known key points: producing teaches more
than choosing (effect sizes by format in Yang et al. 2021: short answer 0.638, multiple choice
0.567)."""
_LADDER = (Format.CHOICE, Format.CLOZE, Format.SHORT)


def formats_for(
    choice: str, reviews: Sequence[LastReview | None], *, has_gaps: bool = True, engine: bool = True
) -> list[Format]:
    """Return the format of each question of a session.

    In a mixed session a key point climbs from recognition over cued to free recall, a step for each
    review in which it was recalled, and steps down when it was forgotten. Every other new one is
    asked freely at once: trying to answer before being told teaches too, and a session made of
    choices alone teaches least.

    Parameters
    ----------
    reviews : sequence of LastReview or None
        Of each key point in the order of the session; None for a new one.
    has_gaps : bool
        Whether questions with gaps can be made here.
    engine : bool
        Whether there is a model; without one, whoever answers freely is the judge of it, so gaps
        take half of those places.
    """
    if choice in ("short", "choice", "cloze", "scenario"):
        return [Format(choice)] * len(reviews)
    found = [_mixed(place, review, engine) for place, review in enumerate(reviews)]
    if not has_gaps:
        found = [Format.SHORT if each is Format.CLOZE else each for each in found]
    return found


def _mixed(place: int, review: LastReview | None, engine: bool) -> Format:
    every = SHORT_PER_OTHER + 1
    if review is None:
        return Format.SHORT if place % 2 else Format.CHOICE
    rung = _rung(review)
    if _LADDER[rung] is not Format.SHORT:
        return _LADDER[rung]
    # Known ones too are asked in other forms now and then: what is asked alike is learnt by look.
    if place % every == every - 1:
        return Format.CHOICE if place % (2 * every) == every - 1 else Format.CLOZE
    return Format.CLOZE if not engine and place % 2 else Format.SHORT


def _rung(review: LastReview) -> int:
    last = Format.SHORT if review.format is Format.SCENARIO else review.format
    step = 1 if review.rating > Rating.Again else -1
    return min(max(_LADDER.index(last) + step, 0), len(_LADDER) - 1)
