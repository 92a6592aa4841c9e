"""Comparing two things that are measured in turns, so that what else happens strikes both alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.bench.report import Figure, Row


def in_turns(
    row: Row,
    ours: Callable[[], float | None],
    theirs: Callable[[], float | None],
    rounds: int,
) -> Row:
    """Return a row with samples of both, taken in turns after one turn that does not count.

    Parameters
    ----------
    row : Row
        What is compared; its figures are still lacking.
    ours, theirs : callable
        Take one sample; None for one that cannot be used.
    rounds : int
        How many turns count.
    """
    samples = [(ours(), theirs()) for _ in range(rounds + 1)][1:]
    pairs = [(one, other) for one, other in samples if one is not None and other is not None]
    if not pairs:
        return replace(row, note="no turn gave a sample that can be used")
    one, other = zip(*pairs, strict=True)
    return replace(row, measured=Figure.of(one), against=Figure.of(other))
