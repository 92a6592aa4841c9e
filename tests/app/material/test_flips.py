"""Wrong claims made by code."""

from __future__ import annotations

import pytest

from app.material.flips import How, flips


def _wrong(claim: str, how: How) -> list[str]:
    return [each.claim for each in flips(claim) if each.how is how]


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("The limit is 512 entries.", "The limit is 1024 entries."),
        ("It takes 3.5 seconds.", "It takes 7.0 seconds."),
        ("About 1,000 words fit.", "About 2,000 words fit."),
        ("It shrank by 20%.", "It shrank by 40%."),
        ("It was removed in 2019.", "It was removed in 2017."),
        ("The index begins at 0.", "The index begins at 1."),
        ("Pages have 5 lines.", "Pages have 10 lines."),
    ],
)
def test_numbers_become_others_that_might_be_right(claim: str, wrong: str) -> None:
    assert _wrong(claim, How.NUMBER)[0] == wrong


@pytest.mark.parametrize(
    "claim", ["GPT-4 is large.", "Use int8 weights.", "It calls open(2).", "Only a.b.3.c is read."]
)
def test_a_number_that_belongs_to_a_name_stays(claim: str) -> None:
    assert _wrong(claim, How.NUMBER) == []


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("Caching reduces latency.", "Caching increases latency."),
        ("Reads are faster than writes.", "Reads are slower than writes."),
        ("Clients MUST check the key.", "Clients need not check the key."),
        ("Compression is always lossless.", "Compression is never lossless."),
        ("The flag is required.", "The flag is optional."),
        ("Flush before the commit.", "Flush after the commit."),
    ],
)
def test_directions_are_turned_round(claim: str, wrong: str) -> None:
    assert _wrong(claim, How.DIRECTION)[0] == wrong


def test_what_can_go_one_way_can_go_the_other_so_it_is_not_turned() -> None:
    assert _wrong("Larger models can be slower.", How.DIRECTION) == []
    assert _wrong("Some caches are larger than disks.", How.DIRECTION) == []


@pytest.mark.parametrize("claim", ["It happens more than once.", "Once more, it is read."])
def test_set_phrases_have_no_direction(claim: str) -> None:
    assert _wrong(claim, How.DIRECTION) == []


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("Locks are fair.", "Locks are not fair."),
        ("Locks are not fair.", "Locks are fair."),
        ("A lock can be held twice.", "A lock cannot be held twice."),
        ("A lock cannot be held twice.", "A lock can be held twice."),
        ("The option is no longer read.", "The option is still read."),
        ("The cache keeps copies.", "The cache does not keep copies."),
        ("The rule applies to all.", "The rule does not apply to all."),
    ],
)
def test_a_negation_comes_or_goes(claim: str, wrong: str) -> None:
    assert wrong in _wrong(claim, How.NEGATION)


def test_of_some_things_both_may_hold_so_nothing_is_negated() -> None:
    assert _wrong("Some locks are fair.", How.NEGATION) == []
    assert _wrong("Many locks are fair.", How.NEGATION) == []


def test_no_wrong_claim_is_the_right_one_or_stands_there_twice() -> None:
    claim = "The default is 0 or 10, and more than 10 is never faster."
    found = [each.claim for each in flips(claim)]
    assert claim not in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("A different folder is used.", "An identical folder is used."),
        ("The fee is added to the sum.", "The fee is removed from the sum."),
        ("It does not need to be read.", "It needs to be read."),
        ("They do not need to be read.", "They need to be read."),
    ],
)
def test_what_comes_of_it_is_english(claim: str, wrong: str) -> None:
    assert wrong in [each.claim for each in flips(claim)]


@pytest.mark.parametrize(
    "claim", ["Llama 3.1 is large.", "It listens on 127.0.0.1 only.", "Sections 3–5 are new."]
)
def test_names_addresses_and_ranges_are_no_quantities(claim: str) -> None:
    assert _wrong(claim, How.NUMBER) == []


def test_of_a_condition_the_statement_is_denied_not_the_condition() -> None:
    claim = "If the lease is old, the server is stopped."
    assert _wrong(claim, How.NEGATION) == ["If the lease is old, the server is not stopped."]


@pytest.mark.parametrize(
    "claim", ["The flag tells whether or not it is enabled.", "No pass is made if it is 0."]
)
def test_what_would_say_the_same_or_hardly_be_english_is_not_made(claim: str) -> None:
    assert _wrong(claim, How.DIRECTION) == []
    assert not any("not made" in each.claim or "disabled" in each.claim for each in flips(claim))


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("Nodes vote when they are asked.", "Nodes vote unless they are asked."),
        ("If the lease ends, the node leaves.", "Unless the lease ends, the node leaves."),
        ("It holds unless the disk is full.", "It holds if the disk is full."),
        (
            "The tail commits only after it has all data.",
            "The tail commits even before it has all data.",
        ),
        ("A block counts only if it is valid.", "A block counts even if it is valid."),
        (
            "The option is only available on the nightly channel.",
            "The option is available everywhere but on the nightly channel.",
        ),
        ("The cache is only used for members.", "The cache is used for all but members."),
    ],
)
def test_what_holds_in_some_cases_is_said_of_the_others(claim: str, wrong: str) -> None:
    assert wrong in [each.claim for each in flips(claim) if each.how is How.CONDITION]


@pytest.mark.parametrize(
    "claim",
    [
        "Nodes may vote when they are asked.",
        "Flush it if necessary, then go on with the next one.",
        "It is known what happens then as if it were new.",
    ],
)
def test_what_need_not_be_wrong_in_the_other_cases_is_left_alone(claim: str) -> None:
    assert [each for each in flips(claim) if each.how is How.CONDITION] == []


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("Ollama has two levels of queues.", ["Ollama has three levels of queues."]),
        ("Counting takes twice as long.", ["Counting takes half as long."]),
        # Who counts what is listed sees the mistake.
        ("There are two clients: one in C, one in Go.", []),
        ("Servers MUST answer at once.", ["Servers need not answer at once."]),
        ("Servers MUST NOT answer at once.", ["Servers MUST answer at once."]),
        ("Most nodes are idle.", ["Few nodes are idle."]),
        ("The most exact one is chosen.", ["The least exact one is chosen."]),
        ("It allows nodes to leave.", ["It forbids nodes to leave."]),
        ("It allows pauses.", ["It prevents pauses."]),
        ("A node is removed from the chain.", ["A node is added to the chain."]),
    ],
)
def test_the_other_word_fits_where_it_stands(claim: str, wrong: list[str]) -> None:
    found = [each.claim for each in flips(claim)]
    assert set(wrong) <= set(found)
    assert not any("NOT not" in each or "NOT NOT" in each for each in found)
    if not wrong:
        assert not [each for each in flips(claim) if each.how is How.NUMBER]
