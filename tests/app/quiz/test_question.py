"""Questions made from key points."""

from __future__ import annotations

import random
from collections.abc import Sequence

from app.content.types import KeyPoint
from app.quiz.question import choice_question, short_questions
from app.study.records import Format, Origin

TRANSITION = "machine-learning-engineer"


def test_every_authored_question_has_a_stable_id(points: Sequence[KeyPoint]) -> None:
    point = points[0]
    made = short_questions(point, TRANSITION)
    assert [each.id for each in made] == [f"{point.id}/q1", f"{point.id}/q2"]
    assert [each.text for each in made] == [question.text for question in point.questions]
    assert all(each.origin is Origin.AUTHORED for each in made)
    assert made[0].skill == point.skill


def test_a_choice_is_between_the_claim_and_its_misconceptions(points: Sequence[KeyPoint]) -> None:
    point = points[0]
    question = choice_question(point, TRANSITION, random.Random(1))
    assert question.format is Format.CHOICE
    assert point.topic in question.text
    assert {option.text for option in question.options} == {
        point.claim,
        *(wrong.claim for wrong in point.misconceptions),
    }
    assert question.options[question.right_option].text == point.claim
    assert all(option.why for option in question.options if not option.right)


def test_the_right_option_stands_in_every_place(points: Sequence[KeyPoint]) -> None:
    rng = random.Random(5)
    places = [choice_question(points[0], TRANSITION, rng).right_option for _ in range(400)]
    counts = [places.count(place) for place in range(4)]
    assert min(counts) > 60, counts
