"""Where sentences end."""

from __future__ import annotations

import pytest

from app.material.sentences import sentences


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["One ends.", "Another begins!", "Is it so?", "Yes."],
        ["It grew by 3.5 % in 2.0 seconds.", "Then it fell."],
        ["See Fig. 3 and e.g. the work of Smith et al. on caches.", "It is old."],
        ["Title 17 of the U.S. Code applies.", "So does J. Smith's rule."],
        ["He said “stop.”", "Nobody did."],
        ["It was shown before [12].", "It holds (as expected).", "Always."],
        ["It holds.[3]", "Another does."],
        ["The version is 2.", "It is new."],
        ["“Quoted first.”", "(In brackets.)", "End."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    assert _split(" ".join(parts)) == parts


def test_a_word_written_small_goes_on() -> None:
    assert _split("It uses the tool. rustc enables it.") == ["It uses the tool. rustc enables it."]


def test_places_are_within_the_stretch_that_was_asked_for() -> None:
    text = "Zero. First one. Second one. Third."
    found = list(sentences(text, 6, 28))
    assert [text[start:end] for start, end in found] == ["First one.", "Second one."]


def test_blanks_have_no_sentence() -> None:
    assert _split("   ") == []
    assert _split("no end mark") == ["no end mark"]
