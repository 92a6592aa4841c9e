"""Measuring the model as a writer of questions: cell by cell, until enough are accepted."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter

from app.content.types import KeyPoint
from app.quiz.asking.made import Made, MadeFile
from app.quiz.asking.plan import Cell
from app.quiz.asking.types import Angle, Outcome, Refused

Ask = Callable[[Cell, Sequence[str]], Iterable[Outcome]]
"""Has candidates written for a cell, and checked; the texts are what was accepted on its key point
before."""


@dataclass(frozen=True)
class Step:
    """How far a measurement is; ``cell`` is what was just asked for."""

    cell: Cell
    candidates: int
    accepted: int


def cells_of(
    points: Iterable[KeyPoint], angles: Callable[[KeyPoint], Sequence[Angle]], seed: int
) -> list[Cell]:
    """Return all cells in the order of asking: every key point once before any comes again.

    Key points and their angles are mixed with the seed, so that the first cells are a fair sample.
    """
    rng = random.Random(seed)  # noqa: S311 - an order, not a secret
    shuffled = sorted(points, key=lambda point: point.id)
    rng.shuffle(shuffled)
    mixed = {point.id: rng.sample(list(own := angles(point)), len(own)) for point in shuffled}
    rounds = max(map(len, mixed.values()), default=0)
    return [
        Cell(point, mixed[point.id][turn])
        for turn in range(rounds)
        for point in shuffled
        if turn < len(mixed[point.id])
    ]


def measure(
    cells: Sequence[Cell],
    ask: Ask,
    file: MadeFile,
    *,
    wanted: int,
    clock: Callable[[], float] = perf_counter,
) -> Generator[Step, None, None]:
    """Have questions written until enough are accepted; go on behind what the file has.

    Parameters
    ----------
    wanted : int
        Accepted questions, those in the file among them.

    Raises
    ------
    EngineError
        The engine failed or was cancelled; what was made is in the file.
    OSError
        The file cannot be written.
    """
    tried = {(each.candidate.key_point.id, each.candidate.angle) for each in file.made}
    for cell in cells:
        if sum(each.accepted for each in file.made) >= wanted:
            return
        if (cell.key_point.id, cell.angle) in tried:
            continue
        known = [
            each.candidate.text
            for each in file.made
            if each.accepted and each.candidate.key_point.id == cell.key_point.id
        ]
        began = clock()
        for outcome in ask(cell, known):
            file.add(_made(outcome, clock() - began))
            began = clock()
        yield Step(cell, len(file.made), sum(each.accepted for each in file.made))


def _made(outcome: Outcome, seconds: float) -> Made:
    if isinstance(outcome, Refused):
        return Made(outcome.candidate, outcome.check, outcome.reason, seconds)
    return Made(outcome.candidate, "", "", seconds)
