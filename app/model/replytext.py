"""From the bytes of tokens to text that may be shown: whole characters, no stop string."""

from __future__ import annotations

import codecs
from collections.abc import Sequence


class ReplyText:
    """Gives out the text of a reply piece by piece, as soon as it is certain.

    A token may hold only a part of a character, and a stop string may be spread over many tokens;
    both are held back until they are complete or turn out to be something else.

    Parameters
    ----------
    stops : sequence of str
        The text ends before the first of these.
    """

    def __init__(self, stops: Sequence[str] = ()) -> None:
        self._stops = [stop for stop in stops if stop]
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self.ended = False
        """Whether a stop string has come."""

    def feed(self, piece: bytes) -> str:
        """Return the text that this piece makes certain; often empty."""
        self._held += self._decoder.decode(piece)
        ends = [at for stop in self._stops if (at := self._held.find(stop)) >= 0]
        if ends:
            self.ended = True
            return self._release(min(ends))
        return self._release(len(self._held) - self._undecided())

    def finish(self) -> str:
        """Return what was held back; a character that never became whole is dropped."""
        return "" if self.ended else self._release(len(self._held))

    def _release(self, end: int) -> str:
        text, self._held = self._held[:end], self._held[end:]
        return text

    def _undecided(self) -> int:
        """Return how many last characters could be the beginning of a stop string."""
        longest = max((len(stop) for stop in self._stops), default=1) - 1
        for length in range(min(longest, len(self._held)), 0, -1):
            tail = self._held[-length:]
            if any(stop.startswith(tail) for stop in self._stops):
                return length
        return 0
