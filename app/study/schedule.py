"""The schedule: when each key point is due, after FSRS."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import fsrs

from app.study.records import Card


@dataclass(frozen=True)
class Review:
    """One review of a key point: when (UTC), at what UTC offset in minutes, for which skill."""

    skill: str
    at: datetime
    utc_offset: int
    rating: fsrs.Rating


class Schedule:
    """FSRS for one desired retention, without chance: the same reviews give the same card.

    Parameters
    ----------
    desired_retention : float
        Retrievability at which a key point is due, in (0, 1).
    """

    def __init__(self, desired_retention: float) -> None:
        if not 0.0 < desired_retention < 1.0:
            raise ValueError(f"desired retention must be in (0, 1), not {desired_retention}")
        self.desired_retention = desired_retention
        self._scheduler = fsrs.Scheduler(desired_retention=desired_retention, enable_fuzzing=False)

    @property
    def rules(self) -> str:
        """Everything but the desired retention that a card depends on, as comparable text."""
        described = dict(self._scheduler.to_dict())
        del described["desired_retention"]
        return json.dumps(described, sort_keys=True)

    def replay(self, transition: str, key_point: str, reviews: Iterable[Review]) -> Card | None:
        """Return the card that these reviews, oldest first, lead to; None without reviews."""
        # A card that gets no id makes one up from the clock and sleeps to keep it unique.
        state = fsrs.Card(card_id=0, due=datetime.fromtimestamp(0, UTC))
        first = last = None
        reps = lapses = 0
        for review in reviews:
            first = first or review
            last = review
            reps += 1
            lapses += state.state is fsrs.State.Review and review.rating is fsrs.Rating.Again
            state, _ = self._scheduler.review_card(state, review.rating, review.at)
        if first is None or last is None or state.stability is None or state.difficulty is None:
            return None
        return Card(
            transition=transition,
            key_point=key_point,
            skill=last.skill,
            state=state.state,
            step=state.step,
            stability=state.stability,
            difficulty=state.difficulty,
            due=state.due,
            last_review=last.at,
            introduced=(first.at + timedelta(minutes=first.utc_offset)).date(),
            reps=reps,
            lapses=lapses,
        )

    def retrievability(self, card: Card, now: datetime) -> float:
        """Return the probability in [0, 1] that the learner could produce the key point now."""
        return self._scheduler.get_card_retrievability(_memory(card), now)

    def rescheduled(self, card: Card) -> Card:
        """Return the card with the due date that this desired retention gives it.

        Memory does not depend on the desired retention, so no reviews need replaying.
        """
        if card.state is not fsrs.State.Review:
            return card
        # The inverse of the forgetting curve R(t) = (1 + factor * t / stability) ** decay, in
        # whole days, as the scheduler itself rounds them.
        decay = -self._scheduler.parameters[20]
        factor = 0.9 ** (1 / decay) - 1
        days = round(card.stability / factor * (self.desired_retention ** (1 / decay) - 1))
        days = min(max(days, 1), self._scheduler.maximum_interval)
        return replace(card, due=card.last_review + timedelta(days=days))


def _memory(card: Card) -> fsrs.Card:
    return fsrs.Card(
        card_id=0,
        state=card.state,
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due,
        last_review=card.last_review,
    )
