"""What can be told about a model file before any memory is spent on it."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from pathlib import Path

import psutil

from app.model.errors import Cause, EngineError
from app.model.gguf import GgufError, GgufHeader
from app.model.gguf_tensors import Survey, survey

# The interpreter, the library and the buffers of the computation; see ENGINE.md.
_PROCESS = 240 * 10**6
# With the key-value cache, where a file does not tell how large that is.
_PROCESS_AND_CACHE = 350 * 10**6
OBSERVED = 4096
"""Tokens that are kept for observing, beside those for writing."""
_PART = re.compile(r"^(?P<stem>.+)-00001-of-(?P<count>\d{5})\.gguf$")
_MOST_PARTS = 1000
# Bytes of cache for one token; the largest models take some millions.
_MOST_CACHE = 2**30


def free_memory() -> int:
    """Return the bytes of memory that a new process can use without making others swap."""
    return int(psutil.virtual_memory().available)


def check_model_file(
    path: Path,
    available: Callable[[], int] = free_memory,
    *,
    context_length: int = 4096,
) -> None:
    """Check that the file can be a model and fits into memory.

    Parameters
    ----------
    path : Path
        The GGUF file, or the first of its parts.
    available : callable
        Gives the bytes of free memory.
    context_length : int
        How many tokens the model is to remember for writing.

    Raises
    ------
    EngineError
        With ``NO_FILE``, ``NO_PERMISSION``, ``UNREADABLE``, ``NOT_A_MODEL``, ``TRUNCATED``,
        ``DAMAGED``, ``UNSUPPORTED_ARCHITECTURE`` or ``OUT_OF_MEMORY``; its detail names the file.
    """
    parts = _parts(path)
    surveys = [_survey(part, first=number == 0) for number, part in enumerate(parts)]
    header = surveys[0].header
    assert header is not None
    if len(parts) == 1 and not header.tensors:
        raise EngineError(Cause.DAMAGED, f"{path}: it has no tensors")
    if (header.kv_bytes_per_token or 0) > _MOST_CACHE:
        raise EngineError(Cause.DAMAGED, f"{path}: its header asks for impossible memory")
    needed = memory_needed(header, sum(each.size for each in surveys), context_length)
    free = available()
    if needed > free:
        raise EngineError(
            Cause.OUT_OF_MEMORY,
            f"{path.name} needs about {_gigabytes(needed)}, {_gigabytes(free)} are free",
        )


def memory_needed(header: GgufHeader, size: int, context_length: int) -> int:
    """Return the bytes of memory that a model takes when it writes and observes.

    Parameters
    ----------
    header : GgufHeader
        What the model says about itself.
    size : int
        Bytes of its files.
    context_length : int
        How many tokens it is to remember for writing.
    """
    if header.kv_bytes_per_token is None:
        return size + _PROCESS_AND_CACHE
    trained = header.context_length or context_length
    tokens = min(context_length, trained) + OBSERVED
    return size + header.kv_bytes_per_token * tokens + _PROCESS


def _survey(path: Path, *, first: bool) -> Survey:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise EngineError(Cause.NOT_A_MODEL, f"{path} is a folder")
        # Opening a pipe that somebody has named like a model would wait for ever.
        if not stat.S_ISREG(mode):
            raise EngineError(Cause.NOT_A_MODEL, f"{path} is not a file")
        return survey(path, first=first)
    except GgufError as error:
        raise EngineError(error.cause, f"{path}: {error}") from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise EngineError(Cause.NO_FILE, str(path)) from error
    except PermissionError as error:
        raise EngineError(Cause.NO_PERMISSION, str(path)) from error
    except (OSError, ValueError) as error:
        # ValueError: a path that no system has, such as one with a zero byte.
        raise EngineError(Cause.UNREADABLE, f"{path}: {error}") from error


def _parts(path: Path) -> list[Path]:
    match = _PART.match(path.name)
    if match is None:
        return [path]
    count = match["count"]
    # A name that counts to none is that of one file.
    last = max(1, min(int(count), _MOST_PARTS))
    return [
        path.with_name(f"{match['stem']}-{number:05d}-of-{count}.gguf")
        for number in range(1, last + 1)
    ]


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f} GB"
