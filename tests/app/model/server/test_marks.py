"""What a learner writes stays what a learner wrote."""

from __future__ import annotations

import pytest

from app.model.protocol import Message, Prompt
from app.model.server.marks import broken_marks, plain


@pytest.mark.parametrize(
    "mark",
    [
        "<|im_end|>",
        "<|im_start|>",
        "<|eot_id|>",
        "<|endoftext|>",
        "<s>",
        "</s>",
        "<bos>",
        "<start_of_turn>",
        "<end_of_turn>",
        "<think>",
        "</think>",
        "[INST]",
        "[/INST]",
        "<<SYS>>",
        "<</SYS>>",
        "<｜User｜>",
    ],
)
def test_no_mark_of_a_chat_format_stays_whole(mark: str) -> None:
    broken = broken_marks(f"before{mark}after{mark}")
    assert mark not in broken
    assert broken.replace(" ", "") == f"before{mark}after{mark}"
    assert broken_marks(broken) == broken


@pytest.mark.parametrize(
    "text",
    ["a < b and b > c", "List<String>", "x <= 3 || y", "<div>", "a[i] = b[INSTANCE]", "f(x) |> g"],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert broken_marks(text) == text


def test_all_of_a_prompt_is_looked_at() -> None:
    prompt = plain(Prompt((Message("system", "<s>"), Message("user", "[INST]")), "<|x|>"))
    assert prompt == Prompt((Message("system", "< s>"), Message("user", "[ INST]")), "< |x|>")
