"""Reading passages for what the middle layers of the model give out, several at a time.

It has a memory of its own, beside the one that replies are written in, so neither disturbs the
other. What was read is kept, sequence by sequence, until room is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from app.model.binding import lib
from app.model.context import Beat, Context
from app.model.errors import Cause, EngineError
from app.model.known import Known, Shelf
from app.model.layers import LayerTap
from app.model.memory import AbortedError, Memory, chunk_size, shared_prefix
from app.model.passages import TokenizedPassage
from app.model.protocol import Activations

_ROOM = 4096
_SEQUENCES = 24
# The others hold what a passage may begin like, until all of them have been given a place.
_TOGETHER = _SEQUENCES // 2


@dataclass(eq=False)
class _Reading:
    """A passage, and the sequence that it is read into."""

    passage: TokenizedPassage
    known: Known
    read: int = 0

    @property
    def done(self) -> int:
        return len(self.known.tokens)


@dataclass(frozen=True)
class _Step:
    """A token to read, for one or several passages that have been the same up to it."""

    token: int
    position: int
    readings: list[_Reading]


class Observer:
    """Reads passages with a loaded model, as far up as the highest layer that is looked at.

    Parameters
    ----------
    context : Context
        Has the model, and the flag that ends a computation.
    room : int
        How many tokens are kept, all passages together; what several begin with counts once.

    Raises
    ------
    EngineError
        There is no memory for it, or the library offers no way to look.
    """

    def __init__(self, context: Context, room: int = _ROOM) -> None:
        model = context.model
        self._depth: int = lib.llama_model_n_layer(model)
        self._most = context.options.chunk
        self._tap = LayerTap(lib.llama_model_n_embd(model), self._most)
        # A running state cannot go back and would mix up what is read together.
        running = lib.llama_model_is_recurrent(model) or lib.llama_model_is_hybrid(model)
        self._together = 1 if running else _TOGETHER
        sequences = 1 if running else _SEQUENCES
        self._memory = Memory(
            model,
            length=room,
            chunk=self._most,
            sequences=sequences,
            threads=context.options.threads,
            abort=context.abort,
            watch=self._tap.callback,
        )
        trained = context.trained_length
        self._room = room
        self._longest = min(room, trained) if trained > 0 else room
        self._shelf = Shelf(self._memory, sequences=sequences, room=room)
        self._abort = context.abort
        self._layers: list[int] = []
        self._ending = False
        # What is being computed, for the thread that may end it: which tokens of which passages.
        self._chunk: list[tuple[list[int], range]] = []

    def observe(
        self, passages: Sequence[TokenizedPassage], depths: Sequence[float], beat: Beat
    ) -> list[Activations]:
        """Read passages and return what the layers gave out.

        Raises
        ------
        EngineError
            With ``PROMPT_TOO_LONG``, before anything is read, or ``NOT_OBSERVABLE``.
        ValueError
            A depth is not above 0 and at most 1.
        AbortedError
            It was ended; what had been read is kept.
        """
        chosen = self._choose(depths)
        for passage in passages:
            if not self.has_room_for(passage):
                raise EngineError(
                    Cause.PROMPT_TOO_LONG,
                    f"the text has {len(passage.tokens)} tokens; {self._longest} can be read",
                )
        return [
            _activations(reading, chosen)
            for group in self._groups(passages)
            for reading in self._read(group, beat)
        ]

    def has_room_for(self, passage: TokenizedPassage) -> bool:
        """Return whether the passage can be read at all."""
        return len(passage.tokens) <= self._longest

    def give_way(self, wanted: Sequence[TokenizedPassage] | None) -> None:
        """End a running ``observe`` after what is being computed now; any thread.

        With ``wanted`` passages, to be read next, it ends at once if less than half of that is of
        use to them: what is broken off is lost as a whole.
        """
        self._ending = True
        if wanted is None:
            return
        total = useful = 0
        for tokens, part in self._chunk:
            known = max((shared_prefix(tokens, each.tokens) for each in wanted), default=0)
            useful += len(range(part.start, min(known, part.stop)))
            total += len(part)
        if useful < total / 2:
            self._abort.set()

    def go_on(self) -> None:
        """Take back what ``give_way`` asked for."""
        self._ending = False

    def forget(self) -> None:
        """Forget everything that has been read."""
        self._shelf.clear()

    def close(self) -> None:
        """Give the memory back."""
        self._memory.close()

    def _choose(self, depths: Sequence[float]) -> list[int]:
        """See to it that the layers at these depths are taken down; return their places."""
        if not depths or not all(0 < depth <= 1 for depth in depths):
            raise ValueError(f"depths must be above 0 and at most 1, not {list(depths)}")
        wanted = [max(round(depth * self._depth) - 1, 0) for depth in depths]
        layers = sorted(set(wanted))
        if layers != self._layers:
            # Of what is known, other layers were taken down, and those above were not computed.
            self._shelf.clear()
            self._tap.choose(layers)
            self._layers = layers
        return [layers.index(layer) for layer in wanted]

    def _groups(self, passages: Sequence[TokenizedPassage]) -> Iterator[list[TokenizedPassage]]:
        """Yield the passages in groups that fit the memory together."""
        group: list[TokenizedPassage] = []
        used = 0
        for passage in passages:
            shared = (shared_prefix(passage.tokens, other.tokens) for other in group)
            needed = len(passage.tokens) - max(shared, default=0)
            if group and (used + needed > self._room or len(group) == self._together):
                yield group
                group, used, needed = [], 0, len(passage.tokens)
            group.append(passage)
            used += needed
        if group:
            yield group

    def _read(self, group: Sequence[TokenizedPassage], beat: Beat) -> list[_Reading]:
        """Read a group of passages, as far as they are not known."""
        readings = self._place(group)
        steps = _steps(readings)
        if not self._shelf.make_room(len(steps)):
            # The same beginning may be kept twice; read anew, it is there only once.
            self._shelf.clear()
            readings = self._place(group)
            steps = _steps(readings)
        total, done = len(steps), 0
        try:
            while done < total:
                chunk = steps[done : done + chunk_size(total - done, self._most)]
                self._chunk = [(r.passage.tokens, part) for r, part in _parts(chunk).items()]
                if self._ending:
                    raise AbortedError
                self._compute(chunk)
                done += len(chunk)
                beat(done, total)
        finally:
            self._chunk = []
        return readings

    def _place(self, group: Sequence[TokenizedPassage]) -> list[_Reading]:
        places = self._shelf.place(group)
        return [_Reading(passage, known) for passage, known in zip(group, places, strict=True)]

    def _compute(self, chunk: Sequence[_Step]) -> None:
        """Read tokens and keep what the layers gave."""
        rows = [(s.token, s.position, [r.known.number for r in s.readings]) for s in chunk]
        parts = _parts(chunk)
        # llama.cpp leaves tokens without an output out of the last layer.
        every = self._layers[-1] == self._depth - 1
        self._tap.begin(len(rows))
        try:
            self._memory.read(rows, outputs=range(len(rows)) if every else ())
            taken = self._tap.taken()
        except (AbortedError, EngineError):
            for reading, part in parts.items():
                self._shelf.cut(reading.known, part.start)
            raise
        cells = self._shelf.new_cells(len(chunk))
        for reading in parts:
            mine = [i for i, step in enumerate(chunk) if reading in step.readings]
            tokens = [chunk[i].token for i in mine]
            reading.known.add(tokens, [cells[i] for i in mine], taken[:, mine])
        for step in chunk:
            step.readings[0].read += 1


def _steps(readings: Sequence[_Reading]) -> list[_Step]:
    """Return what is to be read: what passages have in common once, and stretches first."""
    # Neighbours in the order of their tokens have the longest beginnings in common. Sequences may
    # share a token only if as much of them is known.
    ordered = sorted(readings, key=lambda r: (r.done, r.passage.tokens))
    shared = [
        shared_prefix(a.passage.tokens, b.passage.tokens) if a.done == b.done else 0
        for a, b in pairwise(ordered)
    ]
    steps = []
    for i, reading in enumerate(ordered):
        tokens = reading.passage.tokens
        for position in range(max(reading.done, shared[i - 1] if i else 0), len(tokens)):
            together = i + 1
            while together < len(ordered) and shared[together - 1] > position:
                together += 1
            steps.append(_Step(tokens[position], position, ordered[i:together]))
    # What follows the stretches is read last: it is lost when a longer answer comes.
    return sorted(steps, key=lambda s: all(s.position >= r.passage.end for r in s.readings))


def _parts(chunk: Sequence[_Step]) -> dict[_Reading, range]:
    """Return which passages a chunk reads, and which of their tokens."""
    parts: dict[_Reading, range] = {}
    for step in chunk:
        for reading in step.readings:
            start = parts[reading].start if reading in parts else step.position
            parts[reading] = range(start, step.position + 1)
    return parts


def _activations(reading: _Reading, chosen: Sequence[int]) -> Activations:
    """Return what is asked for of a passage that has been read."""
    passage = reading.passage
    kept = reading.known.kept[:, chosen].astype(np.float32)
    means: npt.NDArray[np.float32] = np.zeros((len(passage.stretches), *kept.shape[1:]), np.float32)
    for mean, places in zip(means, passage.stretches, strict=True):
        if places:
            mean[:] = kept[[place - reading.known.first for place in places]].mean(axis=0)
    counts = tuple(len(places) for places in passage.stretches)
    inside = [place for places in passage.stretches for place in places] if passage.beside else []
    each, *beside = (
        kept[[place - reading.known.first for place in places], 0]
        for places in (inside, *passage.beside)
    )
    return Activations(kept[-1], means, counts, reading.read, each, tuple(beside))
