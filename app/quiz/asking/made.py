"""A file of all that the model worded in a measurement, so that a stopped one goes on.

One line of JSON for each candidate, written and synced as soon as it was checked.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.content.types import KeyPoint
from app.quiz.asking.types import Angle, Candidate
from app.quiz.question import Option


@dataclass(frozen=True)
class Made:
    """A candidate with what became of it.

    Attributes
    ----------
    check : str
        Name of the check that refused it; empty if it was accepted.
    reason : str
        That check's reason.
    seconds : float
        Wall-clock time of writing and checking it.
    """

    candidate: Candidate
    check: str
    reason: str
    seconds: float

    @property
    def accepted(self) -> bool:
        """Whether it would be shown."""
        return not self.check


class MadeError(ValueError):
    """The file is damaged; the text says where."""


class MadeFile:
    """The candidates of one measurement.

    Parameters
    ----------
    path : Path
        The file; it is made with the first candidate.
    points : mapping
        Key points by id. Lines about others, which a changed guide may leave behind, are skipped.

    Raises
    ------
    MadeError
        A line other than the last, which a crash may leave unfinished, cannot be read.
    OSError
        The file cannot be read.
    """

    def __init__(self, path: Path, points: Mapping[str, KeyPoint]) -> None:
        self.path = path
        self.made: list[Made] = []
        if path.exists():
            self._read(points)

    def add(self, made: Made) -> None:
        """Keep a candidate.

        Raises
        ------
        OSError
            The file cannot be written.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(_row(made), ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        self.made.append(made)

    def _read(self, points: Mapping[str, KeyPoint]) -> None:
        text = self.path.read_text(encoding="utf-8", errors="replace")
        whole, end, unfinished = text.rpartition("\n")
        for number, line in enumerate(whole.split("\n") if end else [], 1):
            try:
                row = json.loads(line)
                point = points.get(row["key_point"])
                made = _made(row, point) if point is not None else None
            except (ValueError, KeyError, TypeError) as error:
                raise MadeError(
                    f"{self.path}, line {number}: this is no candidate ({error}); "
                    "remove the line, or the file to begin anew"
                ) from error
            if made is not None:
                self.made.append(made)
        if unfinished:
            # What was being written when the program ended; the next line must not join it.
            self.path.write_text(whole + end, encoding="utf-8")


def _row(made: Made) -> dict[str, Any]:
    candidate = made.candidate
    return {
        "key_point": candidate.key_point.id,
        "angle": candidate.angle.value,
        "text": candidate.text,
        "options": [asdict(each) for each in candidate.options],
        "model": candidate.model,
        "prompt": candidate.prompt,
        "writing": candidate.seconds,
        "seconds": made.seconds,
        "check": made.check,
        "reason": made.reason,
    }


def _made(row: Mapping[str, Any], point: KeyPoint) -> Made:
    candidate = Candidate(
        key_point=point,
        angle=Angle(row["angle"]),
        text=row["text"],
        options=tuple(Option(**each) for each in row["options"]),
        model=row["model"],
        prompt=row["prompt"],
        seconds=float(row["writing"]),
    )
    return Made(candidate, row["check"], row["reason"], float(row["seconds"]))
