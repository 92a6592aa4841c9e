"""A quiz session: an answer is safe before its verdict, and everything can be corrected."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from fsrs import Rating

from app.content.types import KeyPoint
from app.model.errors import Cause, EngineError
from app.paths import PROMPTS
from app.quiz.lexical import Lexicon
from app.quiz.outcome import Grading
from app.quiz.session import QuizSession
from app.quiz.speech import Speech
from app.quiz.tutor import Tutor
from app.study.candidates import WordedQuestion
from app.study.log import StudyLog
from app.study.records import Format, Grader, Judgement, Origin
from tests.conftest import Clock
from tests.helpers.calibrations import believing
from tests.helpers.scripted_engine import ScriptedEngine

Begin = Callable[..., QuizSession]


NO_QUESTION = "no question"
"""What a model may write that turns nothing; what code puts together has to serve then."""


@pytest.fixture
def worder(engine: ScriptedEngine, points: Sequence[KeyPoint]) -> Tutor:
    """A tutor that words questions, and has code alone to check them."""
    engine.can_score = False
    return Tutor(engine, prompts=PROMPTS, calibration=None, lexicon=Lexicon(), rng=random.Random(1))


def worded(point: KeyPoint, text: str, transition: str) -> WordedQuestion:
    return WordedQuestion(transition, point.id, "recall", text, (), "scripted", "frames/1", 1.0)


def run(grading: Grading) -> Grading:
    for _ in grading.run():
        pass
    return grading


def test_an_answer_is_in_the_log_before_its_verdict(
    begin: Begin, tutor: Tutor, log: StudyLog, clock: Clock
) -> None:
    session = begin(tutor)
    question = session.advance()
    assert question is not None
    clock.advance(seconds=12)
    grading = session.submit("Fewer bits for each weight.")
    (entry,) = log.entries()
    assert entry.id == grading.answer_id
    assert entry.verdict is None
    assert (entry.answer.text, entry.answer.seconds) == ("Fewer bits for each weight.", 12.0)


def test_a_verdict_reaches_log_and_schedule(
    begin: Begin, tutor: Tutor, engine: ScriptedEngine, log: StudyLog, points: Sequence[KeyPoint]
) -> None:
    session = begin(tutor)
    session.advance()
    engine.finds.append(Judgement.COVERED)
    outcome = session.conclude(run(session.submit(points[0].answer)))
    assert outcome.verdict.grader is Grader.ENGINE
    assert outcome.verdict.model == "scripted"
    assert outcome.verdict.points[0].judgement is Judgement.COVERED
    assert log.entry(outcome.answer_id).verdict == outcome.verdict
    card = log.card("machine-learning-engineer", points[0].id)
    assert card is not None
    assert card.reps == 1


def test_the_answer_survives_an_engine_that_dies_and_can_be_graded_again(
    begin: Begin, tutor: Tutor, engine: ScriptedEngine, log: StudyLog, points: Sequence[KeyPoint]
) -> None:
    session = begin(tutor)
    session.advance()
    engine.finds.extend([EngineError(Cause.KILLED, "killed"), Judgement.COVERED])
    grading = session.submit(points[0].answer)
    with pytest.raises(EngineError):
        run(grading)
    assert len(log.entries()) == 1
    outcome = session.conclude(run(session.submit(points[0].answer)))
    assert outcome.answer_id == grading.answer_id
    assert len(log.entries()) == 1


def test_the_answer_survives_an_engine_that_dies_and_can_be_rated_by_the_learner(
    begin: Begin, tutor: Tutor, engine: ScriptedEngine, log: StudyLog, points: Sequence[KeyPoint]
) -> None:
    session = begin(tutor)
    session.advance()
    engine.finds.append(EngineError(Cause.HUNG, "hung"))
    grading = session.submit("an answer")
    with pytest.raises(EngineError):
        run(grading)
    outcome = session.rate_self("an answer", {points[0].id: Judgement.PARTLY})
    assert outcome.answer_id == grading.answer_id
    assert outcome.verdict.grader is Grader.LEARNER
    assert outcome.ratings == {points[0].id: Rating.Hard}
    assert len(log.entries()) == 1


def test_a_wrong_choice_comes_back_and_says_why_it_is_wrong(begin: Begin) -> None:
    session = begin(answer_format="choice")
    question = session.advance()
    assert question is not None
    wrong = next(i for i, option in enumerate(question.options) if not option.right)
    outcome = session.choose(wrong)
    assert not outcome.right
    assert outcome.chosen == wrong
    assert outcome.verdict.points[0].judgement is Judgement.CONTRADICTED
    assert set(outcome.ratings.values()) == {Rating.Again}
    assert question.options[wrong].why


def test_the_right_choice_is_known(begin: Begin) -> None:
    session = begin(answer_format="choice")
    question = session.advance()
    assert question is not None
    assert session.choose(question.right_option).right


def test_a_mixed_session_of_new_key_points_asks_in_both_formats(begin: Begin, tutor: Tutor) -> None:
    session = begin(tutor, "mixed")
    asked = []
    while (question := session.advance()) is not None:
        asked.append(question.format)
    assert asked == [Format.CHOICE, Format.SHORT] * 2


def test_an_overrule_changes_verdict_rating_and_schedule(
    begin: Begin, log: StudyLog, points: Sequence[KeyPoint]
) -> None:
    session = begin()
    session.advance()
    outcome = session.rate_self("text", {points[0].id: Judgement.MISSED})
    changed = session.overrule(outcome, {points[0].id: Judgement.COVERED})
    assert changed.right
    assert changed.verdict.score == 1.0
    assert session.outcomes == [changed]
    entry = log.entry(outcome.answer_id)
    assert entry.overruled
    assert entry.ratings == {points[0].id: Rating.Good}


def test_a_rating_can_be_changed_without_the_verdict(
    begin: Begin, log: StudyLog, points: Sequence[KeyPoint]
) -> None:
    session = begin()
    session.advance()
    outcome = session.rate_self("text", {points[0].id: Judgement.COVERED})
    changed = session.rerate(outcome, points[0].id, Rating.Easy)
    assert changed.verdict == outcome.verdict
    assert log.entry(outcome.answer_id).ratings == {points[0].id: Rating.Easy}


def test_undo_takes_back_what_was_done_last(
    begin: Begin, log: StudyLog, points: Sequence[KeyPoint]
) -> None:
    session = begin()
    first = session.advance()
    outcome = session.rate_self("text", {points[0].id: Judgement.MISSED})
    session.overrule(outcome, {points[0].id: Judgement.COVERED})
    session.advance()
    restored = session.undo()
    assert restored is not None
    assert restored.verdict.points[0].judgement is Judgement.MISSED
    session.undo()
    assert session.current == first
    assert session.position == 1
    assert log.entries() == []
    assert log.card("machine-learning-engineer", points[0].id) is None
    assert session.undo() is None


def test_a_skipped_question_leaves_the_schedule_alone(
    begin: Begin, log: StudyLog, points: Sequence[KeyPoint]
) -> None:
    session = begin()
    session.advance()
    session.skip()
    assert log.entries() == []
    assert log.card("machine-learning-engineer", points[0].id) is None


def test_a_flagged_question_never_returns(begin: Begin) -> None:
    session = begin()
    first = session.advance()
    assert first is not None
    session.flag("ambiguous")
    again = begin().advance()
    assert again is not None
    assert again.key_points == first.key_points
    assert again.id != first.id


def test_a_key_point_whose_questions_are_all_flagged_is_passed_over(
    begin: Begin, points: Sequence[KeyPoint]
) -> None:
    session = begin()
    asked = session.advance()
    while asked is not None and asked.key_points[0] == points[0]:
        session.flag("bad")
        session = begin()
        asked = session.advance()
    assert asked is not None
    assert asked.key_points[0] == points[1]


def test_wording_varies_from_review_to_review(begin: Begin, points: Sequence[KeyPoint]) -> None:
    texts = []
    for _ in points[0].questions:
        session = begin()
        question = session.advance()
        assert question is not None
        texts.append(question.text)
        session.rate_self("text", {points[0].id: Judgement.COVERED})
    assert sorted(texts) == sorted(each.text for each in points[0].questions)


def test_a_question_of_the_model_is_asked_once_and_marked(
    begin: Begin, worder: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    earlier = begin()
    for point in points[:2]:
        earlier.advance()
        earlier.rate_self("text", {point.id: Judgement.MISSED})
    session = begin(worder)
    session.advance()
    engine.texts.extend([NO_QUESTION] * 99)
    for made in session.preparation():
        session.keep_question(made)
    question = session.advance()
    assert question is not None
    assert question.origin is Origin.MODEL
    assert question.key_points == (points[1],)
    session.rate_self("text", {points[1].id: Judgement.COVERED})
    later = begin(worder)
    later.advance()
    again = later.advance()
    assert again is not None
    assert again.origin is Origin.AUTHORED


def test_the_first_question_on_a_key_point_is_ours(
    begin: Begin, tutor: Tutor, engine: ScriptedEngine, log: StudyLog, points: Sequence[KeyPoint]
) -> None:
    transition = "machine-learning-engineer"
    log.add_worded(worded(points[0], "A question of the model's?", transition))
    session = begin(tutor)
    question = session.advance()
    assert question is not None
    assert question.origin is Origin.AUTHORED
    assert list(session.preparation()) == []
    assert engine.prompts == []


def test_preparing_makes_ready_to_grade_the_question_on_the_screen(
    begin: Begin, tutor: Tutor, engine: ScriptedEngine
) -> None:
    session = begin(tutor)
    question = session.advance()
    assert question is not None
    engine.texts.extend(["no question"] * 20)
    assert list(session.preparation()) == []
    assert question.text in engine.prepared[0].prompt.messages[-1].content


def test_without_an_engine_there_is_nothing_to_prepare_or_submit(begin: Begin) -> None:
    session = begin()
    session.advance()
    assert list(session.preparation()) == []
    with pytest.raises(RuntimeError):
        session.submit("text")


def test_a_session_ends_after_its_last_question(begin: Begin, log: StudyLog) -> None:
    session = begin()
    for _ in range(session.total):
        assert session.advance() is not None
    assert session.advance() is None
    assert session.current is None
    session.finish()


def test_an_answer_is_safe_before_the_solution_is_shown(begin: Begin, log: StudyLog) -> None:
    session = begin()
    session.advance()
    answer_id = session.record("typed before looking")
    (entry,) = log.entries()
    assert (entry.id, entry.verdict) == (answer_id, None)


def test_an_answer_changed_after_a_failure_takes_the_place_of_the_first(
    begin: Begin, tutor: Tutor, engine: ScriptedEngine, log: StudyLog, points: Sequence[KeyPoint]
) -> None:
    session = begin(tutor)
    session.advance()
    engine.finds.extend([EngineError(Cause.CRASHED, "x"), Judgement.COVERED])
    with pytest.raises(EngineError):
        run(session.submit("first"))
    session.conclude(run(session.submit(points[0].answer)))
    assert [entry.answer.text for entry in log.entries()] == [points[0].answer]


def test_a_question_is_answered_once(begin: Begin) -> None:
    session = begin(answer_format="choice")
    session.advance()
    session.choose(0)
    with pytest.raises(RuntimeError):
        session.choose(1)
    with pytest.raises(RuntimeError):
        session.skip()


def test_a_flag_or_a_skip_does_not_stand_in_the_way_of_undo(
    begin: Begin, log: StudyLog, points: Sequence[KeyPoint]
) -> None:
    session = begin()
    first = session.advance()
    outcome = session.rate_self("text", {points[0].id: Judgement.COVERED})
    session.flag("a slip", outcome)
    assert session.undo() == outcome
    assert log.flagged() == frozenset()
    session.advance()
    session.skip()
    session.undo()
    assert session.current == first
    assert log.entries() == []


def test_nothing_is_undone_after_the_end(begin: Begin, points: Sequence[KeyPoint]) -> None:
    session = begin()
    session.advance()
    session.rate_self("text", {points[0].id: Judgement.COVERED})
    session.finish()
    assert session.undo() is None


def test_a_right_answer_is_right_whatever_it_is_rated(
    begin: Begin, points: Sequence[KeyPoint]
) -> None:
    session = begin()
    session.advance()
    missed = session.rate_self("text", {points[0].id: Judgement.MISSED})
    assert not session.rerate(missed, points[0].id, Rating.Easy).right


def test_a_question_of_the_models_is_not_written_twice(
    begin: Begin, worder: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    earlier = begin()
    earlier.advance()
    earlier.rate_self("text", {points[0].id: Judgement.MISSED})
    engine.texts.extend([NO_QUESTION] * 99)
    texts = set()
    for _ in range(2):
        session = begin(worder)
        for made in session.preparation():
            session.keep_question(made)
        question = session.advance()
        assert question is not None
        assert question.origin is Origin.MODEL
        texts.add(question.text)
        session.flag("bad")
    assert len(texts) == 2


def test_there_is_no_feedback_on_what_the_grader_is_unsure_of(
    begin: Begin,
    engine: ScriptedEngine,
    points: Sequence[KeyPoint],
) -> None:
    doubtful = Tutor(
        engine,
        prompts=PROMPTS,
        calibration=believing(sure_from=0.999),
        lexicon=Lexicon.of(each.claim for each in points),
        rng=random.Random(1),
    )
    session = begin(doubtful)
    session.advance()
    engine.finds.append(Judgement.MISSED)
    outcome = session.conclude(run(session.submit("an answer")))
    assert outcome.verdict.points[0].confidence < doubtful.sure_from
    assert list(session.feedback(outcome)) == []
    assert engine.prompts == []


def test_only_what_was_kept_of_feedback_is_in_the_log(
    begin: Begin, tutor: Tutor, engine: ScriptedEngine, log: StudyLog, points: Sequence[KeyPoint]
) -> None:
    session = begin(tutor)
    session.advance()
    engine.finds.append(Judgement.MISSED)
    outcome = session.conclude(run(session.submit("an answer")))
    first, rest = points[0].claim.split(" ", 1)
    engine.texts.append(f" {first.lower()} {rest} Your answer shows that you are right, as it is.")
    *_, last = session.feedback(outcome)
    assert last.kept.endswith(rest)
    session.keep_feedback(outcome, Speech(last.kept, " Your answer shows"))
    kept = log.entry(outcome.answer_id).feedback
    assert kept is not None
    assert (kept.text, kept.origin) == (last.kept, Origin.MODEL)


def test_feedback_of_which_nothing_was_kept_is_none(
    begin: Begin, tutor: Tutor, engine: ScriptedEngine, log: StudyLog
) -> None:
    session = begin(tutor)
    session.advance()
    engine.finds.append(Judgement.MISSED)
    outcome = session.conclude(run(session.submit("an answer")))
    session.keep_feedback(outcome, Speech(draft="Not quite."))
    assert log.entry(outcome.answer_id).feedback is None


def test_the_question_is_read_for_feedback_once_those_to_come_are_worded(
    begin: Begin, tutor: Tutor, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    earlier = begin()
    for point in points[:2]:
        earlier.advance()
        earlier.rate_self("text", {point.id: Judgement.MISSED})
    session = begin(tutor)
    question = session.advance()
    assert question is not None
    engine.texts.extend([NO_QUESTION] * 99)
    engine.can_score = False
    engine.finds.extend([Judgement.PARTLY] * 99)
    read_before = [len(engine.prefilled) for _ in session.preparation()]
    assert set(read_before) == {0}
    (prompt,) = engine.prefilled
    assert question.text in prompt.messages[-1].content
