"""What an observer has read and can go on from: sequences, and what layers gave out for them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from app.model.memory import EXACT, Memory, shared_prefix
from app.model.passages import TokenizedPassage
from app.model.wire import to_half

# Each token that is kept makes reading slower, so old ones go before there is need; see ENGINE.md.
_REMEMBERED = 4

Kept = npt.NDArray[np.float16]
"""What layers gave out: [tokens, layers, width]."""


class Known:
    """A sequence in memory.

    Attributes
    ----------
    number : int
        Its number in the memory.
    tokens : list of int
        What has been read of it.
    cells : list of int
        Which place each token takes; sequences that share a token name the same one.
    first : int
        From which token on its activations are kept.
    kept : array
        The activations, from that token to the last one read.
    used : int
        When it was used last; later times are greater.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.tokens: list[int] = []
        self.cells: list[int] = []
        self.first = 0
        self.kept: Kept = np.empty((0, 0, 0), np.float16)
        self.used = 0

    def add(
        self, tokens: Sequence[int], cells: Sequence[int], taken: npt.NDArray[np.float32]
    ) -> None:
        """Note tokens that have been read, and what the layers gave: [layers, tokens, width]."""
        fresh = taken[:, max(self.first - len(self.tokens), 0) :]
        self.tokens += tokens
        self.cells += cells
        if fresh.shape[1]:
            halves = to_half(fresh).swapaxes(0, 1)
            self.kept = np.concatenate([self.kept, halves]) if len(self.kept) else halves.copy()

    def begin_like(self, other: Known, length: int, first: int) -> None:
        """Take over the first tokens of a sequence, and what is kept from ``first`` on."""
        self.tokens = other.tokens[:length]
        self.cells = other.cells[:length]
        self.kept = other.kept[max(first - other.first, 0) : max(length - other.first, 0)].copy()
        self.first = first

    def cut(self, length: int, first: int) -> None:
        """Leave only the first tokens; of those that follow, keep what lies from ``first`` on."""
        del self.tokens[length:], self.cells[length:]
        self.kept = self.kept[: max(length - self.first, 0)]
        # What is kept already may be of use to another passage.
        if not len(self.kept):
            self.first = first

    def of_use(self, passage: TokenizedPassage) -> int:
        """Return how many of its tokens need not be read again for a passage."""
        known = shared_prefix(self.tokens, passage.tokens)
        if passage.first < self.first:
            known = min(known, passage.first)
        total = len(passage.tokens)
        return known if known == total else max(min(known, total - EXACT), 0)


class Shelf:
    """All sequences in the memory of an observer.

    Parameters
    ----------
    memory : Memory
        Where they are.
    sequences : int
        How many there may be.
    room : int
        How many tokens they may have together; a shared token counts once.
    """

    def __init__(self, memory: Memory, *, sequences: int, room: int) -> None:
        self._memory = memory
        self._room = room
        self._cells = itertools.count()
        self._free = list(range(sequences))
        self._known: list[Known] = []
        self._now = 0

    def place(self, passages: Sequence[TokenizedPassage]) -> list[Known]:
        """Return a sequence for each passage that begins with what is known of it.

        A sequence that differs only in its end is taken over, others are shared from. At most
        half as many passages as there may be sequences find room.
        """
        self._now += 1
        sources = self._sources(passages)
        for source, _ in sources.values():
            if source is not None:
                source.used = self._now
        placed: dict[int, Known] = {}
        for i, (source, length) in sources.items():
            full = not self._free and not self._can_forget
            free = source is not None and source not in placed.values()
            if source is not None and free and (full or _is_same(source, length)):
                self.cut(source, length, passages[i].first)
                placed[i] = source
            else:
                placed[i] = self._branch(source, length, passages[i].first)
        self._forget_old()
        return [placed[i] for i in range(len(passages))]

    def make_room(self, tokens: int) -> bool:
        """Forget what was not placed last, the oldest first, until so many more tokens fit.

        Returns whether they do.
        """
        while len({cell for known in self._known for cell in known.cells}) + tokens > self._room:
            if not self._can_forget:
                return False
            self._forget_oldest()
        return True

    def new_cells(self, tokens: int) -> list[int]:
        """Return places for tokens that are read for the first time."""
        return list(itertools.islice(self._cells, tokens))

    def cut(self, known: Known, length: int, first: int | None = None) -> None:
        """Forget all but the first tokens of a sequence; where that is impossible, all."""
        if not self._memory.forget(known.number, length):
            self._memory.forget(known.number)
            length = 0
        known.cut(length, known.first if first is None else first)

    def clear(self) -> None:
        """Forget everything."""
        self._memory.clear()
        self._free += [known.number for known in self._known]
        self._known.clear()

    def _sources(self, passages: Sequence[TokenizedPassage]) -> dict[int, tuple[Known | None, int]]:
        """Return for each passage what sequence it best begins like, and how much of it.

        Those that share most come first: what takes a sequence over then leaves enough of it for
        the others. As far as several are as good, each gets its own.
        """
        uses = [{known: known.of_use(passage) for known in self._known} for passage in passages]
        lengths = [max(use.values(), default=0) for use in uses]
        sources: dict[int, tuple[Known | None, int]] = {}
        chosen: set[Known] = set()
        for i in sorted(range(len(passages)), key=lengths.__getitem__, reverse=True):
            sources[i] = None, 0
            if lengths[i]:
                equal = [known for known, length in uses[i].items() if length == lengths[i]]
                source = max(equal, key=lambda known: (known not in chosen, known.used))
                chosen.add(source)
                sources[i] = source, lengths[i]
        return sources

    @property
    def _can_forget(self) -> bool:
        return any(known.used < self._now for known in self._known)

    def _forget_oldest(self) -> None:
        self._forget(min(self._known, key=lambda known: known.used))

    def _forget_old(self) -> None:
        for known in [known for known in self._known if known.used <= self._now - _REMEMBERED]:
            self._forget(known)

    def _forget(self, known: Known) -> None:
        self._known.remove(known)
        self._memory.forget(known.number)
        self._free.append(known.number)

    def _branch(self, source: Known | None, length: int, first: int) -> Known:
        """Return a new sequence that begins like another."""
        if not self._free:
            self._forget_oldest()
        known = Known(self._free.pop())
        known.used, known.first = self._now, first
        self._known.append(known)
        if source is not None:
            self._memory.share(source.number, known.number, length)
            known.begin_like(source, length, first)
        return known


def _is_same(known: Known, length: int) -> bool:
    """Return whether a sequence, so much of which is of use, is about the same as what is read.

    Then its own end has probably been replaced: by a longer answer, say.
    """
    return length >= min(known.first, len(known.tokens) // 2)
