"""What a session is made of: questions on single key points, and a fitting share of scenarios."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.content.types import KeyPoint
from app.quiz.aid import Aid
from app.quiz.formats import formats_for
from app.quiz.length import Length
from app.quiz.question import Question
from app.study.log import StudyLog
from app.study.records import Format

QUESTIONS_PER_SCENARIO = 6
"""A mixed session has one scenario at most for so many questions: each takes as long as several."""
FEWEST_PLANNED = 2
"""Key points of a scenario that are to be asked about anyway, for it to take their places."""


@dataclass(frozen=True)
class Item:
    """One thing to be asked.

    Attributes
    ----------
    point : KeyPoint
        What it is about; of a scenario, the first that is asked for.
    scenario : Question or None
        Asked as it is; without one, a question on the key point is looked for in its turn.
    """

    point: KeyPoint
    format: Format
    scenario: Question | None = None


def arrange(
    plan: Sequence[KeyPoint],
    log: StudyLog,
    transition: str,
    *,
    choice: str,
    length: Length,
    aid: Aid | None,
    engine: bool,
    exact: bool = False,
) -> tuple[Item, ...]:
    """Return what is asked in a session, in order and each in its format.

    Parameters
    ----------
    choice : str
        One of :data:`app.quiz.formats.CHOICES`.
    engine : bool
        Whether there is a model.
    exact : bool
        Whether nothing may take the place of a planned key point.
    """
    scenarios = aid.scenarios() if aid is not None and choice in ("mixed", "scenario") else []
    flagged = log.flagged() if scenarios else frozenset()
    scenarios = [each for each in scenarios if each.id not in flagged]
    times = log.times_asked(each.id for each in scenarios)
    asked: Sequence[KeyPoint | Question]
    if choice == "scenario":
        asked = all_scenarios(plan, scenarios, times, length.planned)
    else:
        most = 0 if exact else min(length.expected, len(plan)) // QUESTIONS_PER_SCENARIO
        met = log.cards(transition) if most else {}
        asked = put_in(plan, fitting_scenarios(plan, scenarios, met=met, times=times, most=most))
    asked = asked[: length.planned]
    points = [each if isinstance(each, KeyPoint) else each.key_points[0] for each in asked]
    reviews = log.last_reviews(transition, [point.id for point in points])
    formats = formats_for(
        choice, [reviews.get(point.id) for point in points], has_gaps=aid is not None, engine=engine
    )
    return tuple(
        Item(point, wanted)
        if isinstance(each, KeyPoint)
        else Item(point, Format.SCENARIO, scenario=each)
        for each, point, wanted in zip(asked, points, formats, strict=True)
    )


def fitting_scenarios(
    plan: Sequence[KeyPoint],
    scenarios: Sequence[Question],
    *,
    met: Collection[str],
    times: Mapping[str, int],
    most: int,
) -> list[Question]:
    """Return scenarios for a mixed session, those asked least first.

    Each asks for key points that were all met before and several of which are planned anyway; none
    shares one with another.

    Parameters
    ----------
    met : collection of str
        Ids of key points that were reviewed before.
    times : mapping of str to int
        How often each scenario was asked.
    most : int
        At most so many.
    """
    planned = {point.id for point in plan}
    taken: set[str] = set()
    chosen: list[Question] = []

    def due(scenario: Question) -> int:
        return sum(point.id in planned for point in scenario.key_points)

    for scenario in sorted(scenarios, key=lambda each: (times.get(each.id, 0), -due(each))):
        ids = {point.id for point in scenario.key_points}
        fits = ids <= set(met) and not ids & taken and due(scenario) >= FEWEST_PLANNED
        if fits and len(chosen) < most:
            chosen.append(scenario)
            taken |= ids
    return chosen


def put_in(plan: Sequence[KeyPoint], chosen: Sequence[Question]) -> list[KeyPoint | Question]:
    """Return a plan in which each scenario stands in the place of the key points it asks for.

    It comes where the last of them stood, so that a session does not begin with it.
    """
    by_point = {point.id: scenario for scenario in chosen for point in scenario.key_points}
    last = {by_point[point.id].id: point.id for point in plan if point.id in by_point}
    found: list[KeyPoint | Question] = []
    for point in plan:
        scenario = by_point.get(point.id)
        if scenario is None:
            found.append(point)
        elif last[scenario.id] == point.id:
            found.append(scenario)
    return found


def all_scenarios(
    plan: Sequence[KeyPoint], scenarios: Sequence[Question], times: Mapping[str, int], count: int
) -> list[Question]:
    """Return the scenarios of the skills of a plan, those asked least first."""
    skills = {point.skill for point in plan}
    of_these = [scenario for scenario in scenarios if scenario.skill in skills]
    return sorted(of_these, key=lambda each: times.get(each.id, 0))[:count]
