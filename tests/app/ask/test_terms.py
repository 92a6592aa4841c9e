"""Words as they are compared."""

from __future__ import annotations

import pytest

from app.ask.terms import terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("judging", "judges"),
        ("retrieval", "retrieves"),
        ("quantization", "quantized"),
        ("the server's cache", "server caches"),
        ("1,000", "1000"),
        ("99.5%", "99.5"),
    ],
)
def test_what_is_meant_alike_meets(one: str, other: str) -> None:
    assert terms(one) == terms(other)


def test_words_that_say_little_are_left_out() -> None:
    assert terms("What is the best of them?") == terms("best")
    assert terms("") == terms("?!") == []
