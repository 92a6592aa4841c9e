"""Taking away what a sentence does not need."""

from __future__ import annotations

import pytest

from app.material.standalone import LONGEST, shortened, simplified


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("However, caches are fast [3, 12].", "Caches are fast."),
        ("Note that it is not enough to flush.", "It is not enough to flush."),
        ("We find that caches help (Smith et al., 2019).", "Caches help."),
        ("It is well known that RAM [Knuth97] is dear.", "RAM is dear."),
        ("Our results show that BERT is slow.", "BERT is slow."),
        ("rustc enables it by default.", "Rustc enables it by default."),
        ("Strong Consistency: Since writes are slow, all wait", "Since writes are slow, all wait."),
        ("Latency: the time until it begins.", "Latency: the time until it begins."),
        ("`foo` was removed", "`foo` was removed."),
        ("The year (2019) was hot.", "The year (2019) was hot."),
        ("It lasted from 1990 to 1999.", "It lasted from 1990 to 1999."),
    ],
)
def test_leads_and_references_go_and_the_statement_stays(sentence: str, plain: str) -> None:
    assert simplified(sentence) == plain


def test_a_short_sentence_keeps_its_asides() -> None:
    assert shortened("Caches (of any size) are fast.") == "Caches (of any size) are fast."


def test_a_long_one_loses_asides_only_as_far_as_needed() -> None:
    sentence = (
        "A filter (see below) keeps one bit for every hash function, which was a new idea then, "
        + "and it never forgets an element that was added to it before the array was full and "
        + "copied elsewhere."
    )
    short = shortened(sentence)
    assert len(short.split()) <= LONGEST
    assert "(see below)" not in short
    assert "never forgets an element" in short


def test_conditions_and_contrasts_stay() -> None:
    sentence = f"If {'very ' * 30} large arrays are used, lookups fail, but inserts succeed."
    assert shortened(sentence).startswith("If very")
    assert "but inserts succeed." in shortened(sentence)
