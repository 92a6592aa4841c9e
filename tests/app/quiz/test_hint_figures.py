"""Hints looked at one by one."""

from __future__ import annotations

from app.content.library import Library
from app.quiz.hint_figures import HintFigures, hinted_questions, measure_hints
from app.quiz.lexical import Lexicon
from app.quiz.tutor import Tutor
from app.study.records import Judgement
from tests.helpers.scripted_engine import ScriptedEngine

TRANSITION = "machine-learning-engineer"


def measured(library: Library, count: int, tutor: Tutor | None = None) -> list[HintFigures]:
    questions = list(hinted_questions(library, TRANSITION))[:count]
    lexicon = Lexicon.of(point.claim for point in library.key_points(TRANSITION))
    work = measure_hints(questions, lexicon, tutor)
    shares = []
    while True:
        try:
            shares.append(next(work))
        except StopIteration as end:
            assert shares == [(number + 1) / count for number in range(count)]
            found: list[HintFigures] = end.value
            return found


def test_no_hint_tells_too_much(library: Library) -> None:
    assert measured(library, 20) == [HintFigures(step, hints=20) for step in (1, 2, 3)]


def test_what_passes_for_an_answer_is_counted(
    library: Library, tutor: Tutor, engine: ScriptedEngine
) -> None:
    engine.finds.extend([Judgement.MISSED, Judgement.PARTLY, Judgement.COVERED] * 2)
    assert [each.covering for each in measured(library, 2, tutor)] == [0, 0, 2]
