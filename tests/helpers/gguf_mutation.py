"""Damaging a real GGUF file in every place that has a meaning, so that a case can be told again.

A mutation follows from its seed alone. All are made on one copy of the file, which is patched
before a case and restored after it: a case costs milliseconds, whatever the file's size.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import IO

STRING, ARRAY = 8, 9
SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
ALIGNMENT = 32


@dataclass(frozen=True)
class Place:
    """Bytes of the header with one meaning."""

    what: str
    start: int
    size: int

    @property
    def end(self) -> int:
        """The byte after the last one."""
        return self.start + self.size


@dataclass
class Anatomy:
    """Where everything in a GGUF file is.

    Attributes
    ----------
    counts, lengths, types, texts, values : list of Place
        Of the header and its pairs: how many tensors and pairs, lengths of texts and lists, types
        of values, keys and short texts, numbers.
    names, ranks, dims, kinds, offsets : list of Place
        Of the tensors: names, numbers of dimensions, dimensions, types, where the data begin.
    data : int
        Where the header ends and the data begin.
    size : int
        Bytes of the file.
    """

    counts: list[Place] = field(default_factory=list)
    lengths: list[Place] = field(default_factory=list)
    types: list[Place] = field(default_factory=list)
    texts: list[Place] = field(default_factory=list)
    values: list[Place] = field(default_factory=list)
    names: list[Place] = field(default_factory=list)
    ranks: list[Place] = field(default_factory=list)
    dims: list[Place] = field(default_factory=list)
    kinds: list[Place] = field(default_factory=list)
    offsets: list[Place] = field(default_factory=list)
    data: int = 0
    size: int = 0

    @property
    def boundaries(self) -> list[int]:
        """Every byte at which something ends, of which a file can be cut off."""
        groups = (self.counts, self.lengths, self.types, self.texts, self.values)
        groups += (self.names, self.ranks, self.dims, self.kinds, self.offsets)
        ends = {place.end for group in groups for place in group}
        return sorted({0, 4, 8, *ends, self.data})


def anatomy_of(path: Path) -> Anatomy:
    """Return where everything in a sound file is."""
    with path.open("rb") as file:
        return _Dissector(file).anatomy()


class _Dissector:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._found = Anatomy(size=os.fstat(file.fileno()).st_size)

    def anatomy(self) -> Anatomy:
        found = self._found
        self._file.seek(8)
        tensors = self._number(found.counts, "count of tensors", 8)
        pairs = self._number(found.counts, "count of pairs", 8)
        for _ in range(pairs):
            self._pair()
        for _ in range(tensors):
            self._tensor()
        found.data = -(-self._file.tell() // ALIGNMENT) * ALIGNMENT
        return found

    def _pair(self) -> None:
        found = self._found
        key = self._text(found.texts, "key")
        kind = self._number(found.types, f"type of {key}", 4)
        if kind == STRING:
            self._text(found.texts, key)
        elif kind == ARRAY:
            of = self._number(found.types, f"type in {key}", 4)
            count = self._number(found.lengths, f"length of {key}", 8)
            if of == STRING:
                for i in range(count):
                    # One in a thousand: a vocabulary would outweigh all else.
                    places = (found.texts, found.lengths) if i % 1000 == 0 else ([], [])
                    self._text(places[0], f"{key}[{i}]", lengths=places[1])
            else:
                self._file.seek(SIZES[of] * count, os.SEEK_CUR)
        else:
            self._number(found.values, f"value of {key}", SIZES[kind])

    def _tensor(self) -> None:
        found = self._found
        name = self._text(found.names, "name of a tensor")
        rank = self._number(found.ranks, f"dimensions of {name}", 4)
        for axis in range(rank):
            self._number(found.dims, f"dimension {axis} of {name}", 8)
        self._number(found.kinds, f"type of {name}", 4)
        self._number(found.offsets, f"offset of {name}", 8)

    def _number(self, into: list[Place], what: str, size: int) -> int:
        into.append(Place(what, self._file.tell(), size))
        return int.from_bytes(self._file.read(size), "little")

    def _text(self, into: list[Place], what: str, lengths: list[Place] | None = None) -> str:
        lengths = self._found.lengths if lengths is None else lengths
        length = self._number(lengths, f"length of {what}", 8)
        into.append(Place(what, self._file.tell(), length))
        return self._file.read(length).decode("utf-8", "replace")


@dataclass(frozen=True)
class Mutation:
    """One way to damage a file.

    Attributes
    ----------
    what : str
        What is damaged and how, for whoever reads that a case failed.
    patches : tuple of (int, bytes)
        What is written where.
    length : int or None
        Where the file is cut off, or up to where zeros are added.
    """

    seed: int
    kind: str
    what: str
    patches: tuple[tuple[int, bytes], ...] = ()
    length: int | None = None

    def __str__(self) -> str:
        return f"seed {self.seed}, {self.kind}: {self.what}"


_WILD = (0, 1, 2, 3, 7, 64, 255, 2**15, 2**16, 2**31 - 1, 2**31, 2**32 - 1, 2**40, 2**62, 2**64 - 1)


def _numbers(places: Sequence[Place], rng: Random, wild: Sequence[int] = _WILD) -> Mutation:
    place = rng.choice(places)
    number = rng.choice([*wild, rng.getrandbits(8 * place.size)])
    data = (number % 256**place.size).to_bytes(place.size, "little")
    return Mutation(0, "", f"{place.what} becomes {number}", ((place.start, data),))


def _letters(places: Sequence[Place], rng: Random) -> Mutation:
    place = rng.choice([each for each in places if each.size])
    at = place.start + rng.randrange(place.size)
    letter = rng.choice(b"x_\x00\xff\n%{")
    return Mutation(0, "", f"letter {at - place.start} of {place.what}", ((at, bytes([letter])),))


def _flips(start: int, stop: int, rng: Random, original: IO[bytes], most: int) -> Mutation:
    patches = []
    for _ in range(rng.randint(1, most)):
        at = rng.randrange(start, stop)
        original.seek(at)
        patches.append((at, bytes([original.read(1)[0] ^ 1 << rng.randrange(8)])))
    return Mutation(0, "", f"bits at {', '.join(str(at) for at, _ in patches)}", tuple(patches))


def _cut(anatomy: Anatomy, rng: Random) -> Mutation:
    if rng.random() < 0.3:
        length = rng.randrange(anatomy.data, anatomy.size)
    else:
        length = max(rng.choice(anatomy.boundaries) + rng.choice((-1, 0, 0, 1)), 0)
    return Mutation(0, "", f"cut off after {length} bytes", length=length)


def _longer(anatomy: Anatomy, rng: Random) -> Mutation:
    more = rng.choice((1, 31, 4096, 10**9))
    return Mutation(0, "", f"{more} zeros at the end", length=anatomy.size + more)


def _scale(anatomy: Anatomy, rng: Random) -> Mutation:
    """Make numbers in some blocks of the weights infinite or none at all."""
    patches = []
    number = rng.choice((b"\x00\x7c", b"\x00\xfc", b"\xff\x7f"))
    for _ in range(rng.choice((1, 20, 400))):
        at = rng.randrange(anatomy.data, anatomy.size - 2) // 2 * 2
        patches.append((at, number))
    return Mutation(0, "", f"{len(patches)} numbers become {number.hex()}", tuple(patches))


def _sector(anatomy: Anatomy, rng: Random) -> Mutation:
    """Lose what a disk or a download loses at once."""
    size = rng.choice((512, 4096, 1 << 16))
    start = rng.choice((0, anatomy.data))
    stop = anatomy.data if start == 0 else anatomy.size
    at = rng.randrange(start, max(stop - size, start + 1)) // 512 * 512
    lost = bytes(size) if rng.random() < 0.5 else rng.randbytes(size)
    return Mutation(0, "", f"{size} bytes at {at} are lost", ((at, lost),))


def _alignment(anatomy: Anatomy, rng: Random) -> Mutation:
    # The two keys are of one length, and both values are 32-bit numbers.
    key = next(each for each in anatomy.texts if each.what == "key" and each.size == 17)
    value = next(each for each in anatomy.values if each.what == "value of general.file_type")
    number = rng.choice((0, 1, 3, 8, 64, 4096, 2**20, 2**31, 2**32 - 1))
    patches = ((key.start, b"general.alignment"), (value.start, number.to_bytes(4, "little")))
    return Mutation(0, "", f"alignment becomes {number}", patches)


def _beginning(_: Anatomy, rng: Random) -> Mutation:
    patch = rng.choice(
        (
            (0, b"GGML"),
            (0, b"\x00\x00\x00\x00"),
            (0, b"PK\x03\x04"),
            (4, b"\x00\x00\x00\x00"),
            (4, b"\x01\x00\x00\x00"),
            (4, b"\x04\x00\x00\x00"),
            (4, b"\x00\x00\x00\x03"),
            (4, b"\xff\xff\xff\xff"),
        )
    )
    return Mutation(0, "", f"{patch[1].hex()} at {patch[0]}", (patch,))


_KINDS: dict[str, Callable[[Anatomy, Random, IO[bytes]], Mutation]] = {
    "beginning": lambda a, rng, _: _beginning(a, rng),
    "counts": lambda a, rng, _: _numbers(a.counts, rng, (*_WILD, 31, 33, 34, 271, 273)),
    "lengths": lambda a, rng, _: _numbers(a.lengths, rng),
    "types": lambda a, rng, _: _numbers(a.types, rng, (*range(14), 99, 2**31)),
    "texts": lambda a, rng, _: _letters(a.texts, rng),
    "values": lambda a, rng, _: _numbers(a.values, rng),
    "alignment": lambda a, rng, _: _alignment(a, rng),
    "tensor names": lambda a, rng, _: _letters(a.names, rng),
    "tensor ranks": lambda a, rng, _: _numbers(a.ranks, rng, (0, 1, 2, 3, 4, 5, 2**31)),
    "tensor dims": lambda a, rng, _: _numbers(a.dims, rng),
    "tensor types": lambda a, rng, _: _numbers(a.kinds, rng, (*range(43), 99, 2**31)),
    "tensor offsets": lambda a, rng, _: _numbers(a.offsets, rng),
    "cut off": lambda a, rng, _: _cut(a, rng),
    "header bits": lambda a, rng, file: _flips(0, a.data, rng, file, 8),
    "pair bits": lambda a, rng, file: _flips(24, a.values[-5].end, rng, file, 2),
    "weight bits": lambda a, rng, file: _flips(a.data, a.size, rng, file, 64),
    "weight numbers": lambda a, rng, _: _scale(a, rng),
    "sector": lambda a, rng, _: _sector(a, rng),
    "longer": lambda a, rng, _: _longer(a, rng),
}
KINDS = tuple(_KINDS)


def kind_of(seed: int) -> str:
    """Return which kind of damage a seed stands for; consecutive seeds go through all of them."""
    return KINDS[seed % len(KINDS)]


class Patient:
    """A copy of a model file, and the damage that is done to it one case at a time.

    Parameters
    ----------
    original : Path
        A sound file; it is never written.
    folder : Path
        Where the copy is made.
    """

    def __init__(self, original: Path, folder: Path) -> None:
        self._original = original
        self._copy = folder / original.name
        self._cut = folder / f"cut-{original.name}"
        shutil.copyfile(original, self._copy)
        self.anatomy = anatomy_of(original)

    def mutation(self, seed: int) -> Mutation:
        """Return the mutation that a seed stands for."""
        kind = kind_of(seed)
        with self._original.open("rb") as original:
            made = _KINDS[kind](self.anatomy, Random(f"{kind} {seed}"), original)
        return Mutation(seed, kind, made.what, made.patches, made.length)

    @contextmanager
    def damaged(self, mutation: Mutation) -> Iterator[Path]:
        """Give the file as the mutation leaves it; afterwards it is sound again."""
        if mutation.length is not None and mutation.length < self.anatomy.size:
            with self._copy.open("rb") as source, self._cut.open("wb") as target:
                _copy_bytes(source, target, mutation.length)
            yield self._cut
            self._cut.unlink()
            return
        with self._copy.open("r+b") as copy, self._original.open("rb") as original:
            for at, data in mutation.patches:
                copy.seek(at)
                copy.write(data)
            if mutation.length is not None:
                copy.truncate(mutation.length)
            copy.flush()
            try:
                yield self._copy
            finally:
                for at, data in mutation.patches:
                    original.seek(at)
                    copy.seek(at)
                    copy.write(original.read(len(data)))
                copy.truncate(self.anatomy.size)


def with_chat_template(source: Path, target: Path, template: bytes) -> Path:
    """Write a sound file that differs in its chat template alone, and return its path."""
    anatomy = anatomy_of(source)
    old = next(each for each in anatomy.texts if each.what == "tokenizer.chat_template")
    with source.open("rb") as file, target.open("wb") as written:
        header = file.read(anatomy.offsets[-1].end)
        head = header[: old.start - 8] + len(template).to_bytes(8, "little") + template
        head += header[old.end :]
        written.write(head + bytes(-len(head) % ALIGNMENT))
        file.seek(anatomy.data)
        _copy_bytes(file, written, anatomy.size - anatomy.data)
    return target


def _copy_bytes(source: IO[bytes], target: IO[bytes], count: int) -> None:
    while count > 0:
        piece = source.read(min(count, 1 << 20))
        target.write(piece)
        count -= len(piece)
