"""Options that begin alike, shown with what they share said once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

FEWEST_SHARED = 5
"""Words that all options must begin with before it is worth saying them once."""


@dataclass(frozen=True)
class Split:
    """How options are shown.

    Attributes
    ----------
    beginning : str
        The words that all of them begin with; empty where they are too few.
    endings : tuple of str
        What is left of each, in the order of the options; the whole option without a beginning.
    """

    beginning: str
    endings: tuple[str, ...]

    @property
    def lead(self) -> str:
        """What is shown above the endings; empty without a beginning."""
        return f"Each answer begins: “{self.beginning} …”" if self.beginning else ""


def split_options(options: Sequence[str]) -> Split:
    """Split options where they begin to differ.

    Nobody should read the same long premise four times.
    """
    words = [option.split() for option in options]
    # Each keeps its last word, so that there is something to choose.
    columns = zip(*(each[:-1] for each in words), strict=False)
    shared = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
    if len(options) < 2 or shared < FEWEST_SHARED:
        return Split("", tuple(options))
    beginning = " ".join(words[0][:shared])
    return Split(beginning, tuple(f"… {' '.join(each[shared:])}" for each in words))
