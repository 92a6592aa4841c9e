"""Finding what a person copied."""

from __future__ import annotations

import pytest

from app.material.quotes import find_quote

TEXT = "The cache isn’t written at once.  A well-known “trick” is\ncopy-on-write, which segments."


@pytest.mark.parametrize(
    ("copied", "verbatim"),
    [
        ("The cache isn't written", "The cache isn’t written"),
        ("at once. A well-known", "at once.  A well-known"),
        ('"trick" is copy-on-write', "“trick” is\ncopy-on-write"),
        ("  which\n seg-\nments.", "which segments."),
        ("A well-\nknown", "A well-known"),
    ],
)
def test_white_space_hyphens_and_quotation_marks_may_differ(copied: str, verbatim: str) -> None:
    place = find_quote(TEXT, copied)
    assert place is not None
    assert TEXT[slice(*place)] == verbatim


@pytest.mark.parametrize(
    "copied", ["The cache is written", "the cache isn't", "wellknown", "once, A", "", "  \n "]
)
def test_other_words_are_not_found(copied: str) -> None:
    assert find_quote(TEXT, copied) is None
