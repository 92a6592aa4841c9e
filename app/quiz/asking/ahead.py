"""Preparing questions before they are due, in whatever time the engine has to spare."""

from __future__ import annotations

import random
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.content.library import Library
from app.content.types import KeyPoint
from app.quiz.asking.plan import Cell, Grid
from app.quiz.asking.types import Accepted, Outcome
from app.study.candidates import KeptQuestion
from app.study.log import StudyLog
from app.study.records import Format

# It brings the grader with it, and that numpy, which is imported when a model is there.
if TYPE_CHECKING:
    from app.quiz.asking.asker import Asker

AHEAD = 3
"""Questions that are to be ready at least for what is asked next."""
IDLE_AHEAD = 20
"""Key points that questions are prepared for while nothing else is to be done: two sessions'."""
CELLS = 2
"""Cells that are tried for one wish before the authored question is left to serve."""

Wish = tuple[KeyPoint, Format]
"""A question that is lacking."""


@dataclass(frozen=True)
class Lacking:
    """What is to be prepared, as the log was when it was looked at.

    Attributes
    ----------
    wishes : tuple of Wish
        In the order in which they will be needed; no key point twice in a row.
    kept : mapping
        What the model worded before on each key point, flagged and refused ones too.
    """

    wishes: tuple[Wish, ...]
    kept: Mapping[str, Sequence[KeptQuestion]]


def upcoming(library: Library, log: StudyLog, transition: str, limit: int) -> list[KeyPoint]:
    """Return the key points that were met before, those that are due first at the beginning."""
    points = {point.id: point for point in library.key_points(transition)}
    cards = sorted(log.cards(transition).values(), key=lambda card: (card.due, card.key_point))
    return [points[card.key_point] for card in cards if card.key_point in points][:limit]


def ready(log: StudyLog, transition: str, points: Sequence[KeyPoint]) -> int:
    """Return how many of some key points have a question that was not asked yet."""
    kept = log.worded(transition, [point.id for point in points])
    return sum(any(each.is_fresh for each in questions) for questions in kept.values())


def lacking(log: StudyLog, transition: str, wishes: Iterable[Wish]) -> Lacking:
    """Look into the log for which of the wishes there is no question yet.

    The first question on a key point is an authored one, so what was not met lacks nothing.
    """
    wanted = list(dict.fromkeys(wishes))
    cards = log.cards(transition)
    met = [(point, wanted_format) for point, wanted_format in wanted if point.id in cards]
    kept = log.worded(transition, [point.id for point, _ in met])
    left = [
        (point, wanted_format)
        for point, wanted_format in met
        if not any(
            each.is_fresh and bool(each.worded.options) == (wanted_format is Format.CHOICE)
            for each in kept[point.id]
        )
    ]
    return Lacking(tuple(left), kept)


def prepare(asker: Asker, needed: Lacking, rng: random.Random) -> Generator[Outcome, None, None]:
    """Yield what comes of each candidate until every wish has a question or was tried for.

    Each item is to be kept in the log. It may be stopped after any of them, and while the engine
    works by ending what that does in the background.

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    """
    # Here and not by `lacking`: it reads the dictionary, which the window must not wait for.
    grid = Grid.of(dict.fromkeys(point for point, _ in needed.wishes), needed.kept)
    known = {
        point: [each.worded.text for each in questions if each.worded.refused_by is None]
        for point, questions in needed.kept.items()
    }
    for point, wanted in needed.wishes:
        yield from _one(asker, grid, known[point.id], point, wanted, rng)


def _one(
    asker: Asker,
    grid: Grid,
    known: list[str],
    point: KeyPoint,
    wanted: Format,
    rng: random.Random,
) -> Generator[Outcome, None, None]:
    tried: list[Cell] = []
    while len(tried) < CELLS:
        cell = grid.emptiest(point, wanted, rng, besides=tried)
        if cell is None:
            return
        tried.append(cell)
        for outcome in asker.ask(cell, known):
            yield outcome
            if isinstance(outcome, Accepted):
                grid.questions[cell] += 1
                known.append(outcome.candidate.text)
                return
            grid.failures[cell] += 1


def wishes_of(points: Sequence[KeyPoint]) -> list[Wish]:
    """Return a wish for a short answer on each key point, then for a choice on each."""
    return [(point, wanted) for wanted in (Format.SHORT, Format.CHOICE) for point in points]
