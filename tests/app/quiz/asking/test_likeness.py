"""Near-duplicates are found by letters: our questions are none, planted repeats are."""

from __future__ import annotations

import numpy as np
import pytest

from app.content.library import Library
from app.quiz.asking.likeness import DUPLICATE, Likeness
from app.quiz.asking.mutants import make_mutants
from app.quiz.asking.planting import Fault
from tests.helpers.guide_contexts import Material, material


@pytest.fixture(scope="module")
def ours(library: Library) -> Material:
    return material(library)


@pytest.fixture(scope="module")
def bank(ours: Material) -> list[str]:
    return [question.text for point in ours.points.values() for question in point.questions]


@pytest.fixture(scope="module")
def likeness(bank: list[str]) -> Likeness:
    return Likeness(bank)


def test_no_two_of_our_questions_are_taken_for_one(likeness: Likeness, bank: list[str]) -> None:
    table = likeness.cosines(bank, bank)
    np.fill_diagonal(table, 0)
    assert len(bank) == 488
    assert 0.6 < table.max() < DUPLICATE


def test_questions_put_in_other_words_are_found(
    likeness: Likeness, ours: Material, bank: list[str]
) -> None:
    repeats = [
        mutant.candidate.text
        for mutant in make_mutants(ours.contexts, ours.points)
        if mutant.fault is Fault.NEAR_DUPLICATE
    ]
    found = likeness.nearest(repeats, bank)
    assert len(found) == 20
    assert min(each.cosine for each in found) > DUPLICATE + 0.1


def test_a_question_is_compared_with_what_was_shown_before_it_only(likeness: Likeness) -> None:
    first, other = "Why does LoRA save memory?", "How long is a queue of ten requests?"
    found = likeness.nearest([first, other, "Why does LoRA save so much memory?"], [])
    assert [each.text for each in found] == [other, "Why does LoRA save so much memory?"]
    assert found[0].cosine < 0.3
    assert found[1].other == first
    assert found[1].cosine > DUPLICATE
    assert likeness.nearest([], [first]) == []
