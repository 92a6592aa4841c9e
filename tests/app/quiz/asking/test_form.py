"""A question asks one thing, openly, in plain English, and can be read by itself."""

from __future__ import annotations

import pytest

from app.quiz.asking import form
from app.quiz.asking.context import Context
from tests.app.quiz.asking.conftest import candidate

GOOD = (
    "Which kind of error does a Bloom filter never make?",
    "Why can a Bloom filter report a key that nobody has stored?",
    "A colleague says: “A Bloom filter may miss keys.” What is right instead?",
    "In which cases, according to Bloom (1970), does a lookup err, and why?",
    "Is a wrong yes or a wrong no the error that a Bloom filter may make?",
    "Liu et al. (2023) looked at lookups. Which errors did the study find?",
)
LOOKS = (
    form.right_length,
    form.one_question,
    form.asks_openly,
    form.well_formed,
    form.stands_alone,
    form.well_spelled,
)


@pytest.mark.parametrize("text", GOOD)
def test_a_good_question_passes(text: str, context: Context) -> None:
    assert [look(candidate(text), context) for look in LOOKS] == [None] * len(LOOKS)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A Bloom filter never misses a stored key.", "does not end in a question mark"),
        ("What is a Bloom filter? Which errors does it make?", "more than one question mark"),
        ("What is stored, and how is it found, and when does it err?", "more than two things"),
    ],
)
def test_one_thing_is_asked(text: str, reason: str, context: Context) -> None:
    assert reason in str(form.one_question(candidate(text), context))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("What errs?", "has 2 words"),
        ("Why " + "does it " * 50 + "err?", "has 102 words"),
        ("It errs. " * 6 + "What does a Bloom filter do then?", "too many sentences"),
        ("Which errors does\na Bloom filter make?", "several lines"),
    ],
)
def test_it_is_neither_too_short_nor_too_long(text: str, reason: str, context: Context) -> None:
    assert reason in str(form.right_length(candidate(text), context))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Does a Bloom filter ever miss a stored key?", "yes or no"),
        ("A filter says no. So, can the key be stored?", "yes or no"),
        ("A Bloom filter errs in one direction?", "no word that asks"),
    ],
)
def test_yes_is_no_answer(text: str, reason: str, context: Context) -> None:
    assert reason in str(form.asks_openly(candidate(text), context))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("According to the passage, which errors does a Bloom filter make?", "According to the"),
        ("Which errors are mentioned for a Bloom filter?", "mentioned"),
        ("What does the given text say about Bloom filters?", "given text"),
        ("Which errors does this statement rule out for Bloom filters?", "this statement"),
        ("What did the authors report about a lookup in such filters?", "the authors"),
        ("What did the study find about lookups in filters?", "the study"),
        ("What does it report when a key was never stored?", "it"),
        ("Why do these never miss a key that was stored?", "these"),
    ],
)
def test_nothing_unseen_is_leant_on(text: str, what: str, context: Context) -> None:
    assert f"“{what}”" in str(form.stands_alone(candidate(text), context))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Which errors does **a filter** make?", "markup"),
        ("Question: which errors does a filter make?", "markup"),
        ("Which errors does does a filter make?", "repeats “does”"),
        ("which errors does a filter make?", "lower case"),
        ("Which errors does a filter make ?", "spaces astray"),
        ("Which errors (wrong answers does a filter make?", "left open|leaves a bracket"),
        ("Why a Bloom filter reports keys that nobody stored?", "no verb after"),
        ("Which errors does a Bloom filter make because?", "breaks off"),
    ],
)
def test_it_is_whole_and_plain(text: str, reason: str, context: Context) -> None:
    refused = str(form.well_formed(candidate(text), context))
    assert any(each in refused for each in reason.split("|"))


def test_names_with_an_underscore_are_no_markup(context: Context) -> None:
    text = "Which errors does a filter of kind set_bits make?"
    assert form.well_formed(candidate(text), context) is None


def test_words_that_nobody_knows_are_refused(context: Context) -> None:
    text = "Which errers does a Bloom filter make?"
    assert form.well_spelled(candidate(text), context) == "“errers” is in no dictionary"


def test_the_sentence_that_asks_is_the_last_one() -> None:
    text = "Kim et al. (2023) say: “It errs.” A colleague agrees. What is right?"
    assert form.asking_part(text) == "What is right?"
    assert len(form.sentences(text)) == 3


def test_what_is_asked_besides_is_found() -> None:
    assert form.second_thing("What is stored, and why is it found?") == ", and why is it found?"
    assert form.second_thing("What is stored and found?") == ""
