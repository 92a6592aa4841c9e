"""Models that ended the engine while they were loaded: they are not loaded again unasked.

This is kept in a small file, for the next start of the program. A note is made before a model is
loaded and taken back after it, so that even a model that takes the whole machine down is known.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import psutil

from app.model.errors import Cause, EngineError
from app.whole_file import write_whole

_FORMAT = 1


@dataclass(frozen=True)
class _Note:
    """What is known of one model's file.

    Attributes
    ----------
    stamp : str
        The same as long as neither the file nor what runs it has changed.
    day : str
        When it was loaded, as an ISO date.
    owner : tuple of (int, float) or None
        Number and start of the process that loads it at present; None once it has ended the engine.
    reason : str
        What ended the engine.
    """

    stamp: str
    day: str
    owner: tuple[int, float] | None
    reason: str


class Quarantine:
    """Remembers which models ended the engine while they were loaded.

    All methods may be called from any thread. A file that cannot be read counts as empty, and one
    that cannot be written holds for this run only: loading a model must not fail for it.

    Parameters
    ----------
    path : Path or None
        Where it is kept; with None it ends with the program.
    version : callable
        Gives the version of what runs the models: another one is worth another try.
    today : callable
        Gives the date.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        version: Callable[[], str] = str,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._path = path
        self._version = version
        self._today = today
        self._lock = threading.Lock()
        self._kept: dict[str, _Note] = {}

    def find(self, model: Path) -> EngineError | None:
        """Return why a model is not to be loaded unasked, or None if it may be."""
        with self._lock:
            note = self._notes().get(_key(model))
        if note is None or note.stamp != self._stamp(model) or _is_alive(note.owner):
            return None
        day = date.fromisoformat(note.day)
        reason = note.reason or "Segue ended with it"
        return EngineError(Cause.SET_ASIDE, f"{model.name} on {day:%d %B %Y}: {reason}")

    def begin(self, model: Path) -> None:
        """Note that a model is about to be loaded by this process."""
        started = psutil.Process().create_time()
        self._put(model, (os.getpid(), started), "")

    def set_aside(self, model: Path, error: EngineError) -> None:
        """Note that a model ended the engine while it was loaded."""
        self._put(model, None, str(error))

    def release(self, model: Path) -> None:
        """Forget a model: it was loaded, or the learner wants it tried again."""
        with self._lock:
            notes = self._notes()
            if notes.pop(_key(model), None) is not None:
                self._write(notes)

    def _put(self, model: Path, owner: tuple[int, float] | None, reason: str) -> None:
        note = _Note(self._stamp(model), self._today().isoformat(), owner, reason)
        with self._lock:
            self._write({**self._notes(), _key(model): note})

    def _stamp(self, model: Path) -> str:
        try:
            status = model.stat()
        except OSError:
            return ""
        return f"{status.st_size} {status.st_mtime_ns} {self._version()}"

    def _notes(self) -> dict[str, _Note]:
        if self._path is None:
            return dict(self._kept)
        # Read anew each time: another window or a terminal may have written it.
        try:
            data = json.loads(self._path.read_text(encoding="utf-8"))
            return {key: _unpacked(note) for key, note in data["models"].items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return dict(self._kept)

    def _write(self, notes: dict[str, _Note]) -> None:
        self._kept = notes
        if self._path is None:
            return
        text = json.dumps(
            {"format": _FORMAT, "models": {key: asdict(note) for key, note in notes.items()}},
            indent=1,
        )
        try:
            # On the disk before the model is loaded, which may end everything.
            write_whole(self._path, text)
        except OSError:
            self._path = None


def _unpacked(packed: dict[str, Any]) -> _Note:
    owner = packed["owner"]
    return _Note(
        stamp=str(packed["stamp"]),
        day=date.fromisoformat(packed["day"]).isoformat(),
        owner=None if owner is None else (int(owner[0]), float(owner[1])),
        reason=str(packed["reason"]),
    )


def _is_alive(owner: tuple[int, float] | None) -> bool:
    """Return whether the process that loads a model still runs, and not another by its number."""
    if owner is None:
        return False
    number, started = owner
    try:
        return abs(psutil.Process(number).create_time() - started) < 1.0
    except psutil.Error:
        return False


def _key(model: Path) -> str:
    return str(model.absolute())
