"""What is due, and figures of progress."""

from __future__ import annotations

from datetime import date, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from fsrs import Rating

from app.study import Grader, Judgement, StudyLog
from tests.helpers.log_figures import overrule_rate

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner

EVER = (date(2000, 1, 1), date(2100, 1, 1))


def test_what_is_due_comes_longest_overdue_first(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    learner.review("easy", Rating.Easy)
    learner.review("good", Rating.Good)
    learner.review("again", Rating.Again)
    assert log.due("mle", clock.now) == []
    now = clock.forward(hours=1)
    assert [card.key_point for card in log.due("mle", now)] == ["again", "good"]
    assert [card.key_point for card in log.due("mle", now, limit=1)] == ["again"]
    now = clock.forward(days=60)
    assert [card.key_point for card in log.due("mle", now)] == ["again", "good", "easy"]
    assert log.due("mle", now, skill="data") == []
    assert log.due("designer", now) == []


def test_due_takes_times_of_any_zone(log: StudyLog, learner: Learner, clock: Clock) -> None:
    learner.review("again", Rating.Again)
    tokyo = timezone(timedelta(hours=9))
    assert log.due("mle", clock.now.astimezone(tokyo)) == []
    assert len(log.due("mle", clock.forward(minutes=2).astimezone(tokyo))) == 1


def test_cards_can_be_those_of_one_skill(log: StudyLog, learner: Learner) -> None:
    learner.judge(learner.answer("leak"), {"leak": Rating.Good})
    learner.judge(learner.answer("drift", skill="data"), {"drift": Rating.Good})
    assert set(log.cards("mle")) == {"leak", "drift"}
    assert set(log.cards("mle", "data")) == {"drift"}
    assert log.card("mle", "unseen") is None


def test_progress_of_a_skill(log: StudyLog, learner: Learner, clock: Clock) -> None:
    learner.review("leak", Rating.Again)
    learner.review("split", Rating.Easy)
    answered = clock.now
    log.add_reading("mle", "evaluation", 60.0, 0.5)
    now = clock.forward(days=2)
    evaluation, data = log.progress(
        "mle", {"evaluation": ["leak", "split", "unseen"], "data": ["drift"]}, now
    )
    assert (evaluation.total, evaluation.seen, evaluation.due) == (3, 2, 1)
    assert (evaluation.answers, evaluation.seconds) == (2, 2 * 12.5 + 60)
    assert evaluation.last_reviewed == answered
    cards = log.cards("mle").values()
    mean = sum(log.retrievability(card, now) for card in cards) / 2
    assert evaluation.retrievability == pytest.approx(mean)
    assert 0.0 < mean < 1.0
    assert (data.total, data.seen, data.retrievability, data.last_reviewed) == (1, 0, None, None)


def test_a_key_point_that_left_the_content_is_not_counted(log: StudyLog, learner: Learner) -> None:
    learner.review("withdrawn")
    [progress] = log.progress("mle", {"evaluation": ["leak"]}, learner.log.entries()[0].at)
    assert (progress.total, progress.seen, progress.answers) == (1, 0, 1)


def test_a_day_is_the_learners_day_wherever_the_log_is_read(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    clock.forward(hours=14, minutes=30)  # 23:30 at UTC+1
    learner.review("leak")
    clock.forward(hours=1)
    learner.review("split")
    assert log.answers_per_day(*EVER) == {date(2026, 3, 2): 1, date(2026, 3, 3): 1}
    clock.now = clock.now.astimezone(timezone(timedelta(hours=-8)))
    learner.review("drift")
    log.rebuild()
    assert log.answers_per_day(*EVER) == {date(2026, 3, 2): 2, date(2026, 3, 3): 1}
    assert log.answers_per_day(date(2026, 3, 3), date(2026, 3, 3)) == {date(2026, 3, 3): 1}
    assert log.introduced_on("mle", date(2026, 3, 2)) == 2


def test_answers_and_time_can_be_those_of_one_transition(
    log: StudyLog, new_learner: type[Learner]
) -> None:
    new_learner(log, "mle").answer(seconds=10)
    new_learner(log, "designer").answer(seconds=20)
    log.add_reading("mle", "mle", 5.5, 0.1)
    assert log.answers_per_day(*EVER, transition="mle") == {date(2026, 3, 2): 1}
    assert log.study_seconds("mle") == 15.5
    assert log.study_seconds() == 35.5
    assert log.study_seconds("nothing-yet") == 0.0


def test_a_day_on_which_everything_was_undone_is_as_if_it_had_never_been(
    log: StudyLog, learner: Learner
) -> None:
    learner.review()
    log.undo()
    assert (log.answers_per_day(*EVER), log.study_seconds()) == ({}, 0.0)


def test_the_overrule_rate_is_about_verdicts_of_the_engine_alone(
    log: StudyLog, learner: Learner
) -> None:
    assert overrule_rate(log) is None
    own = learner.judge(learner.answer("a"), {"a": Rating.Again}, Grader.CODE)
    log.overrule(own, {"a": Judgement.COVERED}, {"a": Rating.Good})
    assert overrule_rate(log) is None
    _, wrong = learner.review("b", Rating.Again)
    learner.review("c", Rating.Good)
    for _ in range(2):
        log.overrule(wrong, {"b": Judgement.COVERED}, {"b": Rating.Good})
    assert overrule_rate(log) == 0.5
    log.undo()
    assert overrule_rate(log) == 0.5, "the first of the two overrules still holds"
    log.undo()
    assert overrule_rate(log) == 0.0


def test_overrules_are_counted_on_the_day_of_the_answer(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    assert log.overrules_per_day(date.min) == {}
    _, wrong = learner.review("a", Rating.Again)
    learner.review("b")
    learner.judge(learner.answer("own"), {"own": Rating.Again}, Grader.LEARNER)
    clock.forward(days=1)
    learner.judge(learner.answer("c"), {"c": Rating.Again}, Grader.CODE)
    clock.forward(days=1)
    learner.review("d")
    log.overrule(wrong, {"a": Judgement.COVERED}, {"a": Rating.Good})
    monday, wednesday = date(2026, 3, 2), date(2026, 3, 4)
    assert log.overrules_per_day(date.min) == {monday: (2, 1), wednesday: (1, 0)}
    assert log.overrules_per_day(wednesday) == {wednesday: (1, 0)}
    log.rebuild()
    assert log.overrules_per_day(date.min) == {monday: (2, 1), wednesday: (1, 0)}
    log.undo()
    assert log.overrules_per_day(monday)[monday] == (2, 0)


def test_a_verdict_overruled_twice_counts_once(log: StudyLog, learner: Learner) -> None:
    two = {"a": Rating.Again, "b": Rating.Again}
    verdict = learner.judge(learner.answer(*two), two)
    for key_point in two:
        log.overrule(verdict, {key_point: Judgement.COVERED}, {key_point: Rating.Good})
    assert list(log.overrules_per_day(date.min).values()) == [(1, 1)]


def test_who_confirms_a_judgement_has_not_overruled_it(log: StudyLog, learner: Learner) -> None:
    _, unsure = learner.review("leak", Rating.Hard)
    log.overrule(unsure, {"leak": Judgement.PARTLY}, {"leak": Rating.Hard})
    assert overrule_rate(log) == 0.0
    two = {"leak": Rating.Hard, "split": Rating.Hard}
    verdict = learner.judge(learner.answer(*two), two)
    judgements = {"leak": Judgement.PARTLY, "split": Judgement.MISSED}
    log.overrule(verdict, judgements, {"leak": Rating.Hard, "split": Rating.Again})
    assert overrule_rate(log) == 0.5, "one of its two key points is enough"


def test_who_changes_a_judgement_back_has_not_overruled_it(log: StudyLog, learner: Learner) -> None:
    two = {"leak": Rating.Again, "split": Rating.Again}
    verdict = learner.judge(learner.answer(*two), two)
    for key_point in two:
        log.overrule(verdict, {key_point: Judgement.COVERED}, {key_point: Rating.Good})
    log.overrule(verdict, {"leak": Judgement.MISSED}, {"leak": Rating.Again})
    assert overrule_rate(log) == 1.0, "of the other key point the learner still thinks otherwise"
    log.overrule(verdict, {"split": Judgement.MISSED}, {"split": Rating.Again})
    assert overrule_rate(log) == 0.0
    log.undo()
    assert overrule_rate(log) == 1.0


def test_overrules_are_measured_against_the_last_verdict(log: StudyLog, learner: Learner) -> None:
    answer, verdict = learner.review("leak", Rating.Again)
    log.overrule(verdict, {"leak": Judgement.COVERED}, {"leak": Rating.Good})
    assert overrule_rate(log) == 1.0
    learner.judge(answer, {"leak": Rating.Good})
    assert overrule_rate(log) == 0.0
