"""One narrower question after a miss."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.content.types import KeyPoint
from app.quiz.cloze import GAP
from app.quiz.follow_up import cloze_question, follow_up_question, judge_gaps, missed_point
from app.quiz.lexical import Lexicon
from app.quiz.outcome import Outcome
from app.quiz.question import Question, model_question, short_questions
from app.study.records import Format, Grader, Judgement, Origin, PointVerdict, Verdict

TRANSITION = "machine-learning-engineer"
EVEN = Lexicon()


def outcome(points: Sequence[KeyPoint], *found: tuple[Judgement, float]) -> Outcome:
    question = Question(
        "both", "What of both?", TRANSITION, tuple(points), Format.SHORT, Origin.AUTHORED
    )
    verdicts = tuple(
        PointVerdict(point.id, judgement, sure)
        for point, (judgement, sure) in zip(points, found, strict=True)
    )
    return Outcome(question, "", "a", "v", Verdict("a", verdicts, 0.0, 0.5, Grader.ENGINE, "m"), {})


@pytest.mark.parametrize(
    ("found", "which"),
    [
        (((Judgement.COVERED, 0.9), (Judgement.MISSED, 0.9)), 1),
        (((Judgement.MISSED, 0.9), (Judgement.CONTRADICTED, 0.9)), 1),
        (((Judgement.MISSED, 0.9), (Judgement.MISSED, 0.9)), 0),
        (((Judgement.MISSED, 0.5), (Judgement.MISSED, 0.9)), 1),
        (((Judgement.MISSED, 0.5), (Judgement.PARTLY, 0.9)), None),
        (((Judgement.COVERED, 0.9), (Judgement.COVERED, 0.9)), None),
    ],
)
def test_what_was_surely_missed_is_followed_up(
    points: Sequence[KeyPoint], found: tuple[tuple[Judgement, float], ...], which: int | None
) -> None:
    point = missed_point(outcome(points[:2], *found), 0.8)
    assert point == (None if which is None else points[which])


def test_our_other_question_comes_first_then_the_models_then_gaps(
    points: Sequence[KeyPoint],
) -> None:
    point = points[0]
    one, other = short_questions(point, TRANSITION)
    worded = model_question(point, TRANSITION, "w", "What of it?")

    def chosen(*flagged: str) -> Question | None:
        return follow_up_question(
            point,
            TRANSITION,
            asked=one.id,
            flagged=flagged,
            times={},
            lexicon=EVEN,
            narrower=worded,
        )

    assert chosen() == other
    assert chosen(other.id) == worded
    gaps = chosen(other.id, "w")
    assert gaps is not None
    assert gaps.id == f"{point.id}/cloze"
    assert chosen(other.id, "w", gaps.id) is None


def test_of_our_others_the_least_asked_is_taken(points: Sequence[KeyPoint]) -> None:
    one, other = short_questions(points[0], TRANSITION)
    times = {one.id: 3, other.id: 1}
    chosen = follow_up_question(
        points[0], TRANSITION, asked="choice", flagged=(), times=times, lexicon=EVEN
    )
    assert chosen == other


def test_gaps_are_filled_and_judged_by_code(points: Sequence[KeyPoint]) -> None:
    question = cloze_question(points[0], TRANSITION, EVEN)
    assert GAP in question.text
    assert question.blanks
    [right] = judge_gaps(question, " ".join(question.blanks), EVEN)
    [wrong] = judge_gaps(question, "something else", EVEN)
    assert (right.judgement, right.confidence) == (Judgement.COVERED, 1.0)
    assert wrong.judgement is Judgement.MISSED
