"""Taking times: wall clock, in milliseconds, after a call or two that do not count."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

WARMING = 2
"""Calls before the first that counts: they fill caches and import what is imported late."""


def milliseconds(call: Callable[[], object]) -> float:
    """Return how long one call takes."""
    started = perf_counter()
    call()
    return (perf_counter() - started) * 1000


def sampled(call: Callable[[], object], runs: int, *, warming: int = WARMING) -> list[float]:
    """Return how long each of some calls takes, one after the other."""
    for _ in range(warming):
        call()
    return [milliseconds(call) for _ in range(runs)]
