"""How a model is run: choices that change speed and memory, but not what a passage gives out."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

import psutil

CHUNKS = (256, 512)
"""How many tokens may be read at once. With fewer, the branches that are scored together would be
cut so that their numbers depend on each other; see ENGINE.md."""

KEY_TYPES = ("f16", "q8_0")
"""How keys may be kept in the memory for writing. Values would need flash attention to be smaller,
and the memory for observing always keeps 16 bits; see ENGINE.md."""

_MOST_THREADS = 512


def default_threads() -> int:
    """Return the number of processor cores that this program may use; at least 1.

    The second thread of a core shares its arithmetic units, so it only makes the first one wait.
    """
    cores = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    return max(min(cores, usable_threads()), 1)


def usable_threads() -> int:
    """Return how many threads can run at once, the second ones of cores included."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True)
class RunOptions:
    """How a model is run.

    Attributes
    ----------
    threads : int
        Threads that read: many tokens at once, which keeps the arithmetic units busy.
    write_threads : int
        Threads that write: one token after the other, which keeps the memory busy.
    chunk : int
        Tokens that are read at once at most; one of `CHUNKS`.
    memory_map : bool
        Whether the weights stay in the file's own pages; else they are copied from it.
    key_type : str
        One of `KEY_TYPES`.

    Raises
    ------
    ValueError
        A value is none that an engine can be run with.
    """

    threads: int
    write_threads: int
    chunk: int = 256
    memory_map: bool = True
    key_type: str = "f16"

    def __post_init__(self) -> None:
        counts = (self.threads, self.write_threads)
        if not all(type(count) is int and 0 < count <= _MOST_THREADS for count in counts):
            raise ValueError(f"threads must be from 1 to {_MOST_THREADS}, not {counts}")
        if self.chunk not in CHUNKS or self.key_type not in KEY_TYPES:
            raise ValueError(f"there is no chunk of {self.chunk}, or no type {self.key_type}")
        if type(self.memory_map) is not bool:
            raise ValueError(f"memory_map must be true or false, not {self.memory_map!r}")

    @classmethod
    def usual(cls, threads: int | None = None) -> Self:
        """Return what is good on most machines, before anything was measured on this one."""
        count = threads or default_threads()
        return cls(threads=count, write_threads=count)

    def packed(self) -> dict[str, Any]:
        """Return the options as plain values."""
        return asdict(self)

    @classmethod
    def unpacked(cls, values: Mapping[str, Any]) -> Self:
        """Return the options among plain values; others are passed over.

        Raises
        ------
        ValueError
            One is missing, or none that an engine can be run with.
        """
        try:
            return cls(**{field.name: values[field.name] for field in fields(cls)})
        except KeyError as error:
            raise ValueError(f"{error} is missing") from error
