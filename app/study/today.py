"""What the first page tells besides what is due: the week, the last reading, what to open next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.content.library import Library
from app.content.types import Transition
from app.study.forecast import Forecast
from app.study.log import StudyLog
from app.study.reader import ReadingStop
from app.study.records import SkillProgress

READ_TO_THE_END = 0.97
"""Share of a document from which on nothing is left to be read but its sources."""
FADING = 0.05
"""How far a skill's mean retrievability may fall below what is wanted before it comes first."""
_WEEK = 7


@dataclass(frozen=True)
class Day:
    """One day of the week.

    Attributes
    ----------
    answers : int
        Given on that day.
    due : int
        Key points that are due on that day and not answered yet; today's include what was due
        before.
    """

    date: date
    answers: int
    due: int


class Why(StrEnum):
    """Why a skill is the next to be opened."""

    FADING = "fading"  # it is being forgotten
    UNREAD = "unread"  # it is asked about, and its guide was never read
    NEW = "new"  # nothing of it was seen, and it is the first of those
    UNFINISHED = "unfinished"  # least of it is left to be seen
    WEAKEST = "weakest"  # all is seen, and this is known least


@dataclass(frozen=True)
class Suggestion:
    """The skill to be opened next, with the figures that speak for it."""

    why: Why
    progress: SkillProgress


@dataclass(frozen=True)
class Overview:
    """All of it.

    Attributes
    ----------
    skills : dict of str to SkillProgress
        How far each skill has come, by slug, in the order of the transition.
    week : tuple of Day
        From Monday to Sunday.
    stop : ReadingStop or None
        Where reading stopped last in something that is not read to its end.
    suggestion : Suggestion or None
        None where there are no key points at all.
    """

    skills: dict[str, SkillProgress]
    week: tuple[Day, ...]
    stop: ReadingStop | None
    suggestion: Suggestion | None


def overview(
    library: Library, log: StudyLog, transition: Transition, now: datetime, *, retention: float
) -> Overview:
    """Return what the log says of today.

    Parameters
    ----------
    now : datetime
        An aware time in the learner's zone.
    retention : float
        Retrievability that is wanted, in (0, 1).
    """
    slug = transition.slug
    points = library.key_point_ids(slug)
    rows = log.progress(slug, points, now)
    stops = log.reading_stops(slug, (slug, *points))
    monday = now.date() - timedelta(days=now.weekday())
    sunday = monday + timedelta(days=_WEEK - 1)
    unfinished = [stop for stop in stops if stop.position < READ_TO_THE_END]
    return Overview(
        skills={row.skill: row for row in rows},
        week=week(
            log.answers_per_day(monday, sunday, slug),
            log.coming(slug, [each for ids in points.values() for each in ids], now, _WEEK),
        ),
        stop=max(unfinished, key=lambda stop: stop.at, default=None),
        suggestion=suggestion(rows, {stop.document for stop in stops}, retention),
    )


def week(answers: Mapping[date, int], coming: Forecast) -> tuple[Day, ...]:
    """Return the days of this week, from Monday to Sunday.

    Parameters
    ----------
    answers : mapping of date to int
        Answers on each day with one.
    coming : Forecast
        Of the week that begins today.
    """
    due = dict(coming.days)
    today, _ = coming.days[0]
    due[today] += coming.overdue
    monday = today - timedelta(days=today.weekday())
    days = (monday + timedelta(days=number) for number in range(_WEEK))
    return tuple(Day(day, answers.get(day, 0), due.get(day, 0)) for day in days)


def suggestion(
    rows: Sequence[SkillProgress], read: Collection[str], retention: float
) -> Suggestion | None:
    """Return the skill to be opened next, and why.

    What is being forgotten comes before what is new, and what is asked about without having been
    read before what nobody has asked about yet.

    Parameters
    ----------
    rows : sequence of SkillProgress
        In the order of the transition.
    read : collection of str
        Skills whose guide was opened for reading.
    retention : float
        Retrievability that is wanted, in (0, 1).
    """
    rows = [row for row in rows if row.total]
    begun = [row for row in rows if row.seen]
    fading = [row for row in begun if row.due and _recall(row) < retention - FADING]
    unread = [row for row in begun if row.skill not in read]
    new = [row for row in rows if not row.seen]
    unfinished = [row for row in begun if row.seen < row.total]
    for why, found in (
        (Why.FADING, sorted(fading, key=_recall)),
        (Why.UNREAD, sorted(unread, key=lambda row: -row.seen)),
        (Why.NEW, new),
        (Why.UNFINISHED, sorted(unfinished, key=lambda row: row.total - row.seen)),
        (Why.WEAKEST, sorted(begun, key=_recall)),
    ):
        if found:
            return Suggestion(why, found[0])
    return None


def _recall(row: SkillProgress) -> float:
    return 1.0 if row.retrievability is None else row.retrievability
