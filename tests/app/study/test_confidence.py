"""How sure the learner was, in the log and against what came of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from fsrs import Rating

from app.study import Confidence, Format, Judgement, StudyLog
from app.study.confidence import ConfidenceFigures, LastReview
from tests.app.study.conftest import Clock, Learner

NONE = ConfidenceFigures()
GUESSING, FAIRLY_SURE, CERTAIN = Confidence


def answered(learner: Learner, level: Confidence | None, rating: Rating, **more: object) -> str:
    """Answer with so much confidence, and return the id of the verdict."""
    return learner.judge(learner.answer(confidence=level, **more), {"leak": rating})


def test_it_is_kept_with_its_answer(log: StudyLog, learner: Learner) -> None:
    sure, unsaid = learner.answer(confidence=CERTAIN), learner.answer()
    assert log.entry(sure).answer.confidence is CERTAIN
    assert log.entries()[1].answer.confidence is CERTAIN
    assert log.entry(unsaid).answer.confidence is None


def test_each_level_has_its_answers_and_their_mean_score(log: StudyLog, learner: Learner) -> None:
    answered(learner, GUESSING, Rating.Again)
    for rating in (Rating.Good, Rating.Hard):
        answered(learner, CERTAIN, rating)
    answered(learner, None, Rating.Good)
    assert log.confidence_against_correctness() == {
        GUESSING: ConfidenceFigures(1, 0.0),
        FAIRLY_SURE: NONE,
        CERTAIN: ConfidenceFigures(2, 0.75),
    }


def test_an_overruled_verdict_counts_as_the_learner_has_it(log: StudyLog, learner: Learner) -> None:
    verdict = answered(learner, CERTAIN, Rating.Again)
    log.overrule(verdict, {"leak": Judgement.PARTLY}, {"leak": Rating.Hard})
    log.overrule(verdict, {"leak": Judgement.COVERED}, {"leak": Rating.Good})
    assert log.confidence_against_correctness()[CERTAIN] == ConfidenceFigures(1, 1.0)
    log.undo()
    assert log.confidence_against_correctness()[CERTAIN] == ConfidenceFigures(1, 0.5)


def test_it_is_undone_and_redone_with_its_answer(log: StudyLog, learner: Learner) -> None:
    answered(learner, GUESSING, Rating.Good)
    log.undo()
    assert log.confidence_against_correctness()[GUESSING] == NONE
    log.redo()
    assert log.confidence_against_correctness()[GUESSING] == ConfidenceFigures(1, 1.0)


def test_what_has_no_verdict_does_not_count(log: StudyLog, learner: Learner) -> None:
    learner.answer(confidence=CERTAIN)
    assert log.confidence_against_correctness()[CERTAIN] == NONE


def test_it_can_be_asked_of_a_part(log: StudyLog, learner: Learner) -> None:
    answered(learner, CERTAIN, Rating.Good)
    answered(learner, CERTAIN, Rating.Again, skill="monitoring")
    one = log.confidence_against_correctness(transition="mle", skill="monitoring")
    assert one[CERTAIN] == ConfidenceFigures(1, 0.0)
    assert log.confidence_against_correctness(transition="another")[CERTAIN] == NONE
    newest = log.confidence_against_correctness(limit=1)
    assert newest[CERTAIN] == ConfidenceFigures(1, 0.0)


def test_rows_are_only_ever_added(log: StudyLog, learner: Learner) -> None:
    learner.answer(confidence=CERTAIN)
    for statement in ("DELETE FROM confidence", "UPDATE confidence SET level = 1"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            log._db.execute(statement)
    assert log.check() == []


def test_it_comes_along_when_logs_are_merged(
    tmp_path: Path, clock: Clock, log: StudyLog, new_learner: type[Learner]
) -> None:
    with StudyLog.open(tmp_path / "other.db", clock=clock) as other:
        answer = new_learner(other).answer(confidence=GUESSING)
    log.merge(tmp_path / "other.db")
    assert log.entry(answer).answer.confidence is GUESSING


def test_the_last_review_that_counts_tells_how_a_key_point_was_asked(
    log: StudyLog, learner: Learner
) -> None:
    learner.judge(learner.answer(format=Format.CHOICE), {"leak": Rating.Good})
    assert log.last_reviews("mle", ["leak", "split"]) == {
        "leak": LastReview(Format.CHOICE, Rating.Good)
    }
    learner.judge(learner.answer(format=Format.CLOZE), {"leak": Rating.Again})
    assert log.last_reviews("mle", ["leak"])["leak"] == LastReview(Format.CLOZE, Rating.Again)
    log.undo()
    assert log.last_reviews("mle", ["leak"])["leak"].format is Format.CHOICE


def test_a_format_of_a_later_segue_reads_as_a_short_answer() -> None:
    assert Format.named("cloze") is Format.CLOZE
    assert Format.named("sung") is Format.SHORT
