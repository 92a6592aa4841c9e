"""A model reads, scores and writes; its numbers are those of llama-cpp-python's own class."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import llama_cpp
import numpy as np
import pytest

from app.model.errors import Cause, EngineError
from app.model.llama import Model
from app.model.protocol import Message, Prompt, Sampling

pytestmark = pytest.mark.engine

GREEDY = Sampling(max_tokens=24, temperature=0.0)


def quiet(done: int, total: int) -> None:
    """Take note of nothing."""


def write(
    model: Model,
    prompt: Prompt,
    sampling: Sampling = GREEDY,
    schema: dict[str, object] | None = None,
) -> str:
    pieces = list(model.generate(prompt, sampling, schema, quiet))
    assert all(pieces)
    return "".join(pieces)


@pytest.fixture(scope="module")
def reference(small_model: Path) -> Iterator[llama_cpp.Llama]:
    """Give the class that llama-cpp-python offers, on the same file."""
    reference = llama_cpp.Llama(
        str(small_model), n_ctx=1024, logits_all=True, n_threads=2, verbose=False
    )
    yield reference
    reference.close()


def reference_score(reference: llama_cpp.Llama, prefix: list[int], rest: list[int]) -> float:
    reference.n_tokens = 0
    reference.eval(prefix + rest)
    total = 0.0
    for offset, token in enumerate(rest):
        row = reference.scores[len(prefix) + offset - 1].astype(np.float64)
        total += float(row[token] - row.max() - np.log(np.exp(row - row.max()).sum()))
    return total


def test_greedy_writing_is_the_references(
    model: Model, reference: llama_cpp.Llama, france: Prompt
) -> None:
    expected: list[int] = []
    for token in reference.generate(model.tokens(france), temp=0.0, top_k=1):
        if len(expected) == GREEDY.max_tokens or token == reference.token_eos():
            break
        expected.append(token)

    text = write(model, france)

    assert text == reference.detokenize(expected).decode()
    assert "Paris" in text
    assert write(model, france) == text


def test_scores_are_the_references(
    model: Model, reference: llama_cpp.Llama, france: Prompt
) -> None:
    continuations = [" Paris", " London", " the city of Paris, as everybody knows.", " 42", ""]
    prefix = model.tokens(france)

    scored = model.score(france, continuations, quiet)

    for result, text in zip(scored, continuations, strict=True):
        rest = reference.tokenize(text.encode(), add_bos=False)
        assert result.text == text
        assert result.tokens == len(rest)
        assert result.log_probability == pytest.approx(
            reference_score(reference, prefix, rest), abs=0.01
        )
    assert scored[0].log_probability > scored[1].log_probability > scored[3].log_probability


def test_a_score_does_not_depend_on_its_company_or_on_what_was_read_before(
    model: Model, france: Prompt
) -> None:
    many = [f" answer number {number} of many" for number in range(20)]

    (alone,) = model.score(france, many[7:8], quiet)
    write(model, Prompt((Message("user", "Something else"),)))
    together = model.score(france, many, quiet)

    assert [result.text for result in together] == many
    # Sums are rounded differently in another place of the cache.
    assert together[7].log_probability == pytest.approx(alone.log_probability, abs=0.5)
    again = model.score(france, many, quiet)
    assert again == together


def test_a_continuation_that_melts_into_the_prefix_is_scored_from_before_it(
    model: Model, reference: llama_cpp.Llama, france: Prompt
) -> None:
    # " Par" + "is" is one token in the vocabulary, so that is what the model would write.
    prompt = Prompt(france.messages, france.reply_start + " Par")

    first, second = model.score(prompt, ["is", "ty"], quiet)

    (whole,) = model.score(france, [" Paris"], quiet)
    assert first.log_probability == pytest.approx(whole.log_probability, abs=0.01)
    assert first.log_probability > second.log_probability


def test_reading_ahead_changes_no_result(model: Model, france: Prompt) -> None:
    before = model.score(france, [" Paris", " London"], quiet)
    model.prefill(Prompt(france.messages), quiet)
    model.prefill(france, quiet)

    after = model.score(france, [" Paris", " London"], quiet)

    assert [s.log_probability for s in after] == pytest.approx(
        [s.log_probability for s in before], abs=1e-3
    )


def test_a_text_that_is_too_long_is_refused_with_both_numbers(
    model: Model, long_prompt: Prompt
) -> None:
    with pytest.raises(EngineError) as caught:
        write(model, long_prompt)
    assert caught.value.cause is Cause.PROMPT_TOO_LONG
    assert str(len(model.tokens(long_prompt))) in caught.value.detail
    assert "2048" in caught.value.detail

    with pytest.raises(EngineError):
        model.score(long_prompt, [" yes"], quiet)
    model.prefill(long_prompt, quiet)


def test_room_for_the_whole_reply_is_kept(model: Model, france: Prompt) -> None:
    room = 2048 - len(model.tokens(france))

    with pytest.raises(EngineError, match=str(room + 1)):
        write(model, france, Sampling(max_tokens=room + 1))


def test_a_text_to_score_that_is_too_long_for_one_computation_is_refused(
    model: Model, france: Prompt
) -> None:
    with pytest.raises(EngineError, match="256"):
        model.score(france, [" and so on" * 100], quiet)


@pytest.mark.parametrize(
    "value", ["naïve 🦄 日本語 Ελληνικά", 'quote " backslash \\ newline \n', "\N{FAMILY}"]
)
def test_characters_that_are_split_over_tokens_come_out_whole(
    model: Model, france: Prompt, value: str
) -> None:
    sampling = Sampling(max_tokens=200, temperature=0.0)
    pieces = list(model.generate(france, sampling, {"const": value}, quiet))

    assert json.loads("".join(pieces)) == value
    assert not any("\ufffd" in piece for piece in pieces)


def test_a_reply_ends_before_a_stop_string(model: Model, france: Prompt) -> None:
    schema: dict[str, object] = {"const": "alpha, beta, gamma"}
    sampling = Sampling(max_tokens=50, temperature=0.0, stop=("beta, g", "never"))

    assert write(model, france, sampling, schema) == '"alpha, '


def test_a_reply_held_to_a_schema_is_json_of_that_shape(model: Model) -> None:
    schema: dict[str, object] = {
        "type": "object",
        "properties": {
            "city": {"type": "string", "maxLength": 20},
            "sure": {"type": "boolean"},
            "kind": {"enum": ["capital", "town"]},
        },
        "required": ["city", "sure", "kind"],
    }
    prompt = Prompt((Message("user", "Tell me about Paris in JSON."),))

    for seed in range(3):
        sampling = Sampling(max_tokens=200, temperature=1.0, seed=seed)
        value = json.loads(write(model, prompt, sampling, schema))

        assert set(value) == {"city", "sure", "kind"}
        assert isinstance(value["sure"], bool)
        assert value["kind"] in ("capital", "town")


def test_seeds_repeat(model: Model, france: Prompt) -> None:
    def text(seed: int) -> str:
        return write(model, france, Sampling(max_tokens=30, temperature=1.5, seed=seed))

    assert text(1) == text(1)
    assert text(1) != text(2)


# With what the library says while it loads, which is listened to from its start.
@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("name", ["garbage", "cut", "unknown"])
def test_a_file_that_cannot_be_loaded_has_a_cause(
    small_model: Path, tmp_path: Path, name: str
) -> None:
    whole = small_model.read_bytes()
    path = tmp_path / "model.gguf"
    content, cause = {
        "garbage": (whole[:8] + b"\xa5" * 10_000, Cause.DAMAGED),
        "cut": (whole[: len(whole) // 2], Cause.TRUNCATED),
        "unknown": (
            whole.replace(b"\x05" + bytes(7) + b"llama", b"\x05" + bytes(7) + b"zlama", 1),
            Cause.UNSUPPORTED_ARCHITECTURE,
        ),
    }[name]
    path.write_bytes(content)

    with pytest.raises(EngineError) as caught:
        Model(str(path), context_length=512, threads=1)

    assert caught.value.cause is cause
    assert caught.value.detail
