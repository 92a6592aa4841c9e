"""Which question is lacking most: a grid of key points and angles, filled where it is emptiest."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.content.types import KeyPoint
from app.quiz.asking.sketch import suited
from app.quiz.asking.types import Angle
from app.study.candidates import KeptQuestion
from app.study.records import Format

GIVEN_UP = 6
"""Candidates that were refused before a cell is left alone: two rounds of them."""


@dataclass(frozen=True)
class Cell:
    """One place of the grid: a key point, from one angle."""

    key_point: KeyPoint
    angle: Angle

    @property
    def format(self) -> Format:
        """How questions of this cell are answered."""
        return Format.CHOICE if self.angle is Angle.CHOOSE else Format.SHORT


@dataclass
class Grid:
    """How many questions each cell has, and how often one was tried for in vain.

    Authored questions count: the plain one as recall; the one set in a situation as an estimate
    where numbers are asked for, else as a search for a mistake; the choice as what it is.
    """

    questions: Counter[Cell] = field(default_factory=Counter)
    failures: Counter[Cell] = field(default_factory=Counter)

    @classmethod
    def of(cls, points: Iterable[KeyPoint], kept: Mapping[str, Sequence[KeptQuestion]]) -> Grid:
        """Count what exists for some key points, and what the log has of them."""
        grid = cls()
        for point in points:
            angles = suited(point)
            for question in point.questions:
                grid.questions[Cell(point, _angle(question.scenario, angles))] += 1
            grid.questions[Cell(point, Angle.CHOOSE)] += 1
            for each in kept.get(point.id, ()):
                counter = grid.failures if each.worded.refused_by is not None else grid.questions
                counter[Cell(point, Angle(each.worded.angle))] += 1
        return grid

    def emptiest(
        self, point: KeyPoint, wanted: Format, rng: random.Random, besides: Iterable[Cell] = ()
    ) -> Cell | None:
        """Return the cell of a key point that lacks a question most; None if no angle suits.

        Of those with equally many questions it is one that was tried for least often in vain; what
        was tried for too often is given up.
        """
        left_out = set(besides)
        cells = [
            cell
            for angle in suited(point)
            if (cell := Cell(point, angle)).format is wanted and cell not in left_out
        ]
        cells = [cell for cell in cells if self.failures[cell] < GIVEN_UP]
        rng.shuffle(cells)
        return min(
            cells, key=lambda cell: (self.questions[cell], self.failures[cell]), default=None
        )


def _angle(scenario: bool, angles: Sequence[Angle]) -> Angle:
    if not scenario:
        return Angle.RECALL
    return Angle.ESTIMATE if Angle.ESTIMATE in angles else Angle.DEBUG
