"""The library as it was last read, for as long as no file has changed.

Reading the guides takes half as long as everything else until the window is there, and with the
parsers that it needs as long again. What is kept here is plain JSON: a data folder may come from
anybody.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.content.errors import Problem
from app.content.library import Library, Shelf, markdown_files
from app.content.types import (
    AuthoredQuestion,
    Guide,
    KeyPoint,
    Kind,
    Level,
    Misconception,
    Scenario,
    Skill,
    Source,
    Transition,
    Wording,
)

_FileState = list[str | int]
_Values = dict[str, Any]


def load_kept(shelves: Sequence[Shelf], cache: Path) -> Library:
    """Return what :meth:`Library.load` would return, from a cache file if that is up to date.

    Else everything is read, and the file written if that is possible.
    """
    # Looked at before reading: what is written meanwhile is then read the next time.
    state = _state(shelves)
    library = _read(cache, state)
    if library is None:
        library = Library.load(shelves)
        # Without it the next start is slower, and nothing else.
        with suppress(OSError):
            _write(cache, state, library)
    return library


def _state(shelves: Sequence[Shelf]) -> list[_FileState]:
    """Return what tells whether any file of some shelves, or of our own code, has changed."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    for shelf in shelves:
        for folder in (shelf.transitions, *_folders(shelf.guides)):
            files += markdown_files(folder)
    return [_file_state(file) for file in files]


def _folders(parent: Path) -> list[Path]:
    try:
        return sorted(path for path in parent.iterdir() if path.is_dir())
    except OSError:
        return []


def _file_state(file: Path) -> _FileState:
    try:
        about = file.stat()
    except OSError as error:
        return [str(file), error.errno or 0]
    # The time of the last change of its rights too: a file that cannot be read is a problem.
    return [str(file), about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_mode]


def _read(cache: Path, state: list[_FileState]) -> Library | None:
    try:
        kept = json.loads(cache.read_bytes())
        return _library(kept) if kept["state"] == state else None
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None


def _write(cache: Path, state: list[_FileState], library: Library) -> None:
    kept = {
        "state": state,
        "transitions": list(library.transitions.values()),
        "guides": list(library.guides.values()),
        "problems": library.problems,
    }
    # In ASCII: a file's name may have bytes that are no text in UTF-8.
    text = json.dumps(kept, default=_plain, separators=(",", ":"))
    handle, name = tempfile.mkstemp(dir=cache.parent, prefix=f".{cache.name}-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
        Path(name).replace(cache)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _plain(value: object) -> object:
    """Return a path as text, and anything else of ours as its fields by name."""
    return str(value) if isinstance(value, Path) else vars(value)


def _library(kept: _Values) -> Library:
    library = Library()
    for values in kept["transitions"]:
        transition = _transition(values)
        library.transitions[transition.slug] = transition
    for values in kept["guides"]:
        library.put(_guide(values))
    library.problems += [
        Problem(**{**values, "path": Path(values["path"])}) for values in kept["problems"]
    ]
    return library


def _transition(values: _Values) -> Transition:
    skills = tuple(Skill(**{**each, "kind": Kind(each["kind"])}) for each in values["skills"])
    return Transition(**{**values, "skills": skills, "path": Path(values["path"])})


def _guide(values: _Values) -> Guide:
    parts = {
        "sources": {key: Source(**each) for key, each in values["sources"].items()},
        "key_points": tuple(_key_point(each) for each in values["key_points"]),
        "scenarios": tuple(
            Scenario(**{**each, "key_points": tuple(each["key_points"])})
            for each in values["scenarios"]
        ),
        "path": Path(values["path"]),
    }
    return Guide(**{**values, **parts})


def _key_point(values: _Values) -> KeyPoint:
    parts = {
        "level": Level(values["level"]),
        "questions": tuple(_question(each) for each in values["questions"]),
        "misconceptions": tuple(Misconception(**each) for each in values["misconceptions"]),
        "sources": tuple(values["sources"]),
        "worded_by": Wording(values["worded_by"]),
    }
    return KeyPoint(**{**values, **parts})


def _question(values: _Values) -> AuthoredQuestion:
    return AuthoredQuestion(**{**values, "worded_by": Wording(values["worded_by"])})
