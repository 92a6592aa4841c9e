"""What an outcome says of its answer, as far as it is more than the verdict."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.content.types import KeyPoint
from app.quiz.grading.cleaning import LONGEST
from app.quiz.outcome import Outcome
from app.quiz.question import short_questions
from app.study.records import Grader, Judgement, PointVerdict, Verdict


def outcome(point: KeyPoint, text: str, grader: Grader = Grader.ENGINE) -> Outcome:
    [question, *_] = short_questions(point, "machine-learning-engineer")
    points = (PointVerdict(point.id, Judgement.COVERED, 0.9),)
    verdict = Verdict("answer", points, 1.0, 0.9, grader, "tiny")
    return Outcome(question, text, "answer", "verdict", verdict, {})


@pytest.mark.parametrize(
    ("text", "unread"),
    [("", 0), ("x" * LONGEST, 0), ("x" * LONGEST + " \n", 0), ("x" * (LONGEST + 12), 12)],
)
def test_what_stands_after_the_last_character_that_is_read_is_counted(
    points: Sequence[KeyPoint], text: str, unread: int
) -> None:
    assert outcome(points[0], text).unread == unread


def test_it_is_said_in_a_sentence(points: Sequence[KeyPoint]) -> None:
    notice = "Only the first 3,000 of your answer's 3,001 characters were graded."
    assert outcome(points[0], "x" * 3001).unread_notice == notice
    assert outcome(points[0], "x" * 3000).unread_notice == ""


@pytest.mark.parametrize(("grader", "unread"), [(Grader.CODE, 1), (Grader.LEARNER, 0)])
def test_a_learner_who_judges_has_read_everything(
    points: Sequence[KeyPoint], grader: Grader, unread: int
) -> None:
    assert outcome(points[0], "." * LONGEST + "x", grader).unread == unread
