"""How well a skill is mastered, from where its key points stand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.study.mastery import PointStanding, SkillMastery, Step, StudyTime, masteries, step_of
from app.study.schedule import Schedule

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
recall = Schedule(0.9).recall


def standing(
    key_point: str,
    stability: float,
    days_ago: int,
    *,
    recalled: bool = True,
    spaced: bool = True,
    due_in: float = 1.0,
) -> PointStanding:
    return PointStanding(
        key_point=key_point,
        stability=stability,
        due=NOW + timedelta(days=due_in),
        last_review=NOW - timedelta(days=days_ago),
        recalled=recalled,
        spaced=spaced,
    )


def mastery(*standings: PointStanding, total: int = 4) -> SkillMastery:
    points = [each.key_point for each in standings]
    points += [f"unseen-{n}" for n in range(total - len(points))]
    known = {each.key_point: each for each in standings}
    [found] = masteries({"rag": points}, known, {}, recall, NOW)
    return found


def test_recall_is_the_mean_of_what_was_seen_now_and_in_thirty_days() -> None:
    # After as many days as its stability, a key point is recalled with 0.9.
    found = mastery(standing("a", 10.0, 10), standing("b", 10.0, 0))
    assert found.now == pytest.approx((0.9 + 1.0) / 2)
    # FSRS 6: R = (1 + (0.9 ** (1 / -w20) - 1) * days / stability) ** -w20, with w20 = 0.1542.
    factor = 0.9 ** (1 / -0.1542) - 1
    after_40, after_30 = ((1 + factor * days / 10) ** -0.1542 for days in (40, 30))
    assert (after_40, after_30) == (
        pytest.approx(0.7821, abs=1e-4),
        pytest.approx(0.8094, abs=1e-4),
    )
    assert found.later == pytest.approx((after_40 + after_30) / 2)


def test_counts_are_of_key_points() -> None:
    found = mastery(
        standing("a", 10, 2, due_in=-1),
        standing("b", 10, 2, recalled=False, due_in=0),
        standing("c", 10, 2),
        total=9,
    )
    assert (found.total, found.seen, found.unseen) == (9, 3, 6)
    assert (found.recalled, found.due) == (2, 2)
    assert found.next_due == NOW - timedelta(days=1)
    assert found.last_reviewed == NOW - timedelta(days=2)


@pytest.mark.parametrize(
    ("point", "proven"),
    [
        (standing("a", 10, 10), 1),  # at exactly 0.9
        (standing("a", 10, 11), 0),  # below
        (standing("a", 10, 2, recalled=False), 0),  # forgotten when it was asked for last
        (standing("a", 10, 0, spaced=False), 0),  # only ever on the day it was met
    ],
)
def test_proven_is_what_was_recalled_on_a_later_day_and_holds_now(
    point: PointStanding, proven: int
) -> None:
    found = mastery(point)
    assert found.proven == proven
    assert found.share_proven == proven / 4


def test_a_skill_that_nobody_began_has_no_figures() -> None:
    found = mastery(total=3)
    assert (found.seen, found.due, found.proven) == (0, 0, 0)
    assert (found.now, found.later, found.next_due, found.last_reviewed) == (None,) * 4
    assert mastery(total=0).share_proven == 0.0


def test_key_points_of_content_that_is_gone_do_not_count() -> None:
    known = {"gone": standing("gone", 10, 2)}
    [found] = masteries({"rag": ["a"]}, known, {"rag": StudyTime(3, 60, 30)}, recall, NOW)
    assert (found.total, found.seen) == (1, 0)
    assert found.time == StudyTime(3, 60, 30)
    assert (found.progress.answers, found.progress.seconds) == (3, 90)


@pytest.mark.parametrize(
    ("found", "step"),
    [
        (mastery(standing("a", 10, 2, due_in=-1)), Step.RECALL),
        (mastery(standing("a", 10, 2)), Step.MEET),
        (mastery(standing("a", 10, 2), total=1), Step.WAIT),
        (mastery(total=2), Step.MEET),
        (mastery(total=0), Step.NOTHING),
    ],
)
def test_what_fades_comes_before_what_is_new(found: SkillMastery, step: Step) -> None:
    assert step_of(found) is step
