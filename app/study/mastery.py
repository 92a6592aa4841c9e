"""How well each skill is mastered, as evidence: what was recalled, when, and what fades."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import fmean

from app.study.records import SkillProgress

PROVEN_AT = 0.9
"""Retrievability from which on a key point can stand proven, whatever retention is wanted."""
AHEAD = timedelta(days=30)
"""How far the second look at retrievability goes."""

Recall = Callable[[float, datetime, datetime], float]
"""Gives the retrievability in [0, 1] for a stability in days, the last review, and a moment."""


@dataclass(frozen=True)
class PointStanding:
    """Where one key point stands that was reviewed at least once.

    Attributes
    ----------
    stability : float
        Days after which retrievability has fallen to 0.9.
    due, last_review : datetime
        In UTC.
    recalled : bool
        Whether the last review was rated better than Again.
    spaced : bool
        Whether the last review was on a later day of the learner's than the first.
    """

    key_point: str
    stability: float
    due: datetime
    last_review: datetime
    recalled: bool
    spaced: bool


@dataclass(frozen=True)
class StudyTime:
    """Answers to a skill's questions, and the seconds spent answering them and reading of it."""

    answers: int = 0
    answering: float = 0.0
    reading: float = 0.0


@dataclass(frozen=True)
class SkillMastery:
    """How well one skill is mastered.

    Attributes
    ----------
    total, seen, due : int
        Key points: all, reviewed at least once, and due now.
    recalled : int
        Key points that were recalled at their last review.
    proven : int
        Those of them whose last review was on a later day than the first, and that would now be
        recalled with a probability of at least `PROVEN_AT`.
    now, later : float or None
        Mean retrievability of those seen, now and 30 days from now if nothing is reviewed until
        then, in [0, 1]; None before the first review.
    next_due : datetime or None
        When the first of its key points is due, in UTC; None before the first review.
    """

    skill: str
    total: int
    seen: int
    recalled: int
    due: int
    proven: int
    now: float | None
    later: float | None
    next_due: datetime | None
    last_reviewed: datetime | None
    time: StudyTime

    @property
    def share_proven(self) -> float:
        """Share of all key points that stand proven, in [0, 1]."""
        return self.proven / self.total if self.total else 0.0

    @property
    def unseen(self) -> int:
        """Key points that were never asked for."""
        return self.total - self.seen

    @property
    def progress(self) -> SkillProgress:
        """The same in what other pages show of a skill."""
        return SkillProgress(
            skill=self.skill,
            total=self.total,
            seen=self.seen,
            due=self.due,
            retrievability=self.now,
            last_reviewed=self.last_reviewed,
            seconds=self.time.answering + self.time.reading,
            answers=self.time.answers,
        )


class Step(StrEnum):
    """What is best done next in one skill."""

    RECALL = "recall"
    """Key points are due."""
    MEET = "meet"
    """Some key points were never asked for."""
    WAIT = "wait"
    """Every key point was met and none is due: asking now would prove little."""
    NOTHING = "nothing"
    """It has no key points."""


def step_of(mastery: SkillMastery) -> Step:
    """Return what is best done next in one skill: what fades comes before what is new."""
    if not mastery.total:
        return Step.NOTHING
    if mastery.due:
        return Step.RECALL
    return Step.MEET if mastery.unseen else Step.WAIT


def masteries(
    skills: Mapping[str, Sequence[str]],
    standings: Mapping[str, PointStanding],
    times: Mapping[str, StudyTime],
    recall: Recall,
    now: datetime,
) -> list[SkillMastery]:
    """Return how well each skill is mastered, in the order given.

    Parameters
    ----------
    skills : mapping of str to sequence of str
        Slug of each skill to the ids of its key points.
    standings : mapping of str to PointStanding
        By key point; those never reviewed are left out.
    times : mapping of str to StudyTime
        By skill.
    """
    return [
        _mastery(
            skill,
            len(points),
            [standings[point] for point in points if point in standings],
            times.get(skill, StudyTime()),
            recall,
            now,
        )
        for skill, points in skills.items()
    ]


def _mastery(
    skill: str,
    total: int,
    seen: Sequence[PointStanding],
    time: StudyTime,
    recall: Recall,
    now: datetime,
) -> SkillMastery:
    held = [recall(each.stability, each.last_review, now) for each in seen]
    later = [recall(each.stability, each.last_review, now + AHEAD) for each in seen]
    return SkillMastery(
        skill=skill,
        total=total,
        seen=len(seen),
        recalled=sum(each.recalled for each in seen),
        due=sum(each.due <= now for each in seen),
        proven=sum(
            each.recalled and each.spaced and share >= PROVEN_AT
            for each, share in zip(seen, held, strict=True)
        ),
        now=fmean(held) if held else None,
        later=fmean(later) if later else None,
        next_due=min((each.due for each in seen), default=None),
        last_reviewed=max((each.last_review for each in seen), default=None),
        time=time,
    )
