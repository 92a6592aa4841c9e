"""What a claim is about, and how much of it tells somebody who knows it how it goes on."""

from __future__ import annotations

import pytest

from app.material.sections import Section
from app.material.subject import beginning, filed_under, subject, within_sentence

TEXT = "Here the lists in a file and bloom filters are common words, and so are applications."


@pytest.mark.parametrize(
    ("claim", "topic"),
    [
        ("Bloom filters never return a false negative in any case.", "bloom filters"),
        ("The Global Offset Table is made read-only by RELRO.", "the Global Offset Table"),
        ("KDE's glob system replaces all other glob systems there are.", "KDE's glob system"),
        (
            "A block header with no transactions would be about 80 bytes.",
            "a block header with no transactions",
        ),
        ("Positive deltas mean the model moves away from it all.", "Positive deltas"),
        ("The longest chain not only serves as proof of the sequence.", "the longest chain"),
    ],
)
def test_the_subject_is_named_and_the_rest_not_given_away(claim: str, topic: str) -> None:
    assert subject(claim, TEXT) == topic


@pytest.mark.parametrize(
    "claim",
    [
        "The file starts with four bytes that tell what it is.",
        "Applications must match globs without regard to case.",
        "If a type is given, it must be used instead of guessing.",
        "Because memory is scarce, the cache holds few entries at a time.",
        "There are two kinds of filters that everybody should know.",
    ],
)
def test_a_subject_that_does_not_tell_which_is_none(claim: str) -> None:
    assert subject(claim, TEXT) == ""


def test_without_a_subject_the_place_is_named() -> None:
    section = Section(0, "2.1 The Cache files", 1, None, TEXT)
    assert filed_under(section, "Notes") == "“The Cache files” in “Notes”"
    assert filed_under(Section(0, "", 0, None, TEXT), "Notes") == "“Notes”"


@pytest.mark.parametrize(
    ("claim", "start"),
    [
        ("Lists in the file are sorted for binary search.", "Lists in the file are"),
        ("If the lease expires, the server stops serving requests.", "If the lease expires,"),
        ("The cache keeps blocks of the disk in memory.", "The cache keeps"),
        ("Caching pays off whenever many readers come.", "Caching pays"),
    ],
)
def test_a_beginning_leaves_the_rest_to_be_said(claim: str, start: str) -> None:
    assert beginning(claim) == start


@pytest.mark.parametrize(
    ("phrase", "within"),
    [
        ("Bloom filters", "bloom filters"),
        ("The Global Table", "the Global Table"),
        ("Lists in Files", "Lists in Files"),
        ("Python programs", "Python programs"),
        ("A block", "a block"),
        ("KDE", "KDE"),
    ],
)
def test_common_words_are_written_small_within_a_sentence(phrase: str, within: str) -> None:
    assert within_sentence(phrase, TEXT) == within
