"""The schedule's cards, and the milestones that spare replaying a key point from its beginning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from fsrs import Rating, State

from app.study.records import Card
from app.study.schedule import Milestone, Review
from app.study.store import Store, as_text

_COLUMNS = tuple(Card.__dataclass_fields__)
CARDS = f"SELECT {', '.join(_COLUMNS)} FROM card"
"""The beginning of every query for cards."""

_PUT_CARD = "INSERT OR REPLACE INTO card ({}) VALUES ({})".format(
    ", ".join(_COLUMNS), ", ".join("?" * len(_COLUMNS))
)
_PUT_MILESTONE = "INSERT INTO milestone (answer, {}) VALUES (?, {})".format(
    ", ".join(_COLUMNS), ", ".join("?" * len(_COLUMNS))
)
_MILESTONES = f"SELECT answer, {', '.join(_COLUMNS)} FROM milestone"
# CROSS JOIN keeps the order of the loops, and with it the use of the index for the sorting.
_REVIEWS = """
    SELECT review.transition, review.key_point, review.answer, review.skill, answer.at, utc_offset,
        rating
    FROM effective_review AS review CROSS JOIN answer ON answer.id = review.answer
"""
_REVIEWS_AFTER = f"""
    {_REVIEWS} WHERE review.transition = ? AND key_point = ? AND review.answer > ?
    ORDER BY review.answer
"""
_MILESTONE_BEFORE = f"""
    {_MILESTONES} WHERE transition = ? AND key_point = ? AND answer < ?
    ORDER BY answer DESC LIMIT 1
"""
_REVIEWS_OF_ALL = f"{_REVIEWS} ORDER BY review.transition, key_point, review.answer"

Row = tuple[Any, ...]


class Cards(Store):
    """What the reviews of each key point lead to; a replay of them all gives the same."""

    def _replay_card(self, transition: str, key_point: str, changed: str) -> None:
        """Bring one card up to date after the reviews of one answer changed."""
        key = [transition, key_point]
        which = "transition = ? AND key_point = ?"
        # What rests on the answer that changed is wrong now; what came before is not.
        self._db.execute(f"DELETE FROM milestone WHERE {which} AND answer >= ?", [*key, changed])
        found = self._db.execute(
            f"{_MILESTONES} WHERE {which} ORDER BY answer DESC LIMIT 1", key
        ).fetchone()
        answer, start = (found[0], _card(found[1:])) if found is not None else ("", None)
        rows = self._db.execute(_REVIEWS_AFTER, [*key, answer])
        # Its due date is by the desired retention of when it was passed.
        card = self._schedule.rescheduled(start) if start is not None else None
        for milestone in self._schedule.replay(transition, key_point, map(_review, rows), start):
            card = milestone.card
            if milestone.is_kept:
                self._put_milestones([milestone])
        if card is not None:
            self._put_cards([card])
        else:
            self._db.execute(f"DELETE FROM card WHERE {which}", key)

    def _replay_all_cards(self) -> None:
        """Put all cards and milestones into empty tables."""
        for card, milestones in self._replayed():
            self._put_cards([card])
            self._put_milestones(milestones)

    def _wrong_tables(self) -> list[str]:
        """Return which of the two tables do not follow from the log; a milestone may be missing."""
        kept = self._cards(CARDS)
        passed = {_undated(_milestone(row)) for row in self._db.execute(_MILESTONES)}
        wrong = False
        for card, milestones in self._replayed():
            wrong = wrong or kept.pop((card.transition, card.key_point), None) != card
            passed.difference_update(map(_undated, milestones))
        return [*(["card"] if wrong or kept else []), *(["milestone"] if passed else [])]

    def _replayed(self) -> Iterator[tuple[Card, list[Milestone]]]:
        """Yield each card as all reviews lead to it, and the milestones on the way."""
        rows = self._db.execute(_REVIEWS_OF_ALL)
        for (transition, key_point), group in groupby(rows, itemgetter(0, 1)):
            kept = []
            for milestone in self._schedule.replay(transition, key_point, map(_review, group)):
                last = milestone
                if milestone.is_kept:
                    kept.append(milestone)
            yield last.card, kept

    def _milestone_before(self, transition: str, key_point: str, answer: str) -> Milestone | None:
        """Return the last milestone of a key point before an answer; its due date may be old."""
        found = self._tuples(_MILESTONE_BEFORE, transition, key_point, answer)
        return _milestone(found[0]) if found else None

    def _reviews_after(self, transition: str, key_point: str, answer: str) -> list[Review]:
        """Return the reviews of a key point after an answer, oldest first."""
        return [_review(row) for row in self._tuples(_REVIEWS_AFTER, transition, key_point, answer)]

    def _put_cards(self, cards: Iterable[Card]) -> None:
        self._db.conn.executemany(_PUT_CARD, map(_values, cards))

    def _put_milestones(self, milestones: Iterable[Milestone]) -> None:
        rows = ((milestone.answer, *_values(milestone.card)) for milestone in milestones)
        self._db.conn.executemany(_PUT_MILESTONE, rows)

    def _cards(self, statement: str, *parameters: object) -> dict[tuple[str, str], Card]:
        """Return the cards that a query beginning with `CARDS` finds, in its order."""
        cards = map(_card, self._tuples(statement, *parameters))
        return {(card.transition, card.key_point): card for card in cards}


def _review(row: Row) -> Review:
    _, _, answer, skill, at, utc_offset, rating = row
    return Review(answer, skill, datetime.fromisoformat(at), utc_offset, Rating(rating))


def _card(row: Row) -> Card:
    transition, key_point, skill, state, step, *memory, due, last, introduced, reps, lapses = row
    stability, difficulty = memory
    return Card(
        transition,
        key_point,
        skill,
        State(state),
        step,
        stability,
        difficulty,
        datetime.fromisoformat(due),
        datetime.fromisoformat(last),
        date.fromisoformat(introduced),
        reps,
        lapses,
    )


def _milestone(row: Row) -> Milestone:
    return Milestone(row[0], _card(row[1:]))


def _undated(milestone: Milestone) -> Milestone:
    """Leave out the due date, which is by the desired retention of the time it was passed."""
    return replace(milestone, card=replace(milestone.card, due=milestone.card.last_review))


def _values(card: Card) -> tuple[object, ...]:
    return (
        card.transition,
        card.key_point,
        card.skill,
        int(card.state),
        card.step,
        card.stability,
        card.difficulty,
        as_text(card.due),
        as_text(card.last_review),
        card.introduced.isoformat(),
        card.reps,
        card.lapses,
    )
