"""Sentences told from abbreviations and numbers."""

from __future__ import annotations

import pytest

from app.content.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("No end", ["No end"]),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Smith et al. (2020) found 0.5 of it.", ["Smith et al. (2020) found 0.5 of it."]),
        ("(See e.g. Jones.) End", ["(See e.g. Jones.)", "End"]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("It took 3 s. on average.", ["It took 3 s. on average."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences
