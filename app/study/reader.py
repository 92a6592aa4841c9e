"""Reading the log back: entries with everything that holds about them now, and questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

from fsrs import Rating

from app.study.records import (
    Answer,
    Confidence,
    Feedback,
    Format,
    Grader,
    Hint,
    Judgement,
    LogEntry,
    Origin,
    Verdict,
)
from app.study.serial import load_judgements, load_point_judgements, load_points, load_texts
from app.study.store import Row, Store

_NOT_UNDONE = "NOT EXISTS (SELECT 1 FROM undone WHERE target = {}.id)"
_EFFECTIVE_ANSWER = _NOT_UNDONE.format("answer")
_FLAGS = f"SELECT question_id FROM flag WHERE {_NOT_UNDONE.format('flag')}"
_TIMES_ASKED = f"SELECT count(*) FROM answer WHERE question_id = ? AND {_EFFECTIVE_ANSWER}"

# Overrules belong to one verdict, but a later verdict does not undo what the learner decided
# before: both are folded in the order in which they came.
_JUDGEMENTS = """
    SELECT id, points, NULL AS judgements FROM verdict WHERE answer = ?1
    UNION ALL
    SELECT id, NULL, judgements FROM effective_overrule WHERE answer = ?1
    ORDER BY id
"""


@dataclass(frozen=True)
class ReadingStop:
    """Where reading of one document stopped last; ``position`` is a share of it in [0, 1]."""

    document: str
    position: float
    at: datetime


class Reader(Store):
    """What the log says, with undone actions left out."""

    def entries(
        self,
        *,
        limit: int = 100,
        before: str | None = None,
        transition: str | None = None,
        skill: str | None = None,
    ) -> list[LogEntry]:
        """Return answered questions, newest first.

        Parameters
        ----------
        limit : int
            At most so many.
        before : str or None
            The id of the last entry of the page before.
        transition, skill : str or None
            Slugs to leave out everything else.
        """
        asked = {"id <": before, "transition =": transition, "skill =": skill}
        given = {key: value for key, value in asked.items() if value is not None}
        conditions = " AND ".join([_EFFECTIVE_ANSWER, *(f"{key} ?" for key in given)])
        statement = f"SELECT * FROM answer WHERE {conditions} ORDER BY id DESC LIMIT ?"
        with self._reading():
            return [self._entry(row) for row in self._rows(statement, *given.values(), limit)]

    def entry(self, answer_id: str) -> LogEntry:
        """Return one answered question, undone or not.

        Raises
        ------
        KeyError
            There is no such answer.
        """
        with self._reading():
            rows = self._rows("SELECT * FROM answer WHERE id = ?", answer_id)
            if not rows:
                raise KeyError(answer_id)
            return self._entry(rows[0])

    def times_asked(self, question_ids: Iterable[str]) -> dict[str, int]:
        """Return how often each question, authored or not, was answered."""
        with self._reading():
            return {id_: self._value(_TIMES_ASKED, id_) for id_ in question_ids}

    def judged(self, limit: int) -> list[tuple[Judgement, Judgement]]:
        """Return how the engine judged key points in its last verdicts, and what holds now.

        Parameters
        ----------
        limit : int
            How many verdicts to look at, the newest ones.
        """
        statement = """
            WITH newest AS (
                SELECT id, answer, points FROM verdict
                WHERE grader = 'engine'
                    AND NOT EXISTS (SELECT 1 FROM undone WHERE target = verdict.answer)
                ORDER BY id DESC LIMIT ?
            )
            SELECT newest.id, points, judgements
            FROM newest LEFT JOIN effective_overrule AS held ON held.answer = newest.answer
            ORDER BY newest.id DESC, held.id
        """
        given: dict[str, str] = {}
        now: dict[str, dict[str, Judgement]] = {}
        for id_, points, judgements in self._tuples(statement, limit):
            given[id_] = points
            # The learner may overrule the key points of one verdict one after the other.
            overruled = load_judgements(judgements) if judgements else {}
            now.setdefault(id_, {}).update(overruled)
        return [
            (judgement, now[id_].get(key_point, judgement))
            for id_, points in given.items()
            for key_point, judgement in load_point_judgements(points)
        ]

    def flagged(self) -> frozenset[str]:
        """Return the ids of all questions that are out of use."""
        return frozenset(row["question_id"] for row in self._rows(_FLAGS))

    def reading_position(self, transition: str, document: str) -> float:
        """Return where reading stopped, as a share of the document in [0, 1]; 0 if never read."""
        position: float | None = self._value(
            "SELECT position FROM reading WHERE transition = ? AND document = ?"
            " ORDER BY id DESC LIMIT 1",
            transition,
            document,
        )
        return position or 0.0

    def read_last(self) -> tuple[str, str] | None:
        """Return transition and document that were read last, or None before any was."""
        found = self._tuples("SELECT transition, document FROM reading ORDER BY id DESC LIMIT 1")
        return next(((str(transition), str(name)) for transition, name in found), None)

    def reading_stops(self, transition: str, documents: Iterable[str]) -> list[ReadingStop]:
        """Return where reading of each of these documents stopped; those never read are left out.

        Each is looked up by itself: the log has a row for every few minutes of reading.
        """
        statement = (
            "SELECT document, position, at FROM reading WHERE transition = ? AND document = ?"
            " ORDER BY id DESC LIMIT 1"
        )
        with self._reading():
            found = [row for each in documents for row in self._tuples(statement, transition, each)]
        return [ReadingStop(name, at, datetime.fromisoformat(when)) for name, at, when in found]

    def _entry(self, row: Row) -> LogEntry:
        id_ = row["id"]
        verdicts = self._rows(
            "SELECT * FROM verdict WHERE answer = ? ORDER BY id DESC LIMIT 1", id_
        )
        verdict = verdicts[0] if verdicts else None
        judgements, overruled = self._judgements(id_)
        return LogEntry(
            id=id_,
            at=_local(row),
            answer=replace(
                _answer(row),
                hints=self._hints(id_),
                follows=self._follows(id_),
                confidence=self._confidence(id_),
            ),
            verdict=_verdict(verdict) if verdict else None,
            verdict_id=verdict["id"] if verdict else None,
            judgements=judgements,
            ratings=self._ratings(id_),
            overruled=overruled,
            feedback=self._feedback(verdict["id"]) if verdict else None,
            flagged=bool(self._rows(f"{_FLAGS} AND question_id = ?", row["question_id"])),
        )

    def _judgements(self, answer: str) -> tuple[dict[str, Judgement], bool]:
        """Return what holds now, and whether that differs from what the verdict was."""
        judgements: dict[str, Judgement] = {}
        given: dict[str, Judgement] = {}
        for row in self._rows(_JUDGEMENTS, answer):
            if row["points"] is not None:
                points = load_points(row["points"])
                given = {point.key_point: point.judgement for point in points}
                judgements |= given
            else:
                judgements |= load_judgements(row["judgements"])
        return judgements, judgements != given

    def _ratings(self, answer: str) -> dict[str, Rating]:
        rows = self._rows(
            "SELECT key_point, rating FROM effective_review WHERE answer = ? ORDER BY id", answer
        )
        return {row["key_point"]: Rating(row["rating"]) for row in rows}

    def _hints(self, answer: str) -> tuple[Hint, ...]:
        rows = self._rows(
            "SELECT step, text, origin FROM hint WHERE answer = ? ORDER BY id", answer
        )
        return tuple(Hint(row["step"], row["text"], Origin(row["origin"])) for row in rows)

    def _follows(self, answer: str) -> str:
        follows: str | None = self._value("SELECT follows FROM follow_up WHERE answer = ?", answer)
        return follows or ""

    def _confidence(self, answer: str) -> Confidence | None:
        level: int | None = self._value("SELECT level FROM confidence WHERE answer = ?", answer)
        return None if level is None else Confidence(level)

    def _feedback(self, verdict: str) -> Feedback | None:
        rows = self._rows(
            "SELECT text, origin FROM feedback WHERE verdict = ? ORDER BY id DESC LIMIT 1", verdict
        )
        return Feedback(rows[0]["text"], Origin(rows[0]["origin"])) if rows else None


def _local(row: Row) -> datetime:
    offset = timezone(timedelta(minutes=row["utc_offset"]))
    return datetime.fromisoformat(row["at"]).astimezone(offset)


def _answer(row: Row) -> Answer:
    return Answer(
        session=row["session"],
        transition=row["transition"],
        skill=row["skill"],
        key_points=load_texts(row["key_points"]),
        question=row["question"],
        question_id=row["question_id"],
        origin=Origin(row["origin"]),
        format=Format.named(row["format"]),
        text=row["text"],
        options=load_texts(row["options"]),
        seconds=row["seconds"],
    )


def _verdict(row: Row) -> Verdict:
    return Verdict(
        answer=row["answer"],
        points=load_points(row["points"]),
        score=row["score"],
        confidence=row["confidence"],
        grader=Grader(row["grader"]),
        model=row["model"],
    )
