"""The next token is chosen as asked, and inside the grammar."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from app.model.context import Context, Logits
from app.model.llama import Model
from app.model.protocol import Sampling
from app.model.sampling import Sampler, grammar_of

pytestmark = pytest.mark.engine

MakeSampler = Callable[..., Sampler]

YES_OR_NO = 'root ::= "yes" | "no"'

# A schema, and whether a value is of its shape.
SCHEMAS: dict[str, tuple[dict[str, Any], Callable[[Any], bool]]] = {
    "enum": (
        {"enum": ["capital", "town", 7, None, "naïve"]},
        lambda v: v in ("capital", "town", 7, None, "naïve"),
    ),
    "constant of rare characters": (
        {"const": 'a "🦄" \\ Ελλ\n'},
        lambda v: v == 'a "🦄" \\ Ελλ\n',
    ),
    "short text": (
        {"type": "string", "minLength": 3, "maxLength": 12},
        lambda v: isinstance(v, str) and 3 <= len(v) <= 12,
    ),
    "text of a pattern": (
        {"type": "string", "pattern": "^[a-f]{2,4}-[0-9]+x$"},
        lambda v: re.fullmatch("[a-f]{2,4}-[0-9]+x", v) is not None,
    ),
    "numbers": (
        {"type": "array", "items": {"type": "number"}, "minItems": 1, "maxItems": 3},
        lambda v: 1 <= len(v) <= 3 and all(isinstance(each, int | float) for each in v),
    ),
    "nested objects": (
        {
            "type": "object",
            "properties": {
                "sure": {"type": "boolean"},
                "points": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {
                            "id": {"type": "integer"},
                            "said": {"type": "string", "maxLength": 8},
                        },
                        "required": ["id", "said"],
                    },
                    "maxItems": 2,
                },
            },
            "required": ["sure", "points"],
        },
        lambda v: (
            set(v) == {"sure", "points"}
            and type(v["sure"]) is bool
            and len(v["points"]) <= 2
            and all(
                set(p) == {"id", "said"} and type(p["id"]) is int and len(p["said"]) <= 8
                for p in v["points"]
            )
        ),
    ),
    "one of several": (
        {
            "anyOf": [
                {"type": "null"},
                {"type": "object", "properties": {"a": {"const": 1}}, "required": ["a"]},
                {"type": "array", "items": {"type": "boolean"}, "minItems": 2, "maxItems": 2},
            ]
        },
        lambda v: (
            v is None or v == {"a": 1} or (len(v) == 2 and all(b in (True, False) for b in v))
        ),
    ),
    "optional parts": (
        {
            "type": "object",
            "properties": {"x": {"type": "null"}, "y": {"enum": ["z"]}},
            "additionalProperties": False,
        },
        lambda v: v in ({}, {"x": None}, {"y": "z"}, {"x": None, "y": "z"}),
    ),
}


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


def reply_of(model: Model, sampler: Sampler, logits: Callable[[], Logits]) -> bytes:
    """Choose tokens until the reply ends, each from logits of its own."""
    vocabulary = model.context.vocabulary
    tokens: list[int] = []
    for _ in range(400):
        token = sampler.choose(logits())
        if vocabulary.is_end(token):
            return vocabulary.text(tokens)
        tokens.append(token)
    raise AssertionError(f"no end after {vocabulary.text(tokens)!r}")


def test_a_grammar_holds_whatever_the_model_likes(
    model: Model, make_sampler: MakeSampler, logits: Logits
) -> None:
    sampler = make_sampler(grammar=YES_OR_NO, temperature=0.0)

    assert reply_of(model, sampler, lambda: logits) in (b"yes", b"no")


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize(
    "sampling",
    [
        {"temperature": 0.0},
        {"temperature": 1.0},
        {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0},
        {"temperature": 0.7, "repeat_penalty": 1.3},
    ],
    ids=lambda sampling: "-".join(map(str, sampling.values())),
)
def test_nothing_that_a_schema_forbids_is_ever_chosen(
    model: Model, make_sampler: MakeSampler, name: str, sampling: dict[str, float]
) -> None:
    schema, fits = SCHEMAS[name]
    grammar = grammar_of(schema)
    for seed in range(2):
        # Noise for a model: mostly something forbidden is likeliest, and parts of characters, odd
        # bytes and control tokens are as likely as words.
        noise = np.random.default_rng(seed)

        def anything(noise: np.random.Generator = noise) -> Logits:
            size = model.context.vocabulary.size
            return (noise.standard_normal(size) * 4).astype(np.float32)

        reply = reply_of(model, make_sampler(grammar, seed=seed, **sampling), anything)

        assert fits(json.loads(reply.decode("utf-8"))), reply


def test_temperature_zero_takes_the_most_likely_token_that_is_allowed(
    model: Model, make_sampler: MakeSampler
) -> None:
    vocabulary = model.context.vocabulary
    allowed = [vocabulary.tokens(text, special=False) for text in ("y", "n", "ye", "no", "yes")]
    single = [tokens[0] for tokens in allowed if len(tokens) == 1]
    for seed in range(20):
        logits = np.random.default_rng(seed).standard_normal(vocabulary.size).astype(np.float32)
        # Where they stand decides how far is looked for them: among the first, or among all.
        logits[single] -= (0, 4, 30)[seed % 3]

        token = make_sampler(YES_OR_NO, temperature=0.0).choose(logits)

        assert token == max(single, key=lambda each: logits[each])


def test_allowed_tokens_come_as_often_as_if_the_others_did_not_exist(
    model: Model, make_sampler: MakeSampler
) -> None:
    vocabulary = model.context.vocabulary
    digits = [vocabulary.tokens(digit, special=False)[0] for digit in "01234"]
    words = [vocabulary.tokens(word, special=False)[0] for word in (" the", " of", " and")]
    logits = np.full(vocabulary.size, -30.0, dtype=np.float32)
    logits[digits] = np.log([1, 2, 3, 4, 5])
    # What is forbidden has three quarters of the probability.
    logits[words] = np.log(15)
    draws = 3000
    sampler = make_sampler("root ::= [0-4]*", temperature=1.0, top_p=1.0, min_p=0.0)

    counts = Counter(sampler.choose(logits) for _ in range(draws))

    assert set(counts) == set(digits)
    expected = {
        token: draws * weight / 15 for token, weight in zip(digits, (1, 2, 3, 4, 5), strict=True)
    }
    # Chi-squared with four degrees of freedom: larger once in ten thousand times.
    assert sum((counts[token] - n) ** 2 / n for token, n in expected.items()) < 23.5


def test_what_the_samplers_keep_is_drawn_from_before_anything_else(
    model: Model, make_sampler: MakeSampler
) -> None:
    vocabulary = model.context.vocabulary
    (good,), (poor,) = (vocabulary.tokens(digit, special=False) for digit in "12")
    logits = np.full(vocabulary.size, -30.0, dtype=np.float32)
    logits[vocabulary.tokens(" the", special=False)[0]] = 2.0
    logits[good], logits[poor] = 0.0, -2.0
    sampler = make_sampler("root ::= [0-9]*", temperature=1.0, min_p=0.1)

    # Of the allowed ones only the first is at least a tenth as likely as the likeliest.
    assert {sampler.choose(logits) for _ in range(100)} == {good}


@pytest.mark.parametrize("grammar", [None, "root ::= ([a-z]+ [ .]?)*"])
@pytest.mark.parametrize(
    "sampling", [{"temperature": 0.0}, {"temperature": 1.2}, {"temperature": 0.9, "top_k": 0}]
)
def test_after_a_written_token_the_choice_is_that_from_its_logits(
    model: Model, make_sampler: MakeSampler, grammar: str | None, sampling: dict[str, float]
) -> None:
    context: Context = model.context
    start = context.vocabulary.tokens("Once upon a time there was a fox", special=False)

    def text(choose: Callable[[Sampler], int]) -> list[int]:
        sampler = make_sampler(grammar, seed=5, **sampling)
        tokens = [sampler.choose(context.read(start, lambda *_: None))]
        for _ in range(6):
            context.write(tokens[-1])
            tokens.append(choose(sampler))
        return tokens

    by_llama = text(lambda sampler: sampler.choose_written(context))
    if grammar is None or sampling["temperature"] == 0:
        assert by_llama == text(lambda sampler: sampler.choose(context.written))
    assert by_llama == text(lambda sampler: sampler.choose_written(context))
    if grammar is not None:
        assert re.fullmatch(rb"([a-z]+[ .]?)*", context.vocabulary.text(by_llama))


def test_the_last_of_the_seeds_repeats_too(make_sampler: MakeSampler, logits: Logits) -> None:
    # llama.cpp takes it for a wish to be different each time.
    def choices() -> list[int]:
        sampler = make_sampler(temperature=1.0, seed=2**32 - 1)
        return [sampler.choose(logits) for _ in range(50)]

    assert choices() == choices()


def test_a_grammar_with_an_error_is_refused(make_sampler: MakeSampler) -> None:
    with pytest.raises(ValueError, match="grammar"):
        make_sampler(grammar='root ::= "unfinished')


def test_a_schema_becomes_a_grammar() -> None:
    # Properties may be called anything, such as a word of the schema language.
    properties = {"minimum": {"type": "integer"}, "char": {"type": "string"}}
    grammar = grammar_of({"type": "object", "properties": properties})

    assert "root ::=" in grammar


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "no such type"},
        {"$ref": "https://example.org/schema.json"},
        # What would be passed over in silence.
        {"type": "integer", "minimum": 3},
        {"type": "object", "properties": {"n": {"type": "array", "uniqueItems": True}}},
    ],
)
def test_a_schema_that_cannot_be_used_is_refused(schema: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="schema"):
        grammar_of(schema)
