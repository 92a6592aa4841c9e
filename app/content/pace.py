"""Telling what was read from what was scrolled past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.content.page_text import Section

FASTEST = 420.0
"""Words a minute beyond which nobody reads to understand; people read non-fiction at 238 on
average (Brysbaert 2019)."""
LEAST_SEEN = 0.95
"""Share of a section's text that must have been on the screen."""
LEAST_SECONDS = 4.0
"""Below which not even the shortest section was read."""


@dataclass
class _Seen:
    seconds: float = 0.0
    stretches: list[tuple[int, int]] = field(default_factory=list)


class Pace:
    """Adds up how long each section of a text was on the screen, and how much of it.

    Parameters
    ----------
    sections : sequence of Section
        What there is to read.
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = tuple(sections)
        self._seen = {section.anchor: _Seen() for section in sections}

    def watch(self, start: int, end: int, seconds: float) -> None:
        """Take note that ``text[start:end]`` was on the screen for some seconds.

        The time is shared out among the sections that were seen, by how much of each.
        """
        shown = end - start
        if shown <= 0 or seconds <= 0:
            return
        for section in self._sections:
            first, last = max(start, section.start), min(end, section.end)
            if first < last:
                seen = self._seen[section.anchor]
                seen.seconds += seconds * (last - first) / shown
                seen.stretches = _joined([*seen.stretches, (first, last)])

    def seconds(self, anchor: str) -> float:
        """Return how long a section was on the screen."""
        return self._seen[anchor].seconds if anchor in self._seen else 0.0

    def is_read(self, section: Section) -> bool:
        """Tell whether a section was seen whole, and for as long as reading it takes at least."""
        seen = self._seen.get(section.anchor)
        if seen is None:
            return False
        shown = sum(last - first for first, last in seen.stretches)
        needed = max(LEAST_SECONDS, 60.0 * section.words / FASTEST)
        return shown >= LEAST_SEEN * (section.end - section.start) and seen.seconds >= needed

    def passed(self, place: int) -> list[Section]:
        """Return the sections that were read and end before a place in the text."""
        return [each for each in self._sections if each.end <= place and self.is_read(each)]


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put stretches that touch each other together."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined
