"""The question to be asked is the fresh one, else the one asked least; and it is prepared ahead."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import pytest
from fsrs import Rating
from sqlite_utils import Database

from app.content.library import Library
from app.content.types import KeyPoint
from app.paths import PROMPTS
from app.quiz.asking.ahead import lacking, ready, upcoming, wishes_of
from app.quiz.asking.asker import Asker
from app.quiz.asking.supply import QuestionSupply, worded
from app.quiz.asking.types import Accepted, Angle, Candidate, Refused
from app.quiz.lexical import Lexicon
from app.study.log import StudyLog
from app.study.records import (
    Answer,
    Format,
    Grader,
    Judgement,
    Origin,
    PointVerdict,
    SessionKind,
    Verdict,
)
from tests.app.quiz.asking.conftest import OPTIONS, POINT
from tests.conftest import Clock
from tests.helpers.scripted_engine import ScriptedEngine

TRANSITION = "machine-learning-engineer"
SKILL = "learn-model-optimization"
SHORT = Candidate(POINT, Angle.DEBUG, "What does a Bloom filter get wrong?", model="tiny")
CHOICE = Candidate(POINT, Angle.CHOOSE, "Which statement is right?", OPTIONS, "tiny")


@pytest.fixture
def log(clock: Clock) -> Iterator[StudyLog]:
    with StudyLog(Database(memory=True), clock=clock) as log:
        yield log


@pytest.fixture
def engine() -> ScriptedEngine:
    engine = ScriptedEngine()
    engine.can_score = False
    return engine


@pytest.fixture
def supply(log: StudyLog, engine: ScriptedEngine) -> QuestionSupply:
    rng = random.Random(1)
    asker = Asker(engine, prompts=PROMPTS, lexicon=Lexicon(), rng=rng)
    return QuestionSupply(log, TRANSITION, asker=asker, rng=rng)


@pytest.fixture
def points(library: Library) -> Sequence[KeyPoint]:
    return library.key_points(TRANSITION, SKILL)


@pytest.fixture
def meet(log: StudyLog) -> Callable[..., None]:
    """Answer questions on key points, so that they have been met."""

    def answer(*met: KeyPoint, question_id: str = "elsewhere") -> None:
        session = log.begin_session(
            kind=SessionKind.TODAY, transition=TRANSITION, skill=None, planned=1
        )
        for point in met:
            answer_id = log.add_answer(
                Answer(
                    session=session,
                    transition=TRANSITION,
                    skill=SKILL,
                    key_points=(point.id,),
                    question="?",
                    question_id=question_id,
                    origin=Origin.AUTHORED,
                    format=Format.SHORT,
                    text="text",
                )
            )
            judged = (PointVerdict(point.id, Judgement.COVERED, 1.0),)
            verdict = Verdict(answer_id, judged, 1.0, 1.0, Grader.LEARNER, None)
            log.add_verdict(verdict, {point.id: Rating.Good})

    return answer


def test_the_first_question_on_a_key_point_is_ours(supply: QuestionSupply) -> None:
    supply.keep(Accepted(SHORT))
    question = supply.question(POINT, Format.SHORT)
    assert question is not None
    assert question.origin is Origin.AUTHORED


@pytest.mark.parametrize(("made", "wanted"), [(SHORT, Format.SHORT), (CHOICE, Format.CHOICE)])
def test_a_fresh_question_is_asked_before_ours(
    supply: QuestionSupply, meet: Callable[..., None], made: Candidate, wanted: Format
) -> None:
    meet(POINT)
    supply.keep(Accepted(made))
    question = supply.question(POINT, wanted)
    assert question is not None
    assert (question.text, question.origin, question.format) == (made.text, Origin.MODEL, wanted)
    assert {option.text for option in question.options} == {each.text for each in made.options}
    if made.options:
        assert question.options[question.right_option].text == POINT.claim
        assert all(option.why for option in question.options if not option.right)


def test_what_was_refused_is_kept_and_never_asked(
    supply: QuestionSupply, log: StudyLog, meet: Callable[..., None]
) -> None:
    meet(POINT)
    supply.keep(Refused(SHORT, "is_new", "repeats one"))
    question = supply.question(POINT, Format.SHORT)
    assert question is not None
    assert question.origin is Origin.AUTHORED
    [kept] = log.worded(TRANSITION, [POINT.id])[POINT.id]
    assert (kept.worded.refused_by, kept.worded.reason) == ("is_new", "repeats one")


def test_a_flagged_question_never_returns(
    supply: QuestionSupply, log: StudyLog, meet: Callable[..., None]
) -> None:
    meet(POINT)
    supply.keep(Accepted(SHORT))
    question = supply.question(POINT, Format.SHORT)
    assert question is not None
    log.flag(question.id, question=question.text, reason="unclear")
    for _ in range(5):
        again = supply.question(POINT, Format.SHORT)
        assert again is not None
        assert again.text != SHORT.text
        meet(POINT, question_id=again.id)


def test_all_wordings_take_turns_once_none_is_fresh(
    supply: QuestionSupply, meet: Callable[..., None]
) -> None:
    meet(POINT)
    supply.keep(Accepted(SHORT))
    texts = []
    for _ in range(6):
        question = supply.question(POINT, Format.SHORT)
        assert question is not None
        texts.append(question.text)
        meet(POINT, question_id=question.id)
    assert texts[0] == SHORT.text
    assert {texts.count(text) for text in texts} == {2}


def test_without_a_model_only_ours_are_asked(log: StudyLog, meet: Callable[..., None]) -> None:
    meet(POINT)
    log.add_worded(worded(Accepted(SHORT), TRANSITION))
    supply = QuestionSupply(log, TRANSITION, asker=None, rng=random.Random(1))
    question = supply.question(POINT, Format.SHORT)
    assert question is not None
    assert question.origin is Origin.AUTHORED
    assert list(supply.prepare([(POINT, Format.SHORT)])) == []


def test_questions_are_prepared_for_what_was_met_and_lacks_one(
    supply: QuestionSupply,
    engine: ScriptedEngine,
    log: StudyLog,
    points: Sequence[KeyPoint],
    meet: Callable[..., None],
) -> None:
    new, *met = points[:5]
    meet(*met)
    engine.texts.extend(["no question"] * 99)
    for made in supply.prepare([(point, Format.SHORT) for point in (new, *met)]):
        supply.keep(made)
    assert ready(log, TRANSITION, (new, *met)) >= 3
    assert ready(log, TRANSITION, [new]) == 0
    asked = len(engine.prompts)
    wished = [(point, Format.SHORT) for point in met]
    left = lacking(log, TRANSITION, wished).wishes
    assert [point for point, _ in left] == [
        point for point in met if not ready(log, TRANSITION, [point])
    ]
    assert len(engine.prompts) == asked


def test_looking_into_the_log_leaves_the_dictionary_alone(
    log: StudyLog,
    points: Sequence[KeyPoint],
    meet: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    meet(*points[:2])
    read: list[str] = []
    monkeypatch.setattr("app.quiz.asking.plan.suited", lambda point: read.append(point.id) or ())
    assert lacking(log, TRANSITION, wishes_of(points[:2])).wishes
    assert read == []


def test_where_nothing_is_wished_for_the_log_is_not_read(
    supply: QuestionSupply, log: StudyLog
) -> None:
    log.close()
    assert list(supply.prepare([])) == []


def test_nothing_is_lacking_where_a_fresh_one_of_that_format_waits(
    supply: QuestionSupply, log: StudyLog, meet: Callable[..., None]
) -> None:
    meet(POINT)
    supply.keep(Accepted(SHORT))
    wishes = wishes_of([POINT])
    assert wishes == [(POINT, Format.SHORT), (POINT, Format.CHOICE)]
    assert lacking(log, TRANSITION, wishes).wishes == ((POINT, Format.CHOICE),)
    supply.keep(Accepted(CHOICE))
    assert lacking(log, TRANSITION, wishes).wishes == ()


def test_no_key_point_is_prepared_for_twice_in_a_row(points: Sequence[KeyPoint]) -> None:
    wished = [point.id for point, _ in wishes_of(points[:4])]
    assert all(first != second for first, second in pairwise(wished))


def test_it_can_be_stopped_after_any_candidate(
    supply: QuestionSupply,
    engine: ScriptedEngine,
    points: Sequence[KeyPoint],
    meet: Callable[..., None],
) -> None:
    meet(*points[:4])
    engine.texts.extend(["no question"] * 99)
    work = supply.prepare(wishes_of(points[:4]))
    next(work)
    asked = len(engine.prompts)
    work.close()
    assert len(engine.prompts) == asked


def test_what_is_due_first_is_prepared_for_first(
    library: Library,
    log: StudyLog,
    points: Sequence[KeyPoint],
    meet: Callable[..., None],
    clock: Clock,
) -> None:
    late, early = points[:2]
    meet(early)
    clock.advance(days=1)
    meet(late)
    assert upcoming(library, log, TRANSITION, 5) == [early, late]
    assert upcoming(library, log, TRANSITION, 1) == [early]
