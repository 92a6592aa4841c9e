"""What is seen of a passage depends on the passage alone, and nothing is read twice."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest

from app.model.errors import Cause, EngineError
from app.model.llama import Model
from app.model.memory import EXACT, AbortedError
from app.model.observer import Observer
from app.model.passages import TokenizedPassage
from app.model.protocol import Activations

pytestmark = pytest.mark.engine

DEPTHS = (0.4, 0.7)
LAYERS, WIDTH = 30, 576


def quiet(done: int, total: int) -> None:
    """Take note of nothing."""


@pytest.fixture
def observer(model: Model) -> Iterator[Observer]:
    model.context.abort.clear()
    observer = Observer(model.context)
    yield observer
    observer.close()


@pytest.fixture(scope="module")
def words(model: Model) -> list[int]:
    text = " ".join(f"Sentence {number} says nothing new." for number in range(900))
    return model.context.vocabulary.tokens(text, special=False)


class Passages:
    """Makes passages of three parts: a lead, an answer that is looked at, and an end."""

    def __init__(self, words: list[int]) -> None:
        self._words = words

    def __call__(self, lead: int, answer: int, key: int = 0) -> TokenizedPassage:
        """Make one of so many tokens; another ``key`` makes the last ten of the lead differ."""
        tokens = self._words[: lead - 10] + list(range(1000 + 10 * key, 1010 + 10 * key))
        tokens += self._words[50 : 50 + answer] + self._words[10:22]
        end = lead + answer
        middle = (lead + end) // 2
        stretches = tuple(range(lead, middle)), tuple(range(middle, end)), ()
        return TokenizedPassage(tokens, stretches, lead, end)


@pytest.fixture(scope="module")
def make(words: list[int]) -> Passages:
    return Passages(words)


def observe(observer: Observer, *passages: TokenizedPassage) -> list[Activations]:
    return observer.observe(passages, DEPTHS, quiet)


def apart(one: Activations, other: Activations) -> tuple[float, float]:
    """Return how far two passages are apart: at the last token, and over their stretches."""
    return _distance(one.last, other.last), _distance(one.means, other.means)


def _distance(one: np.ndarray, other: np.ndarray) -> float:  # type: ignore[type-arg]
    size = np.linalg.norm(other, axis=-1)
    return float((np.linalg.norm(one - other, axis=-1) / np.where(size > 0, size, 1)).max())


def test_it_gives_a_row_for_each_depth_and_stretch(observer: Observer, make: Passages) -> None:
    (seen,) = observe(observer, make(40, 21))

    assert seen.last.shape == (2, WIDTH)
    assert seen.means.shape == (3, 2, WIDTH)
    assert seen.last.dtype == seen.means.dtype == np.float32
    assert seen.tokens == (10, 11, 0)
    assert seen.last.any(axis=-1).all()
    assert seen.means[:2].any(axis=-1).all()
    assert not seen.means[2].any()
    assert seen.read == 40 + 21 + 12


@pytest.mark.parametrize(
    ("depths", "same"), [((0.01, 0.04), True), ((0.5, 0.51), True), ((0.9, 1.0), False)]
)
def test_depths_are_fractions_of_the_layers(
    observer: Observer, make: Passages, depths: Sequence[float], same: bool
) -> None:
    (seen,) = observer.observe([make(20, 10)], depths, quiet)

    assert (seen.last[0] == seen.last[1]).all() == same
    assert seen.last.any(axis=-1).all()


@pytest.mark.parametrize("depths", [(), (0.0,), (1.1,), (0.5, -0.5)])
def test_depths_outside_the_model_are_refused(
    observer: Observer, make: Passages, depths: Sequence[float]
) -> None:
    with pytest.raises(ValueError, match="depths"):
        observer.observe([make(20, 10)], depths, quiet)


def test_stretches_add_up_to_the_whole(observer: Observer, make: Passages) -> None:
    passage = make(40, 21)
    whole = TokenizedPassage(passage.tokens, (tuple(range(40, 61)),), passage.first, passage.end)

    parts, one = observe(observer, passage, whole)

    counts = np.array(parts.tokens)[:, None, None]
    assert np.allclose((parts.means * counts).sum(axis=0) / 21, one.means[0], rtol=1e-4, atol=1e-3)


def test_with_nothing_beside_it_no_single_token_is_given(
    observer: Observer, make: Passages
) -> None:
    (seen,) = observe(observer, make(40, 21))

    assert (len(seen.each), seen.beside) == (0, ())


@pytest.mark.parametrize("depths", [DEPTHS, DEPTHS[::-1]])
def test_each_token_is_given_at_the_first_depth_and_so_is_each_beside(
    observer: Observer, make: Passages, depths: Sequence[float]
) -> None:
    passage, ranges = make(40, 21), ((12, 13, 14), (20, 21), ())
    compared = replace(passage, beside=ranges, first=12)
    looked_at = replace(passage, stretches=ranges, first=12)

    seen, other = observer.observe([compared, looked_at], depths, quiet)

    assert seen.each.shape == (21, WIDTH)
    assert [each.shape for each in seen.beside] == [(3, WIDTH), (2, WIDTH), (0, WIDTH)]
    assert {each.dtype for each in (seen.each, *seen.beside)} == {np.dtype(np.float32)}
    means = [part.mean(axis=0) for part in (seen.each[:10], seen.each[10:], *seen.beside[:2])]
    expected = [seen.means[0, 0], seen.means[1, 0], other.means[0, 0], other.means[1, 0]]
    assert np.allclose(means, expected, rtol=1e-4, atol=1e-3)
    assert not np.allclose(means[0], seen.means[0, 1], rtol=1e-4, atol=1e-3)
    assert (np.diff(seen.each, axis=0) != 0).any(axis=1).all()


def test_what_is_beside_is_read_again_only_where_it_was_not_kept(
    observer: Observer, make: Passages
) -> None:
    passage = make(100, 30)
    compared = replace(passage, beside=(tuple(range(60, 70)),), first=60)
    (alone,) = observe(observer, compared)
    (again,) = observe(observer, compared)
    observer.forget()
    observe(observer, passage)
    (later,) = observe(observer, compared)

    assert (again.read, later.read) == (0, len(passage.tokens) - 60)
    assert (again.each == alone.each).all()
    assert (again.beside[0] == alone.beside[0]).all()
    assert _distance(later.each, alone.each) < 5e-2
    assert _distance(later.beside[0], alone.beside[0]) < 5e-2


def test_another_answer_is_seen_at_the_last_token(observer: Observer, make: Passages) -> None:
    one, other = observe(observer, make(40, 20), make(40, 25))

    assert apart(one, other)[0] > 0.02


def test_what_is_known_is_not_read_again(observer: Observer, make: Passages) -> None:
    passage = make(200, 30)
    (first,) = observe(observer, passage)
    (again,) = observe(observer, passage)

    assert (first.read, again.read) == (242, 0)
    assert apart(first, again) == (0.0, 0.0)


@pytest.mark.parametrize("pieces", [(0,), (0, 13, 14, 40), (60, 3)])
def test_read_in_pieces_it_is_the_same(
    observer: Observer, make: Passages, pieces: Sequence[int]
) -> None:
    (alone,) = observe(observer, make(140, 50))
    observe(observer, make(140, 5, key=4))
    observer.forget()

    for answer in pieces:
        observe(observer, make(140, answer))
    (seen,) = observe(observer, make(140, 50))

    assert seen.read <= 50 - min(pieces[-1], 50) + 12 + EXACT
    assert max(apart(seen, alone)) < 1e-2


def test_company_and_its_order_do_not_matter(observer: Observer, make: Passages) -> None:
    passages = [make(60 + 5 * key, 20 + key, key) for key in range(8)]
    alone = []
    for passage in passages:
        observer.forget()
        alone += observe(observer, passage)
    observer.forget()
    together = observe(observer, *passages)
    observer.forget()
    reverse = observe(observer, *reversed(passages))[::-1]

    for one, other, third in zip(together, reverse, alone, strict=True):
        assert apart(one, other) == (0.0, 0.0)
        # In another place of the memory sums are rounded differently, and with the weights of this
        # model a single token feels it; see ENGINE.md.
        assert apart(one, third)[0] < 5e-2
        assert apart(one, third)[1] < 2e-2


def test_a_common_beginning_is_read_once(observer: Observer, make: Passages) -> None:
    seen = observe(observer, *(make(100, 20, key) for key in range(4)))

    assert sum(each.read for each in seen) == 90 + 4 * (10 + 20 + 12)


def test_a_longer_answer_goes_on_where_the_shorter_one_ended(
    observer: Observer, make: Passages
) -> None:
    keys = range(6)
    observe(observer, *(make(100, 0, key) for key in keys))

    seen = observe(observer, *(make(100, 30, key) for key in keys))
    after = observe(observer, *(make(100, 40, key) for key in keys))

    # What followed the answer is read anew, as is what would make too small a computation.
    assert {each.read for each in seen} == {30 + 12}
    assert {each.read for each in after} == {10 + 12}


def test_a_stretch_that_begins_in_what_is_known_is_looked_at_again(
    observer: Observer, make: Passages
) -> None:
    passage = make(100, 30)
    observe(observer, passage)
    earlier = TokenizedPassage(passage.tokens, (tuple(range(80, 120)),), 80, 130)

    (seen,) = observe(observer, earlier)

    assert seen.read == len(passage.tokens) - 80
    assert seen.tokens == (40,)
    assert seen.means.any()


@pytest.fixture
def small(model: Model) -> Iterator[Observer]:
    """Give an observer that keeps few tokens."""
    model.context.abort.clear()
    observer = Observer(model.context, room=512)
    yield observer
    observer.close()


def test_twelve_passages_stay_known(small: Observer, make: Passages) -> None:
    passages = [make(40, 5, key) for key in range(12)]
    observe(small, *passages)

    assert sum(each.read for each in observe(small, *passages)) == 0


def test_what_does_not_fit_at_once_is_read_in_groups(small: Observer, make: Passages) -> None:
    passages = [make(40, 30, key) for key in range(14)]

    seen = observe(small, *passages)

    assert sum(each.read for each in seen) >= 30 + 14 * 52
    for passage, company in zip(passages, seen, strict=True):
        small.forget()
        assert apart(company, observe(small, passage)[0])[1] < 2e-2


def test_what_was_not_used_for_longest_makes_room(small: Observer, make: Passages) -> None:
    passages = [make(120, 60, key) for key in range(4)]
    for passage in passages:
        observe(small, passage)

    # Four have 72 + 10 tokens of their own and 110 in common; three more do not fit with them.
    observe(small, *(make(120, 60, key) for key in (3, 4, 5)))

    assert observe(small, passages[3])[0].read == 0
    assert observe(small, passages[1])[0].read > 0


def test_one_that_is_too_long_is_refused_with_both_numbers_before_anything_is_read(
    observer: Observer, make: Passages, words: list[int]
) -> None:
    long = TokenizedPassage(words[:5000], (), 4999, 5000)

    with pytest.raises(EngineError, match="5000 tokens; 4096") as caught:
        observe(observer, make(20, 10), long)

    assert caught.value.cause is Cause.PROMPT_TOO_LONG
    assert observe(observer, make(20, 10))[0].read == 20 + 10 + 12


def test_ended_in_the_middle_it_goes_on_where_it_was(
    model: Model, observer: Observer, make: Passages
) -> None:
    passage = make(400, 100)
    (whole,) = observe(observer, passage)
    observer.forget()

    def abort(read: int, total: int) -> None:
        # While the second chunk is being read.
        threading.Timer(0.02, model.context.abort.set).start()

    with pytest.raises(AbortedError):
        observer.observe([passage], DEPTHS, abort)
    model.context.abort.clear()
    (seen,) = observe(observer, passage)

    assert seen.read == 512 - 256
    assert apart(seen, whole) == (0.0, 0.0)


def test_it_gives_way_after_what_is_being_computed(observer: Observer, make: Passages) -> None:
    passage = make(400, 100)
    done: list[int] = []

    def give_way(read: int, total: int) -> None:
        done.append(read)
        observer.give_way(None)

    with pytest.raises(AbortedError):
        observer.observe([passage], DEPTHS, give_way)
    observer.go_on()

    assert len(done) == 1
    assert observe(observer, passage)[0].read == 512 - done[0]


@pytest.mark.parametrize(
    ("shared", "finished"), [(712, True), (400, True), (300, False), (9, False)]
)
def test_a_computation_that_has_become_mostly_useless_is_broken_off(
    model: Model, observer: Observer, make: Passages, shared: int, finished: bool
) -> None:
    passage = make(600, 100)
    tokens = passage.tokens[:shared] + [999] * 20
    wanted = TokenizedPassage(tokens, (), len(tokens) - 1, len(tokens))
    done: list[int] = []

    def give_way(read: int, total: int) -> None:
        done.append(read)
        # While the next chunk is being read: tokens 256 to 511.
        threading.Timer(0.02, observer.give_way, ([wanted],)).start()

    with pytest.raises(AbortedError):
        observer.observe([passage], DEPTHS, give_way)

    assert model.context.abort.is_set() != finished
    assert done == ([256, 512] if finished else [256])
