"""Who worded a question: what the model worded is the model's wherever it is shown."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.content.types import AuthoredQuestion, KeyPoint, Level, Misconception, Wording
from app.quiz.follow_up import cloze_question
from app.quiz.grading.answers import rubric_of
from app.quiz.hints import make_hint
from app.quiz.lexical import Lexicon
from app.quiz.question import Question, choice_question, model_question, short_questions
from app.study.records import Origin

CLAIM = "A page cache keeps copies of blocks of the disk in memory because reading memory is fast."
POINT = KeyPoint(
    id="own-1",
    skill="own-file",
    topic="page caches",
    claim=CLAIM,
    level=Level.RECALL,
    questions=(AuthoredQuestion("What does a page cache keep?"),),
    answer=CLAIM,
    misconceptions=(Misconception("A page cache keeps copies of programs.", "It keeps blocks."),),
    quote=CLAIM,
    sources=("document",),
    line=1,
)
BY = {
    Wording.AUTHORED: Origin.AUTHORED,
    Wording.DOCUMENT: Origin.AUTHORED,
    Wording.LEARNER: Origin.AUTHORED,
    Wording.MODEL: Origin.MODEL,
}


def _worded(claim: Wording, question: Wording) -> KeyPoint:
    asked = replace(POINT.questions[0], worded_by=question)
    return replace(POINT, worded_by=claim, questions=(asked,))


def _short(point: KeyPoint) -> Question:
    [question] = short_questions(point, "t")
    return question


@pytest.mark.parametrize("by", list(Wording))
def test_a_question_is_by_whoever_worded_it(by: Wording) -> None:
    question = _short(_worded(Wording.DOCUMENT, by))
    assert (question.worded_by, question.origin) == (by, BY[by])


@pytest.mark.parametrize("by", list(Wording))
def test_options_and_gaps_are_by_whoever_worded_the_claim(by: Wording) -> None:
    point = _worded(by, Wording.DOCUMENT)
    choice = choice_question(point, "t", random.Random(1))
    gaps = cloze_question(point, "t", Lexicon())
    for question in (choice, gaps):
        assert (question.worded_by, question.origin) == (by, BY[by])


def test_what_is_worded_anew_is_the_models_whoever_worded_the_claim() -> None:
    question = model_question(_worded(Wording.LEARNER, Wording.LEARNER), "t", "1", "What is kept?")
    assert (question.worded_by, question.origin) == (Wording.MODEL, Origin.MODEL)


@pytest.mark.parametrize("by", list(Wording))
def test_a_hint_with_words_of_the_claim_is_by_whoever_worded_it(by: Wording) -> None:
    question = _short(_worded(by, Wording.DOCUMENT))
    first, second, third = (make_hint(step, question, None, Lexicon()) for step in (1, 2, 3))
    assert first.origin is Origin.AUTHORED
    assert second.origin is (BY[by] if second.text.startswith("It begins") else Origin.AUTHORED)
    assert third.origin is BY[by]


@pytest.mark.parametrize("by", list(Wording))
def test_what_code_made_wrong_by_a_word_is_no_measure_of_an_answer(by: Wording) -> None:
    rubric = rubric_of("What does a page cache keep?", _worded(by, by))
    assert bool(rubric.misconceptions) == (by is Wording.AUTHORED)
    assert rubric.references == (CLAIM,)
