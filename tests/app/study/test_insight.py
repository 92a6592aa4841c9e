"""Figures for the learner, asked of a real log."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from fsrs import Rating

from app.study import Judgement, StudyLog
from app.study.calibration import Calibration, Prediction, predicted
from app.study.mastery import StudyTime
from app.study.schedule import Schedule

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner

SKILLS = {"evaluation": ["leak", "split", "drift", "unseen"], "data": ["schema"]}


def expected_by(log: StudyLog, latest: int = 1000) -> list[Prediction]:
    """Return what the schedule expected of the newest reviews, oldest first."""
    recent = log.recent_reviews("mle", latest)
    found = [
        each
        for history in recent.histories
        for each in predicted(history, Schedule(0.9), recent.since)
    ]
    return sorted(found, key=lambda each: each.answer)


def result(work: Generator[None, None, Calibration]) -> Calibration:
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Calibration = end.value
            return found


# -- mastery ---------------------------------------------------------------------------------------


def test_mastery_is_of_last_reviews(log: StudyLog, learner: Learner, clock: Clock) -> None:
    learner.review("leak", Rating.Again)
    learner.review("split", Rating.Again)
    clock.forward(days=1)
    learner.review("leak", Rating.Easy)
    log.add_reading("mle", "evaluation", 60.0, 0.5)
    evaluation, data = log.mastery("mle", SKILLS, clock.forward(minutes=1))
    assert (evaluation.total, evaluation.seen, evaluation.recalled) == (4, 2, 1)
    assert (evaluation.proven, evaluation.due) == (1, 1)
    assert evaluation.time == StudyTime(3, 3 * 12.5, 60.0)
    assert (data.seen, data.now, data.time) == (0, None, StudyTime())
    cards = log.cards("mle")
    recall = [log.retrievability(card, clock.now) for card in cards.values()]
    assert evaluation.now == pytest.approx(sum(recall) / 2)
    later = clock.now + timedelta(days=30)
    recall = [log.retrievability(card, later) for card in cards.values()]
    assert evaluation.later == pytest.approx(sum(recall) / 2)
    assert evaluation.next_due == min(card.due for card in cards.values())


def test_what_was_overruled_or_undone_counts_as_it_holds(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    learner.review("leak")
    clock.forward(days=1)
    _, verdict = learner.review("leak", Rating.Again)

    def recalled() -> int:
        return log.mastery("mle", SKILLS, clock.now)[0].recalled

    assert recalled() == 0
    log.overrule(verdict, {"leak": Judgement.COVERED}, {"leak": Rating.Good})
    assert recalled() == 1
    log.undo()
    assert recalled() == 0
    log.undo()  # the answer itself; the one of yesterday is the last now
    assert recalled() == 1


def test_a_later_day_is_one_of_the_learners(log: StudyLog, learner: Learner, clock: Clock) -> None:
    clock.now = clock.now.replace(hour=23)
    learner.review("leak")
    clock.forward(minutes=30)
    learner.review("leak", Rating.Easy)
    assert log.mastery("mle", SKILLS, clock.now)[0].proven == 0
    clock.forward(hours=1)  # past midnight
    learner.review("leak", Rating.Easy)
    assert log.mastery("mle", SKILLS, clock.now)[0].proven == 1


def test_a_journey_does_not_make_one_review_two_days(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    clock.now = clock.now.replace(hour=23)
    learner.review("leak", Rating.Easy)
    east = clock.now.astimezone(timezone(timedelta(hours=9)))
    assert east.date() > clock.now.date()
    assert log.mastery("mle", SKILLS, east)[0].proven == 0


# -- days ------------------------------------------------------------------------------------------


def test_days_have_answers_and_both_kinds_of_time(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    learner.review("leak")
    learner.review("split")
    clock.forward(days=2)
    log.add_reading("mle", "evaluation", 90.0, 0.5)
    first = date(2026, 3, 2)
    assert log.studied_per_day(first, first + timedelta(days=9)) == {
        first: StudyTime(2, 25.0, 0.0),
        first + timedelta(days=2): StudyTime(0, 0.0, 90.0),
    }
    assert log.studied_per_day(first, first) == {first: StudyTime(2, 25.0, 0.0)}


def test_what_is_coming_is_of_the_key_points_that_there_are(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    for point in ("leak", "split", "gone"):
        learner.review(point, Rating.Easy)
    card = log.card("mle", "leak")
    assert card is not None
    ahead = (card.due.astimezone(clock.now.tzinfo).date() - clock.now.date()).days
    found = log.coming("mle", ["leak", "split", "unseen"], clock.now, ahead + 1)
    assert found.days[ahead] == (clock.now.date() + timedelta(days=ahead), 2)
    assert found.coming == 2
    later = clock.forward(days=60)
    assert log.coming("mle", ["leak", "split"], later, 30).overdue == 2


# -- calibration -----------------------------------------------------------------------------------


def test_a_review_is_expected_as_the_card_stood_before_it(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    learner.review("leak", Rating.Easy)  # the first: nothing to expect
    clock.forward(hours=2)
    learner.review("leak")  # the same day: nothing is expected of minutes
    expected = []
    for days, rating in ((9, Rating.Good), (30, Rating.Again), (3, Rating.Hard)):
        now = clock.forward(days=days)
        card = log.card("mle", "leak")
        assert card is not None
        answer, _ = learner.review("leak", rating)
        expected.append(
            Prediction(
                answer=answer,
                expected=log.retrievability(card, now),
                recalled=rating is not Rating.Again,
                days=days,
                number=card.reps + 1,
                lapses=card.lapses,
            )
        )
    assert expected_by(log) == expected
    assert [each.number for each in expected] == [3, 4, 5]
    assert [each.lapses for each in expected] == [0, 0, 1]


def test_the_newest_are_expected_the_same_however_much_was_before(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    for number in range(60):
        clock.forward(days=1.3)
        learner.review(f"key-{number % 3}", list(Rating)[number * 7 % 4])
    everything = expected_by(log)
    assert len(everything) > 50
    for latest in (1, 5, 23):
        assert expected_by(log, latest) == everything[-latest:]


def test_what_was_undone_or_overruled_is_expected_as_it_holds(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    learner.review("leak")
    clock.forward(days=5)
    answer, verdict = learner.review("leak", Rating.Again)
    log.overrule(verdict, {"leak": Judgement.COVERED}, {"leak": Rating.Good})
    clock.forward(days=5)
    learner.review("leak")
    log.undo()
    [only] = expected_by(log)
    assert (only.answer, only.recalled) == (answer, True)


def test_old_logs_without_milestones_do_not_make_anybody_wait(
    log: StudyLog, learner: Learner, clock: Clock
) -> None:
    for number in range(40):
        clock.forward(days=1)
        learner.review("old" if number < 39 else "new")
    clock.forward(days=1)
    learner.review("old")
    assert {history.key_point for history in log.recent_reviews("mle", 2).histories} == {
        "old",
        "new",
    }
    log._db.execute("DELETE FROM milestone")
    assert [history.key_point for history in log.recent_reviews("mle", 2).histories] == ["new"]
    assert len(log.recent_reviews("mle").histories) == 2


def test_comparing_ends_with_figures(log: StudyLog, learner: Learner, clock: Clock) -> None:
    assert result(log.calibrating(log.recent_reviews("mle"))).count == 0
    for number in range(80):
        clock.forward(days=1.5)
        learner.review(f"key-{number % 4}", Rating.Again if number % 9 == 0 else Rating.Good)
    found = result(log.calibrating(log.recent_reviews("mle")))
    assert found.count == 76
    assert found.recalled == sum(number % 9 > 0 for number in range(4, 80))
    assert found.schedule is not None
    assert found.average is not None
    assert sum(each.count for each in found.schedule.bins) == 76
    assert sum(each.count for each in found.average.bins) == 76


def test_another_transition_is_left_out(
    log: StudyLog, new_learner: type[Learner], clock: Clock
) -> None:
    other = new_learner(log, "designer")
    for _ in range(3):
        other.review("leak")
        clock.forward(days=3)
    assert expected_by(log) == []
    assert log.mastery("mle", SKILLS, datetime(2026, 4, 1, tzinfo=UTC))[0].seen == 0
