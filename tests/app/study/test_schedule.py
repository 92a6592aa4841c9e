"""The schedule follows FSRS exactly, and without chance."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from random import Random

import fsrs
import pytest
from fsrs import Rating, State

from app.study.records import Card
from app.study.schedule import STRIDE, Review, Schedule

START = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)


def reviews(*ratings: Rating, days: float = 0) -> list[Review]:
    return [
        Review(f"answer-{i:03}", "evaluation", START + timedelta(days=days * i), 60, rating)
        for i, rating in enumerate(ratings)
    ]


def replay(schedule: Schedule, history: list[Review]) -> Card:
    *_, last = schedule.replay("mle", "leak", history)
    return last.card


def test_without_reviews_there_is_no_card() -> None:
    assert list(Schedule(0.9).replay("mle", "leak", [])) == []


def test_a_wrong_answer_comes_back_the_same_day_and_an_easy_one_after_days() -> None:
    again, easy = (replay(Schedule(0.9), reviews(rating)) for rating in (Rating.Again, Rating.Easy))
    assert again.state is State.Learning
    assert again.due - again.last_review == timedelta(minutes=1)
    assert easy.state is State.Review
    assert easy.due - easy.last_review > timedelta(days=1)


def test_a_card_counts_its_reviews_and_lapses_and_knows_the_learners_first_day() -> None:
    card = replay(Schedule(0.9), reviews(Rating.Easy, Rating.Again, Rating.Good, days=9))
    assert (card.reps, card.lapses) == (3, 1)
    assert card.introduced == date(2026, 3, 3), "half past midnight on the learner's clock"
    assert card.last_review == START + timedelta(days=18)


def test_a_wrong_first_answer_is_no_lapse() -> None:
    assert replay(Schedule(0.9), reviews(Rating.Again)).lapses == 0


def test_retrievability_falls_to_nine_tenths_after_the_stability() -> None:
    schedule = Schedule(0.9)
    card = replay(schedule, reviews(Rating.Easy))
    after = [START + timedelta(days=days) for days in (0, round(card.stability), 400)]
    now, then, late = (schedule.retrievability(card, moment) for moment in after)
    assert now == 1.0
    assert then == pytest.approx(0.9, abs=0.01)
    assert 0.0 < late < then


@pytest.mark.parametrize("seed", range(20))
def test_another_desired_retention_gives_the_due_dates_that_a_replay_would_give(seed: int) -> None:
    random = Random(seed)
    history, at = [], START
    for _ in range(random.randint(1, 30)):
        history.append(Review("answer", "evaluation", at, 0, random.choice(list(Rating))))
        at += timedelta(days=random.choice([0.001, 1, 3, 10, 60]))
    old, new = Schedule(0.9), Schedule(random.choice([0.7, 0.8, 0.95, 0.97]))
    assert new.rescheduled(replay(old, history)) == replay(new, history)


@pytest.mark.parametrize("seed", range(20))
def test_retrievability_is_what_fsrs_says(seed: int) -> None:
    random = Random(seed)
    schedule, scheduler = Schedule(0.9), fsrs.Scheduler(enable_fuzzing=False)
    history = reviews(*random.choices(list(Rating), k=9), days=random.choice([0.01, 2, 30]))
    state = fsrs.Card(card_id=0, due=START)
    for review in history:
        state, _ = scheduler.review_card(state, review.rating, review.at)
    for days in (-1, 0, 0.9, 5, 500):
        moment = history[-1].at + timedelta(days=days)
        assert schedule.retrievability(
            replay(schedule, history), moment
        ) == scheduler.get_card_retrievability(state, moment)


def test_a_replay_can_go_on_from_any_card_on_its_way() -> None:
    schedule = Schedule(0.9)
    history = reviews(*list(Rating) * 5, days=3)
    whole = list(schedule.replay("mle", "leak", history))
    assert [milestone.answer for milestone in whole] == [review.answer for review in history]
    assert [milestone.card.reps for milestone in whole if milestone.is_kept] == list(
        range(STRIDE, len(history) + 1, STRIDE)
    )
    for passed, milestone in enumerate(whole, 1):
        rest = schedule.replay("mle", "leak", history[passed:], milestone.card)
        assert list(rest) == whole[passed:]


def test_a_card_is_computed_without_waiting() -> None:
    started = time.perf_counter()
    replay(Schedule(0.9), reviews(*[Rating.Good] * 300))
    # Each card of FSRS that makes up its own id would sleep for a millisecond.
    assert time.perf_counter() - started < 0.2


def test_the_rules_tell_schedules_apart_but_not_by_desired_retention() -> None:
    assert Schedule(0.9).rules == Schedule(0.8).rules
    assert str(fsrs.Scheduler().parameters[0]) in Schedule(0.9).rules


@pytest.mark.parametrize("retention", [0.0, 1.0, -1.0, float("nan")])
def test_an_impossible_retention_is_refused(retention: float) -> None:
    with pytest.raises(ValueError, match="desired retention"):
        Schedule(retention)
