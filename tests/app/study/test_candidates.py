"""What a model worded is kept, asked or not, and comes back with what became of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlite_utils import Database

from app.study.candidates import WordedQuestion
from app.study.log import StudyLog
from app.study.records import Answer, Format, Origin, SessionKind
from tests.app.study.conftest import Clock

GOOD = WordedQuestion(
    transition="mle",
    key_point="leak",
    angle="choose",
    text="Which of these keeps test items out of training data?",
    options=("Filtering by document.", "Filtering by hash.", "Shuffling."),
    model="tiny",
    prompt_version="question-choose/1",
    seconds=21.5,
)
BAD = replace(GOOD, text="Is it?", refused_by="right_length", reason="has 2 words")


@pytest.fixture
def log(clock: Clock) -> Iterator[StudyLog]:
    with StudyLog(Database(memory=True), clock=clock) as log:
        yield log


def ask(log: StudyLog, question_id: str) -> str:
    session = log.begin_session(kind=SessionKind.TODAY, transition="mle", skill=None, planned=1)
    return log.add_answer(
        Answer(
            session=session,
            transition="mle",
            skill="evaluate",
            key_points=("leak",),
            question=GOOD.text,
            question_id=question_id,
            origin=Origin.MODEL,
            format=Format.CHOICE,
            text=GOOD.options[0],
            options=GOOD.options,
        )
    )


def test_what_was_accepted_and_what_was_refused_come_back_as_they_were(log: StudyLog) -> None:
    question_id = log.add_worded(GOOD)
    assert log.add_worded(BAD) == ""

    good, bad = log.worded("mle", ["leak"])["leak"]

    assert (good.id, good.worded, good.is_fresh) == (question_id, GOOD, True)
    assert (bad.id, bad.worded, bad.is_fresh) == ("", BAD, False)


def test_only_what_was_accepted_is_a_question(log: StudyLog) -> None:
    question_id = log.add_worded(GOOD)
    log.add_worded(BAD)

    assert log._tuples("SELECT id, text, prompt_version FROM question") == [
        (question_id, GOOD.text, "question-choose/1")
    ]


def test_what_was_asked_is_not_fresh_until_the_answer_is_undone(log: StudyLog) -> None:
    ask(log, log.add_worded(GOOD))
    [asked] = log.worded("mle", ["leak"])["leak"]
    assert (asked.times_asked, asked.is_fresh) == (1, False)

    log.undo()

    [asked] = log.worded("mle", ["leak"])["leak"]
    assert (asked.times_asked, asked.is_fresh) == (0, True)


def test_what_was_flagged_is_not_fresh_until_the_flag_is_undone(log: StudyLog) -> None:
    question_id = log.add_worded(GOOD)
    log.flag(question_id, question=GOOD.text, reason="unclear")
    [flagged] = log.worded("mle", ["leak"])["leak"]
    assert (flagged.is_flagged, flagged.is_fresh) == (True, False)

    log.undo()

    [flagged] = log.worded("mle", ["leak"])["leak"]
    assert flagged.is_fresh


def test_a_key_point_without_any_has_none(log: StudyLog) -> None:
    log.add_worded(GOOD)
    log.add_worded(replace(GOOD, transition="other"))

    found = log.worded("mle", ["leak", "kappa"])

    assert [len(found["leak"]), found["kappa"]] == [1, []]


def test_a_broken_stopwatch_costs_no_question(log: StudyLog) -> None:
    log.add_worded(replace(GOOD, seconds=math.nan))
    [kept] = log.worded("mle", ["leak"])["leak"]
    assert kept.worded.seconds == 0.0
