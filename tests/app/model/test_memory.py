"""Chunks are never too small, and beginnings are found."""

from __future__ import annotations

from app.model.memory import EXACT, chunk_size, shared_prefix


def test_shared_prefix() -> None:
    assert shared_prefix([], [1]) == 0
    assert shared_prefix([1, 2, 3], [1, 2, 4]) == 2
    assert shared_prefix([1, 2], [1, 2, 3]) == 2


def test_no_chunk_is_too_small_to_be_exact() -> None:
    for total in range(EXACT, 400):
        left = total
        while left:
            size = chunk_size(left, 128)
            assert EXACT <= size <= 128
            left -= size
