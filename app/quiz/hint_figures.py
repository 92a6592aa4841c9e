"""What hints are worth: none may tell too much, and none may pass for an answer."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace

from app.content.guide_place import Place, place_of
from app.content.library import Library
from app.quiz.hints import STEPS, make_hint, tells_too_much, would_be_covered
from app.quiz.lexical import Lexicon
from app.quiz.question import Question, short_questions
from app.quiz.tutor import Tutor


@dataclass(frozen=True)
class HintFigures:
    """How many hints of one step were looked at, and how many of them give the answer away.

    Attributes
    ----------
    telling : int
        Those with too much of the claim in them.
    covering : int
        Those that the grader takes for an answer that covers its key point.
    """

    step: int
    hints: int = 0
    telling: int = 0
    covering: int = 0


def hinted_questions(library: Library, transition: str) -> Iterator[tuple[Question, Place]]:
    """Yield the first question of every key point, with where that stands."""
    for point in library.key_points(transition):
        guide = library.guide(transition, point.skill)
        assert guide is not None  # it has the key point
        yield short_questions(point, transition)[0], place_of(guide, point)


def measure_hints(
    questions: list[tuple[Question, Place]], lexicon: Lexicon, tutor: Tutor | None
) -> Generator[float, None, list[HintFigures]]:
    """Make the hints on some questions and look at each; return what was found, by step.

    Parameters
    ----------
    tutor : Tutor or None
        Grades hints as if they were answers; without one that is left out.

    Yields
    ------
    float
        Share of the work done, in [0, 1].

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    """
    found = [HintFigures(step) for step in range(1, STEPS + 1)]
    for number, (question, place) in enumerate(questions, 1):
        point = question.key_points[0]
        for each in found:
            text = make_hint(each.step, question, place, lexicon).text
            telling = tells_too_much(text, question, point, lexicon) is not None
            covering = tutor is not None and would_be_covered(tutor.grade, question, text)
            found[each.step - 1] = replace(
                each,
                hints=each.hints + 1,
                telling=each.telling + telling,
                covering=each.covering + covering,
            )
        yield number / len(questions)
    return found
