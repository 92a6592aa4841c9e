"""Misconceptions are wrong by one thing, and by all that the document says."""

from __future__ import annotations

from app.material.swaps import Names
from app.material.wrong import MOST, Sayings, Surroundings

CLAIM = "The cache holds at most 512 entries, because memory is scarce."
NOTHING = Surroundings(Names({}), Sayings(()))


def _claims(claim: str, around: Surroundings = NOTHING) -> list[str]:
    return [each.claim for each in around.misconceptions(claim, claim, claim)]


def test_numbers_and_opposites_come_before_a_plain_not() -> None:
    assert _claims(CLAIM) == [
        "The cache holds at most 1024 entries, because memory is scarce.",
        "The cache holds at most 256 entries, because memory is scarce.",
        "The cache does not hold at most 512 entries, because memory is scarce.",
    ]
    assert len(_claims(CLAIM)) == MOST


def test_each_says_what_the_document_says_instead() -> None:
    for each in NOTHING.misconceptions(CLAIM, f"Sure: {CLAIM}", CLAIM):
        assert each.why == f"The document says: “Sure: {CLAIM}”"


def test_a_very_long_quote_is_cut_between_words() -> None:
    quote = "word " * 100
    [why, *_] = (each.why for each in NOTHING.misconceptions(CLAIM, quote, CLAIM))
    assert len(why) < 280
    assert why.endswith("word …”")


def test_what_the_document_says_elsewhere_is_no_misconception() -> None:
    says = Sayings(["On small machines the cache holds at most 256 entries as memory is scarce."])
    found = _claims(CLAIM, Surroundings(Names({}), says))
    assert "The cache holds at most 256 entries, because memory is scarce." not in found
    assert "The cache holds at most 1024 entries, because memory is scarce." in found


def test_of_what_cannot_be_turned_round_nothing_is_made() -> None:
    assert _claims("Some caches grow.") == []


def test_sayings_are_known_by_their_words_numbers_and_sense() -> None:
    sayings = Sayings(["Small machines hold 256 entries in the cache.", "It is never full."])
    assert sayings.has("The cache holds 256 entries.")
    assert not sayings.has("The cache holds 512 entries.")
    assert not sayings.has("The cache does not hold 256 entries.")
    assert not sayings.has("")
