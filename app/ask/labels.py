"""Questions of which it is known what answers them, to calibrate and to measure with."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.ask.passages import Passage
from app.content.plaintext import fold

HALVES = ("fit", "report")
OUTSIDE = ("near", "far")


class LabelError(Exception):
    """A line of the file is wrong; the message names file, line and reason."""


@dataclass(frozen=True)
class Labelled:
    """A question as somebody might ask it.

    Attributes
    ----------
    quotes : tuple of str
        Words of the guides, any of which answers it; none where nothing there does.
    outside : str
        ``near`` for a question of the same field that the guides do not answer, ``far`` for any
        other; empty where they do.
    half : str
        ``fit`` for what calibrations are made from, ``report`` for what is reported.
    """

    question: str
    skill: str
    quotes: tuple[str, ...]
    outside: str
    half: str

    def is_answered_by(self, passage: Passage) -> bool:
        """Return whether a passage has any of the quotations."""
        return passage.skill == self.skill and self.is_said_in((passage.text,))

    def is_answered_in(self, passages: Iterable[Passage]) -> bool:
        """Return whether any of some passages has any of the quotations."""
        return any(map(self.is_answered_by, passages))

    def is_said_in(self, texts: Iterable[str]) -> bool:
        """Return whether any of some texts has any of the quotations."""
        folded = [fold(text) for text in texts]
        return any(fold(quote) in text for quote in self.quotes for text in folded)


def load_labels(path: Path) -> list[Labelled]:
    """Load labelled questions from JSON Lines.

    Raises
    ------
    LabelError
        A line is wrong, or the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"{path}: cannot be read: {error}") from error
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(_labelled(json.loads(line)))
            except (KeyError, TypeError, ValueError) as error:
                raise LabelError(f"{path}, line {number}: {_said(error)}") from error
    if not found:
        raise LabelError(f"{path}: has no questions")
    return found


def _labelled(row: dict[str, object]) -> Labelled:
    question, half, outside = row["question"], row["half"], row.get("outside", "")
    quotes, skill = row.get("quotes", []), row.get("skill", "")
    if not isinstance(question, str) or not question.strip():
        raise ValueError("the question must be text")
    if half not in HALVES:
        raise ValueError(f"half must be one of {', '.join(HALVES)}, not {half!r}")
    if not isinstance(quotes, list) or not all(isinstance(each, str) and each for each in quotes):
        raise ValueError("quotes must be a list of texts")
    if bool(quotes) == bool(outside) or (outside and outside not in OUTSIDE):
        raise ValueError(f"needs either quotes or outside, one of {', '.join(OUTSIDE)}")
    return Labelled(question, str(skill), tuple(quotes), str(outside), str(half))


def _said(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
