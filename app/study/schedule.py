"""The schedule: when each key point is due, after FSRS."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import fsrs

from app.study.records import Card

STRIDE = 4
"""Reviews from one milestone to the next: what is replayed at most when the last one changes."""


@dataclass(frozen=True)
class Review:
    """One review of a key point: when (UTC), at what UTC offset in minutes, for which skill."""

    answer: str
    skill: str
    at: datetime
    utc_offset: int
    rating: fsrs.Rating

    @property
    def day(self) -> date:
        """The learner's date."""
        return (self.at + timedelta(minutes=self.utc_offset)).date()


@dataclass(frozen=True)
class Milestone:
    """A card as it was after one answer."""

    answer: str
    card: Card

    @property
    def is_kept(self) -> bool:
        """Whether it is one of those from which later replays begin."""
        return self.card.reps % STRIDE == 0


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
        self._decay = -self._scheduler.parameters[20]
        self._factor = 0.9 ** (1 / self._decay) - 1

    @property
    def rules(self) -> str:
        """Everything but the desired retention that a card depends on, as comparable text."""
        described = dict(self._scheduler.to_dict())
        del described["desired_retention"]
        return json.dumps(described, sort_keys=True)

    def replay(
        self, transition: str, key_point: str, reviews: Iterable[Review], start: Card | None = None
    ) -> Iterator[Milestone]:
        """Yield the card as it is after each review.

        Parameters
        ----------
        reviews : iterable of Review
            Oldest first.
        start : Card or None
            The card as it was before these reviews; None when there were none before.
        """
        # A card that gets no id makes one up from the clock and sleeps to keep it unique.
        unseen = fsrs.Card(card_id=0, due=datetime.fromtimestamp(0, UTC))
        state = _memory(start) if start is not None else unseen
        card = start
        for review in reviews:
            forgotten = state.state is fsrs.State.Review and review.rating is fsrs.Rating.Again
            state, _ = self._scheduler.review_card(state, review.rating, review.at)
            assert state.stability is not None
            assert state.difficulty is not None
            card = Card(
                transition=transition,
                key_point=key_point,
                skill=review.skill,
                state=state.state,
                step=state.step,
                stability=state.stability,
                difficulty=state.difficulty,
                due=state.due,
                last_review=review.at,
                introduced=card.introduced if card is not None else review.day,
                reps=(card.reps if card is not None else 0) + 1,
                lapses=(card.lapses if card is not None else 0) + forgotten,
            )
            yield Milestone(review.answer, card)

    def retrievability(self, card: Card, now: datetime) -> float:
        """Return the probability in [0, 1] that the learner could produce the key point now."""
        return self.recall(card.stability, card.last_review, now)

    def recall(self, stability: float, last_review: datetime, now: datetime) -> float:
        """Return the retrievability of a card of which no more than this is known."""
        # The forgetting curve as the scheduler itself counts it, in whole days.
        days = max(0, (now - last_review).days)
        return float((1 + self._factor * days / stability) ** self._decay)

    def rescheduled(self, card: Card) -> Card:
        """Return the card with the due date that this desired retention gives it.

        Memory does not depend on the desired retention, so no reviews need replaying.
        """
        if card.state is not fsrs.State.Review:
            return card
        # The inverse of the forgetting curve, rounded to whole days as the scheduler does it.
        scale = self.desired_retention ** (1 / self._decay) - 1
        days = round(card.stability / self._factor * scale)
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
