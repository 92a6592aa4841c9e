"""A few letters find what somebody meant, and little else."""

from __future__ import annotations

import pytest

from app.fuzzy import match

NAMES = (
    "Today",
    "Read",
    "Read all files again",
    "Start today's session",
    "Study: Learn model optimization",
    "Study: Learn about AI agents",
    "Models",
    "Messages",
    "Measure the speed",
    "Progress",
    "Réglages",
)


def best(query: str) -> str:
    found = [(fit.score, name) for name in NAMES if (fit := match(query, name)) is not None]
    return max(found)[1] if found else ""


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("read", "Read"),
        ("files", "Read all files again"),
        ("mdl", "Models"),
        ("sts", "Start today's session"),
        ("ai ag", "Study: Learn about AI agents"),
        ("opt study", "Study: Learn model optimization"),
        ("PROG", "Progress"),
        ("regl", "Réglages"),
    ],
)
def test_the_one_that_is_meant_comes_first(query: str, name: str) -> None:
    assert best(query) == name


@pytest.mark.parametrize("query", ["xyz", "reaad", "modelss", "read nothing"])
def test_what_does_not_fit_is_not_found(query: str) -> None:
    assert best(query) == ""


def test_letters_far_apart_in_the_middle_of_words_are_no_match() -> None:
    assert match("tns", "Start the session again") is None


def test_it_tells_which_letters_were_meant() -> None:
    found = match("ls ag", "Learn skills: AI agents")
    assert found is not None
    assert "".join("Learn skills: AI agents"[place] for place in found.places) in ("lsag", "Lsag")


def test_nothing_typed_fits_everything_alike() -> None:
    assert match("", "Read") is not None
    assert match("  ", "Read") is not None


def test_letters_that_change_their_length_when_folded_keep_their_place() -> None:
    found = match("straße", "Straße")
    assert found is not None
    assert found.places == (0, 1, 2, 3, 4, 5)
