"""Anki beside Segue: its library in an environment of its own, made once, asked line by line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Self

RELEASE = "26.9.3"
"""Of the library `anki` on PyPI."""

_CHILD = Path(__file__).with_name("anki_child.py")
_INSTALLING = 600.0
"""Seconds that fetching and installing may take."""
_ENDING = 30.0
"""Seconds that the process may take to end."""


class NotMeasuredError(Exception):
    """Something to be measured against cannot be had here; the text says why."""


class Anki:
    """Anki's library in a process of its own, which ends with it.

    Parameters
    ----------
    python : Path
        Of an environment with Anki in it; see `anki_python`.

    Raises
    ------
    NotMeasuredError
        It does not start. Every method raises this when the process has ended by itself.
    """

    def __init__(self, python: Path) -> None:
        self._said = TemporaryFile("w+", errors="replace")  # noqa: SIM115 - closed with the process
        # Isolated, because beside the script stand modules with names like Anki's own.
        self._process = subprocess.Popen(
            [python, "-I", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
        )
        try:
            self.version = str(self._ask("version"))
        except NotMeasuredError:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        try:
            self._process.communicate(timeout=_ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
        self._said.close()

    def collection(self, file: Path, reviews: int, cards: int) -> None:
        """Make a collection of so many cards and reviews, unless there is one."""
        if not file.exists():
            partial = file.with_suffix(".part")
            partial.unlink(missing_ok=True)
            self._ask("make", str(partial), reviews, cards)
            partial.replace(file)

    def open(self, file: Path) -> None:
        """Open a collection."""
        self._ask("open", str(file))

    def close_collection(self) -> None:
        """Close it, so that its file may be deleted."""
        self._ask("close")

    def milliseconds(self, operation: str) -> float:
        """Return how long Anki takes to do one of: reopen, answer, undo, today, progress."""
        return float(self._ask(operation))

    def _ask(self, name: str, *arguments: object) -> Any:  # noqa: ANN401 - as JSON has it
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps([name, *arguments]) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:  # it has ended
            line = ""
        if not line:
            raise NotMeasuredError(f"Anki ended at “{name}”: {self._last_words()}")
        return json.loads(line)

    def _last_words(self) -> str:
        self._process.wait(_ENDING)
        self._said.seek(0)
        lines = self._said.read().strip().splitlines()
        return lines[-1] if lines else "it said nothing"


def anki_python(cache: Path, tell: Callable[[str], None], *, with_window: bool = False) -> Path:
    """Return the Python of an environment with Anki; make it if it is not there.

    Parameters
    ----------
    with_window : bool
        Whether it is to have Anki's window too, which takes half a gigabyte.

    Raises
    ------
    NotMeasuredError
        It cannot be made, such as without a network.
    """
    kind, package = ("anki-window", "aqt[qt]") if with_window else ("anki", "anki")
    folder = cache / f"{kind}-{RELEASE}-python{sys.version_info[0]}.{sys.version_info[1]}"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not (folder / "complete").exists():
        tell(f"installing Anki {RELEASE} into {folder}, once")
        shutil.rmtree(folder, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(folder)])
        _run([str(python), "-m", "pip", "install", "--quiet", f"{package}=={RELEASE}"])
        (folder / "complete").touch()
    return python


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=_INSTALLING)
    except subprocess.CalledProcessError as error:
        lines = (error.stderr or error.stdout).strip().splitlines()
        reason = next((line for line in lines if line.startswith("ERROR")), "it failed")
        raise NotMeasuredError(f"Anki cannot be installed: {reason}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotMeasuredError(f"Anki cannot be installed: {error}") from error
