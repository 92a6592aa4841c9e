"""Checking the whole of a GGUF header: every pair, and that every tensor lies inside the file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from math import prod
from pathlib import Path

from app.model.errors import Cause
from app.model.gguf import GgufError, GgufHeader, GgufReader, Value, header_of

_ALIGNMENT = "general.alignment"
_USUAL_ALIGNMENT = 32
_LONGEST_NAME = 63
_MOST_AXES = 4
_LONGEST_AXIS = 2**40

BLOCKS: dict[int, tuple[int, int]] = {
    0: (1, 4),  # F32
    1: (1, 2),  # F16
    2: (32, 18),  # Q4_0
    3: (32, 20),  # Q4_1
    6: (32, 22),  # Q5_0
    7: (32, 24),  # Q5_1
    8: (32, 34),  # Q8_0
    9: (32, 36),  # Q8_1
    10: (256, 84),  # Q2_K
    11: (256, 110),  # Q3_K
    12: (256, 144),  # Q4_K
    13: (256, 176),  # Q5_K
    14: (256, 210),  # Q6_K
    15: (256, 292),  # Q8_K
    16: (256, 66),  # IQ2_XXS
    17: (256, 74),  # IQ2_XS
    18: (256, 98),  # IQ3_XXS
    19: (256, 50),  # IQ1_S
    20: (32, 18),  # IQ4_NL
    21: (256, 110),  # IQ3_S
    22: (256, 82),  # IQ2_S
    23: (256, 136),  # IQ4_XS
    24: (1, 1),  # I8
    25: (1, 2),  # I16
    26: (1, 4),  # I32
    27: (1, 8),  # I64
    28: (1, 8),  # F64
    29: (256, 56),  # IQ1_M
    30: (1, 2),  # BF16
    34: (256, 54),  # TQ1_0
    35: (256, 66),  # TQ2_0
    39: (32, 17),  # MXFP4
    40: (64, 36),  # NVFP4
    41: (128, 18),  # Q1_0
    42: (64, 18),  # Q2_0
}
"""All types of tensors that ggml knows: how many numbers a block has, and how many bytes.

A test compares them with ggml's own, which change with the version of llama-cpp-python.
"""


@dataclass(frozen=True)
class Survey:
    """A file, or one part of a model in several files, whose header is sound.

    Attributes
    ----------
    header : GgufHeader or None
        What the model says about itself; None for later parts, which do not repeat it.
    size : int
        Bytes of the file.
    """

    header: GgufHeader | None
    size: int


def survey(path: Path, *, first: bool = True) -> Survey:
    """Read all of a header, and check that the file holds the tensors that it lists.

    Parameters
    ----------
    path : Path
        The file; the caller knows that it is one.
    first : bool
        Whether it is the whole model or the first of its parts, which describes the model.

    Raises
    ------
    GgufError
        The file is of another kind, is cut short, or contradicts itself.
    OSError
        It cannot be read.
    """
    # Many small reads: a larger buffer saves most of the calls to the system.
    with path.open("rb", buffering=1 << 20) as file:
        size = os.fstat(file.fileno()).st_size
        reader = GgufReader(file)
        values = reader.pairs()
        header = header_of(reader, values) if first else None
        alignment = _alignment(values)
        end = _end_of_tensors(reader, alignment)
    reach = _padded(reader.position, alignment) + end
    if reader.tensors and size < reach:
        text = f"it ends after {_megabytes(size)} of {_megabytes(reach)}"
        raise GgufError(text, Cause.TRUNCATED)
    return Survey(header, size)


def _end_of_tensors(reader: GgufReader, alignment: int) -> int:
    """Return where the last tensor's data end, counted from where the first one's begin."""
    names = set()
    end = 0
    for _ in range(reader.tensors):
        name = reader.text()
        if not 0 < len(name.encode()) <= _LONGEST_NAME or name in names:
            raise GgufError("a name among its tensors is empty, too long or there twice")
        names.add(name)
        axes = _axes(reader, name)
        kind, offset = reader.number("I"), reader.number("Q")
        if kind not in BLOCKS:
            text = f"tensor {name} is of type {kind}, which llama.cpp does not know"
            raise GgufError(text, Cause.UNSUPPORTED_ARCHITECTURE)
        # Tensors lie one behind the other, so each says where the next has to begin.
        if offset != _padded(end, alignment):
            raise GgufError(f"tensor {name} does not begin where the one before it ends")
        end = offset + _bytes(name, axes, *BLOCKS[kind])
    return end


def _axes(reader: GgufReader, name: str) -> list[int]:
    count = reader.number("I")
    if count > _MOST_AXES:
        raise GgufError(f"tensor {name} has {count} dimensions")
    axes = [reader.number("Q") for _ in range(count)]
    if not all(0 < axis < _LONGEST_AXIS for axis in axes):
        raise GgufError(f"tensor {name} has impossible dimensions")
    return axes


def _bytes(name: str, axes: list[int], numbers: int, size: int) -> int:
    if axes and axes[0] % numbers:
        raise GgufError(f"tensor {name} does not fit its type")
    return prod(axes) // numbers * size


def _alignment(values: dict[str, Value]) -> int:
    alignment = values.get(_ALIGNMENT, _USUAL_ALIGNMENT)
    if not isinstance(alignment, int) or alignment <= 0 or alignment & (alignment - 1):
        raise GgufError("its header has an impossible alignment")
    return alignment


def _padded(position: int, alignment: int) -> int:
    return -(-position // alignment) * alignment


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
