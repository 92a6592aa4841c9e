"""The sums behind scoring, whichever way a server tells its probabilities."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Generic, TypeVar

from app.model.protocol import Scored

T = TypeVar("T")


@dataclass(frozen=True)
class Branches(Generic[T]):
    """A beginning, and what may follow it, in tokens.

    Attributes
    ----------
    known : tuple
        What all have in common; scoring begins behind it.
    rest : tuple of tuple
        What each continuation adds to that.
    """

    known: tuple[T, ...]
    rest: tuple[tuple[T, ...], ...]


def branches(prefix: Sequence[T], whole: Sequence[Sequence[T]]) -> Branches[T]:
    """Part what follows a prefix from it.

    Where a continuation melts into the last token of the prefix, scoring begins before that token,
    for all continuations alike; so they stay comparable.

    Parameters
    ----------
    prefix : sequence
        The tokens of the prefix alone.
    whole : sequence of sequence
        The tokens of prefix and continuation together, for each continuation.
    """
    shared = min((_shared(prefix, tokens) for tokens in whole), default=len(prefix))
    return Branches(tuple(prefix[:shared]), tuple(tuple(each[shared:]) for each in whole))


def scored(texts: Sequence[str], probabilities: Sequence[Sequence[float]]) -> list[Scored]:
    """Return each text with the sum of the log-probabilities of its tokens."""
    pairs = zip(texts, probabilities, strict=True)
    return [Scored(text, sum(each), len(each)) for text, each in pairs]


def walk(
    wanted: Sequence[Sequence[T]],
    step: Callable[[tuple[T, ...], frozenset[T]], dict[T, float]],
) -> list[list[float]]:
    """Find the log-probabilities of several sequences, asking once for each place they pass.

    Parameters
    ----------
    wanted : sequence of sequence
        The sequences; what they begin with in common is asked for once.
    step : callable
        Given what stands before, and what may follow there, tells how likely each of those is.
    """
    following: dict[tuple[T, ...], set[T]] = {}
    for sequence in wanted:
        for place, token in enumerate(sequence):
            following.setdefault(tuple(sequence[:place]), set()).add(token)
    told = {before: step(before, frozenset(after)) for before, after in following.items()}
    return [
        [told[tuple(sequence[:place])][token] for place, token in enumerate(sequence)]
        for sequence in wanted
    ]


def _shared(first: Sequence[T], second: Sequence[T]) -> int:
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
