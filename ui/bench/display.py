"""A display for benchmarks, and programs that open their windows on it."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from app.bench.anki import NotMeasuredError

_SIZE = "1400x900x24"
_STARTING = 15.0
"""Seconds that the display may take to start."""
_ENDING = 10.0
"""Seconds that a program may take to end when it is asked to."""


@contextmanager
def display() -> Iterator[str]:
    """Give the name of an X display: the one there is, or one in memory that ends with the block.

    Raises
    ------
    NotMeasuredError
        There is none, and none can be made.
    """
    if sys.platform != "linux":
        raise NotMeasuredError("windows are looked at through X11, which this system does not have")
    there = os.environ.get("DISPLAY")
    if there:
        yield there
        return
    program = shutil.which("Xvfb")
    if program is None:
        raise NotMeasuredError("there is no display here, and no Xvfb to make one with")
    reading, writing = os.pipe()
    # Without -noreset it would begin anew, and refuse connections meanwhile, whenever the last
    # program on it ends.
    server = subprocess.Popen(
        [
            program,
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            _SIZE,
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    try:
        os.close(writing)
        with os.fdopen(reading) as told:
            yield f":{_number(told)}"
    finally:
        server.terminate()
        server.wait(_ENDING)


def _number(told: IO[str]) -> str:
    """Return the number that the server has given its display, once it can be used."""
    ready, _, _ = select.select([told], [], [], _STARTING)
    number = told.readline().strip() if ready else ""
    if not number:
        raise NotMeasuredError("Xvfb does not start")
    return number


@dataclass(frozen=True)
class Running:
    """A program that runs.

    Attributes
    ----------
    pid : int
        The number of its process.
    output : IO
        What it prints.
    """

    pid: int
    output: IO[str]
    _said: IO[str]

    def last_words(self) -> str:
        """Return the last line that it has said about trouble."""
        self._said.seek(0)
        lines = self._said.read().strip().splitlines()
        return lines[-1] if lines else "it said nothing"


@contextmanager
def running(command: Sequence[str], name: str, environment: Mapping[str, str]) -> Iterator[Running]:
    """Run a program on a display until the block ends, and end it with all that it has started.

    Parameters
    ----------
    name : str
        The display, as in `DISPLAY`.
    environment : mapping
        Besides that of this process.
    """
    # A file, as a pipe that nobody reads would stop who says much.
    with TemporaryFile("w+", errors="replace") as said:
        process = subprocess.Popen(
            command,
            env={**_inherited(), "QT_QPA_PLATFORM": "xcb", **environment, "DISPLAY": name},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
            # A group of its own, so that it can be ended with its children and nobody else.
            start_new_session=True,
        )
        assert process.stdout is not None
        try:
            with process.stdout:
                yield Running(process.pid, process.stdout, said)
        finally:
            _end(process)


def _inherited() -> dict[str, str]:
    """Return this process's environment, without what would have a program compiled at each start.

    What is installed was compiled then; a checkout is compiled when it is first used, unless that
    is forbidden.
    """
    return {key: each for key, each in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def _end(process: subprocess.Popen[str]) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_ENDING)
    if process.stdout is not None:
        process.stdout.close()
