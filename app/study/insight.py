"""What the page Progress asks of the log: mastery, the days, what comes, recall as predicted."""

from __future__ import annotations

from collections.abc import Collection, Generator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from fsrs import Rating

from app.study.progress import Progress
from app.study.schedule import STRIDE

# The window starts with the log, and these are for a page that is opened later.
if TYPE_CHECKING:
    from app.study.calibration import Calibration, History, RecentReviews
    from app.study.forecast import Forecast
    from app.study.mastery import SkillMastery, StudyTime

LATEST_ANSWERS = 1000
"""Answers whose reviews the calibration looks at, the newest ones."""
_MANY = 4 * STRIDE
"""Reviews before a key point's first milestone that tell that milestones are missing."""

# The index on key point and answer gives the last review at once; most were never corrected.
_STANDINGS = """
    SELECT card.key_point, stability, due, last_review, rating,
        date(answer.at, utc_offset || ' minutes') > introduced
    FROM card CROSS JOIN review ON review.id = (
        SELECT id FROM effective_review AS last
        WHERE last.transition = card.transition AND last.key_point = card.key_point
        ORDER BY last.answer DESC LIMIT 1
    ) CROSS JOIN answer ON answer.id = review.answer
    WHERE card.transition = ?
"""
_TIMES = """
    SELECT skill, answers, milliseconds, reading_milliseconds FROM skill_total WHERE transition = ?
"""
_DAYS = """
    SELECT day, answers, milliseconds, reading_milliseconds FROM day_total
    WHERE day BETWEEN ? AND ? ORDER BY day
"""
_SINCE = "SELECT id, at FROM answer WHERE transition = ? ORDER BY id DESC LIMIT 1 OFFSET ?"
_REVIEWED_SINCE = "SELECT key_point FROM card WHERE transition = ? AND last_review >= ?"
_REVIEWS_BEFORE = f"""
    SELECT count(*) FROM (
        SELECT 1 FROM review WHERE transition = ? AND key_point = ? AND answer < ?
        LIMIT {_MANY + 1}
    )
"""


class Insight(Progress):
    """Figures for the learner to look at; none of them reads the log from end to end."""

    def mastery(
        self, transition: str, skills: Mapping[str, Sequence[str]], now: datetime
    ) -> list[SkillMastery]:
        """Return how well each skill is mastered.

        Parameters
        ----------
        transition : str
            Slug.
        skills : mapping of str to sequence of str
            Slug of each skill to the ids of its key points, as the content has them today.
        now : datetime
            An aware time in the learner's zone.
        """
        from app.study.mastery import PointStanding, StudyTime, masteries  # noqa: PLC0415

        with self._reading():
            rows = self._tuples(_STANDINGS, transition)
            times = self._tuples(_TIMES, transition)
        standings = {row[0]: PointStanding(row[0], *_standing(*row[1:])) for row in rows}
        studied = {skill: StudyTime(*_in_seconds(*counts)) for skill, *counts in times}
        return masteries(skills, standings, studied, self._schedule.recall, now)

    def studied_per_day(self, since: date, until: date) -> dict[date, StudyTime]:
        """Return what was done on each of the learner's days, both ends included.

        Days on which nothing was done are left out.
        """
        from app.study.mastery import StudyTime  # noqa: PLC0415

        rows = self._tuples(_DAYS, since.isoformat(), until.isoformat())
        return {date.fromisoformat(day): StudyTime(*_in_seconds(*counts)) for day, *counts in rows}

    def coming(
        self, transition: str, key_points: Collection[str], now: datetime, days: int
    ) -> Forecast:
        """Return how many of some key points are due on each of the coming days, today first.

        Parameters
        ----------
        now : datetime
            An aware time in the learner's zone.
        """
        from app.study.forecast import forecast  # noqa: PLC0415

        rows = self._tuples("SELECT key_point, due FROM card WHERE transition = ?", transition)
        known = frozenset(key_points)
        due = (datetime.fromisoformat(due) for point, due in rows if point in known)
        return forecast(due, now, days)

    def recent_reviews(self, transition: str, latest: int = LATEST_ANSWERS) -> RecentReviews:
        """Return the reviews of the newest answers, for :meth:`calibrating`.

        A key point whose milestones are missing is left out when its reviews before are many: that
        is a log from before there were milestones, and replaying it would take seconds.
        """
        from app.study.calibration import RecentReviews  # noqa: PLC0415

        with self._reading():
            found = self._tuples(_SINCE, transition, latest - 1)
            since, at = found[0] if found else ("", "")
            points = [point for [point] in self._tuples(_REVIEWED_SINCE, transition, at)]
            histories = [self._history(transition, point, since) for point in points]
        return RecentReviews(since, tuple(each for each in histories if each is not None))

    def calibrating(self, recent: RecentReviews) -> Generator[None, None, Calibration]:
        """Return the work of comparing what was expected with what happened.

        It asks nothing of the log, so it is for another thread; it may be stopped at any moment.
        """
        from app.study.calibration import calibrating  # noqa: PLC0415

        return calibrating(recent, self._schedule)

    def _history(self, transition: str, key_point: str, since: str) -> History | None:
        from app.study.calibration import History  # noqa: PLC0415

        start = self._milestone_before(transition, key_point, since)
        if start is None:
            before = self._value(_REVIEWS_BEFORE, transition, key_point, since)
            if before > _MANY:
                return None
        reviews = self._reviews_after(transition, key_point, start.answer if start else "")
        return History(transition, key_point, start.card if start else None, tuple(reviews))


def _standing(
    stability: float, due: str, last: str, rating: int, is_spaced: int
) -> tuple[float, datetime, datetime, bool, bool]:
    """Return all of a standing but the key point."""
    times = datetime.fromisoformat(due), datetime.fromisoformat(last)
    return stability, *times, rating > Rating.Again, bool(is_spaced)


def _in_seconds(answers: int, answering: int, reading: int) -> tuple[int, float, float]:
    return answers, answering / 1000, reading / 1000
