"""The week, where reading stopped, and what to open next."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from fsrs import Rating

from app.content.library import Library
from app.content.types import Transition
from app.study import SkillProgress, StudyLog
from app.study.forecast import forecast
from app.study.today import READ_TO_THE_END, Why, overview, suggestion, week

if TYPE_CHECKING:
    from tests.app.study.conftest import Clock, Learner

TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def skill(
    slug: str, *, total: int = 10, seen: int = 0, due: int = 0, recall: float = 0.95
) -> SkillProgress:
    return SkillProgress(
        skill=slug,
        total=total,
        seen=seen,
        due=due,
        retrievability=recall if seen else None,
        last_reviewed=TUESDAY if seen else None,
        seconds=0.0,
        answers=seen,
    )


def next_of(*rows: SkillProgress, read: tuple[str, ...] = ()) -> tuple[str, Why]:
    found = suggestion(rows, read, 0.9)
    assert found is not None
    return found.progress.skill, found.why


class TestWeek:
    def test_it_goes_from_monday_to_sunday(self) -> None:
        days = week({}, forecast([], TUESDAY, 7))
        assert " ".join(f"{day.date:%a}" for day in days) == "Mon Tue Wed Thu Fri Sat Sun"
        assert days[1].date == TUESDAY.date()

    def test_days_that_were_have_answers_and_those_that_come_have_what_is_due(self) -> None:
        answered = {date(2026, 11, 23): 7, date(2026, 11, 24): 2}
        due = [TUESDAY + timedelta(days=2), TUESDAY + timedelta(days=2, hours=3)]
        days = week(answered, forecast(due, TUESDAY, 7))
        assert [(day.answers, day.due) for day in days[:4]] == [(7, 0), (2, 0), (0, 0), (0, 2)]

    def test_what_was_due_before_is_todays(self) -> None:
        due = [TUESDAY - timedelta(days=9), TUESDAY - timedelta(days=1), TUESDAY]
        assert week({}, forecast(due, TUESDAY, 7))[1].due == 3

    def test_next_week_is_not_in_it(self) -> None:
        due = [TUESDAY + timedelta(days=6)]
        assert sum(day.due for day in week({}, forecast(due, TUESDAY, 7))) == 0


class TestSuggestion:
    def test_somebody_new_begins_with_the_first(self) -> None:
        assert next_of(skill("a"), skill("b")) == ("a", Why.NEW)

    def test_a_skill_without_key_points_is_none_to_open(self) -> None:
        assert suggestion([skill("a", total=0)], (), 0.9) is None
        assert next_of(skill("a", total=0), skill("b")) == ("b", Why.NEW)

    def test_what_fades_comes_first(self) -> None:
        rows = (
            skill("new"),
            skill("faint", seen=5, due=2, recall=0.80),
            skill("fainter", seen=5, due=1, recall=0.60),
            skill("unread", seen=9),
        )
        assert next_of(*rows, read=("faint", "fainter")) == ("fainter", Why.FADING)

    def test_what_is_only_just_due_does_not_fade(self) -> None:
        rows = (skill("a", seen=5, due=2, recall=0.89), skill("b"))
        assert next_of(*rows, read=("a",)) == ("b", Why.NEW)

    def test_what_is_asked_about_should_have_been_read(self) -> None:
        rows = (skill("new"), skill("little", seen=1), skill("much", seen=4))
        assert next_of(*rows) == ("much", Why.UNREAD)
        assert next_of(*rows, read=("much",)) == ("little", Why.UNREAD)

    def test_then_what_is_new_then_what_is_nearly_done(self) -> None:
        rows = (skill("half", seen=5), skill("nearly", seen=8), skill("new"))
        assert next_of(*rows, read=("half", "nearly")) == ("new", Why.NEW)
        assert next_of(*rows[:2], read=("half", "nearly")) == ("nearly", Why.UNFINISHED)

    def test_with_all_seen_what_is_known_least(self) -> None:
        rows = (skill("a", seen=10, recall=0.97), skill("b", seen=10, recall=0.91))
        assert next_of(*rows, read=("a", "b")) == ("b", Why.WEAKEST)


class TestOverview:
    @pytest.fixture
    def transition(self, library: Library) -> Transition:
        return next(iter(library.transitions.values()))

    def test_of_somebody_new(
        self, library: Library, log: StudyLog, transition: Transition, clock: Clock
    ) -> None:
        seen = overview(library, log, transition, clock.now, retention=0.9)
        assert list(seen.skills) == [each.slug for each in transition.skills]
        assert seen.stop is None
        assert seen.suggestion is not None
        assert seen.suggestion.progress.skill == transition.skills[0].slug

    def test_reading_stopped_where_it_was_left_last(
        self, library: Library, log: StudyLog, transition: Transition, clock: Clock
    ) -> None:
        first, second, third = (each.slug for each in transition.skills[:3])
        for skill, share in ((first, 0.4), (second, 0.2), (first, 0.6), (third, READ_TO_THE_END)):
            log.add_reading(transition.slug, skill, 60.0, share)
            clock.forward(minutes=1)
        stop = overview(library, log, transition, clock.now, retention=0.9).stop
        assert stop is not None
        assert (stop.document, stop.position) == (first, 0.6)

    def test_the_transition_can_be_read_too(
        self, library: Library, log: StudyLog, transition: Transition, clock: Clock
    ) -> None:
        log.add_reading(transition.slug, transition.slug, 60.0, 0.5)
        stop = overview(library, log, transition, clock.now, retention=0.9).stop
        assert stop is not None
        assert (stop.document, stop.at) == (transition.slug, clock.now)

    def test_answers_make_the_week(
        self,
        library: Library,
        log: StudyLog,
        transition: Transition,
        clock: Clock,
        new_learner: type[Learner],
    ) -> None:
        point = library.key_points(transition.slug)[0]
        learner = new_learner(log, transition.slug)
        answer = learner.answer(point.id, skill=point.skill)
        learner.judge(answer, {point.id: Rating.Again})
        seen = overview(library, log, transition, clock.forward(hours=1), retention=0.9)
        assert (seen.week[0].answers, seen.week[0].due) == (1, 1)
        assert seen.skills[point.skill].seen == 1

    def test_a_key_point_that_the_content_lost_is_not_due(
        self,
        library: Library,
        log: StudyLog,
        transition: Transition,
        clock: Clock,
        new_learner: type[Learner],
    ) -> None:
        new_learner(log, transition.slug).review("long-gone", Rating.Again)
        seen = overview(library, log, transition, clock.forward(hours=1), retention=0.9)
        assert sum(day.due for day in seen.week) == 0
