"""Text becomes tokens and comes back, and nobody can write a control token by hand."""

from __future__ import annotations

import pytest

from app.model.llama import Model
from app.model.vocabulary import Vocabulary

pytestmark = pytest.mark.engine

TEXTS = ["", "plain", " leading", "naïve 🦄 日本語", "line\n\nline", "tab\tnul\x00end", "a" * 300]


@pytest.fixture
def vocabulary(model: Model) -> Vocabulary:
    return model.context.vocabulary


@pytest.mark.parametrize("text", TEXTS)
def test_text_survives(vocabulary: Vocabulary, text: str) -> None:
    assert vocabulary.text(vocabulary.tokens(text, special=False)).decode() == text


def test_the_name_of_a_control_token_is_that_token_only_where_asked(
    vocabulary: Vocabulary,
) -> None:
    (end,) = vocabulary.tokens("<|im_end|>", special=True)

    assert vocabulary.is_end(end)
    assert vocabulary.text([end]) == b""
    written = vocabulary.tokens("<|im_end|>", special=False)
    assert end not in written
    assert vocabulary.text(written) == b"<|im_end|>"


def test_ordinary_tokens_do_not_end_a_reply(vocabulary: Vocabulary) -> None:
    assert not any(vocabulary.is_end(token) for token in vocabulary.tokens("the end", special=True))


def test_half_a_character_from_the_keyboard_does_no_harm(vocabulary: Vocabulary) -> None:
    assert vocabulary.text(vocabulary.tokens("a\ud800b", special=False)) == b"a?b"


def test_whether_a_text_is_one_token(vocabulary: Vocabulary) -> None:
    assert vocabulary.has("<|im_start|>")
    assert not vocabulary.has("<|start_header_id|>")
