"""What a session came to: what was learned, what comes back when, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from fsrs import Rating, State

from app.content.types import KeyPoint
from app.quiz.outcome import Outcome
from app.study.log import StudyLog
from app.study.records import Card


class Change(StrEnum):
    """What a session did to a key point."""

    NEW = "new"  # recalled the first time
    RECOVERED = "recovered"  # recalled after it had been forgotten
    KEPT = "kept"  # recalled once more
    FORGOTTEN = "forgotten"  # missed after it had been learnt
    MISSED = "missed"  # missed, and not learnt before either


COMES_BACK = (Change.FORGOTTEN, Change.MISSED)


@dataclass(frozen=True)
class PointSummary:
    """One key point after a session.

    Attributes
    ----------
    days_since : int or None
        Whole days between the review before and the session; None for a new key point.
    due : datetime or None
        When it comes back; None where it is not scheduled.
    days_ahead : int
        Calendar days of the learner until then.
    hinted : bool
        Whether help was given.
    """

    point: KeyPoint
    change: Change
    rating: Rating
    days_since: int | None
    due: datetime | None
    days_ahead: int
    hinted: bool = False

    @property
    def is_recalled(self) -> bool:
        """Whether it was recalled, at least partly."""
        return self.change not in COMES_BACK


@dataclass(frozen=True)
class Summary:
    """A whole session.

    Attributes
    ----------
    answers, right : int
        Planned questions that were answered, and those of them in which all was covered at least
        partly. Follow-ups came right after an answer and say nothing of what was known.
    points : tuple of PointSummary
        In the order in which they were first asked about.
    """

    answers: int
    right: int
    points: tuple[PointSummary, ...]

    def of(self, *changes: Change) -> tuple[PointSummary, ...]:
        """Return the key points with one of some changes, those that come back first in front."""
        found = [each for each in self.points if each.change in changes]
        return tuple(sorted(found, key=lambda each: (each.due is None, each.days_ahead)))


def summarize(outcomes: Sequence[Outcome], log: StudyLog, now: datetime) -> Summary:
    """Sum up the answers of a session by what the schedule says of their key points now."""
    planned = [outcome for outcome in outcomes if not outcome.follows]
    points: dict[str, PointSummary] = {}
    for outcome in planned:
        for point in outcome.question.key_points:
            if point.id in outcome.ratings:
                before = _first_before(planned, point.id)
                points[point.id] = _point(outcome, point, before, log, now)
    return Summary(len(planned), sum(outcome.right for outcome in planned), tuple(points.values()))


def missed_points(outcomes: Iterable[Outcome]) -> list[KeyPoint]:
    """Return the key points that were not even partly recalled, each once, in their order."""
    found: dict[str, KeyPoint] = {}
    for outcome in outcomes:
        if outcome.follows:
            continue
        for point in outcome.question.key_points:
            if outcome.ratings.get(point.id) is Rating.Again:
                found[point.id] = point
    return list(found.values())


def _first_before(outcomes: Iterable[Outcome], point: str) -> Card | None:
    """Return where a key point stood before the session, which may ask about it twice."""
    for outcome in outcomes:
        if point in outcome.ratings:
            return outcome.before.get(point)
    return None


def _point(
    outcome: Outcome, point: KeyPoint, before: Card | None, log: StudyLog, now: datetime
) -> PointSummary:
    rating = outcome.ratings[point.id]
    after = log.card(outcome.question.transition, point.id)
    passed = (now - before.last_review).days if before is not None else None
    ahead = 0
    if after is not None:
        ahead = max(0, (after.due.astimezone(now.tzinfo).date() - now.date()).days)
    return PointSummary(
        point=point,
        change=_change(before, rating),
        rating=rating,
        days_since=passed,
        due=after.due if after is not None else None,
        days_ahead=ahead,
        hinted=bool(outcome.hints),
    )


def _change(before: Card | None, rating: Rating) -> Change:
    was_learnt = before is not None and before.state is not State.Learning
    if rating is Rating.Again:
        return Change.FORGOTTEN if was_learnt else Change.MISSED
    if before is None or before.state is State.Learning:
        return Change.NEW
    return Change.RECOVERED if before.state is State.Relearning else Change.KEPT
