"""Writing a whole study log at once: what years of answering would write, in minutes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from fsrs import Rating
from sqlite_utils import Database

from app.study.errors import explained
from app.study.ids import next_id
from app.study.log import StudyLog
from app.study.migrations import LOG_TABLES
from app.study.records import Answer, Judgement, Origin, SessionKind, Verdict
from app.study.serial import dump_judgements, dump_points, dump_texts
from app.study.store import as_text

_BATCH = 20_000
"""Rows that are kept back to be written together."""
_CACHE_MEGABYTES = 256


@contextmanager
def writing(
    file: Path, clock: Callable[[], datetime], random_bits: Callable[[int], int]
) -> Iterator[BulkLog]:
    """Write a new study log into a file; it is whole when the block ends, and not before.

    Raises
    ------
    StudyLogError
        The file cannot be written, such as when the disk is full.
    """
    with explained(file):
        db = Database(sqlite3.connect(file), execute_plugins=False)
        with StudyLog(db, clock=clock) as log:
            # Whoever pulls the plug now throws the file away.
            db.execute("PRAGMA synchronous = OFF")
            db.execute("PRAGMA foreign_keys = OFF")
            db.execute(f"PRAGMA cache_size = -{_CACHE_MEGABYTES * 1024}")
            bulk = BulkLog(db, clock, random_bits)
            yield bulk
            bulk.flush()
            log.rebuild()
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


class BulkLog:
    """Has the methods of `StudyLog` that add, and puts the same rows into the same tables.

    It trusts its caller: it adds to a log with nothing in it, overrules and undoes what came last,
    and ids that do not exist are found by `StudyLog.check` only.

    Parameters
    ----------
    db : Database
        Of an empty study log.
    clock : callable
        Gives the learner's time.
    random_bits : callable
        Gives a random number of that many bits, for ids.
    """

    def __init__(
        self, db: Database, clock: Callable[[], datetime], random_bits: Callable[[int], int]
    ) -> None:
        self._db = db
        self._clock = clock
        self._random_bits = random_bits
        self._last_id: str | None = None
        self._last_action = ""
        self._judged = ""
        self._answers: dict[str, Answer] = {}
        self._waiting: dict[str, list[tuple[object, ...]]] = {table: [] for table in LOG_TABLES}
        self._rows = 0

    def begin_session(
        self, *, kind: SessionKind, transition: str, skill: str | None, planned: int
    ) -> str:
        """Write what `StudyLog.begin_session` writes."""
        return self._add("session", kind.value, transition, skill, planned)

    def end_session(self, session: str) -> None:
        """Write what `StudyLog.end_session` writes."""
        self._add("session_end", session)
        self._answers.clear()

    def add_question(
        self, key_point: str, transition: str, text: str, model: str, prompt_version: str
    ) -> str:
        """Write what `StudyLog.add_question` writes."""
        return self._add("question", transition, key_point, text, model, prompt_version)

    def add_answer(self, answer: Answer) -> str:
        """Write what `StudyLog.add_answer` writes."""
        self._last_action = self._add(
            "answer",
            self._offset(),
            answer.session,
            answer.transition,
            answer.skill,
            dump_texts(answer.key_points),
            answer.question,
            answer.question_id,
            answer.origin.value,
            answer.format.value,
            answer.text,
            dump_texts(answer.options),
            answer.seconds,
        )
        self._answers[self._last_action] = answer
        return self._last_action

    def add_verdict(self, verdict: Verdict, ratings: Mapping[str, Rating]) -> str:
        """Write what `StudyLog.add_verdict` writes."""
        id_ = self._add(
            "verdict",
            verdict.answer,
            dump_points(verdict.points),
            verdict.score,
            verdict.confidence,
            verdict.grader.value,
            verdict.model,
        )
        self._add_reviews(id_, verdict.answer, ratings)
        self._judged = verdict.answer
        return id_

    def add_feedback(self, verdict_id: str, text: str, origin: Origin) -> str:
        """Write what `StudyLog.add_feedback` writes."""
        return self._add("feedback", verdict_id, text, origin.value)

    def overrule(
        self, verdict_id: str, judgements: Mapping[str, Judgement], ratings: Mapping[str, Rating]
    ) -> str:
        """Write what `StudyLog.overrule` writes about the verdict that was added last."""
        answer = self._judged
        id_ = self._add("overrule", verdict_id, answer, dump_judgements(judgements))
        self._add_reviews(id_, answer, ratings)
        self._last_action = id_
        return id_

    def rerate(self, answer_id: str, key_point: str, rating: Rating) -> str:
        """Write what `StudyLog.rerate` writes."""
        self._last_action = self._add("rerate", answer_id)
        self._add_reviews(self._last_action, answer_id, {key_point: rating})
        return self._last_action

    def flag(
        self, question_id: str, *, question: str, reason: str, answer_id: str | None = None
    ) -> str:
        """Write what `StudyLog.flag` writes."""
        self._last_action = self._add("flag", question_id, question, reason, answer_id)
        return self._last_action

    def skip(self, session: str, key_point: str, question_id: str) -> str:
        """Write what `StudyLog.skip` writes."""
        self._last_action = self._add("skip", session, key_point, question_id)
        return self._last_action

    def add_reading(self, transition: str, document: str, seconds: float, position: float) -> str:
        """Write what `StudyLog.add_reading` writes."""
        return self._add("reading", self._offset(), transition, document, seconds, position)

    def undo(self) -> None:
        """Take back the last action, which must not be undone already."""
        self._add("undo", "undo", self._last_action)

    def flush(self) -> None:
        """Write the rows that wait to be written together."""
        with self._db.atomic():
            for table, rows in self._waiting.items():
                if rows:
                    marks = ", ".join("?" * len(rows[0]))
                    self._db.conn.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
                    rows.clear()
        self._rows = 0

    def _add_reviews(self, source: str, answer_id: str, ratings: Mapping[str, Rating]) -> None:
        answer = self._answers[answer_id]
        for key_point, rating in ratings.items():
            subject = answer.transition, answer.skill, key_point
            self._add("review", source, answer_id, *subject, int(rating))

    def _add(self, table: str, *values: object) -> str:
        now = self._clock()
        self._last_id = next_id(now, self._last_id, self._random_bits)
        self._waiting[table].append((self._last_id, as_text(now), *values))
        self._rows += 1
        if self._rows >= _BATCH:
            self.flush()
        return self._last_id

    def _offset(self) -> int:
        offset = self._clock().utcoffset()
        return round(offset.total_seconds() / 60) if offset is not None else 0
