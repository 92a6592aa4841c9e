"""Pages of the log, and the questions that a model worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fsrs import Rating

from app.study import Grader, Judgement, StudyLog

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner


def test_entries_come_newest_first_and_in_pages(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    ids = []
    for _ in range(5):
        clock.forward(minutes=1)
        ids.append(learner.answer())
    first = log.entries(limit=3)
    second = log.entries(limit=3, before=first[-1].id)
    assert [entry.id for entry in first + second] == ids[::-1]


def test_entries_can_be_those_of_one_skill_or_transition(
    log: StudyLog, new_learner: type[Learner]
) -> None:
    here, there = new_learner(log, "mle"), new_learner(log, "designer")
    mine, other, same_skill = (
        here.answer(skill="evaluation"),
        here.answer(skill="data"),
        there.answer(skill="evaluation"),
    )

    def found(**which: str) -> set[str]:
        return {entry.id for entry in log.entries(**which)}  # type: ignore[arg-type]

    assert found(skill="evaluation") == {mine, same_skill}
    assert found(transition="mle") == {mine, other}
    assert found(transition="mle", skill="evaluation") == {mine}
    assert found(skill="unheard-of") == set()


def test_an_unknown_entry_is_an_error(log: StudyLog) -> None:
    with pytest.raises(KeyError):
        log.entry("nowhere")


def test_how_often_a_question_was_asked_leaves_out_what_was_undone(
    log: StudyLog, learner: Learner
) -> None:
    one = log.add_question("leak", "mle", "What leaks?", "tiny", "ask-1")
    two = log.add_question("leak", "mle", "When is a test set spoilt?", "tiny", "ask-1")
    for _ in range(2):
        learner.answer("leak", question_id=two)
    learner.answer("leak", question_id=two)
    log.undo()
    assert log.times_asked([one, two, "leak/0"]) == {one: 0, two: 2, "leak/0": 0}


def test_a_flagged_question_is_out_of_use_and_marked_in_the_log(
    log: StudyLog, learner: Learner
) -> None:
    question = log.add_question("leak", "mle", "What leaks?", "tiny", "ask-1")
    answer = learner.answer("leak", question_id=question)
    log.flag(question, question="What leaks?", reason="vague", answer_id=answer)
    assert log.flagged() == {question}
    assert log.entry(answer).flagged


def test_reading_goes_on_where_it_stopped(log: StudyLog) -> None:
    assert log.reading_position("mle", "evaluation") == 0.0
    log.add_reading("mle", "evaluation", 60, 0.25)
    log.add_reading("mle", "evaluation", 30, 0.5)
    log.add_reading("mle", "mle", 30, 0.75)
    assert log.reading_position("mle", "evaluation") == 0.5


def test_what_was_read_last_is_known_before_and_after(log: StudyLog) -> None:
    assert log.read_last() is None
    log.add_reading("ml-engineer", "guide", 60.0, 0.5, 100)
    log.add_reading("", "my notes.md", 60.0, 0.2, 40)
    assert log.read_last() == ("", "my notes.md")


def test_what_the_engine_judged_stands_beside_what_holds_now(
    log: StudyLog, learner: Learner
) -> None:
    _, wrong = learner.review("leak", Rating.Again)
    learner.review("split", Rating.Hard)
    assert log.judged(10) == [(Judgement.PARTLY,) * 2, (Judgement.MISSED,) * 2]
    log.overrule(wrong, {"leak": Judgement.COVERED}, {"leak": Rating.Good})
    assert log.judged(10)[1] == (Judgement.MISSED, Judgement.COVERED)
    log.undo()
    assert log.judged(10)[1] == (Judgement.MISSED, Judgement.MISSED)
    log.redo()
    assert log.judged(10)[1] == (Judgement.MISSED, Judgement.COVERED)


def test_key_points_may_be_overruled_one_after_the_other(log: StudyLog, learner: Learner) -> None:
    answer = learner.answer("leak", "split", "drift")
    missed = dict.fromkeys(("leak", "split", "drift"), Rating.Again)
    verdict = learner.judge(answer, missed)
    for key_point, judgement, rating in (
        ("leak", Judgement.PARTLY, Rating.Hard),
        ("split", Judgement.COVERED, Rating.Good),
        ("leak", Judgement.CONTRADICTED, Rating.Again),
    ):
        log.overrule(verdict, {key_point: judgement}, {key_point: rating})
    now = [now for _, now in log.judged(10)]
    assert now == [Judgement.CONTRADICTED, Judgement.COVERED, Judgement.MISSED]
    assert now == [log.entry(answer).judgements[key_point] for key_point in missed]


def test_an_entry_is_overruled_while_a_judgement_differs(log: StudyLog, learner: Learner) -> None:
    answer = learner.answer("leak")
    verdict = learner.judge(answer, {"leak": Rating.Again})
    log.overrule(verdict, {"leak": Judgement.MISSED}, {"leak": Rating.Again})
    assert not log.entry(answer).overruled, "confirming is no overrule"
    log.overrule(verdict, {"leak": Judgement.PARTLY}, {"leak": Rating.Hard})
    assert log.entry(answer).overruled
    log.overrule(verdict, {"leak": Judgement.MISSED}, {"leak": Rating.Again})
    assert not log.entry(answer).overruled, "it was changed back"


def test_only_the_newest_verdicts_of_the_engine_are_looked_at(
    log: StudyLog, learner: Learner
) -> None:
    learner.review("old", Rating.Again)
    two = {"leak": Rating.Good, "split": Rating.Hard}
    learner.judge(learner.answer(*two), two)
    verdict = learner.judge(learner.answer("own"), {"own": Rating.Again}, Grader.LEARNER)
    log.overrule(verdict, {"own": Judgement.COVERED}, {"own": Rating.Good})
    learner.judge(learner.answer("empty"), {"empty": Rating.Again}, Grader.CODE)
    assert log.judged(1) == [(Judgement.COVERED,) * 2, (Judgement.PARTLY,) * 2]
    assert len(log.judged(2)) == 3
    assert log.judged(0) == []


def test_an_answer_taken_back_was_never_judged(log: StudyLog, learner: Learner) -> None:
    learner.review("leak")
    learner.review("split", Rating.Again)
    log.undo()
    assert log.judged(10) == [(Judgement.COVERED, Judgement.COVERED)]
