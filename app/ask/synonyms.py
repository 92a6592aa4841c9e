"""Words that stand for each other: what the learner says, and what the guides say for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.ask.terms import terms


@dataclass(frozen=True)
class Synonyms:
    """Groups of stems that mean nearly the same.

    Attributes
    ----------
    groups : mapping of str to frozenset of str
        By stem, all stems of the groups that it is in, itself among them.
    """

    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Synonyms:
        """Load groups from a file: one on a line, words apart by spaces, ``#`` for a remark.

        Raises
        ------
        OSError
            The file cannot be read.
        """
        groups: dict[str, set[str]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            stems = set(terms(line.partition("#")[0]))
            for stem in stems:
                groups.setdefault(stem, set()).update(stems)
        return cls({stem: frozenset(group) for stem, group in groups.items()})

    def of(self, stem: str) -> frozenset[str]:
        """Return what may stand for a stem; itself at least."""
        return self.groups.get(stem, frozenset((stem,)))
