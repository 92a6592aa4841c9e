"""The parent's side of reading a file: start the process, follow it, end it when it hangs."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from app.material.blocks import Block, BlockKind, Reading
from app.material.errors import MaterialError

PATIENCE = 60.0
"""Seconds without a sign of life after which a file is given up."""
_LONGEST_LINE = 64_000_000
_LONGEST_COMPLAINT = 2000


@dataclass(frozen=True)
class Progress:
    """How many pages of how many were read; both 0 for a file without pages."""

    done: int
    of: int


def reading(
    path: Path, kind: str, name: str, *, patience: float = PATIENCE
) -> Generator[Progress, None, Reading]:
    """Read a file in a process of its own; closing the generator ends that process.

    Parameters
    ----------
    kind : str
        ``markdown``, ``text``, ``html`` or ``pdf``.
    name : str
        What the file is called in errors.
    patience : float
        Seconds without a sign of life after which it is given up.

    Raises
    ------
    MaterialError
        The file cannot be read, or its reader ended or hung.
    """
    process = _Process([kind, str(path), name])
    try:
        title, pages = "", None
        blocks: list[Block] = []
        while True:
            said = process.hear(patience, name)
            if "done" in said:
                yield Progress(said["done"], said["of"])
            elif "title" in said:
                title, pages = said["title"], said["pages"]
                # Who closes the generator here gets what was read thrown away, and nothing else.
                yield Progress(pages or 0, pages or 0)
            elif "block" in said:
                what, text, level, page = said["block"]
                blocks.append(Block(BlockKind(what), text, level, page))
            elif "refused" in said:
                raise MaterialError(
                    name, said["refused"], line=said.get("line"), page=said.get("page")
                )
            else:
                return Reading(title, tuple(blocks), pages)
    finally:
        process.end()


class _Process:
    """One reading process; what it writes is taken in by a thread, so that it can be given up."""

    def __init__(self, arguments: list[str]) -> None:
        environment = dict(os.environ)
        environment.pop("PYTHONHOME", None)
        environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[3])
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._complaint = b""
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "app.material.reading.worker", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            # A Ctrl-C in the terminal is for the program, which then ends this process in order.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._threads = [
            threading.Thread(target=target, args=(pipe,), daemon=True)
            for target, pipe in (
                (self._take_lines, self._process.stdout),
                (self._take_complaint, self._process.stderr),
            )
        ]
        for thread in self._threads:
            thread.start()

    def hear(self, patience: float, name: str) -> dict[str, Any]:
        """Wait for the next thing that the process says.

        Raises
        ------
        MaterialError
            It ended without an end, or was silent for too long.
        """
        try:
            line = self._lines.get(timeout=patience)
        except queue.Empty:
            reason = f"takes too long to read: no sign of life for {patience:.0f} seconds"
            raise MaterialError(name, reason) from None
        if line is None:
            self._process.wait()
            self._threads[1].join()
            raise MaterialError(name, self._cause_of_death())
        said: dict[str, Any] = json.loads(line)
        return said

    def end(self) -> None:
        """End the process, if it still runs, and let go of its pipes."""
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdout, self._process.stderr):
            assert pipe is not None
            pipe.close()

    def _cause_of_death(self) -> str:
        said = self._complaint.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]
        if self._process.returncode in (-24, -9):  # SIGXCPU, and SIGKILL when memory ran out
            return "takes too long or too much memory to read"
        return f"brought its reader down ({said or f'exit code {self._process.returncode}'})"

    def _take_lines(self, pipe: IO[bytes]) -> None:
        while line := pipe.readline(_LONGEST_LINE):
            self._lines.put(line)
        self._lines.put(None)

    def _take_complaint(self, pipe: IO[bytes]) -> None:
        while piece := pipe.read(_LONGEST_COMPLAINT):
            self._complaint = (self._complaint + piece)[-_LONGEST_COMPLAINT:]
