"""Making words whole that were broken at the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Joiner:
    """Joins lines; whether a hyphen stays is decided by how the document writes the word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known = Counter[str]()
        for line in lines:
            # The last word of a line may be half a word.
            words = _WORD.findall(line.lower())
            self._known.update(words[:-1])

    def join(self, lines: Sequence[tuple[str, bool]]) -> str:
        """Return lines as one; each tells whether a typesetter's hyphen stood at its end."""
        text = ""
        was_broken = False
        for line, is_broken in lines:
            if not text:
                text = line
            elif was_broken or (
                text.endswith("-") and line[:1].islower() and text[-2:-1].isalpha()
            ):
                text = self._joined(text.removesuffix("-"), line)
            else:
                text = f"{text} {line}"
            was_broken = is_broken
        return text

    def _joined(self, text: str, line: str) -> str:
        first = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*$", text)
        second = _WORD.match(line)
        if first is None or second is None:
            return f"{text}-{line}"
        whole = f"{first[0]}{second[0]}".lower()
        parted = f"{first[0]}-{second[0]}".lower()
        # Of a word that stands nowhere else, the hyphen is most likely the typesetter's.
        keeps = self._known[parted] > self._known[whole]
        return f"{text}-{line}" if keeps else f"{text}{line}"
