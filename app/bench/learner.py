"""A learner who studies for years in a made-up but plausible way, the same way every time.

What they do goes to anything with the methods of a study log: `StudyLog` itself, or what writes
the same rows faster.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Protocol

from fsrs import Rating

from app.content.types import KeyPoint, Transition
from app.quiz.rating import rating_for, ratings
from app.study.records import (
    Answer,
    Evidence,
    Format,
    Grader,
    Judgement,
    Origin,
    PointVerdict,
    SessionKind,
    Verdict,
    score_of,
)

BEGINNING = datetime(2015, 1, 5, 7, 30, tzinfo=timezone(timedelta(hours=1)))
PER_DAY = 250
"""Reviews on a usual day: far more than a person does, so that a million fit into eleven years."""
PER_SESSION = 20

_MODEL = "qwen2.5-coder-1.5b-instruct-q4_k_m"
_JUDGED = {
    Judgement.COVERED: 0.70,
    Judgement.PARTLY: 0.15,
    Judgement.MISSED: 0.11,
    Judgement.CONTRADICTED: 0.04,
}
_CHOICES = 0.25
_WORDED_BY_MODEL = 0.25
_TWO_KEY_POINTS = 0.03
_OVERRULED = 0.03
_RERATED = 0.01
_UNDONE = 0.005
_SKIPPED = 0.01
_FLAGGED = 0.003
_DAYS_OFF = 0.15
_JULY = 7
_MODEL_QUESTIONS = 4  # for a key point; later ones are asked again


class Log(Protocol):
    """What the learner does, as `StudyLog` takes it; each method returns the new row's id."""

    def begin_session(  # noqa: D102
        self, *, kind: SessionKind, transition: str, skill: str | None, planned: int
    ) -> str: ...
    def end_session(self, session: str) -> None: ...  # noqa: D102
    def add_question(  # noqa: D102
        self, key_point: str, transition: str, text: str, model: str, prompt_version: str
    ) -> str: ...
    def add_answer(self, answer: Answer) -> str: ...  # noqa: D102
    def add_verdict(self, verdict: Verdict, ratings: Mapping[str, Rating]) -> str: ...  # noqa: D102
    def add_feedback(self, verdict_id: str, text: str, origin: Origin) -> str: ...  # noqa: D102
    def overrule(  # noqa: D102
        self, verdict_id: str, judgements: Mapping[str, Judgement], ratings: Mapping[str, Rating]
    ) -> str: ...
    def rerate(self, answer_id: str, key_point: str, rating: Rating) -> str: ...  # noqa: D102
    def flag(  # noqa: D102
        self, question_id: str, *, question: str, reason: str, answer_id: str | None = None
    ) -> str: ...
    def skip(self, session: str, key_point: str, question_id: str) -> str: ...  # noqa: D102
    def add_reading(  # noqa: D102
        self, transition: str, document: str, seconds: float, position: float
    ) -> str: ...
    def undo(self) -> object: ...  # noqa: D102


class Clock:
    """The learner's clock, which goes on as they study."""

    def __init__(self) -> None:
        self.now = BEGINNING

    def __call__(self) -> datetime:
        """Return the time with the learner's UTC offset."""
        return self.now

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=round(seconds, 3))

    def next_morning(self, days: int) -> None:
        """Go on some days later, a month in the summer from another time zone."""
        day = self.now.date() + timedelta(days=days)
        zone = timezone(timedelta(hours=-4 if day.month == _JULY else 1))
        self.now = datetime(day.year, day.month, day.day, 7, 30, tzinfo=zone)


@dataclass(frozen=True)
class Subject:
    """One transition with its key points."""

    transition: str
    points: tuple[KeyPoint, ...]

    @classmethod
    def of(cls, transition: Transition, points: Sequence[KeyPoint], number: int) -> list[Subject]:
        """Return a transition, and more of its size until there are so many."""
        first = cls(transition.slug, tuple(points))
        others = (f"{transition.slug}-{n}" for n in range(2, number + 1))
        return [first, *(replace(first, transition=slug) for slug in others)]


