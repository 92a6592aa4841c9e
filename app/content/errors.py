"""What can be wrong with a document, said so that its author can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one file.

    Attributes
    ----------
    path : Path
        The file.
    line : int
        Line in the file, from 1.
    rule : str
        Short stable name of the rule that was broken, e.g. ``front-matter``.
    reason : str
        A sentence for the author of the file.
    """

    path: Path
    line: int
    rule: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.reason}"


class ContentError(Exception):
    """A document cannot be used; its problems say where and why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
