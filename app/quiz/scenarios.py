"""Open problems from real work, which several key points together answer, as questions."""

from __future__ import annotations

from collections.abc import Iterable

from app.content.types import Guide
from app.quiz.question import Question, origin_of
from app.study.records import Format

FEWEST_POINTS = 3
"""Key points that an open problem asks for at least, to be worth the room and the time."""


def scenario_questions(guides: Iterable[Guide]) -> list[Question]:
    """Return the open problems of some guides as questions."""
    found = []
    for guide in guides:
        points = {point.id: point for point in guide.key_points}
        for scenario in guide.scenarios:
            asked = tuple(points[each] for each in scenario.key_points if each in points)
            if len(asked) >= FEWEST_POINTS:
                found.append(
                    Question(
                        id=f"{guide.skill}/scenario:{scenario.id}",
                        text=scenario.text,
                        transition=guide.transition,
                        key_points=asked,
                        format=Format.SCENARIO,
                        origin=origin_of(asked[0].worded_by),
                        answer=scenario.answer,
                        worded_by=asked[0].worded_by,
                    )
                )
    return found
