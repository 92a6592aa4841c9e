"""What is lacking most is asked for first."""

from __future__ import annotations

import random

from app.quiz.asking.plan import Cell, Grid
from app.quiz.asking.types import Angle
from app.study.candidates import KeptQuestion, WordedQuestion
from app.study.records import Format
from tests.app.quiz.asking.conftest import POINT, RIVAL

RNG = random.Random(3)


def kept(angle: Angle, refused_by: str | None = None) -> KeptQuestion:
    worded = WordedQuestion(
        "mle", POINT.id, angle.value, "Why?", (), "tiny", "question-why/1", 1.0, refused_by
    )
    return KeptQuestion("" if refused_by else "id", worded, times_asked=0, is_flagged=False)


def test_authored_questions_have_their_places() -> None:
    grid = Grid.of([POINT, RIVAL], {})
    assert grid.questions[Cell(POINT, Angle.RECALL)] == 1
    assert grid.questions[Cell(POINT, Angle.DEBUG)] == 1
    assert grid.questions[Cell(POINT, Angle.CHOOSE)] == 1
    assert grid.questions[Cell(POINT, Angle.WHY)] == 0
    assert grid.questions[Cell(RIVAL, Angle.RECALL)] == 1


def test_the_emptiest_cell_is_filled_first() -> None:
    grid = Grid.of([POINT], {})
    cells = {grid.emptiest(POINT, Format.SHORT, random.Random(n)) for n in range(9)}
    assert cells == {Cell(POINT, Angle.WHY), Cell(POINT, Angle.COMPARE)}


def test_of_equally_empty_cells_the_one_that_failed_less_comes_first() -> None:
    worded = {POINT.id: [kept(Angle.WHY), kept(Angle.COMPARE), kept(Angle.RECALL, "is_new")]}
    grid = Grid.of([POINT], worded)
    assert {grid.emptiest(POINT, Format.SHORT, random.Random(n)) for n in range(9)} == {
        Cell(POINT, Angle.WHY),
        Cell(POINT, Angle.COMPARE),
        Cell(POINT, Angle.DEBUG),
    }


def test_what_is_wanted_as_a_choice_is_one() -> None:
    cell = Grid.of([POINT], {}).emptiest(POINT, Format.CHOICE, RNG)
    assert cell == Cell(POINT, Angle.CHOOSE)
    assert cell.format is Format.CHOICE


def test_a_cell_that_was_tried_is_left_out() -> None:
    grid = Grid.of([POINT], {})
    tried = [Cell(POINT, Angle.CHOOSE)]
    assert grid.emptiest(POINT, Format.CHOICE, RNG, besides=tried) is None
