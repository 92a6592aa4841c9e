"""What is known is gone on from, kept as long as it may be of use, and cut where it differs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from app.model.known import Known, Shelf
from app.model.llama import Model
from app.model.memory import EXACT, Memory
from app.model.passages import TokenizedPassage

pytestmark = pytest.mark.engine

ROOM = 400


def passage(*tokens: int, first: int = 20) -> TokenizedPassage:
    return TokenizedPassage(list(tokens), (), first, len(tokens))


def note(known: Known, passage: TokenizedPassage, shelf: Shelf | None = None) -> None:
    """Take the rest of a passage for read; each layer gives out the place of the token."""
    start, end = len(known.tokens), len(passage.tokens)
    cells = list(range(start, end)) if shelf is None else shelf.new_cells(end - start)
    taken = np.arange(start, end, dtype=np.float32)[None, :, None]
    known.add(passage.tokens[start:], cells, taken)


def places(known: Known) -> list[int]:
    return [int(place) for place in known.kept[:, 0, 0]]


@pytest.fixture
def shelf(model: Model) -> Iterator[Shelf]:
    memory = Memory(
        model.context.model,
        length=ROOM,
        chunk=16,
        sequences=8,
        threads=1,
        abort=model.context.abort,
    )
    yield Shelf(memory, sequences=8, room=ROOM)
    memory.close()


def read(shelf: Shelf, *passages: TokenizedPassage) -> list[Known]:
    """Place passages and take all of them for read."""
    placed = shelf.place(passages)
    for known, each in zip(placed, passages, strict=True):
        note(known, each, shelf)
    return placed


class TestSequence:
    @pytest.fixture
    def known(self) -> Known:
        known = Known(0)
        known.first = 20
        note(known, passage(*range(40)))
        return known

    def test_activations_are_kept_from_the_first_stretch_on(self, known: Known) -> None:
        assert places(known) == list(range(20, 40))

    def test_all_of_the_same_passage_is_of_use(self, known: Known) -> None:
        assert known.of_use(passage(*range(40))) == 40

    def test_of_another_what_both_begin_with(self, known: Known) -> None:
        assert known.of_use(passage(*range(30), *range(90, 99))) == 30
        assert known.of_use(passage(1, 2, 3)) == 0

    def test_enough_is_read_anew_for_an_exact_computation(self, known: Known) -> None:
        assert known.of_use(passage(*range(38), 99)) == 39 - EXACT

    def test_where_a_stretch_begins_earlier_what_was_not_kept_is_read_anew(
        self, known: Known
    ) -> None:
        assert known.of_use(passage(*range(40), first=10)) == 10

    def test_cut_it_keeps_what_is_left(self, known: Known) -> None:
        known.cut(30, first=25)
        note(known, passage(*range(35)))

        assert places(known) == list(range(20, 35))

    def test_cut_to_less_than_what_is_kept_it_keeps_what_comes(self, known: Known) -> None:
        known.cut(15, first=18)
        note(known, passage(*range(22)))

        assert places(known) == [18, 19, 20, 21]

    def test_another_can_begin_like_it(self, known: Known) -> None:
        other = Known(1)
        other.begin_like(known, 30, first=25)
        note(other, passage(*range(33)))

        assert other.tokens == list(range(33))
        assert places(other) == list(range(25, 33))
        assert places(known) == list(range(20, 40))


class TestShelf:
    def test_a_longer_answer_takes_the_sequence_of_the_shorter_one_over(self, shelf: Shelf) -> None:
        (one,) = read(shelf, passage(*range(30), 77))

        (again,) = shelf.place([passage(*range(30), *range(50, 60))])

        assert again is one
        assert again.tokens == list(range(30))

    def test_another_key_point_begins_like_it_and_leaves_it_alone(self, shelf: Shelf) -> None:
        (one,) = read(shelf, passage(*range(40)))

        (other,) = shelf.place([passage(*range(10), *range(50, 80))])

        assert other is not one
        assert other.tokens == list(range(10))
        assert one.tokens == list(range(40))

    def test_passages_that_go_on_alike_do_not_pile_up(self, shelf: Shelf) -> None:
        ends = [range(50 + 10 * key, 60 + 10 * key) for key in range(3)]
        before = read(shelf, *(passage(*range(30), *end) for end in ends))

        after = shelf.place([passage(*range(30), 99, *end) for end in ends])

        assert set(after) == set(before)

    def test_two_that_are_the_same_each_have_a_sequence(self, shelf: Shelf) -> None:
        one, other = read(shelf, passage(*range(40)), passage(*range(40)))

        assert one is not other
        assert one.tokens == other.tokens

    def test_shared_tokens_take_room_once_and_the_oldest_goes_first(self, shelf: Shelf) -> None:
        (oldest,) = read(shelf, passage(*range(1000, 1150)))
        (one,) = read(shelf, passage(*range(100)))
        (other,) = read(shelf, passage(*range(40), *range(200, 300)))
        assert other.cells[:40] == one.cells[:40]

        shelf.place([passage(*range(2000, 2010))])

        assert shelf.make_room(50)
        assert shelf.place([passage(*range(1000, 1150))])[0] is oldest
        shelf.place([passage(*range(2000, 2010))])
        assert shelf.make_room(ROOM - 150)
        assert not shelf.make_room(ROOM + 1)

    def test_what_was_not_used_for_long_is_forgotten_before_there_is_need(
        self, shelf: Shelf
    ) -> None:
        old = passage(*range(1000, 1040))
        read(shelf, old)

        for _ in range(12):
            read(shelf, passage(*range(40)))

        assert shelf.place([old])[0].tokens == []
