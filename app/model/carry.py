"""Which models a machine can carry: memory that they take, and how fast they can be expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

from app.model.gguf import GgufHeader
from app.model.preflight import memory_needed
from app.model.tuning import Tuning

CONTEXT = 4096
"""Tokens that the engine remembers for writing."""

MOST = 0.85
"""The share of a machine's memory that a model may take: the system needs the rest."""

WORDS_PER_TOKEN = 0.75
"""English words in a token, as they come out of the vocabularies of present models."""


class Carried(StrEnum):
    """Whether a machine can carry a model."""

    FITS = "fits"
    WHEN_OTHERS_CLOSE = "when_others_close"
    TOO_LARGE = "too_large"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Memory:
    """Bytes of memory that a machine has, and that are free for a model."""

    total: int
    free: int


@dataclass(frozen=True)
class Speed:
    """How fast a model reads and writes, in tokens a second.

    Attributes
    ----------
    measured : bool
        Whether this very model was measured here; else it is reckoned from another one.
    """

    read: float
    write: float
    measured: bool

    @property
    def words(self) -> float:
        """Words written in a second."""
        return self.write * WORDS_PER_TOKEN


@dataclass(frozen=True)
class Load:
    """What a model means for a machine.

    Attributes
    ----------
    needed : int or None
        Bytes of memory; None where too little is known of the model.
    memory : Memory
        What the machine has.
    speed : Speed or None
        None where no model was measured here.
    """

    needed: int | None
    memory: Memory
    speed: Speed | None

    @property
    def carried(self) -> Carried:
        """Whether the machine can carry it."""
        if self.needed is None:
            return Carried.UNKNOWN
        if self.needed > MOST * self.memory.total:
            return Carried.TOO_LARGE
        return Carried.FITS if self.needed <= self.memory.free else Carried.WHEN_OTHERS_CLOSE


def memory_for(
    size: int | None, kv_bytes_per_token: int | None, context_length: int | None
) -> int | None:
    """Return the bytes of memory that a model takes at work, as the engine reckons before loading.

    Parameters
    ----------
    size : int or None
        Bytes of its files; None where they are not known, and so nothing is.
    kv_bytes_per_token, context_length : int or None
        As in ``GgufHeader``.
    """
    if size is None:
        return None
    header = GgufHeader(3, 1, "", None, context_length, kv_bytes_per_token)
    return memory_needed(header, size, CONTEXT)


def expected_speed(size: int | None, measured: Sequence[Tuning]) -> Speed | None:
    """Return how fast a model of some size can be expected to be, by others that were measured.

    Every weight is used for every token, so the time is in proportion to the size of the file; of
    several, the one that is nearest in size is taken. (Mixtures of experts use only a part of their
    weights and are faster.)

    Parameters
    ----------
    size : int or None
        Bytes of its files.
    measured : sequence of Tuning
        What was measured on this machine.
    """
    if not size or not measured:
        return None
    nearest = min(measured, key=lambda each: abs(log(size / each.size)))
    factor = nearest.size / size
    found = nearest.found
    return Speed(
        found.read_tokens_per_second * factor,
        found.write_tokens_per_second * factor,
        measured=False,
    )


def measured_speed(tuning: Tuning) -> Speed:
    """Return how fast a model was measured to be."""
    found = tuning.found
    return Speed(found.read_tokens_per_second, found.write_tokens_per_second, measured=True)
