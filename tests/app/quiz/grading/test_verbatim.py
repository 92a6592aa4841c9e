"""Who says a key point in the guide's words has said it, if they say nothing else."""

from __future__ import annotations

import pytest

from app.content.library import Library
from app.quiz.grading.answers import Rubric, rubric_of
from app.quiz.grading.verbatim import said_verbatim

ONE = Rubric(
    "What errs?",
    ("Kappa is -0.05. Chance agreement is high.",),
    ("Kappa is 0.05.",),
    also=("It is just below zero.",),
)
OTHER = Rubric("What errs?", ("Half of the alerts are false.",))


@pytest.mark.parametrize(
    "answer",
    [
        "Kappa is -0.05. Chance agreement is high.",
        "  kappa is  -0.05.\nChance agreement is high!  ",
        "Chance agreement is high. Kappa is -0.05",
    ],
)
def test_a_claim_word_for_word_is_found(answer: str) -> None:
    [spans] = said_verbatim(answer, [ONE])
    assert spans
    assert all(answer[start:end].strip() for start, end in spans)


@pytest.mark.parametrize(
    "answer",
    [
        "Kappa is -0.05.",  # half of it
        "Kappa is 0.05. Chance agreement is high.",  # another sign
        "Kappa is -0.05. Chance agreement is high. That is nonsense.",  # taken back
        "It is wrong that kappa is -0.05. Chance agreement is high.",
        "Kappa is 0.05.",
        "It is just below zero.",  # the model answer, of which misconceptions are no variants
        "",
    ],
)
def test_anything_less_or_more_is_left_to_the_grader(answer: str) -> None:
    assert said_verbatim(answer, [ONE]) == [()]


def test_sentences_of_several_key_points_may_stand_together() -> None:
    answer = "Half of the alerts are false. Kappa is -0.05. Chance agreement is high."
    one, other = said_verbatim(answer, [ONE, OTHER])
    assert [answer[start:end] for start, end in other] == ["Half of the alerts are false."]
    assert len(one) == 2
    assert said_verbatim("Half of the alerts are false.", [ONE, OTHER])[0] == ()


def test_every_claim_of_the_guides_is_known_and_no_misconception(library: Library) -> None:
    for point in library.key_points("machine-learning-engineer"):
        rubric = rubric_of(point.questions[0].text, point)
        assert all(said_verbatim(point.claim, [rubric])), point.id
        for wrong in point.misconceptions:
            assert said_verbatim(wrong.claim, [rubric]) == [()]
