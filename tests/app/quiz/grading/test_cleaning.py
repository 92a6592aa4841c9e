"""What nobody sees of an answer is not graded, and every place in it stays where it was."""

from __future__ import annotations

import pytest

from app.quiz.grading.cleaning import LONGEST, says_something, visible


@pytest.mark.parametrize(
    "unseen",
    [
        "\u200b",  # zero width space
        "\u202e",  # right-to-left override
        "\u00ad",  # soft hyphen
        "\ufeff",  # byte order mark
        "\x00",
        "\x1b",
        "\r",
        "\u2028",
        "\ue000",  # private use
        "\U000e0041",  # tag characters: a text inside the text
        "\ud83d",  # half of a character
        "\u3164",  # a letter that is shown as nothing
    ],
)
def test_what_nobody_sees_becomes_a_space(unseen: str) -> None:
    assert visible(f"few{unseen}er") == "few er"


@pytest.mark.parametrize(
    "answer",
    [
        "Fewer bits for each weight: 8 → 4, i.e. half.",
        "erste Zeile\nzweite\tSpalte",
        "größer, naïve, 量化, कम बिट, عدد أقل",
        "O(n²) ≤ ½ 🙂",
        "costs $5 ${claim} {x} <|im_end|>",
    ],
)
def test_what_people_type_stays_as_it_is(answer: str) -> None:
    assert visible(answer) == answer


def test_every_character_keeps_its_place() -> None:
    answer = "a\u200bb\U000e0041c\r\nd 🙂 e"
    seen = visible(answer)
    assert len(seen) == len(answer)
    assert [seen.index(letter) for letter in "abcde🙂"] == [
        answer.index(letter) for letter in "abcde🙂"
    ]


def test_looking_twice_shows_nothing_new() -> None:
    answer = "a\u200b\r\nb\ue001"
    assert visible(visible(answer)) == visible(answer)


def test_an_endless_answer_is_cut() -> None:
    assert visible("ab" * LONGEST) == "ab" * (LONGEST // 2)
    assert not says_something("." * LONGEST + "too late")


@pytest.mark.parametrize("answer", ["7", "é", "量", "x.", "\u200b a"])
def test_one_letter_or_digit_says_something(answer: str) -> None:
    assert says_something(answer)


@pytest.mark.parametrize(
    "answer",
    ["", "   ", "\n\t\r\n", "...", "?!", "—", "🙂", "\u200b\u200b", "\u3164\uffa0", "\U000e0041"],
)
def test_signs_and_unseen_letters_say_nothing(answer: str) -> None:
    assert not says_something(answer)
