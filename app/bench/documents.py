"""Documents such as a learner collects: notes and articles, written with the words of the guides.

Their words follow each other as in the guides, so common and rare ones are as common and as rare,
and phrases come up again: what makes a search slow is what is everywhere.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from app.content.library import Library

_SHORTEST, _LONGEST = 60, 900
"""Words of a document; most are short."""
_SECTION = 150
"""Words from one heading to the next, on average."""


class Writer:
    """Writes text that goes on from each word as the guides do somewhere.

    Parameters
    ----------
    library : Library
        Whose guides give the words.
    """

    def __init__(self, library: Library) -> None:
        self._random = random.Random(10_000)  # noqa: S311 - the same every time is the point
        self._next: dict[str, list[str]] = defaultdict(list)
        for guide in library.guides.values():
            words = [word for word in guide.source.split() if word[0].isalnum()]
            for word, following in pairwise(words):
                self._next[word].append(following)
        self._beginnings = sorted(self._next)

    def documents(self, number: int) -> Iterator[str]:
        """Yield so many documents in Markdown."""
        for _ in range(number):
            length = int(_SHORTEST * (_LONGEST / _SHORTEST) ** self._random.random())
            parts = [f"# {self._words(6)}"]
            for start in range(0, length, _SECTION):
                if start:
                    parts.append(f"## {self._words(4)}")
                parts.append(self._words(min(_SECTION, length - start)))
            yield "\n\n".join(parts)

    def _words(self, number: int) -> str:
        word = self._random.choice(self._beginnings)
        words = [word]
        for _ in range(number - 1):
            word = self._random.choice(self._next.get(word) or self._beginnings)
            words.append(word)
        return " ".join(words)


def documents_folder(folder: Path, library: Library, number: int) -> Path:
    """Return a folder with so many documents; make it if it is not there."""
    target = folder / f"documents-{number}"
    if not (target / "complete").exists():
        for place, text in enumerate(Writer(library).documents(number)):
            file = target / f"{place // 100:03}" / f"note-{place:05}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        (target / "complete").touch()
    return target
