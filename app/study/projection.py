"""What is derived from the log: kept up to date with every row, and rebuilt by replaying it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlite_utils import Database

from app.study.cards import CARDS, Cards
from app.study.migrations import PROJECTIONS
from app.study.schedule import Schedule
from app.study.store import Row, local_now

_COUNTS = (
    "answers",
    "milliseconds",
    "reading_milliseconds",
    "reviews",
    "recalled",
    "graded",
    "overruled",
)
_SUMS = {
    "day": ("transition", "skill", "day"),
    "skill_total": ("transition", "skill"),
    "day_total": ("day",),
}
"""Tables of sums over answers and readings, each with the columns that it sums by."""


def _add(table: str, key: tuple[str, ...]) -> str:
    marks = ", ".join("?" * (len(key) + len(_COUNTS)))
    sums = ", ".join(f"{count} = {count} + excluded.{count}" for count in _COUNTS)
    return (
        f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT ({', '.join(key)}) DO UPDATE SET {sums}"
    )


def _drop_empty(table: str, key: tuple[str, ...]) -> str:
    which = " AND ".join(f"{column} = ?" for column in key)
    return f"DELETE FROM {table} WHERE {which} AND answers = 0 AND reading_milliseconds = 0"


_ADD = {table: _add(table, key) for table, key in _SUMS.items()}
_DROP_EMPTY = {table: _drop_empty(table, key) for table, key in _SUMS.items()}


class Projections(Cards):
    """The derived tables: what is undone, sums by day and skill, and the schedule's cards."""

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
            cards = self._cards(CARDS).values()
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
            wrong = [table for table in ("undone", *_SUMS) if self._differs(table)]
            wrong += self._wrong_tables()
            return problems + [
                f"The table {table} does not follow from the log." for table in wrong
            ]

    def _rebuild(self) -> None:
        for table in reversed(PROJECTIONS):
            self._db.execute(f"DELETE FROM {table}")
        for table in ("undone", *_SUMS):
            self._db.execute(f"INSERT INTO {table} SELECT * FROM projected_{table}")
        self._replay_all_cards()
        self._set_basis(self._schedule)

    def _differs(self, table: str) -> bool:
        kept, due = f"SELECT * FROM {table}", f"SELECT * FROM projected_{table}"
        return bool(self._rows(f"{kept} EXCEPT {due}") or self._rows(f"{due} EXCEPT {kept}"))

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
            self._replay_card(row["transition"], row["key_point"], answer)

    def _contribution(self, id_: str) -> Row | None:
        """Return what an answer or a reading adds to its day; None if nothing."""
        rows = self._rows("SELECT * FROM contribution WHERE id = ?", id_)
        return rows[0] if rows else None

    def _count(self, before: Row | None, after: Row | None) -> None:
        either = after or before
        if either is None or before == after:
            return
        change = [
            (after[count] if after else 0) - (before[count] if before else 0) for count in _COUNTS
        ]
        for table, columns in _SUMS.items():
            key = [either[column] for column in columns]
            self._db.execute(_ADD[table], key + change)
            # A day on which everything was undone is as if it had never been.
            if after is None:
                self._db.execute(_DROP_EMPTY[table], key)
