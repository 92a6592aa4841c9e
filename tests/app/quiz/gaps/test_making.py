"""What is left out of a claim: what carries it, and never what is in sight elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.content.types import KeyPoint
from app.content.words import STOP_WORDS, numbers
from app.quiz.cloze import GAP
from app.quiz.gaps.choice import places
from app.quiz.gaps.gap import Fit, Gap
from app.quiz.gaps.judging import judge_filled
from app.quiz.gaps.making import gap_questions, least_asked
from app.quiz.gaps.vocabulary import Vocabulary
from app.quiz.lexical import Lexicon
from app.quiz.question import Question
from app.study.records import Format

TRANSITION = "machine-learning-engineer"


@pytest.fixture(scope="session")
def questions(
    all_points: Sequence[KeyPoint], lexicon: Lexicon, vocabulary: Vocabulary
) -> list[Question]:
    return [
        question
        for point in all_points
        for question in gap_questions(point, TRANSITION, lexicon, vocabulary)
    ]


def best(point: KeyPoint, lexicon: Lexicon, vocabulary: Vocabulary) -> list[Gap]:
    return [place.gap for place in places(point, lexicon, vocabulary)]


def test_most_key_points_that_ship_have_something_to_fill_in(
    questions: list[Question], all_points: Sequence[KeyPoint]
) -> None:
    with_gaps = {question.key_points[0].id for question in questions}
    assert len(with_gaps) > 0.65 * len(all_points)


def test_filled_in_again_it_is_the_claim(questions: list[Question]) -> None:
    for question in questions:
        assert question.format is Format.CLOZE
        assert question.text.count(GAP) == len(question.gaps) in (1, 2)
        whole = question.text
        for gap in question.gaps:
            whole = whole.replace(GAP, gap.text, 1)
        assert whole == question.key_points[0].claim


def test_nothing_that_is_left_out_stands_in_sight(questions: list[Question]) -> None:
    for question in questions:
        [point] = question.key_points
        shown = f"{question.text} {point.topic}".lower()
        for gap in question.gaps:
            if gap.is_figure:
                assert not numbers(gap.text) & numbers(shown), question.id
            else:
                assert not re.search(rf"\b{re.escape(gap.text.lower())}\b", shown), question.id


def test_no_small_word_and_no_year_is_left_out(questions: list[Question]) -> None:
    texts = {gap.text.lower() for question in questions for gap in question.gaps}
    assert not texts & STOP_WORDS
    assert not texts & {"not", "never", "larger", "more", "usually"}
    assert not [text for text in texts if re.fullmatch(r"(19|20)\d\d", text)]


def test_what_was_left_out_fills_the_gap(questions: list[Question], vocabulary: Vocabulary) -> None:
    for question in questions:
        typed = [gap.text for gap in question.gaps]
        filled = judge_filled(question.gaps, typed, question.text, vocabulary)
        assert {each.fit for each in filled} == {Fit.EXACT}, question.id


def test_ids_are_stable_and_each_gap_is_a_question_of_its_own(questions: list[Question]) -> None:
    ids = [question.id for question in questions]
    assert len(set(ids)) == len(ids)
    assert "rtn-outlier-coarsens-group/gap:grid" in ids


def test_what_the_questions_give_is_no_gap(
    all_points: Sequence[KeyPoint], lexicon: Lexicon, vocabulary: Vocabulary
) -> None:
    point = replace(
        all_points[0],
        topic="the memory of a model",
        questions=(replace(all_points[0].questions[0], text="How much for 8 billion weights?"),),
        claim="About 128 GB for 8 billion weights.",
        answer="128 GB, at 16 bytes for each of 8 billion.",
    )
    assert best(point, lexicon, vocabulary) == [Gap("128", is_figure=True, unit="GB")]


@pytest.mark.parametrize(
    "claim",
    [
        "Llama 4 came first.",  # a name
        "In 2023 it was so.",  # a year
        "It is (90 + 25)/200 there.",  # steps of a calculation
        "A 16-bit value at 1/4 of it.",
        "It is 7 or 7.",  # one gives the other away
    ],
)
def test_figures_that_are_none(
    all_points: Sequence[KeyPoint], lexicon: Lexicon, vocabulary: Vocabulary, claim: str
) -> None:
    point = replace(all_points[0], topic="it", questions=(), claim=claim, answer=claim)
    assert [gap for gap in best(point, lexicon, vocabulary) if gap.is_figure] == []


def test_the_least_asked_comes_next_and_a_flagged_one_never(questions: list[Question]) -> None:
    first, second, third = questions[:3]
    several = [first, second, third]
    assert least_asked(several, (), {}) == first
    assert least_asked(several, (), {first.id: 1}) == second
    assert least_asked(several, {first.id, second.id}, {third.id: 9}) == third
    assert least_asked(several, {each.id for each in several}, {}) is None


def test_names_that_guides_explain_stand_for_each_other(vocabulary: Vocabulary) -> None:
    assert "RAG" in vocabulary.names["retrieval-augmented generation"]
