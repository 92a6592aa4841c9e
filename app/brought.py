"""Files that were dropped on the window or named on the command line: what becomes of each."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.content.transition import load_transition
from app.content.types import Transition
from app.material.adding import SUFFIXES

MODEL_SUFFIX = ".gguf"
TRANSITION_SUFFIX = ".segue.md"
_HEAD = 4096
"""Bytes in which front matter says that a document is a transition."""


@dataclass(frozen=True)
class Brought:
    """Files by what becomes of them.

    Attributes
    ----------
    documents : tuple of Path
        To be added to the learner's material.
    models : tuple of Path
        To be used as models.
    transitions : tuple of Path
        To be put among the learner's own transitions.
    refused : tuple of Path
        Nothing that Segue could use.
    """

    documents: tuple[Path, ...] = ()
    models: tuple[Path, ...] = ()
    transitions: tuple[Path, ...] = ()
    refused: tuple[Path, ...] = ()


def sort_out(paths: Iterable[Path]) -> Brought:
    """Tell what files are for; whether they are sound is found out later."""
    documents, models, transitions, refused = [], [], [], []
    for path in paths:
        suffix = path.suffix.lower()
        if path.is_dir():
            refused.append(path)
        elif suffix == MODEL_SUFFIX:
            models.append(path)
        elif suffix == ".md" and is_transition(path):
            transitions.append(path)
        elif suffix in SUFFIXES:
            documents.append(path)
        else:
            refused.append(path)
    return Brought(tuple(documents), tuple(models), tuple(transitions), tuple(refused))


def is_transition(path: Path) -> bool:
    """Tell a transition from any other Markdown by its name, or by what its front matter has."""
    if path.name.lower().endswith(TRANSITION_SUFFIX):
        return True
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return head.startswith(b"---") and b"\ntransformsTo:" in head


def take_transition(path: Path, folder: Path) -> Transition:
    """Copy a transition into the folder of the learner's own, and return the copy.

    One of the same name is not replaced.

    Raises
    ------
    ContentError
        It is none that can be studied; nothing was copied.
    OSError
        The system refuses.
    """
    load_transition(path)
    stem = path.name[: -len(path.suffix)]
    target, number = folder / path.name, 1
    while target.exists() and target.read_bytes() != path.read_bytes():
        number += 1
        target = folder / f"{stem}-{number}{path.suffix}"
    if not target.exists():
        shutil.copyfile(path, target)
    return load_transition(target)
