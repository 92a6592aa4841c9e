"""Nothing is ever cut in silence: what does not fit is refused with both numbers, and only that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.model.llama import Model
from app.model.protocol import EngineState, Message, Passage, Prompt, Sampling

pytestmark = pytest.mark.engine

LENGTH = 128
REPLY = 8
HELLO = Prompt((Message("user", "Hello"),))
DEPTHS = (0.5,)


@pytest.fixture(scope="module")
def narrow(small_model: Path) -> Iterator[LocalEngine]:
    """An engine whose prompt and reply may have 128 tokens together."""
    with LocalEngine(small_model, context_length=LENGTH, threads=1) as engine:
        engine.load()
        yield engine


@pytest.fixture
def sized(model: Model) -> Callable[[int], Prompt]:
    """Give what makes a prompt of exactly so many tokens."""

    def make(tokens: int) -> Prompt:
        bare = len(model.tokens(Prompt((Message("user", ""),))))
        prompt = Prompt((Message("user", " the" * (tokens - bare)),))
        assert len(model.tokens(prompt)) == tokens
        return prompt

    return make


def refusal(ask: Callable[[], object]) -> tuple[int, ...]:
    """Return the numbers that are told to whoever asks for too much."""
    with pytest.raises(EngineError) as caught:
        ask()
    assert caught.value.cause is Cause.PROMPT_TOO_LONG
    assert "Shorten the answer" in caught.value.explanation
    return tuple(int(each) for each in re.findall(r"\d+", caught.value.detail))


def generate(engine: LocalEngine, prompt: Prompt) -> str:
    return "".join(engine.generate(prompt, Sampling(max_tokens=REPLY, temperature=0.0)))


def check_nothing_happened(engine: LocalEngine, pid: int | None) -> None:
    assert engine.failure is None
    assert engine.state is not EngineState.FAILED
    assert len(engine.score(HELLO, [" a", " b"])) == 2
    assert engine.pid == pid


def test_writing_takes_what_fits_to_the_last_token_and_not_one_more(
    narrow: LocalEngine, sized: Callable[[int], Prompt]
) -> None:
    pid = narrow.pid

    assert isinstance(generate(narrow, sized(LENGTH - REPLY)), str)
    too_long = sized(LENGTH - REPLY + 1)

    assert refusal(lambda: generate(narrow, too_long)) == (LENGTH - REPLY + 1, REPLY, LENGTH)
    check_nothing_happened(narrow, pid)


def test_scoring_takes_what_fits_to_the_last_token_and_not_one_more(
    narrow: LocalEngine, sized: Callable[[int], Prompt]
) -> None:
    pid = narrow.pid

    assert len(narrow.score(sized(LENGTH - 1), [" a", " b"])) == 2
    too_long = sized(LENGTH)

    assert refusal(lambda: narrow.score(too_long, [" a", " b"])) == (LENGTH, 1, LENGTH)
    check_nothing_happened(narrow, pid)


def test_a_continuation_that_is_too_long_is_refused_not_cut(engine: LocalEngine) -> None:
    assert refusal(lambda: engine.score(HELLO, [" a", " the" * 300])) == (300, 256)


def test_observing_refuses_what_is_one_token_too_long_before_anything_is_read(
    engine: LocalEngine, sized: Callable[[int], Prompt]
) -> None:
    fits, too_long = (Passage(sized(length), ((0, 4),)) for length in (4096, 4097))

    assert refusal(lambda: engine.observe([fits, too_long], DEPTHS)) == (4097, 4096)
    # The text to look at and what is written before it count alike.
    started = replace(fits, prompt=replace(fits.prompt, reply_start=" It"))
    assert refusal(lambda: engine.observe([started], DEPTHS)) == (4097, 4096)


def test_a_hint_that_does_not_fit_is_let_go_and_told_where_it_matters(
    narrow: LocalEngine, sized: Callable[[int], Prompt]
) -> None:
    pid = narrow.pid
    too_long = sized(LENGTH + 50)

    narrow.prefill(too_long)
    narrow.prepare([Passage(sized(4500), ((0, 4),))], DEPTHS)

    assert refusal(lambda: generate(narrow, too_long)) == (LENGTH + 50, REPLY, LENGTH)
    check_nothing_happened(narrow, pid)
