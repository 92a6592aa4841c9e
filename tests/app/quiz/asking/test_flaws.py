"""Flaws of item writing that reviewers of exams look for are found."""

from __future__ import annotations

import pytest

from app.quiz.asking import flaws
from app.quiz.asking.context import Context
from app.quiz.asking.types import Angle, Candidate, Look
from app.quiz.question import Option
from tests.app.quiz.asking.conftest import OPTIONS, POINT, candidate

STEM = "The talk turns to how a Bloom filter answers a lookup. Which statement is right?"


@pytest.mark.parametrize(
    ("look", "text"),
    [
        (flaws.has_a_focus, "What is the importance of a Bloom filter?"),
        (flaws.has_a_focus, "What is important to know about Bloom filters?"),
        (flaws.has_a_focus, "How would you describe a Bloom filter?"),
        (flaws.asks_positively, "Which of these is not an error of a Bloom filter?"),
        (flaws.asks_positively, "Which statement about lookups is false?"),
        (flaws.asks_positively, "Which statement about lookups is not right?"),
        (flaws.is_a_question, "A Bloom filter never ____ a stored key?"),
        (flaws.is_a_question, "True or false: which filters err?"),
        (flaws.claims_nothing_absolute, "Why is a Bloom filter completely useless for a set?"),
    ],
)
def test_a_flaw_is_found(look: Look, text: str, context: Context) -> None:
    assert look(candidate(text), context) is not None


@pytest.mark.parametrize(
    "text",
    [
        STEM,
        "Which false-positive rate does a Bloom filter have?",
        "Which errors does a Bloom filter not make, and why?",
        "Why does a Bloom filter never miss a stored key?",
        "What is the reason behind the errors of a Bloom filter?",
    ],
)
def test_what_only_looks_like_one_passes(text: str, context: Context) -> None:
    looks = (
        flaws.has_a_focus,
        flaws.asks_positively,
        flaws.is_a_question,
        flaws.claims_nothing_absolute,
    )
    assert [look(candidate(text), context) for look in looks] == [None] * len(looks)


def choice(*options: Option, text: str = STEM) -> Candidate:
    return candidate(text, Angle.CHOOSE, options)


RIGHT, *WRONG = OPTIONS


def test_good_options_pass(context: Context) -> None:
    for look in (
        flaws.options_stand_in_the_guide,
        flaws.options_alike,
        flaws.options_in_order,
        flaws.stem_tells_no_option,
    ):
        assert look(choice(*OPTIONS), context) is None


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ((Option(WRONG[0].text, right=True), *WRONG[1:]), "calls right what is not"),
        ((RIGHT, *WRONG[:2], Option("It sleeps.", right=False)), "calls wrong what the guide"),
    ],
)
def test_options_are_taken_from_the_guide(
    options: tuple[Option, ...], reason: str, context: Context
) -> None:
    assert reason in str(flaws.options_stand_in_the_guide(choice(*options), context))


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ((RIGHT, WRONG[0]), "has 2 options"),
        ((RIGHT, RIGHT, *WRONG), "has 2 right options"),
        ((*WRONG,), "has 0 right options"),
        ((RIGHT, WRONG[0], WRONG[0]), "the same option twice"),
        ((RIGHT, *WRONG[:2], Option("All of the above", right=False)), "speaks of others"),
        ((RIGHT, *WRONG[:2], Option("Both A and B", right=False)), "speaks of others"),
        ((Option("It never misses " + "a key " * 40, right=True), *WRONG), "much longer"),
        ((Option("Yes.", right=True), *WRONG), "much shorter"),
        ((Option(RIGHT.text.rstrip("."), right=True), *WRONG), "ends the right option unlike"),
        ((Option(RIGHT.text.lower(), right=True), *WRONG), "begins the right option unlike"),
    ],
)
def test_form_tells_no_option_from_the_others(
    options: tuple[Option, ...], reason: str, context: Context
) -> None:
    assert reason in str(flaws.options_alike(choice(*options), context))


@pytest.mark.parametrize(
    ("texts", "good"),
    [
        (("10 ms", "20 ms", "1,000 ms"), True),
        (("30", "20", "10"), True),
        (("20 ms", "10 ms", "30 ms"), False),
        (("none", "20 ms", "10 ms"), True),
    ],
)
def test_plain_numbers_stand_in_order(texts: tuple[str, ...], good: bool, context: Context) -> None:
    options = (Option(text, right=not number) for number, text in enumerate(texts))
    assert (flaws.options_in_order(choice(*options), context) is None) == good


@pytest.mark.parametrize(
    ("stem", "reason"),
    [
        ("Which kind of thing that a Bloom filter answers is an?", "ends in an article"),
        ("Which filter never forgets what was ever set?", "repeats words"),
    ],
)
def test_the_stem_points_at_no_option(stem: str, reason: str, context: Context) -> None:
    assert reason in str(flaws.stem_tells_no_option(choice(*OPTIONS, text=stem), context))


def test_short_answers_have_no_options_to_be_looked_at(context: Context) -> None:
    short = candidate(POINT.questions[0].text)
    looks = (flaws.options_alike, flaws.options_in_order, flaws.stem_tells_no_option)
    assert [look(short, context) for look in looks] == [None] * len(looks)
