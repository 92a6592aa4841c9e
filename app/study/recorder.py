"""Adding to the log: each method is one transaction that is on disk when it returns."""

from __future__ import annotations

import math
from collections.abc import Mapping

from fsrs import Rating

from app.study.projection import Projections
from app.study.records import Answer, Judgement, Origin, SessionKind, Verdict
from app.study.serial import dump_judgements, dump_points, dump_texts
from app.study.store import Row, Transaction


class Recorder(Projections):
    """What the learner, the graders and the model add. Ids that are returned name the new row."""

    def begin_session(
        self, *, kind: SessionKind, transition: str, skill: str | None, planned: int
    ) -> str:
        """Record that a quiz session of so many planned questions begins."""
        with self._writing() as tx:
            return tx.add(
                "session", kind=kind.value, transition=transition, skill=skill, planned=planned
            )

    def end_session(self, session: str) -> None:
        """Record that a session is over; a second time changes nothing."""
        with self._writing() as tx:
            if not self._rows("SELECT 1 FROM session_end WHERE session = ?", session):
                tx.add("session_end", session=self._known("session", session)["id"])

    def add_answer(self, answer: Answer) -> str:
        """Save an answer, before anybody judges it.

        Raises
        ------
        KeyError
            There is no such session, or no such answer to follow up.
        """
        with self._writing() as tx:
            id_ = tx.add(
                "answer",
                utc_offset=tx.utc_offset,
                session=self._known("session", answer.session)["id"],
                transition=answer.transition,
                skill=answer.skill,
                key_points=dump_texts(answer.key_points),
                question=answer.question,
                question_id=answer.question_id,
                origin=answer.origin.value,
                format=answer.format.value,
                text=answer.text,
                options=dump_texts(answer.options),
                seconds=_duration(answer.seconds),
            )
            for hint in answer.hints:
                origin = hint.origin.value
                tx.add("hint", answer=id_, step=hint.step, text=hint.text, origin=origin)
            if answer.follows:
                follows = self._known("answer", answer.follows)["id"]
                tx.add("follow_up", answer=id_, follows=follows)
            if answer.confidence is not None:
                tx.add("confidence", answer=id_, level=int(answer.confidence))
            self._count(None, self._contribution(id_))
            return id_

    def add_verdict(self, verdict: Verdict, ratings: Mapping[str, Rating]) -> str:
        """Save a verdict together with one review per key point; it replaces an earlier verdict.

        Parameters
        ----------
        verdict : Verdict
            Names the answer that it judges.
        ratings : mapping of str to Rating
            By key point; those left out are not reviewed.

        Raises
        ------
        KeyError
            There is no such answer.
        """
        with self._writing() as tx:
            answer = self._known("answer", verdict.answer)
            with self._changing(verdict.answer):
                id_ = tx.add(
                    "verdict",
                    answer=verdict.answer,
                    points=dump_points(verdict.points),
                    score=verdict.score,
                    confidence=verdict.confidence,
                    grader=verdict.grader.value,
                    model=verdict.model,
                )
                self._add_reviews(tx, id_, answer, ratings)
            return id_

    def add_feedback(self, verdict_id: str, text: str, origin: Origin) -> str:
        """Save what was said about an answer; the latest is shown.

        Raises
        ------
        KeyError
            There is no such verdict.
        """
        with self._writing() as tx:
            verdict = self._known("verdict", verdict_id)["id"]
            return tx.add("feedback", verdict=verdict, text=text, origin=origin.value)

    def overrule(
        self, verdict_id: str, judgements: Mapping[str, Judgement], ratings: Mapping[str, Rating]
    ) -> str:
        """Save the learner's own verdict on some key points, with the ratings that follow from it.

        Raises
        ------
        KeyError
            There is no such verdict.
        """
        with self._writing() as tx:
            answer = self._known("answer", self._known("verdict", verdict_id)["answer"])
            with self._changing(answer["id"]):
                id_ = tx.add(
                    "overrule",
                    verdict=verdict_id,
                    answer=answer["id"],
                    judgements=dump_judgements(judgements),
                )
                self._add_reviews(tx, id_, answer, ratings)
            return id_

    def rerate(self, answer_id: str, key_point: str, rating: Rating) -> str:
        """Save the learner's own rating of one key point.

        Raises
        ------
        KeyError
            There is no such answer.
        """
        with self._writing() as tx:
            answer = self._known("answer", answer_id)
            with self._changing(answer_id):
                id_ = tx.add("rerate", answer=answer_id)
                self._add_reviews(tx, id_, answer, {key_point: rating})
            return id_

    def flag(
        self, question_id: str, *, question: str, reason: str, answer_id: str | None = None
    ) -> str:
        """Take a question out of use, authored or not, and say why; `undo` brings it back."""
        with self._writing() as tx:
            if answer_id is not None:
                self._known("answer", answer_id)
            return tx.add(
                "flag", question_id=question_id, question=question, reason=reason, answer=answer_id
            )

    def skip(self, session: str, key_point: str, question_id: str) -> str:
        """Record that a question was passed over; the schedule stays as it is."""
        with self._writing() as tx:
            known = self._known("session", session)["id"]
            return tx.add("skip", session=known, key_point=key_point, question_id=question_id)

    def add_question(
        self, key_point: str, transition: str, text: str, model: str, prompt_version: str
    ) -> str:
        """Keep a question that a model worded, and return the question's id."""
        with self._writing() as tx:
            return tx.add(
                "question",
                transition=transition,
                key_point=key_point,
                text=text,
                model=model,
                prompt_version=prompt_version,
            )

    def add_reading(
        self,
        transition: str,
        document: str,
        seconds: float,
        position: float,
        letters: float | None = None,
    ) -> str:
        """Record time spent reading.

        Parameters
        ----------
        transition, document : str
            Slugs. The document is a skill for its guide, or the transition for itself; a document
            of the learner's own has its path and no transition.
        seconds : float
            Since the last such record.
        position : float
            Where reading stopped, as a share of the document in [0, 1].
        letters : float, optional
            The same as letters above the window, white space not counted.
        """
        with self._writing() as tx:
            id_ = tx.add(
                "reading",
                utc_offset=tx.utc_offset,
                transition=transition,
                document=document,
                seconds=_duration(seconds),
                position=position,
            )
            if letters is not None:
                tx.add("reading_place", reading=id_, letters=letters)
            self._count(None, self._contribution(id_))
            return id_

    def _add_reviews(
        self, tx: Transaction, source: str, answer: Row, ratings: Mapping[str, Rating]
    ) -> None:
        for key_point, rating in ratings.items():
            tx.add(
                "review",
                source=source,
                answer=answer["id"],
                transition=answer["transition"],
                skill=answer["skill"],
                key_point=key_point,
                rating=int(rating),
            )

    def _known(self, table: str, id_: str) -> Row:
        rows = self._rows(f"SELECT * FROM {table} WHERE id = ?", id_)
        if not rows:
            raise KeyError(f"no {table} {id_}")
        return rows[0]


def _duration(seconds: float) -> float:
    """Make any stopwatch storable: a clock gone wrong must not cost an answer."""
    return max(0.0, seconds) if math.isfinite(seconds) else 0.0
