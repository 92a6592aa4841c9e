"""What can be wrong with a backup, said so that the learner can do something about it."""

from __future__ import annotations

from pathlib import Path


class BackupError(Exception):
    """Something about a backup, or about where it is to go, that the learner can mend.

    Attributes
    ----------
    path : Path
        The file or folder in question.
    reason : str
        What is wrong and what to do, in words without a full stop.
    """

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")
