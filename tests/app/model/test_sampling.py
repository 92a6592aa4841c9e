"""The next token is chosen as asked, and inside the grammar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from app.model.context import Logits
from app.model.llama import Model
from app.model.protocol import Sampling
from app.model.sampling import Sampler, grammar_of

pytestmark = pytest.mark.engine

MakeSampler = Callable[..., Sampler]


@pytest.fixture
def make_sampler(model: Model) -> Iterator[MakeSampler]:
    samplers: list[Sampler] = []

    def make(grammar: str | None = None, **sampling: object) -> Sampler:
        chosen = Sampling(**sampling)  # type: ignore[arg-type]
        samplers.append(Sampler(model.context.vocabulary, chosen, grammar))
        return samplers[-1]

    yield make
    for sampler in samplers:
        sampler.close()


@pytest.fixture
def logits(model: Model) -> Logits:
    """Give logits where token 100 leads, then 101, then 102, and all others are far behind."""
    logits = np.full(model.context.vocabulary.size, -20.0, dtype=np.float32)
    logits[100:103] = (3.0, 2.5, 2.0)
    return logits


def test_temperature_zero_takes_the_most_likely_token(
    make_sampler: MakeSampler, logits: Logits
) -> None:
    sampler = make_sampler(temperature=0.0)

    assert {sampler.choose(logits) for _ in range(20)} == {100}


def test_the_same_seed_chooses_the_same(make_sampler: MakeSampler, logits: Logits) -> None:
    def choices(seed: int) -> list[int]:
        sampler = make_sampler(temperature=1.0, seed=seed)
        return [sampler.choose(logits) for _ in range(50)]

    assert choices(1) == choices(1)
    assert choices(1) != choices(2)


def test_likely_tokens_come_more_often_and_unlikely_ones_not_at_all(
    make_sampler: MakeSampler, logits: Logits
) -> None:
    sampler = make_sampler(temperature=1.0)

    counts = Counter(sampler.choose(logits) for _ in range(600))

    assert set(counts) == {100, 101, 102}
    assert counts[100] > counts[101] > counts[102]


@pytest.mark.parametrize("limit", [{"top_k": 1}, {"top_p": 0.4}, {"min_p": 0.9}])
def test_each_limit_leaves_the_unlikely_out(
    make_sampler: MakeSampler, logits: Logits, limit: dict[str, float]
) -> None:
    sampler = make_sampler(temperature=1.0, **limit)

    assert {sampler.choose(logits) for _ in range(50)} == {100}


def test_a_repeat_penalty_brings_others_forward(make_sampler: MakeSampler, logits: Logits) -> None:
    sampler = make_sampler(temperature=0.0, repeat_penalty=2.0)

    assert [sampler.choose(logits) for _ in range(3)] == [100, 101, 102]


def test_a_grammar_holds_whatever_the_model_likes(
    model: Model, make_sampler: MakeSampler, logits: Logits
) -> None:
    vocabulary = model.context.vocabulary
    sampler = make_sampler(grammar='root ::= "yes" | "no"', temperature=0.0)

    tokens: list[int] = []
    while not (tokens and vocabulary.is_end(tokens[-1])):
        tokens.append(sampler.choose(logits))

    assert vocabulary.text(tokens) in (b"yes", b"no")


def test_a_grammar_with_an_error_is_refused(make_sampler: MakeSampler) -> None:
    with pytest.raises(ValueError, match="grammar"):
        make_sampler(grammar='root ::= "unfinished')


def test_a_schema_becomes_a_grammar() -> None:
    grammar = grammar_of({"type": "object", "properties": {"n": {"type": "integer"}}})

    assert "root ::=" in grammar


@pytest.mark.parametrize(
    "schema", [{"type": "no such type"}, {"$ref": "https://example.org/schema.json"}]
)
def test_a_schema_that_cannot_be_used_is_refused(schema: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="schema"):
        grammar_of(schema)
