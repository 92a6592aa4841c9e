"""Reading what a GGUF file says about itself, without loading it and without trusting it.

Only the header is read: a magic number, a version, two counts, then key-value pairs. Every length
in it is checked before it is believed, because the file may be damaged or made to do harm.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import IO

MAX_PAIRS = 10_000
MAX_TENSORS = 1_000_000
MAX_TEXT = 4 * 1024 * 1024
MAX_ITEMS = 4_000_000
MAX_HEADER = 256 * 1024 * 1024
"""Bytes of the header that are looked at; the largest vocabularies take about 20 MB."""

_STRING, _ARRAY = 8, 9
_FIXED = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}

Value = str | int | float | bool | None


class GgufError(Exception):
    """A file is not a GGUF file that can be used; the text says why, for the learner."""


@dataclass(frozen=True)
class GgufHeader:
    """What a model file says about itself.

    Attributes
    ----------
    version
        The version of the format, 2 or 3.
    tensors
        How many tensors the file holds.
    architecture
        Such as ``qwen2`` or ``llama``.
    name
        The name that its makers gave it; None where they gave none.
    context_length
        Tokens it was trained for; None where the file does not say.
    kv_bytes_per_token
        Bytes of 16-bit key-value cache for one token; None where the file does not say enough.
    """

    version: int
    tensors: int
    architecture: str
    name: str | None
    context_length: int | None
    kv_bytes_per_token: int | None


def read_header(path: Path) -> GgufHeader:
    """Read the header of a model file.

    Raises
    ------
    GgufError
        The file cannot be read, is of another kind, is cut short, or contradicts itself.
    """
    # Opening a pipe that somebody has named like a model would wait for ever.
    if not path.is_file():
        raise GgufError("there is no such file")
    try:
        with path.open("rb") as file:
            return _Reader(file).header()
    except OSError as error:
        raise GgufError(f"the file cannot be read: {error.strerror or error}") from error


class _Reader:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._read = 0

    def header(self) -> GgufHeader:
        magic = self._file.read(4)
        if magic != b"GGUF":
            raise GgufError("this is not a GGUF file")
        version = self._int("I")
        if version & 0xFFFF == 0:
            raise GgufError("this GGUF file is for machines with another byte order")
        if version not in (2, 3):
            raise GgufError(f"version {version} of the GGUF format is not supported")
        tensors, pairs = self._int("Q"), self._int("Q")
        if tensors > MAX_TENSORS or pairs > MAX_PAIRS:
            raise GgufError("the header is damaged: its counts are impossible")
        values = self._pairs(pairs)
        architecture = values.get("general.architecture")
        if not isinstance(architecture, str) or not architecture:
            raise GgufError("the header does not name the model's architecture")
        name = values.get("general.name")
        return GgufHeader(
            version=version,
            tensors=tensors,
            architecture=architecture,
            name=name if isinstance(name, str) and name.strip() else None,
            context_length=_number(values, f"{architecture}.context_length"),
            kv_bytes_per_token=_kv_bytes(values, architecture),
        )

    def _pairs(self, count: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for _ in range(count):
            key = self._text()
            # The vocabulary comes last and is long; by then everything needed has been read.
            if key.startswith("tokenizer.") and _has_enough(values):
                break
            values[key] = self._value(self._int("I"))
        return values

    def _value(self, kind: int) -> Value:
        if kind == _STRING:
            return self._text()
        if kind == _ARRAY:
            self._skip_array()
            return None
        code = _FIXED.get(kind)
        if code is None:
            raise GgufError(f"the header is damaged: it uses a type numbered {kind}")
        value: Value = self._unpack(code)
        return value

    def _skip_array(self) -> None:
        kind, count = self._int("I"), self._int("Q")
        if count > MAX_ITEMS:
            raise GgufError("the header is damaged: a list in it is impossibly long")
        if kind == _STRING:
            for _ in range(count):
                self._skip(self._length())
        elif kind in _FIXED:
            self._skip(count * struct.calcsize(_FIXED[kind]))
        else:
            # Lists of lists are allowed by the format and used by nobody.
            raise GgufError(f"the header is damaged: it has a list of type {kind}")

    def _text(self) -> str:
        return self._bytes(self._length()).decode("utf-8", errors="replace")

    def _length(self) -> int:
        length = self._int("Q")
        if length > MAX_TEXT:
            raise GgufError("the header is damaged: a text in it is impossibly long")
        return length

    def _int(self, code: str) -> int:
        return int(self._unpack(code))

    def _unpack(self, code: str) -> int | float | bool:
        layout = "<" + code
        value: int | float | bool = struct.unpack(layout, self._bytes(struct.calcsize(layout)))[0]
        return value

    def _bytes(self, count: int) -> bytes:
        self._count(count)
        data = self._file.read(count)
        if len(data) < count:
            raise GgufError("the file is cut short")
        return data

    def _skip(self, count: int) -> None:
        # A seek may go behind the end of the file; the next read notices.
        self._count(count)
        self._file.seek(count, 1)

    def _count(self, count: int) -> None:
        self._read += count
        if self._read > MAX_HEADER:
            raise GgufError("the header is damaged: it does not end")


def _has_enough(values: dict[str, Value]) -> bool:
    architecture = values.get("general.architecture")
    return f"{architecture}.context_length" in values


def _number(values: dict[str, Value], key: str) -> int | None:
    value = values.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _kv_bytes(values: dict[str, Value], architecture: str) -> int | None:
    """Return layers x key-value heads x (key and value length) x 2 bytes, or None."""
    layers = _number(values, f"{architecture}.block_count")
    heads = _number(values, f"{architecture}.attention.head_count")
    width = _number(values, f"{architecture}.embedding_length")
    if layers is None or heads is None or width is None:
        return None
    kv_heads = _number(values, f"{architecture}.attention.head_count_kv") or heads
    key_length = _number(values, f"{architecture}.attention.key_length") or width // heads
    value_length = _number(values, f"{architecture}.attention.value_length") or width // heads
    return layers * kv_heads * (key_length + value_length) * 2
