"""Hints and follow-ups in a session, and what of them stays in the log."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from fsrs import Rating

from app.content.library import Library
from app.content.types import KeyPoint
from app.quiz.aid import Aid
from app.quiz.lexical import Lexicon
from app.quiz.outcome import Outcome
from app.quiz.session import QuizSession
from app.quiz.tutor import Tutor
from app.study.candidates import WordedQuestion
from app.study.log import StudyLog
from app.study.records import Format, Grader, Judgement, SessionKind
from tests.app.quiz.conftest import SKILL, TRANSITION
from tests.conftest import Clock
from tests.helpers.scripted_engine import ScriptedEngine

Begin = Callable[..., QuizSession]
MISSED, COVERED = Judgement.MISSED, Judgement.COVERED


@pytest.fixture
def aid(library: Library, points: Sequence[KeyPoint]) -> Aid:
    lexicon = Lexicon.of(f"{point.claim} {point.answer}" for point in points)
    return Aid([library.guides[TRANSITION, SKILL]], lexicon)


@pytest.fixture
def begin(log: StudyLog, points: Sequence[KeyPoint], clock: Clock, aid: Aid) -> Begin:
    def begin_session(tutor: Tutor | None = None, answer_format: str = "short") -> QuizSession:
        session = QuizSession(
            log,
            points[:2],
            transition=TRANSITION,
            kind=SessionKind.SKILL,
            skill=SKILL,
            answer_format=answer_format,
            tutor=tutor,
            rng=random.Random(1),
            clock=clock,
            aid=aid,
        )
        session.advance()
        return session

    return begin_session


def judge(session: QuizSession, judgement: Judgement) -> Outcome:
    assert session.current is not None
    points = session.current.key_points
    return session.rate_self("an answer", {point.id: judgement for point in points})


class TestHints:
    def test_there_are_three_and_each_is_another(self, begin: Begin) -> None:
        session = begin()
        hints = [session.hint() for _ in range(4)]
        assert [hint.step for hint in hints if hint is not None] == [1, 2, 3]
        assert hints[3] is None
        assert not session.has_hint
        assert session.hints == hints[:3]

    def test_they_are_kept_with_the_answer_and_gone_with_the_next(
        self, begin: Begin, log: StudyLog
    ) -> None:
        session = begin()
        first = session.hint()
        outcome = judge(session, COVERED)
        assert log.entry(outcome.answer_id).answer.hints == (first,)
        assert outcome.hints == (first,)
        session.advance()
        assert session.hints == []
        assert log.entry(judge(session, COVERED).answer_id).answer.hints == ()

    def test_with_one_good_is_the_best_rating(self, begin: Begin, log: StudyLog) -> None:
        session = begin()
        session.hint()
        outcome = judge(session, COVERED)
        assert outcome.best_rating is Rating.Good
        [point] = outcome.question.key_points
        changed = session.rerate(outcome, point.id, Rating.Easy)
        assert changed.ratings == {point.id: Rating.Good}
        assert log.entry(outcome.answer_id).ratings == {point.id: Rating.Good}

    def test_without_one_easy_can_be_chosen(self, begin: Begin) -> None:
        session = begin()
        outcome = judge(session, COVERED)
        [point] = outcome.question.key_points
        assert session.rerate(outcome, point.id, Rating.Easy).ratings == {point.id: Rating.Easy}

    def test_they_come_back_with_an_answer_that_is_taken_back(self, begin: Begin) -> None:
        session = begin()
        session.hint()
        outcome = judge(session, MISSED)
        session.undo()
        assert tuple(session.hints) == outcome.hints
        assert session.hint() is not None

    def test_there_is_none_for_a_choice_or_after_the_answer(self, begin: Begin) -> None:
        session = begin(answer_format="choice")
        assert session.hint() is None
        short = begin()
        judge(short, COVERED)
        assert short.hint() is None


class TestFollowUps:
    def test_a_miss_is_followed_by_one_question_on_the_same_key_point(
        self, begin: Begin, log: StudyLog
    ) -> None:
        session = begin()
        first = session.current
        assert first is not None
        missed = judge(session, MISSED)
        again = session.advance()
        assert again is not None
        assert again.key_points == first.key_points
        assert again.id != first.id
        assert session.follows == missed.answer_id
        assert (session.position, session.total) == (1, 2)
        outcome = judge(session, MISSED)
        assert log.entry(outcome.answer_id).answer.follows == missed.answer_id
        second = session.advance()
        assert second is not None
        assert second.key_points != first.key_points
        assert (session.position, session.follows) == (2, "")

    @pytest.mark.parametrize("judgement", [COVERED, Judgement.PARTLY])
    def test_what_was_not_missed_is_not_followed_up(
        self, begin: Begin, judgement: Judgement
    ) -> None:
        session = begin()
        first = session.current
        judge(session, judgement)
        following = session.advance()
        assert following is not None
        assert first is not None
        assert following.key_points != first.key_points

    def test_it_is_no_review(self, begin: Begin, log: StudyLog) -> None:
        session = begin()
        missed = judge(session, MISSED)
        [point] = missed.question.key_points
        card = log.card(TRANSITION, point.id)
        session.advance()
        outcome = judge(session, COVERED)
        assert outcome.ratings == {}
        assert log.card(TRANSITION, point.id) == card
        changed = session.overrule(outcome, {point.id: MISSED})
        assert changed.ratings == {}
        assert log.card(TRANSITION, point.id) == card
        assert log.entry(outcome.answer_id).judgements == {point.id: MISSED}
        assert log.check() == []

    def test_a_verdict_that_the_learner_overruled_decides(self, begin: Begin) -> None:
        session = begin()
        outcome = judge(session, MISSED)
        [point] = outcome.question.key_points
        session.overrule(outcome, {point.id: COVERED})
        session.advance()
        assert session.follows == ""

    def test_it_can_be_skipped_and_does_not_come_again(self, begin: Begin) -> None:
        session = begin()
        judge(session, MISSED)
        session.advance()
        session.skip()
        assert session.advance() is not None
        assert session.follows == ""
        assert session.position == 2

    def test_taking_its_answer_back_asks_it_again_as_a_follow_up(self, begin: Begin) -> None:
        session = begin()
        missed = judge(session, MISSED)
        follow_up = session.advance()
        judge(session, MISSED)
        session.undo()
        assert session.current == follow_up
        assert session.follows == missed.answer_id
        judge(session, COVERED)
        assert session.advance() is not None
        assert session.follows == ""

    def test_a_wrong_choice_is_followed_up_too(self, begin: Begin) -> None:
        session = begin(answer_format="choice")
        assert session.current is not None
        wrong = 1 if session.current.right_option != 1 else 0
        session.choose(wrong)
        following = session.advance()
        assert following is not None
        assert following.format is Format.SHORT
        assert session.follows

    def test_nobody_has_to_be_asked_again(self, begin: Begin) -> None:
        session = begin()
        session.follow_up_misses = False
        judge(session, MISSED)
        session.advance()
        assert session.follows == ""
        assert session.position == 2

    def test_where_ours_are_flagged_the_models_own_is_asked(
        self, begin: Begin, log: StudyLog, points: Sequence[KeyPoint]
    ) -> None:
        session = begin()
        for number in (1, 2):
            log.flag(f"{points[0].id}/q{number}", question="", reason="unclear")
        worded = WordedQuestion(
            TRANSITION, points[0].id, "why", "Why is that so?", (), "m", "p/1", 1.0
        )
        log.add_worded(worded)
        judge(session, MISSED)
        following = session.advance()
        assert following is not None
        assert following.text == "Why is that so?"

    def test_gaps_are_the_last_resort_and_code_grades_them(
        self,
        begin: Begin,
        log: StudyLog,
        points: Sequence[KeyPoint],
        tutor: Tutor,
        engine: ScriptedEngine,
    ) -> None:
        session = begin(tutor)
        for number in (1, 2):
            log.flag(f"{points[0].id}/q{number}", question="", reason="unclear")
        judge(session, MISSED)
        following = session.advance()
        assert following is not None
        assert following.blanks
        assert session.hint() is None
        outcome = session.fill_gaps(" ".join(following.blanks))
        assert outcome.verdict.grader is Grader.CODE
        assert outcome.right
        assert engine.observed == []

    def test_of_gaps_the_model_says_nothing(
        self,
        begin: Begin,
        log: StudyLog,
        points: Sequence[KeyPoint],
        engine: ScriptedEngine,
        tutor: Tutor,
    ) -> None:
        session = begin(tutor)
        for number in (1, 2):
            log.flag(f"{points[0].id}/q{number}", question="", reason="unclear")
        judge(session, MISSED)
        assert session.advance() is not None
        outcome = session.fill_gaps("something else")
        assert not outcome.right
        assert list(session.feedback(outcome)) == []
        assert engine.prompts == []

    def test_only_gaps_can_be_filled(self, begin: Begin) -> None:
        with pytest.raises(RuntimeError, match="no gaps"):
            begin().fill_gaps("words")

    def test_of_what_the_grader_is_unsure_of_nothing_is_asked_again(
        self, begin: Begin, tutor: Tutor, engine: ScriptedEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(type(tutor), "sure_from", property(lambda _tutor: 1.01))
        session = begin(tutor)
        engine.finds.append(MISSED)
        grading = session.submit("no idea of it at all")
        list(grading.run())
        session.conclude(grading)
        session.advance()
        assert session.follows == ""
