"""Answers are measured as they will be graded: the same passages, the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.content.types import KeyPoint
from app.model.errors import Cause, EngineError
from app.paths import PROMPTS
from app.quiz.grading.answers import LabelledAnswer, Rubric, rubric_of
from app.quiz.grading.grader import Grader
from app.quiz.grading.measure import TOGETHER, Meter, nearest_first
from app.quiz.grading.observations import Observations
from app.quiz.grading.passages import PassageTemplates, reading_of
from app.quiz.grading.reader import Reader
from app.quiz.grading.training import Weighted
from app.quiz.grading.wordevidence import word_evidence
from app.quiz.lexical import Lexicon
from app.quiz.question import short_questions
from app.study.records import Judgement
from tests.helpers.calibrations import believing
from tests.helpers.scripted_engine import ScriptedEngine

LIFO, PLATES = "The last item in is the first out.", "It works like a pile of plates."
RUBRIC = Rubric("What is a stack?", (LIFO, PLATES), ("It is a queue.",))
LEXICON = Lexicon.of([LIFO, PLATES])


@pytest.fixture
def meter(engine: ScriptedEngine, tmp_path: Path) -> Iterator[Meter]:
    scale = believing().scale
    with Observations(tmp_path / "seen.db", "a1b2", scale) as observations:
        reader = Reader(engine, PassageTemplates.load(PROMPTS))
        yield Meter(reader, observations, LEXICON)


def labelled(answer: str, rubric: Rubric = RUBRIC, importance: float = 1.0) -> Weighted:
    return Weighted(LabelledAnswer("id", rubric, answer, Judgement.COVERED, 4.0), importance)


def expect(engine: ScriptedEngine, *finds: Judgement | EngineError) -> None:
    for each in finds:
        engine.finds += [Judgement.MISSED, each]


def test_each_answer_is_measured_with_what_was_said_of_it(
    meter: Meter, engine: ScriptedEngine
) -> None:
    answers = [labelled("last in, first out"), labelled("a queue", importance=2.0)]
    expect(engine, Judgement.COVERED, Judgement.CONTRADICTED)
    found = list(meter.measure(answers))
    assert [each.measured.labelled for each in found] == [each.labelled for each in answers]
    assert [each.measured.importance for each in found] == [1.0, 2.0]
    assert [list(Judgement)[int(each.measured.inputs[0].argmax())] for each in found] == [
        Judgement.COVERED,
        Judgement.CONTRADICTED,
    ]
    assert found[1].measured.words == word_evidence(LEXICON, RUBRIC, "a queue")
    assert all(each.seconds > 0 for each in found)


def test_an_answer_is_measured_by_the_reference_that_it_is_nearest_to(
    meter: Meter, engine: ScriptedEngine
) -> None:
    expect(engine, Judgement.COVERED)
    (found,) = meter.measure([labelled("like plates in a pile")])
    nearest = Rubric(RUBRIC.question, (PLATES, LIFO), RUBRIC.misconceptions)
    assert engine.observed[2:] == [
        *meter.reader.templates.passages(reading_of(nearest, "like plates in a pile"))
    ]
    assert found.measured.words == word_evidence(LEXICON, nearest, "like plates in a pile")
    assert found.measured.labelled.rubric == RUBRIC


def test_a_gold_answer_is_measured_as_the_grader_reads_it(
    meter: Meter, engine: ScriptedEngine, points: Sequence[KeyPoint]
) -> None:
    question = short_questions(points[0], "t")[0]
    answer = "Fewer bits\u200b for each weight.\r\nSo it is smaller. "
    grader = Grader(engine, meter.reader.templates, believing(), LEXICON)
    engine.finds.append(Judgement.COVERED)
    grader.grade(question, answer)
    graded = list(engine.observed)
    expect(engine, Judgement.COVERED)
    list(meter.measure([labelled(answer, rubric_of(question.text, points[0]))]))
    assert engine.observed[-2:] == graded


def test_answers_to_one_question_are_read_together(meter: Meter, engine: ScriptedEngine) -> None:
    other = Rubric("What is a queue?", ("First in, first out.",))
    answers = [*(labelled(f"{i} plates") for i in range(TOGETHER + 1)), labelled("a line", other)]
    engine.finds += [Judgement.COVERED] * (TOGETHER + 2)
    measuring = meter.measure_together(answers)
    first = next(measuring)
    assert len(engine.observed) == 2 * TOGETHER, "and nothing before its turn"
    found = [first, *measuring]
    assert [each.measured.labelled for each in found] == [each.labelled for each in answers]
    assert not engine.finds


def test_what_was_read_together_is_known_when_read_alone(
    meter: Meter, engine: ScriptedEngine
) -> None:
    answers = [labelled("a pile"), labelled("a queue")]
    engine.finds += [Judgement.COVERED, Judgement.MISSED]
    together, alone = list(meter.measure_together(answers)), list(meter.measure(answers))
    assert not engine.finds
    assert [each.seconds for each in together] == [each.seconds for each in alone]


def test_a_second_measurement_asks_nothing(meter: Meter, engine: ScriptedEngine) -> None:
    answers = [labelled("a pile"), labelled("a queue")]
    expect(engine, Judgement.COVERED, Judgement.MISSED)
    first, second = list(meter.measure(answers)), list(meter.measure(answers))
    assert len(engine.observed) == 8
    assert [each.seconds for each in first] == [each.seconds for each in second]


def test_answers_are_read_one_by_one_as_they_are_asked_for(
    meter: Meter, engine: ScriptedEngine
) -> None:
    expect(engine, Judgement.COVERED, EngineError(Cause.CANCELLED, "cancelled"))
    measuring = meter.measure([labelled("a pile"), labelled("a queue")])
    assert engine.observed == []
    next(measuring)
    with pytest.raises(EngineError):
        next(measuring)


@pytest.mark.parametrize(
    ("answer", "first"),
    [
        ("the last one in comes out first", LIFO),
        ("a pile of plates", PLATES),
        ("bananas", LIFO),
        ("", LIFO),
    ],
)
def test_the_nearest_reference_comes_first_and_ties_keep_their_order(
    answer: str, first: str
) -> None:
    found = nearest_first(LEXICON, RUBRIC, answer)
    assert found.references[0] == first
    assert set(found.references) == set(RUBRIC.references)
    assert (found.question, found.misconceptions) == (RUBRIC.question, RUBRIC.misconceptions)


def test_a_long_reference_is_not_nearer_for_its_length() -> None:
    short, long = "A pile.", "A pile of plates, in which the last item in is the first one out."
    rubric = Rubric("What is a stack?", (long, short))
    assert nearest_first(LEXICON, rubric, "a pile").references == (short, long)


def test_a_short_reference_is_not_nearer_for_its_brevity() -> None:
    short, long = "A pile.", "A pile of plates, in which the last item in is the first one out."
    rubric = Rubric("What is a stack?", (short, long))
    answer = "like plates in a pile: the last in is first out"
    assert nearest_first(LEXICON, rubric, answer).references == (long, short)


def test_a_single_reference_stays(meter: Meter) -> None:
    rubric = Rubric("What is a stack?", (LIFO,))
    assert nearest_first(meter.lexicon, rubric, "bananas") is rubric
