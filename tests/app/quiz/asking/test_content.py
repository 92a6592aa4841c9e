"""A question is about its key point, keeps the answer, and says nothing new or wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.quiz.asking import content
from app.quiz.asking.context import Context
from app.quiz.asking.types import Angle, Candidate
from tests.app.quiz.asking.conftest import CAUSED, OPTIONS, POINT, RIVAL, candidate

LOOKS = (
    content.keeps_its_answer,
    content.invents_no_number,
    content.speaks_of_its_subject,
    content.aims_at_its_point,
    content.is_new,
    content.denies_nothing_true,
    content.presumes_nothing_wrong,
    content.names_nothing_new,
)
SAID = f"A teammate says: “{POINT.misconceptions[0].claim}” What is right instead?"


def with_bank(context: Context, text: str) -> Context:
    return replace(context, bank=(*context.bank, text))


@pytest.mark.parametrize(
    "text",
    [
        "In which direction does a wrong answer of a Bloom filter go?",
        "While engineers plan a cache, they discuss Bloom filters. What can a lookup get wrong?",
        SAID,
    ],
)
def test_a_good_question_passes(text: str, context: Context) -> None:
    assert [look(candidate(text), context) for look in LOOKS] == [None] * len(LOOKS)


def test_what_tells_the_answer_is_refused(context: Context) -> None:
    text = "Why does a Bloom filter report a key never stored, as stored keys only ever set bits?"
    assert "of its answer away" in str(content.keeps_its_answer(candidate(text), context))


def test_words_of_a_wrong_answer_that_is_quoted_give_nothing_away(context: Context) -> None:
    assert content.keeps_its_answer(candidate(SAID), context) is None


def test_the_result_of_a_sum_is_not_in_its_question(context: Context) -> None:
    text = "Why does a Bloom filter take 9.6 bits for each key?"
    asked = Candidate(RIVAL, Angle.ESTIMATE, text)
    assert content.keeps_its_answer(asked, context) == "has the result 9.6"


@pytest.mark.parametrize(
    ("text", "number"),
    [("A filter holds 40 keys. Which error may it make?", "40"), ("Which of 3 errors?", None)],
)
def test_numbers_come_from_the_guide(text: str, number: str | None, context: Context) -> None:
    refused = content.invents_no_number(candidate(text), context)
    assert (refused is None) == (number is None)
    assert number is None or number in str(refused)


def test_another_field_is_not_spoken_of(context: Context) -> None:
    text = "Which errors does a Bloom filter make in photosynthesis and osmosis?"
    assert "osmosis" in str(content.speaks_of_its_subject(candidate(text), context))


def test_a_question_about_another_key_point_is_refused(context: Context) -> None:
    text = "How many bits for each key does a false-positive rate of 1 percent take?"
    refused = content.aims_at_its_point(candidate(text), context)
    assert refused == f"is rather about {RIVAL.topic}"


def test_half_a_question_about_another_key_point_is_too_much(context: Context) -> None:
    text = (
        "What may a lookup in a Bloom filter report, and how many bits does a false-positive rate"
        " of 1 percent need?"
    )
    assert "is rather about" in str(content.aims_at_its_point(candidate(text), context))


def test_a_question_about_nothing_is_refused(context: Context) -> None:
    refused = content.aims_at_its_point(candidate("What do people like for lunch?"), context)
    assert refused == "has no word of its key point"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Which errors can lookups in Bloom filters make?", True),
        ("Why does nobody clear a bit that a key has set?", False),
    ],
)
def test_what_exists_is_not_asked_again(text: str, known: bool, context: Context) -> None:
    refused = content.is_new(candidate(text), context)
    assert (refused is not None) == known
    assert not known or POINT.questions[0].text in str(refused)


def test_numbers_alone_make_no_other_question(context: Context) -> None:
    text = "How many bits for each key does a rate of 7 percent take?"
    assert content.is_new(Candidate(RIVAL, Angle.ESTIMATE, text), context) is not None


def test_a_part_of_a_longer_question_is_no_other_question(context: Context) -> None:
    longer = with_bank(
        context,
        "Your service keeps a cached Bloom filter on each shard; under heavy traffic at night a"
        " wrong answer costs 7 ms. In which direction can it err, what does a larger table change,"
        " and how often may a lookup meet such answers?",
    )
    part = "How often may a lookup meet wrong answers in a cached Bloom filter?"
    assert content.is_new(candidate(part), context) is None
    assert "asks for no more than" in str(content.is_new(candidate(part), longer))
    # Who quotes somebody asks about what is said there.
    quoted = f"{SAID[:-1]} about a wrong answer of a Bloom filter?"
    assert content.is_new(candidate(quoted, Angle.DEBUG), longer) is None


def test_a_choice_asks_for_what_its_topic_says(context: Context) -> None:
    stem = f"A newcomer asks you about {RIVAL.topic}. Which answer do you give?"
    choice = Candidate(RIVAL, Angle.CHOOSE, stem, OPTIONS)
    assert content.is_new(choice, context) is None
    asked = with_bank(context, f"When a cache is full, what does that tell of {RIVAL.topic}?")
    assert content.is_new(choice, asked) is not None


def test_what_was_worded_before_counts(context: Context) -> None:
    text = "Why does nobody clear a bit that a key has set?"
    assert content.is_new(candidate(text), with_bank(context, text)) is not None


def test_the_opposite_of_the_key_point_is_not_taken_for_granted(context: Context) -> None:
    text = "Why do clients that failed together not retry together?"
    asked = Candidate(CAUSED, Angle.WHY, text)
    assert "takes for granted" in str(content.denies_nothing_true(asked, context))


@pytest.mark.parametrize(
    "text",
    [
        f"Given that {POINT.misconceptions[1].claim.lower()[:-1]}, what follows for a cache?",
        "How would you explain to a user that filters err both ways equally often, as hash"
        " functions are random?",
    ],
)
def test_a_misconception_is_not_told_as_if_it_were_so(text: str, context: Context) -> None:
    assert POINT.misconceptions[1].claim in str(
        content.presumes_nothing_wrong(candidate(text), context)
    )


def test_somebody_may_say_what_is_wrong(context: Context) -> None:
    text = (
        "A teammate believes that filters err both ways equally often, as hash functions are"
        " random. What is right instead?"
    )
    assert content.presumes_nothing_wrong(candidate(text), context) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Which errors does a filter make under the Delacroix schedule?", "Delacroix"),
        ("Which errors does QuietCache let a filter make?", "QuietCache"),
        ("Which errors does a Bloom filter make on a Monday in March?", None),
    ],
)
def test_names_come_from_the_guide(text: str, name: str | None, context: Context) -> None:
    refused = content.names_nothing_new(candidate(text), context)
    assert refused == (name and f"has the name {name}, which the guide has not")


def test_a_choice_may_speak_of_what_is_wrong_in_its_options(context: Context) -> None:
    text = "The talk turns to how a Bloom filter answers a lookup. Which statement is right?"
    asked = replace(candidate(text, Angle.CHOOSE), options=OPTIONS)
    assert [look(asked, context) for look in LOOKS] == [None] * len(LOOKS)