class Studying:
    """Years of sessions, in which every kind of row comes up.

    Parameters
    ----------
    log : Log
        Where it is recorded.
    clock : Clock
        The log's own clock; it is moved.
    subjects : sequence of Subject
        Taken up one after the other, the first one last; earlier ones are repeated at times.
    """

    def __init__(self, log: Log, clock: Clock, subjects: Sequence[Subject]) -> None:
        self._log = log
        self._clock = clock
        self._subjects = subjects
        self._random = random.Random(2015)  # noqa: S311 - the same every time is the point
        self._worded: dict[tuple[str, str], list[tuple[str, str]]] = {}

    def study(self, reviews: int) -> Iterator[int]:
        """Study until there are so many reviews, and give their number after each session."""
        done = today = 0
        while done < reviews:
            if today >= PER_DAY:
                self._clock.next_morning(2 if self._chance(_DAYS_OFF) else 1)
                today = 0
            subject = self._subject(done / reviews)
            added = self._session(subject, min(PER_SESSION, reviews - done))
            done += added
            today += added
            yield done

    def _subject(self, share: float) -> Subject:
        latest = int(share * len(self._subjects))
        number = self._random.randint(0, latest) if self._chance(0.2) else latest
        return self._subjects[len(self._subjects) - 1 - number]

    def _session(self, subject: Subject, planned: int) -> int:
        skill = self._random.choice(subject.points).skill if self._chance(0.3) else None
        points = [point for point in subject.points if skill in (None, point.skill)]
        kind = SessionKind.TODAY if skill is None else SessionKind.SKILL
        session = self._log.begin_session(
            kind=kind, transition=subject.transition, skill=skill, planned=planned
        )
        done = 0
        while done < planned:
            self._clock.wait(self._random.uniform(1, 4))
            point = self._random.choice(points)
            if self._chance(_SKIPPED):
                self._log.skip(session, point.id, f"{point.id}/q1")
            else:
                asked = [point]
                if planned - done > 1 and self._chance(_TWO_KEY_POINTS):
                    others = (each for each in points if each.skill == point.skill)
                    asked += [each for each in others if each is not point][:1]
                self._question(session, subject.transition, asked)
                done += len(asked)
        self._log.end_session(session)
        self._clock.wait(self._random.uniform(60, 900))
        if self._chance(0.3):
            document = skill or self._random.choice(points).skill
            seconds = self._random.uniform(20, 600)
            self._clock.wait(seconds)
            self._log.add_reading(subject.transition, document, seconds, self._random.random())
        return done

    def _question(self, session: str, transition: str, points: Sequence[KeyPoint]) -> None:
        choice = len(points) == 1 and self._chance(_CHOICES)
        judged = [self._judgement() for _ in points]
        asked = self._asked(session, transition, points, choice=choice)
        text = " ".join(self._text(*each) for each in zip(points, judged, strict=True))
        if choice:
            text = asked.options[0] if judged[0] is Judgement.COVERED else asked.options[1]
        seconds = self._random.uniform(8, 75)
        self._clock.wait(seconds)
        answer = self._log.add_answer(replace(asked, text=text, seconds=seconds))
        if not choice:
            self._clock.wait(self._random.uniform(0.4, 1.5))
        sure = [1.0 if choice else round(self._random.uniform(0.4, 1), 4) for _ in points]
        verdicts = tuple(
            PointVerdict(point.id, judgement, share, self._evidence(text, judgement))
            for point, judgement, share in zip(points, judged, sure, strict=True)
        )
        verdict = self._log.add_verdict(
            Verdict(
                answer,
                verdicts,
                score_of(judged),
                min(sure),
                Grader.CODE if choice else Grader.ENGINE,
                None if choice else _MODEL,
            ),
            ratings(verdicts),
        )
        if not choice:
            self._after_a_grade(answer, verdict, verdicts, asked)

    def _after_a_grade(
        self, answer: str, verdict: str, verdicts: Sequence[PointVerdict], asked: Answer
    ) -> None:
        [first, *_] = verdicts
        if first.judgement is not Judgement.COVERED:
            self._clock.wait(self._random.uniform(1, 3))
            said = f"You left out how this matters: {asked.question}"
            self._log.add_feedback(verdict, said, Origin.MODEL)
        if self._chance(_OVERRULED):
            self._clock.wait(2)
            better = Judgement.COVERED if first.judgement is Judgement.PARTLY else Judgement.PARTLY
            rated = {first.key_point: rating_for(better)}
            self._log.overrule(verdict, {first.key_point: better}, rated)
        elif self._chance(_RERATED):
            self._clock.wait(2)
            self._log.rerate(answer, first.key_point, Rating.Easy)
        if self._chance(_FLAGGED):
            self._log.flag(
                asked.question_id, question=asked.question, reason="unclear", answer_id=answer
            )
        if self._chance(_UNDONE):
            self._clock.wait(1)
            self._log.undo()

    def _asked(
        self, session: str, transition: str, points: Sequence[KeyPoint], *, choice: bool
    ) -> Answer:
        """Return an answer that lacks its text: what was asked, and how."""
        point = points[0]
        number = self._random.randrange(len(point.questions))
        id_, text, origin = (
            f"{point.id}/q{number + 1}",
            point.questions[number].text,
            Origin.AUTHORED,
        )
        if choice:
            id_ = f"{point.id}/choice"
        elif self._chance(_WORDED_BY_MODEL):
            id_, text = self._worded_question(transition, point)
            origin = Origin.MODEL
        wrong = [misconception.claim for misconception in point.misconceptions]
        return Answer(
            session=session,
            transition=transition,
            skill=point.skill,
            key_points=tuple(each.id for each in points),
            question=text,
            question_id=id_,
            origin=origin,
            format=Format.CHOICE if choice else Format.SHORT,
            text="",
            options=(point.claim, *wrong[:3]) if choice else (),
        )

    def _worded_question(self, transition: str, point: KeyPoint) -> tuple[str, str]:
        known = self._worded.setdefault((transition, point.id), [])
        if len(known) < _MODEL_QUESTIONS:
            text = f"In your own words ({len(known) + 1}): {point.questions[0].text}"
            id_ = self._log.add_question(point.id, transition, text, _MODEL, "question-1")
            known.append((id_, text))
        return self._random.choice(known)

    def _judgement(self) -> Judgement:
        return self._random.choices(list(_JUDGED), list(_JUDGED.values()))[0]

    def _text(self, point: KeyPoint, judgement: Judgement) -> str:
        """Return an answer that deserves the judgement, more or less."""
        if judgement is Judgement.CONTRADICTED and point.misconceptions:
            return point.misconceptions[0].claim
        if judgement is Judgement.MISSED:
            return "I do not know."
        words = point.answer.split()
        return " ".join(words if judgement is Judgement.COVERED else words[: len(words) // 2])

    def _evidence(self, text: str, judgement: Judgement) -> tuple[Evidence, ...]:
        if judgement in (Judgement.MISSED, Judgement.CONTRADICTED):
            return ()
        return (Evidence(0, min(len(text), self._random.randint(20, 120))),)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share
