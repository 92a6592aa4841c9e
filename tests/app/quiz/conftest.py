"""A session over a few key points, with an engine that says what it is told to."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import pytest
from sqlite_utils import Database

from app.content.library import Library
from app.content.types import KeyPoint
from app.paths import PROMPTS
from app.quiz.lexical import Lexicon
from app.quiz.session import QuizSession
from app.quiz.tutor import Tutor
from app.study.log import StudyLog
from app.study.records import SessionKind
from tests.conftest import Clock
from tests.helpers.calibrations import believing
from tests.helpers.scripted_engine import ScriptedEngine

TRANSITION = "machine-learning-engineer"
SKILL = "learn-model-optimization"


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine()


@pytest.fixture
def log(clock: Clock) -> Iterator[StudyLog]:
    with StudyLog(Database(memory=True), clock=clock) as log:
        yield log


@pytest.fixture
def points(library: Library) -> Sequence[KeyPoint]:
    return library.key_points(TRANSITION, SKILL)[:4]


@pytest.fixture
def tutor(engine: ScriptedEngine, points: Sequence[KeyPoint]) -> Tutor:
    return Tutor(
        engine,
        prompts=PROMPTS,
        calibration=believing(),
        lexicon=Lexicon.of(f"{point.claim} {point.answer}" for point in points),
        rng=random.Random(1),
    )


Begin = Callable[..., QuizSession]


@pytest.fixture
def begin(log: StudyLog, points: Sequence[KeyPoint], clock: Clock) -> Begin:
    def begin_session(tutor: Tutor | None = None, answer_format: str = "short") -> QuizSession:
        return QuizSession(
            log,
            points,
            transition=TRANSITION,
            kind=SessionKind.SKILL,
            skill=SKILL,
            answer_format=answer_format,
            tutor=tutor,
            rng=random.Random(1),
            clock=clock,
        )

    return begin_session
