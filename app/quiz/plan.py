"""Choosing what to ask: what is due first, then what is new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain, zip_longest

from app.content.library import Library
from app.content.types import KeyPoint
from app.study.log import StudyLog


def plan_skill(
    library: Library, log: StudyLog, transition: str, skill: str, *, count: int, now: datetime
) -> list[KeyPoint]:
    """Return key points of one skill: due ones, then new ones, then those that fade soonest."""
    points = library.key_points(transition, skill)
    cards = log.cards(transition, skill)
    due = [card.key_point for card in log.due(transition, now, skill)]
    new = [point.id for point in points if point.id not in cards]
    later = sorted((card.due, card.key_point) for card in cards.values() if card.due > now)
    return _take(count, points, chain(due, new, (point for _, point in later)))


def plan_today(
    library: Library, log: StudyLog, transition: str, *, count: int, new_limit: int, now: datetime
) -> list[KeyPoint]:
    """Return what is due over all skills, longest overdue first, then new ones, mixed by skill."""
    points = library.key_points(transition)
    due = [card.key_point for card in log.due(transition, now)]
    new = new_today(library, log, transition, new_limit=new_limit, now=now)
    return _take(count, points, chain(due, (point.id for point in new)))


def new_today(
    library: Library, log: StudyLog, transition: str, *, new_limit: int, now: datetime
) -> list[KeyPoint]:
    """Return the new key points that today still has room for, one skill after another in turn."""
    cards = log.cards(transition)
    begun = log.introduced_on(transition, now.date())
    room = max(0, new_limit - begun)
    by_skill = [
        [point for point in library.key_points(transition, skill.slug) if point.id not in cards]
        for skill in library.transitions[transition].skills
    ]
    in_turn = chain.from_iterable(zip_longest(*by_skill))
    return [point for point in in_turn if point is not None][:room]


def _take(count: int, points: Sequence[KeyPoint], ids: Iterable[str]) -> list[KeyPoint]:
    """Return the first ``count`` of the ids that content still has, each once."""
    known = {point.id: point for point in points}
    chosen = dict.fromkeys(point for point in ids if point in known)
    return [known[point] for point in list(chosen)[:count]]
