"""Words are compared by what they say, not by their endings."""

from __future__ import annotations

import pytest

from app.content.words import numbers, stem, words


@pytest.mark.parametrize(
    ("one", "other"),
    [("quantizes", "quantized"), ("training", "trained"), ("matrices", "matrix's")],
)
def test_endings_do_not_hide_a_word(one: str, other: str) -> None:
    assert stem(one)[:5] == stem(other)[:5]


def test_small_words_are_no_evidence_but_negations_are() -> None:
    assert words("It is not the base that trains") == ["not", "base", "train"]


def test_numbers_are_compared_by_value() -> None:
    assert numbers("1,024 of 8 heads, 3.5 %") == {"1024", "8", "3.5"}
