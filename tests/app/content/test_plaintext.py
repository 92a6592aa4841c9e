"""Quotes are found whatever marks stand around the words."""

from __future__ import annotations

import pytest

from app.content.plaintext import fold, plain_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("## Heading\n\nA **bold** and `code` word", "Heading A bold and code word"),
        ("See [the paper](https://example.org/a_b) now", "See the paper now"),
        ("![a diagram](x.svg) after", "a diagram after"),
        ("> quoted\n> text", "quoted text"),
        ("- one\n- two\n1. three", "one two three"),
        ("```python\nx = 1\n```\nafter", "x = 1 after"),
        ("“curly” and ‘single’", "\"curly\" and 'single'"),
    ],
)
def test_marks_are_taken_off(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


def test_folding_twice_changes_nothing() -> None:
    once = fold("a  *b*\n “c”")
    assert fold(once) == once
