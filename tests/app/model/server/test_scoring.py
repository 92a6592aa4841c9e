"""Which tokens are scored, and how often a server is asked for them."""

from __future__ import annotations

from app.model.protocol import Scored
from app.model.server.scoring import branches, scored, walk


def test_what_follows_a_prefix_is_parted_from_it() -> None:
    parted = branches([1, 2, 3], [[1, 2, 3, 4], [1, 2, 3, 5, 6]])
    assert parted.known == (1, 2, 3)
    assert parted.rest == ((4,), (5, 6))


def test_where_one_melts_into_the_prefix_all_begin_before_it() -> None:
    parted = branches([1, 2, 3], [[1, 2, 3, 4], [1, 2, 9]])
    assert parted.known == (1, 2)
    assert parted.rest == ((3, 4), (9,))


def test_nothing_follows_nothing() -> None:
    assert branches([1, 2], []).known == (1, 2)
    assert branches([1, 2], [[1, 2]]).rest == ((),)
    assert walk([[], []], lambda _before, _after: {}) == [[], []]


def test_each_place_is_asked_for_once() -> None:
    asked: list[tuple[tuple[str, ...], frozenset[str]]] = []

    def step(before: tuple[str, ...], after: frozenset[str]) -> dict[str, float]:
        asked.append((before, after))
        return {token: -float(len(before) + ord(token)) for token in after}

    found = walk(["ab", "ac", "d", "ab"], step)
    assert dict(asked) == {(): frozenset("ad"), ("a",): frozenset("bc")}
    assert len(asked) == 2
    assert found == [[-97.0, -99.0], [-97.0, -100.0], [-100.0], [-97.0, -99.0]]


def test_probabilities_are_summed() -> None:
    assert scored(["x", ""], [[-1.0, -0.5], []]) == [Scored("x", -1.5, 2), Scored("", 0.0, 0)]
