"""Study logs of any length, made once and kept."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

from app.bench.learner import Clock, Studying, Subject
from app.study.bulk import writing
from app.study.migrations import SCHEMA_VERSION

_VERSION = 1
"""Of what the learner does; a log of another version is made anew."""


def log_file(
    folder: Path, subjects: list[Subject], reviews: int, tell: Callable[[str], None]
) -> Path:
    """Return the file of a log with so many reviews of these subjects; make it if it is not there.

    The same arguments give the same rows on every machine. A million reviews take some minutes and
    two gigabytes.

    Raises
    ------
    OSError
        The folder cannot be written.
    StudyLogError
        The log cannot be written, such as when the disk is full.
    """
    points = sum(len(subject.points) for subject in subjects)
    # Whoever changed a guide gets another log: its key points are those that are then reviewed.
    contents = hashlib.sha256(repr(subjects).encode()).hexdigest()[:8]
    file = folder / f"log-{_VERSION}.{SCHEMA_VERSION}-{reviews}-{points}-{contents}.sqlite3"
    if not file.exists():
        tell(f"making a log of {reviews:,} reviews of {points:,} key points, once")
        folder.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".part")
        for suffix in ("", "-wal", "-shm"):
            partial.with_name(partial.name + suffix).unlink(missing_ok=True)
        make_log(partial, subjects, reviews)
        partial.replace(file)
    return file


def make_log(file: Path, subjects: list[Subject], reviews: int) -> None:
    """Write a log of so many reviews into a file that is not there yet."""
    clock = Clock()
    bits = random.Random(26).getrandbits  # noqa: S311 - the same ids every time
    with writing(file, clock, bits) as log:
        for _ in Studying(log, clock, subjects).study(reviews):
            pass
