"""Reading what a GGUF file says about itself, without loading it and without trusting it.

Only the header is read: a magic number, a version, two counts, then key-value pairs. Every length
in it is checked before it is believed, because the file may be damaged or made to do harm.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app.model.errors import Cause

MAX_PAIRS = 10_000
MAX_TENSORS = 1_000_000
MAX_TEXT = 4 * 1024 * 1024
MAX_ITEMS = 4_000_000
MAX_HEADER = 64 * 1024 * 1024
"""Bytes of the header that are looked at; the largest vocabularies take about 20 MB."""
NEWEST_VERSION = 3

_STRING, _ARRAY = 8, 9
_FIXED = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_LENGTH = struct.Struct("<Q")
# Their cache is smaller than layers and heads tell, by a share that is not in the file.
_THRIFTY = ("attention.sliding_window", "attention.kv_lora_rank", "ssm.state_size")

Value = str | int | float | bool | None


class GgufError(Exception):
    """A file is not a GGUF file that can be used; the text says why, for the learner.

    Attributes
    ----------
    cause : Cause
        What kind of fault it is.
    """

    def __init__(self, text: str, cause: Cause = Cause.DAMAGED) -> None:
        super().__init__(text)
        self.cause = cause


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
    """Read the header of a model file, as far as it tells something about the model.

    Raises
    ------
    GgufError
        The file cannot be read, is of another kind, is cut short, or contradicts itself.
    """
    # Opening a pipe that somebody has named like a model would wait for ever.
    if not path.is_file():
        raise GgufError("there is no such file", Cause.NO_FILE)
    try:
        with path.open("rb", buffering=1 << 20) as file:
            reader = GgufReader(file)
            values = reader.pairs(until_enough=True)
    except PermissionError as error:
        raise GgufError("the file may not be read", Cause.NO_PERMISSION) from error
    except OSError as error:
        text = f"the file cannot be read: {error.strerror or error}"
        raise GgufError(text, Cause.UNREADABLE) from error
    return header_of(reader, values)


class GgufReader:
    """Reads a header piece by piece, and never further than it can be believed.

    Parameters
    ----------
    file : binary file
        At its beginning.

    Raises
    ------
    GgufError
        It does not begin as a model file does.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.position = 0
        """Bytes read so far."""
        magic = self._file.read(4)
        if not magic:
            raise GgufError("the file is empty", Cause.TRUNCATED)
        if magic != b"GGUF":
            raise GgufError("this is not a GGUF file", Cause.NOT_A_MODEL)
        self.position = 4
        self.version = self.number("I")
        _check_version(self.version)
        self.tensors, self._pairs = self.number("Q"), self.number("Q")
        if self.tensors > MAX_TENSORS or self._pairs > MAX_PAIRS:
            raise GgufError("the counts in its header are impossible")

    def pairs(self, *, until_enough: bool = False) -> dict[str, Value]:
        """Return the key-value pairs; lists are passed over and count as None.

        With ``until_enough`` the vocabulary is left out if it stands at the end: it is long.
        """
        values: dict[str, Value] = {}
        for _ in range(self._pairs):
            key = self.text()
            if until_enough and key.startswith("tokenizer.") and _has_enough(values):
                break
            if key in values:
                raise GgufError(f"its header has {key} twice")
            values[key] = self._value(self.number("I"))
        return values

    def text(self) -> str:
        """Return a text of which the length stands before it."""
        return self._bytes(self._length()).decode("utf-8", errors="replace")

    def number(self, code: str) -> int:
        """Return a whole number of the width that ``struct`` has this code for."""
        return int(self._unpack(code))

    def _value(self, kind: int) -> Value:
        if kind == _STRING:
            return self.text()
        if kind == _ARRAY:
            self._skip_list()
            return None
        code = _FIXED.get(kind)
        if code is None:
            raise GgufError(f"its header has a value of type {kind}, which does not exist")
        value: Value = self._unpack(code)
        return value

    def _skip_list(self) -> None:
        kind, count = self.number("I"), self.number("Q")
        if count > MAX_ITEMS:
            raise GgufError("a list in its header is impossibly long")
        if kind == _STRING:
            for _ in range(count):
                self._bytes(self._length())
        elif kind in _FIXED:
            self._bytes(count * struct.calcsize(_FIXED[kind]))
        else:
            # Lists of lists are allowed by the format and used by nobody.
            raise GgufError(f"its header has a list of type {kind}")

    def _length(self) -> int:
        length: int = _LENGTH.unpack(self._bytes(8))[0]
        if length > MAX_TEXT:
            raise GgufError("a text in its header is impossibly long")
        return length

    def _unpack(self, code: str) -> int | float | bool:
        layout = "<" + code
        value: int | float | bool = struct.unpack(layout, self._bytes(struct.calcsize(layout)))[0]
        return value

    def _bytes(self, count: int) -> bytes:
        self.position += count
        if self.position > MAX_HEADER:
            raise GgufError("its header does not end")
        data = self._file.read(count)
        if len(data) < count:
            raise GgufError("the file is cut short", Cause.TRUNCATED)
        return data


def header_of(reader: GgufReader, values: dict[str, Value]) -> GgufHeader:
    """Return what the pairs of a header tell.

    Raises
    ------
    GgufError
        They do not name an architecture.
    """
    architecture = values.get("general.architecture")
    if not isinstance(architecture, str) or not architecture:
        raise GgufError("its header does not name the model's architecture")
    name = values.get("general.name")
    return GgufHeader(
        version=reader.version,
        tensors=reader.tensors,
        architecture=architecture,
        name=name if isinstance(name, str) and name.strip() else None,
        context_length=_number(values, f"{architecture}.context_length"),
        kv_bytes_per_token=_kv_bytes(values, architecture),
    )


def _check_version(version: int) -> None:
    if version & 0xFFFF == 0 and version:
        text = "this GGUF file is for machines with another byte order"
        raise GgufError(text, Cause.UNSUPPORTED_ARCHITECTURE)
    # Versions count up by one, so a huge one is no version at all.
    if not 0 < version < 1000:
        raise GgufError("its header has no valid GGUF version")
    if not 1 < version <= NEWEST_VERSION:
        text = f"version {version} of the GGUF format is not supported"
        raise GgufError(text, Cause.UNSUPPORTED_ARCHITECTURE)


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
    if any(f"{architecture}.{key}" in values for key in _THRIFTY):
        return None
    few = f"{architecture}.attention.head_count_kv"
    kv_heads = _number(values, few) if few in values else heads
    if kv_heads is None:
        return None
    key_length = _number(values, f"{architecture}.attention.key_length") or width // heads
    value_length = _number(values, f"{architecture}.attention.value_length") or width // heads
    return layers * kv_heads * (key_length + value_length) * 2
