"""A clock that the tests set, and a learner who answers questions into a real log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from fsrs import Rating
from sqlite_utils import Database

import app
from app.study import (
    Answer,
    Format,
    Grader,
    Judgement,
    Origin,
    PointVerdict,
    SessionKind,
    StudyLog,
    Verdict,
)

SPRING = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=1)))
JUDGED = {
    Rating.Again: Judgement.MISSED,
    Rating.Hard: Judgement.PARTLY,
    Rating.Good: Judgement.COVERED,
    Rating.Easy: Judgement.COVERED,
}


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = SPRING

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **duration: float) -> datetime:
        self.now += timedelta(**duration)
        return self.now


class Learner:
    """Does what the quiz would do on behalf of a person."""

    def __init__(self, log: StudyLog, transition: str = "mle") -> None:
        self.log = log
        self.transition = transition
        self.session = log.begin_session(
            kind=SessionKind.TODAY, transition=transition, skill=None, planned=10
        )

    def answer(self, *key_points: str, **changes: object) -> str:
        """Submit an answer that nobody has judged yet."""
        values: dict[str, object] = {
            "session": self.session,
            "transition": self.transition,
            "skill": "evaluation",
            "key_points": key_points or ("leak",),
            "question": "Why keep a test set apart?",
            "question_id": "leak/0",
            "origin": Origin.AUTHORED,
            "format": Format.SHORT,
            "text": "Because a model that has seen it looks better than it is.",
            "seconds": 12.5,
        }
        return self.log.add_answer(Answer(**{**values, **changes}))  # type: ignore[arg-type]

    def judge(
        self, answer: str, ratings: Mapping[str, Rating], grader: Grader = Grader.ENGINE
    ) -> str:
        """Record a verdict in which each judgement fits the rating."""
        points = tuple(
            PointVerdict(key, self.judgement(rating), 0.9) for key, rating in ratings.items()
        )
        score = sum(point.judgement.credit for point in points) / len(points)
        model = "tiny" if grader is Grader.ENGINE else None
        verdict = Verdict(answer, points, score, 0.8, grader, model)
        return self.log.add_verdict(verdict, ratings)

    def judgement(self, rating: Rating) -> Judgement:
        """Return what a verdict says of a key point that is rated so."""
        return JUDGED[rating]

    def review(self, key_point: str = "leak", rating: Rating = Rating.Good) -> tuple[str, str]:
        """Answer and be judged; returns the ids of the answer and the verdict."""
        answer = self.answer(key_point)
        return answer, self.judge(answer, {key_point: rating})


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(clock: Clock) -> Iterator[StudyLog]:
    with StudyLog(Database(memory=True), clock=clock) as log:
        yield log


@pytest.fixture
def learner(log: StudyLog) -> Learner:
    return Learner(log)


@pytest.fixture
def new_learner() -> type[Learner]:
    """For tests that open logs of their own."""
    return Learner


@pytest.fixture
def source() -> Path:
    """The folder that child processes import Segue from."""
    return Path(app.__file__).parents[1]
