"""Hints in three steps, none of which gives the answer away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.content.guide_place import Place, place_of
from app.content.library import Library
from app.content.types import KeyPoint
from app.quiz.cloze import GAP
from app.quiz.hints import STEPS, make_hint, tells_too_much, would_be_covered
from app.quiz.lexical import Lexicon
from app.quiz.question import Question, short_questions
from app.quiz.tutor import Tutor
from app.study.records import Judgement, Origin
from tests.helpers.scripted_engine import ScriptedEngine

TRANSITION = "machine-learning-engineer"


@pytest.fixture(scope="module")
def lexicon(library: Library) -> Lexicon:
    points = library.key_points(TRANSITION)
    return Lexicon.of(f"{point.claim} {point.answer}" for point in points)


@pytest.fixture(scope="module")
def asked(library: Library) -> list[tuple[Question, Place]]:
    """Every short-answer question that ships, with where its key point stands."""
    return [
        (question, place_of(guide, point))
        for guide in library.guides.values()
        for point in guide.key_points
        for question in short_questions(point, TRANSITION)
    ]


def test_no_hint_that_ships_tells_too_much(
    asked: Sequence[tuple[Question, Place]], lexicon: Lexicon
) -> None:
    for question, place in asked:
        for step in range(1, STEPS + 1):
            hint = make_hint(step, question, place, lexicon)
            assert (hint.step, hint.origin) == (step, Origin.AUTHORED)
            assert hint.text
            point = question.key_points[0]
            assert tells_too_much(hint.text, question, point, lexicon) is None, hint


def test_the_first_says_what_is_asked_for_and_where_it_stands(
    asked: Sequence[tuple[Question, Place]], lexicon: Lexicon
) -> None:
    kinds = set()
    for question, place in asked:
        text = make_hint(1, question, place, lexicon).text
        kinds.add(text.partition(" is asked")[0].partition(" are asked")[0])
        assert f"It stands in “{place.title}”, below “{place.heading}”." in text
    assert len(kinds) > 3


def test_the_third_is_the_claim_with_gaps(
    asked: Sequence[tuple[Question, Place]], lexicon: Lexicon
) -> None:
    for question, place in asked:
        text = make_hint(3, question, place, lexicon).text
        assert GAP in text
        assert text != question.key_points[0].claim


def test_without_a_guide_there_are_hints_all_the_same(
    asked: Sequence[tuple[Question, Place]], lexicon: Lexicon
) -> None:
    question, _ = asked[0]
    texts = [make_hint(step, question, None, lexicon).text for step in (1, 2, 3)]
    assert "stands in" not in texts[0]
    assert len(set(texts)) == 3


def test_the_claim_and_its_numbers_tell_too_much(points: Sequence[KeyPoint]) -> None:
    even = Lexicon()
    point = replace(points[0], claim="Groups of 32 weights cost half a bit each.")
    question = short_questions(replace(point, topic="storage"), TRANSITION)[0]
    assert "claim" in (
        tells_too_much("half a bit for groups of weights", question, point, even) or ""
    )
    assert tells_too_much("Think of 32 things.", question, point, even) == "tells the number 32"
    assert tells_too_much("Think of storage.", question, point, even) is None


def test_of_several_key_points_the_first_is_hinted_at(
    points: Sequence[KeyPoint], lexicon: Lexicon
) -> None:
    question = replace(short_questions(points[0], TRANSITION)[0], key_points=tuple(points[:2]))
    text = make_hint(1, question, None, lexicon).text
    assert "2 things are asked for; this is about the first." in text


@pytest.mark.parametrize(
    ("found", "covered"), [(Judgement.COVERED, True), (Judgement.PARTLY, False)]
)
def test_the_grader_tells_whether_a_hint_would_do_as_an_answer(
    points: Sequence[KeyPoint],
    tutor: Tutor,
    engine: ScriptedEngine,
    found: Judgement,
    covered: bool,
) -> None:
    engine.finds.append(found)
    question = short_questions(points[0], TRANSITION)[0]
    assert would_be_covered(tutor.grade, question, "Some hint.") is covered
