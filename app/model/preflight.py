"""What can be told about a model file before any memory is spent on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import psutil

from app.model.errors import Cause, EngineError

_MAGIC = b"GGUF"
_HEADER = 24
"""Bytes before the first key: magic, version, number of tensors, number of keys."""
_NEWEST_VERSION = 3
# The context, the buffers of the computation and the interpreter; measured with a 1.5B model at a
# context of 4096 tokens.
_BESIDE_THE_MODEL = 300 * 1024**2
_PART = re.compile(r"^(?P<stem>.+)-00001-of-(?P<count>\d{5})\.gguf$")


def free_memory() -> int:
    """Return the bytes of memory that a new process can use without making others swap."""
    return int(psutil.virtual_memory().available)


def check_model_file(path: Path, available: Callable[[], int] = free_memory) -> None:
    """Check that the file can be a model and fits into memory.

    Parameters
    ----------
    path : Path
        The GGUF file, or the first of its parts.
    available : callable
        Gives the bytes of free memory.

    Raises
    ------
    EngineError
        With ``NO_FILE``, ``NO_PERMISSION``, ``NOT_A_MODEL``, ``TRUNCATED``,
        ``UNSUPPORTED_ARCHITECTURE`` or ``OUT_OF_MEMORY``.
    """
    try:
        if path.is_dir():
            raise EngineError(Cause.NOT_A_MODEL, f"{path} is a folder")
        with path.open("rb") as file:
            header = file.read(_HEADER)
        size = sum(part.stat().st_size for part in _parts(path))
    except PermissionError as error:
        raise EngineError(Cause.NO_PERMISSION, str(path)) from error
    except OSError as error:
        raise EngineError(Cause.NO_FILE, str(path)) from error
    _check_header(path, header)
    needed, free = size + _BESIDE_THE_MODEL, available()
    if needed > free:
        raise EngineError(
            Cause.OUT_OF_MEMORY,
            f"{path.name} needs about {_gigabytes(needed)}, {_gigabytes(free)} are free",
        )


def _check_header(path: Path, header: bytes) -> None:
    if not header:
        raise EngineError(Cause.TRUNCATED, f"{path} is empty")
    if not header.startswith(_MAGIC):
        raise EngineError(Cause.NOT_A_MODEL, f"{path} does not begin with GGUF")
    if len(header) < _HEADER:
        raise EngineError(Cause.TRUNCATED, f"{path} ends after {len(header)} bytes")
    version = int.from_bytes(header[4:8], "little")
    # Versions count up by one, so a huge one is no version at all.
    if not 0 < version < 1000:
        raise EngineError(Cause.NOT_A_MODEL, f"{path} has no valid GGUF version")
    if version > _NEWEST_VERSION:
        raise EngineError(Cause.UNSUPPORTED_ARCHITECTURE, f"{path} is GGUF version {version}")


def _parts(path: Path) -> list[Path]:
    match = _PART.match(path.name)
    if match is None:
        return [path]
    count = match["count"]
    return [
        path.with_name(f"{match['stem']}-{number:05d}-of-{count}.gguf")
        for number in range(1, int(count) + 1)
    ]


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f} GB"
