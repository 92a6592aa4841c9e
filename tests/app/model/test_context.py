"""Reading remembers, forgets what differs, and can be ended at any moment."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from app.model.context import Context, Logits
from app.model.llama import Model
from app.model.memory import AbortedError

pytestmark = pytest.mark.engine


def quiet(done: int, total: int) -> None:
    """Take note of nothing."""


class Progress:
    """Takes note of what is read; each call is one computation."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.seen.append((done, total))


def text_tokens(context: Context) -> list[int]:
    text = " ".join(f"Sentence {number} says nothing new." for number in range(120))
    return context.vocabulary.tokens(text, special=False)[:520]


@pytest.fixture
def context(model: Model) -> Context:
    context = model.context
    context.abort.clear()
    context.settle_for(None)
    # Something else, so that no test finds its own text already read.
    context.read(context.vocabulary.tokens("A text of its own.", special=False), quiet)
    return context


@pytest.fixture
def tokens(context: Context) -> list[int]:
    return text_tokens(context)


@pytest.fixture(scope="module")
def fresh_257(model: Model) -> Logits:
    """Give the logits after 257 tokens, of which none was known: a chunk and one."""
    tokens = text_tokens(model.context)[:257]
    model.context.read(tokens[1:20], quiet)
    return model.context.read(tokens, quiet).copy()


def close_to(one: Logits, other: Logits) -> bool:
    return bool(np.allclose(one, other, atol=1e-3))


def test_only_what_differs_is_read_again_and_the_logits_are_the_same(
    context: Context, tokens: list[int]
) -> None:
    fresh = context.read(tokens[:300], quiet).copy()
    context.read(tokens[:270] + tokens[400:420], quiet)
    progress = Progress()

    again = context.read(tokens[:300], progress)

    assert progress.seen == [(300, 300)]
    assert close_to(fresh, again)


def test_the_same_prompt_again_costs_nothing(context: Context, tokens: list[int]) -> None:
    context.read(tokens[:60], quiet)
    progress = Progress()

    context.read(tokens[:60], progress)

    assert progress.seen == []


@pytest.mark.parametrize("known", [1, 128, 255, 256])
def test_it_does_not_matter_how_much_was_known(
    context: Context, tokens: list[int], fresh_257: Logits, known: int
) -> None:
    context.read(tokens[:known], quiet)

    assert close_to(context.read(tokens[:257], quiet), fresh_257)


def test_what_was_written_is_not_taken_for_read(context: Context, tokens: list[int]) -> None:
    fresh = context.read(tokens[:40], quiet).copy()
    context.read(tokens[:20], quiet)
    for token in tokens[20:40]:
        context.write(token)

    assert close_to(context.read(tokens[:40], quiet), fresh)


def test_branches_go_on_from_what_was_read_and_do_not_see_each_other(
    context: Context, tokens: list[int]
) -> None:
    one, other = tokens[100:103], tokens[200:209]
    context.read(tokens[:50], quiet)

    together = [row.copy() for row in context.branch([one, other])]
    alone = [row.copy() for row in context.branch([one])]

    assert [len(together), len(alone)] == [12, 3]
    assert all(close_to(a, b) for a, b in zip(together[:3], alone, strict=True))
    assert close_to(alone[-1], context.read(tokens[:50] + one, quiet))
    # In another place of the cache sums are rounded differently; the choice stays the same.
    assert together[-1].argmax() == context.read(tokens[:50] + other, quiet).argmax()


def test_branches_leave_nothing_behind(context: Context, tokens: list[int]) -> None:
    joined = context.read(tokens[:60], quiet).copy()
    before = context.read(tokens[:50], quiet).copy()
    context.branch([tokens[100:110]] * 16)

    assert close_to(context.read(tokens[:50], quiet), before)
    assert close_to(context.read(tokens[:60], quiet), joined)


def test_too_many_tokens_at_once_are_refused(context: Context, tokens: list[int]) -> None:
    context.read(tokens[:20], quiet)

    with pytest.raises(ValueError, match="at most 256"):
        context.branch([tokens[:257]])


def test_reading_can_be_ended_from_another_thread_and_goes_on_where_it_was(
    context: Context, tokens: list[int]
) -> None:
    fresh = context.read(tokens, quiet).copy()
    context.read(tokens[:1], quiet)
    first_chunk = threading.Event()

    def abort() -> None:
        first_chunk.wait()
        time.sleep(0.05)
        context.abort.set()

    thread = threading.Thread(target=abort)
    thread.start()
    with pytest.raises(AbortedError):
        context.read(tokens, lambda *_: first_chunk.set())
    thread.join()
    context.abort.clear()
    progress = Progress()

    assert close_to(context.read(tokens, progress), fresh)
    # The first chunk was kept.
    assert len(progress.seen) == 2


def test_writing_can_be_ended(context: Context, tokens: list[int]) -> None:
    context.read(tokens[:30], quiet)
    context.abort.set()

    with pytest.raises(AbortedError):
        context.write(tokens[31])


def test_reading_settles_for_what_is_still_of_use(context: Context, tokens: list[int]) -> None:
    progress = Progress()

    def settle(done: int, total: int) -> None:
        progress(done, total)
        context.settle_for(250)

    with pytest.raises(AbortedError):
        context.read(tokens, settle)

    assert [done for done, _ in progress.seen] == [256]


def test_small_chunks_give_the_same_and_are_lost_one_at_a_time(
    context: Context, tokens: list[int], fresh_257: Logits
) -> None:
    progress = Progress()

    def settle(done: int, total: int) -> None:
        progress(done, total)
        if done == 128:
            threading.Timer(0.005, context.settle_for, (0,)).start()

    with pytest.raises(AbortedError):
        context.read(tokens, settle, 64)
    context.abort.clear()
    context.settle_for(None)

    assert [done for done, _ in progress.seen][:2] == [64, 128]
    assert len(progress.seen) < 5
    assert close_to(context.read(tokens[:257], quiet, 64), fresh_257)


def test_a_chunk_that_has_become_useless_is_broken_off(context: Context, tokens: list[int]) -> None:
    progress = Progress()

    def settle(done: int, total: int) -> None:
        progress(done, total)
        # While the second chunk is being read.
        threading.Timer(0.03, context.settle_for, (10,)).start()

    with pytest.raises(AbortedError):
        context.read(tokens, settle)

    assert [done for done, _ in progress.seen] == [256]


def test_speeds_are_measured(context: Context, tokens: list[int]) -> None:
    context.read(tokens[:60], quiet)
    context.write(tokens[0])

    read, write = context.speeds

    assert read is not None
    assert write is not None
    assert read > write > 0
