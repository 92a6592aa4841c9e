"""What is derived from the log: kept up to date with every row, and rebuilt by replaying it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter

from fsrs import Rating, State
from sqlite_utils import Database

from app.study.migrations import PROJECTIONS
from app.study.records import Card
from app.study.schedule import Review, Schedule
from app.study.store import Row, Store, as_text, local_now

_COUNTS = (
    "answers",
    "milliseconds",
    "reading_milliseconds",
    "reviews",
    "recalled",
    "graded",
    "overruled",
)
_CARD_COLUMNS = tuple(Card.__dataclass_fields__)

_ADD_TO_DAY = (
    "INSERT INTO day VALUES (?, ?, ?{}) ON CONFLICT (transition, skill, day) DO UPDATE SET {}"
).format(
    ", ?" * len(_COUNTS), ", ".join(f"{count} = {count} + excluded.{count}" for count in _COUNTS)
)
_PUT_CARD = "INSERT OR REPLACE INTO card ({}) VALUES ({})".format(
    ", ".join(_CARD_COLUMNS), ", ".join("?" * len(_CARD_COLUMNS))
)
# CROSS JOIN keeps the order of the loops, and with it the use of the index for the sorting.
_REVIEWS = """
    SELECT review.transition, review.key_point, review.skill, answer.at, utc_offset, rating
    FROM effective_review AS review CROSS JOIN answer ON answer.id = review.answer
"""
_REVIEWS_OF_ONE = f"{_REVIEWS} WHERE review.transition = ? AND key_point = ? ORDER BY review.answer"
_REVIEWS_OF_ALL = f"{_REVIEWS} ORDER BY review.transition, key_point, review.answer"


class Projections(Store):
    """The derived tables: what is undone, sums per day, and the schedule's cards."""

    def __init__(
        self,
        db: Database,
        *,
        clock: Callable[[], datetime] = local_now,
        desired_retention: float = 0.9,
    ) -> None:
        super().__init__(db, clock=clock, desired_retention=desired_retention)
        basis = self._basis()
        if basis is None or basis["rules"] != self._schedule.rules:
            self.rebuild()
        elif basis["desired_retention"] != desired_retention:
            self.reschedule(desired_retention)

    def reschedule(self, desired_retention: float) -> None:
        """Give every card the due date for another desired retention, in (0, 1)."""
        schedule = Schedule(desired_retention)
        with self._writing():
            cards = self._cards("SELECT * FROM card").values()
            self._put_cards(schedule.rescheduled(card) for card in cards)
            self._set_basis(schedule)
        self._schedule = schedule

    def rebuild(self) -> None:
        """Throw away everything derived and replay the log."""
        with self._writing():
            self._rebuild()

    def check(self) -> list[str]:
        """Return what is wrong with the file, a sentence each; an empty list if nothing is.

        Reads every row and replays the log, which takes seconds when there are many.
        """
        with self._reading():
            problems = [
                f"The file is damaged: {row['integrity_check']}"
                for row in self._rows("PRAGMA integrity_check")
                if row["integrity_check"] != "ok"
            ]
            problems += [
                f"A row of {row['table']} refers to a row of {row['parent']} that is missing."
                for row in self._rows("PRAGMA foreign_key_check")
            ]
            for table in ("undone", "day"):
                kept, due = f"SELECT * FROM {table}", f"SELECT * FROM projected_{table}"
                if self._rows(f"{kept} EXCEPT {due}") or self._rows(f"{due} EXCEPT {kept}"):
                    problems.append(f"The table {table} does not follow from the log.")
            if self._cards("SELECT * FROM card") != {_key(card): card for card in self._replayed()}:
                problems.append("The table card does not follow from the log.")
            return problems

    def _rebuild(self) -> None:
        for table in reversed(PROJECTIONS):
            self._db.execute(f"DELETE FROM {table}")
        self._db.execute("INSERT INTO undone SELECT * FROM projected_undone")
        self._db.execute("INSERT INTO day SELECT * FROM projected_day")
        self._put_cards(self._replayed())
        self._set_basis(self._schedule)

    def _basis(self) -> Row | None:
        rows = self._rows("SELECT rules, desired_retention FROM basis")
        return rows[0] if rows else None

    def _set_basis(self, schedule: Schedule) -> None:
        values = [schedule.rules, schedule.desired_retention]
        self._db.execute("INSERT OR REPLACE INTO basis VALUES (1, ?, ?)", values)

    @contextmanager
    def _changing(self, answer: str) -> Iterator[None]:
        """Bring everything derived from one answer up to date with what the block adds about it."""
        before = self._contribution(answer)
        yield
        self._count(before, self._contribution(answer))
        touched = self._rows(
            "SELECT DISTINCT transition, key_point FROM review WHERE answer = ?", answer
        )
        for row in touched:
            self._replay_card(row["transition"], row["key_point"])

    def _contribution(self, id_: str) -> Row | None:
        """Return what an answer or a reading adds to its day; None if nothing."""
        rows = self._rows("SELECT * FROM contribution WHERE id = ?", id_)
        return rows[0] if rows else None

    def _count(self, before: Row | None, after: Row | None) -> None:
        either = after or before
        if either is None or before == after:
            return
        key = [either["transition"], either["skill"], either["day"]]
        change = [
            (after[count] if after else 0) - (before[count] if before else 0) for count in _COUNTS
        ]
        self._db.execute(_ADD_TO_DAY, key + change)
        # A day on which everything was undone is as if it had never been.
        self._db.execute(
            "DELETE FROM day WHERE transition = ? AND skill = ? AND day = ?"
            " AND answers = 0 AND reading_milliseconds = 0",
            key,
        )

    def _replay_card(self, transition: str, key_point: str) -> None:
        rows = self._rows(_REVIEWS_OF_ONE, transition, key_point)
        card = self._schedule.replay(transition, key_point, map(_review, rows))
        if card is not None:
            self._put_cards([card])
        else:
            key = [transition, key_point]
            self._db.execute("DELETE FROM card WHERE transition = ? AND key_point = ?", key)

    def _replayed(self) -> Iterator[Card]:
        cursor = self._db.execute(_REVIEWS_OF_ALL)
        names = [column[0] for column in cursor.description]
        rows = (dict(zip(names, row, strict=True)) for row in cursor)
        for (transition, key_point), group in groupby(rows, itemgetter("transition", "key_point")):
            card = self._schedule.replay(transition, key_point, map(_review, group))
            if card is not None:
                yield card

    def _put_cards(self, cards: Iterable[Card]) -> None:
        self._db.conn.executemany(_PUT_CARD, map(_card_values, cards))

    def _cards(self, statement: str, *parameters: object) -> dict[tuple[str, str], Card]:
        """Return the cards that a query over all columns of table card finds, in its order."""
        cards = map(_card, self._rows(statement, *parameters))
        return {_key(card): card for card in cards}


def _key(card: Card) -> tuple[str, str]:
    return card.transition, card.key_point


def _review(row: Row) -> Review:
    at = datetime.fromisoformat(row["at"])
    return Review(row["skill"], at, row["utc_offset"], Rating(row["rating"]))


def _card(row: Row) -> Card:
    return Card(
        **{
            **row,
            "state": State(row["state"]),
            "due": datetime.fromisoformat(row["due"]),
            "last_review": datetime.fromisoformat(row["last_review"]),
            "introduced": date.fromisoformat(row["introduced"]),
        }
    )


def _card_values(card: Card) -> list[object]:
    values = [getattr(card, name) for name in _CARD_COLUMNS]
    return [_plain(value) for value in values]


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return as_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, State) else value
