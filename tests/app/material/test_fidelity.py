"""Claims that say more or anything else than their quote are refused, each for its reason."""

from __future__ import annotations

import pytest

from app.material.fidelity import Rewording, infidelity
from app.quiz.lexical import Lexicon

QUOTE = (
    "In our tests the new allocator usually needs about 30 % less memory than the old allocator, "
    "if fewer than 8 threads are running."
)
CONTEXT = "Jemalloc is an allocator. Memory use"


def _refused(claim: str, quote: str = QUOTE, context: str = CONTEXT) -> str | None:
    return infidelity(Rewording(claim, quote, context, Lexicon()))


@pytest.mark.parametrize(
    "claim",
    [
        "The new allocator usually needs about 30 % less memory than the old allocator, if fewer "
        "than 8 threads are running.",
        "Jemalloc usually needs about 30 % less memory than the old allocator, if fewer than 8 "
        "threads are running.",
    ],
)
def test_what_says_the_same_in_fewer_words_is_accepted(claim: str) -> None:
    assert _refused(claim) is None


@pytest.mark.parametrize(
    ("claim", "check"),
    [
        ("Less memory.", "is_a_sentence"),
        (
            "Does the new allocator usually need about 30 % less memory than before?",
            "is_a_sentence",
        ),
        ("It usually needs about 30 % less memory than the old allocator.", "stands_alone"),
        ("This paper shows that the new allocator needs 30 % less memory.", "stands_alone"),
        ("The new allocator usually needs about 40 % less memory.", "has_no_new_numbers"),
        ("The new compiler usually needs about 30 % less memory.", "has_no_new_words"),
        (
            "The old allocator usually needs about 30 % less memory than the new allocator, if "
            "fewer than 8 threads are running.",
            "keeps_its_order",
        ),
        (
            "The new allocator needs about 30 % less memory than the old allocator, if fewer than "
            "8 threads are running.",
            "keeps_its_limits",
        ),
        (
            "The new allocator usually needs 30 % less memory than the old allocator, if fewer "
            "than 8 threads are running.",
            "keeps_its_limits",
        ),
        (
            "The new allocator always needs about 30 % less memory than the old allocator, if "
            "fewer than 8 threads are running.",
            "keeps_its_limits",
        ),
        (
            "The new allocator usually needs about 30 % less memory with fewer than 8 threads.",
            "keeps_its_conditions",
        ),
        (
            "The new allocator usually does not need about 30 % less memory than the old "
            "allocator, if fewer than 8 threads are running.",
            "keeps_its_sense",
        ),
    ],
)
def test_what_says_something_else_is_refused(claim: str, check: str) -> None:
    reason = _refused(claim)
    assert reason is not None
    assert reason.startswith(f"{check}: ")


def test_what_says_only_a_little_of_the_quote_is_refused() -> None:
    quote = "The parser reads the header, checks the length, decodes the body and writes an index."
    assert _refused("The parser writes an index.", quote) == "says_enough: says only a little of it"


def test_by_default_is_a_limit() -> None:
    quote = "All profiles, by default, do not optimize build dependencies of the package."
    reason = _refused("All profiles do not optimize build dependencies of the package.", quote)
    assert reason == "keeps_its_limits: leaves out “by default”"


def test_more_is_not_less() -> None:
    reason = _refused("Caching makes reads slower.", "Caching makes reads faster.", "")
    assert reason is not None


def test_words_of_a_limit_that_mean_the_same_may_stand_for_each_other() -> None:
    quote = "The index takes approximately 3 GB of memory on every machine."
    assert _refused("The index takes about 3 GB of memory on each machine.", quote) is None


def test_the_name_of_it_may_come_from_the_sentence_before() -> None:
    quote = "Jemalloc is an allocator. It keeps one arena for each thread of the program."
    assert _refused("Jemalloc keeps one arena for each thread of the program.", quote) is None
