"""Saying what the set-up does, while it does it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

QUIET_INTERVAL = 15.0
"""Seconds between two lines of progress where the output is not a terminal."""


class Console:
    """Lines for a person, and one line at the bottom that changes where that is possible."""

    def __init__(
        self, out: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._out = sys.stdout if out is None else out
        self._clock = clock
        self._live = self._out.isatty()
        self._shown = ""
        self._last = float("-inf")

    def say(self, text: str) -> None:
        """Write a line that stays."""
        self._wipe()
        self._out.write(text + "\n")
        self._out.flush()

    def show(self, text: str) -> None:
        """Write a line that the next one replaces; not a terminal gets one every 15 seconds."""
        if self._live:
            text = text[: shutil.get_terminal_size().columns - 1]
            self._out.write("\r" + text.ljust(len(self._shown)))
            self._shown = text
            self._out.flush()
        elif self._clock() - self._last >= QUIET_INTERVAL:
            self._last = self._clock()
            self.say(text)

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Announce a step, and tell at its end how long it took."""
        began = self._clock()
        self._last = began
        self.say(f"{title} ...")
        yield
        self.say(f"  done in {duration(self._clock() - began)}")

    def _wipe(self) -> None:
        if self._shown:
            self._out.write("\r" + " " * len(self._shown) + "\r")
            self._shown = ""


def duration(seconds: float) -> str:
    """Return a time as a person says it: ``0.4 s``, ``12 s``, ``6 min 30 s``."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def run_logged(
    command: Sequence[str | Path],
    log: Path,
    *,
    on_line: Callable[[str], None] = lambda _: None,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> int:
    """Run a command, keep all that it says in a file, and return its exit code.

    Parameters
    ----------
    on_line
        Called with each line of its output as it comes; what it raises ends the command.
    """
    with log.open("w", encoding="utf-8") as kept:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env=environment,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        try:
            for line in process.stdout or ():
                kept.write(line)
                on_line(line.rstrip("\n"))
            return process.wait()
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()


def tail(log: Path, lines: int = 15) -> str:
    """Return the last lines of a log, indented."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join("    " + line[:200] for line in text.splitlines()[-lines:])
