"""Alignment tells which part of a reference an answer meets, whatever all tokens have in common."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from math import isnan

import numpy as np
import pytest

from app.quiz.grading.alignment import (
    ALIGNMENT_FEATURES,
    Alignment,
    Array,
    Tokens,
    TokenScale,
    align,
)

WIDTH = 6
PLAIN = TokenScale(np.zeros(WIDTH, np.float32), np.ones(WIDTH, np.float32))
WORDS = np.eye(WIDTH, dtype=np.float32)
"""Six tokens that have nothing to do with each other."""


@pytest.fixture(scope="module")
def tokens() -> Array:
    """Tokens as models give them: far from zero, with dimensions of very different size."""
    rng = np.random.default_rng(1)
    sizes = np.array([0.2, 1.0, 1.0, 5.0, 30.0, 40.0])
    drawn: Array = (rng.normal(2.0, 1.0, (200, WIDTH)) * sizes).astype(np.float32)
    return drawn


def compared(
    scale: TokenScale, reference: Array, answer: Array, wrong: Sequence[Array] = ()
) -> Alignment:
    """Return the alignment of texts whose tokens are the same in whatever order they are read."""
    return align(scale, Tokens(reference, answer, reference, tuple(wrong), answer))


def test_a_text_meets_itself() -> None:
    assert compared(PLAIN, WORDS, WORDS) == Alignment(1.0, 1.0, 1.0, 1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("met", "best_half", "worst_third"),
    [
        (6, 1.0, 1.0),
        (5, 1.0, 1 / 2),
        (4, 1.0, 0.0),
        (3, 1.0, 0.0),
        (2, 2 / 3, 0.0),
        (1, 1 / 3, 0.0),
    ],
)
def test_part_of_an_answer_meets_the_best_tokens_and_not_the_worst(
    met: int, best_half: float, worst_third: float
) -> None:
    found = compared(PLAIN, WORDS, WORDS[:met])
    assert found.recall == pytest.approx(met / 6)
    assert (found.best_half, found.worst_third) == pytest.approx((best_half, worst_third))
    assert found.precision == 1.0


def test_words_beside_the_point_cost_precision_alone() -> None:
    found = compared(PLAIN, WORDS[:2], WORDS)
    assert found.recall == found.best_half == found.worst_third == 1.0
    assert found.precision == pytest.approx(2 / 6)


def test_the_opposite_is_as_far_as_can_be() -> None:
    assert compared(PLAIN, WORDS[:1], -WORDS[:1]) == Alignment(-1.0, -1.0, -1.0, -1.0, -1.0, -1.0)


def test_neither_order_nor_size_of_tokens_matters() -> None:
    there = compared(PLAIN, WORDS[:5], WORDS[2:])
    assert compared(PLAIN, WORDS[4::-1], 7 * WORDS[:1:-1]) == there


def test_the_halves_of_an_odd_number_are_rounded_down_but_never_to_nothing() -> None:
    found = compared(PLAIN, WORDS[:3], WORDS[:1])
    assert (found.best_half, found.worst_third) == (1.0, 0.0)
    alone = compared(PLAIN, WORDS[:1], WORDS[:1])
    assert (alone.best_half, alone.worst_third) == (1.0, 1.0)


def test_where_there_is_no_text_nothing_is_met() -> None:
    nothing = WORDS[:0]
    assert compared(PLAIN, WORDS, nothing) == compared(PLAIN, nothing, WORDS) == Alignment()
    assert compared(PLAIN, WORDS, np.zeros((0, 0), np.float32)) == Alignment()


def test_an_answer_is_nearer_to_the_misconception_that_it_repeats() -> None:
    found = compared(PLAIN, WORDS[:2], WORDS[2:4], [WORDS[2:3], WORDS[4:]])
    assert (found.claim_recall, found.claim_precision) == (0.0, 0.0)
    assert (found.wrong_recall, found.wrong_precision) == (1.0, 0.5)
    assert (found.nearer_wrong, found.share_wrong) == (0.5, 0.5)
    assert (found.nearer_wrong_most, found.nearer_wrong_least) == (1.0, 0.0)


def test_an_answer_that_says_the_reference_is_nearer_to_it() -> None:
    found = compared(PLAIN, WORDS[:2], WORDS[:2], [WORDS[1:3]])
    assert (found.claim_recall, found.claim_precision) == (1.0, 1.0)
    assert (found.nearer_wrong, found.nearer_wrong_least) == (-0.5, -1.0)
    assert found.share_wrong == 0.0


def test_without_misconceptions_it_is_unknown_how_near_they_are() -> None:
    found = compared(PLAIN, WORDS[:2], WORDS[:2])
    assert isnan(found.nearer_wrong)
    assert isnan(found.share_wrong)
    assert isnan(compared(PLAIN, WORDS, WORDS, [WORDS[:0]]).wrong_recall)


def test_order_of_reading_is_told_apart() -> None:
    found = align(PLAIN, Tokens(WORDS[:2], WORDS[:2], WORDS[:2], (), WORDS[4:]))
    assert (found.recall, found.claim_recall) == (1.0, 0.0)


def test_what_all_tokens_have_in_common_makes_no_texts_alike(tokens: Array) -> None:
    one, other = tokens[:10], tokens[10:20]
    raw = compared(PLAIN, one, other)
    standard = compared(TokenScale.of([tokens]), one, other)
    assert raw.recall > 0.95
    assert standard.recall < 0.9
    assert compared(TokenScale.of([tokens]), one, one).recall == pytest.approx(1.0, abs=1e-5)


def test_a_scale_standardizes_the_tokens_that_it_is_made_of(tokens: Array) -> None:
    scale = TokenScale.of([tokens[:50], tokens[50:]])
    standard = (tokens - scale.mean) / scale.spread
    assert standard.mean(axis=0) == pytest.approx(np.zeros(WIDTH), abs=0.05)
    assert standard.std(axis=0) == pytest.approx(np.ones(WIDTH), rel=0.05)
    assert np.linalg.norm(scale.unit(tokens), axis=1) == pytest.approx(np.ones(200), abs=1e-5)


def test_a_dimension_that_never_moves_is_no_division_by_zero() -> None:
    scale = TokenScale.of([np.full((4, WIDTH), 3.0, np.float32)])
    assert (scale.spread > 0).all()
    assert np.isfinite(scale.unit(np.full((1, WIDTH), 3.0, np.float32))).all()


def test_a_scale_is_the_same_after_any_number_of_savings(tokens: Array) -> None:
    scale = TokenScale.of([tokens])
    text = json.dumps(scale.packed())
    again = TokenScale.unpacked(json.loads(text))
    assert np.array_equal(again.mean, scale.mean)
    assert np.array_equal(again.spread, scale.spread)
    assert json.dumps(again.packed()) == text, "observations are kept under it"


def test_saving_keeps_four_digits_of_the_largest(tokens: Array) -> None:
    exact = TokenScale(tokens.mean(axis=0), tokens.std(axis=0))
    kept = exact.rounded()
    assert kept.mean == pytest.approx(exact.mean, abs=float(abs(exact.mean).max()) / 9999)
    assert kept.spread == pytest.approx(exact.spread, abs=float(exact.spread.max()) / 9999)


def test_a_row_has_the_figures_by_their_names() -> None:
    found = Alignment(recall=0.4, best_half=0.6, worst_third=0.1, precision=0.5)
    named = dict(zip(ALIGNMENT_FEATURES, map(float, found.row()), strict=True))
    known = {name: value for name, value in named.items() if not isnan(value)}
    assert len(named) == len(known) + 6
    assert known == {
        f"alignment: {each.name}": getattr(found, each.name) for each in fields(found)[:6]
    }
