"""A lock on a file that ends with its process, so that a crash leaves nothing locked."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class LockedError(Exception):
    """Somebody else holds the lock.

    Attributes
    ----------
    pid
        The process that holds it; None where the file does not tell.
    """

    def __init__(self, pid: int | None) -> None:
        self.pid = pid
        super().__init__("locked" if pid is None else f"locked by process {pid}")


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock at `path` for the length of a ``with`` block; the file is removed after it.

    Raises
    ------
    LockedError
        Another process, or another part of this one, holds the lock.
    OSError
        The file cannot be made.
    """
    file = _locked_file(path)
    try:
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield
    finally:
        if sys.platform != "win32":
            # While the lock is still held: nobody can be about to lock the file that goes.
            path.unlink(missing_ok=True)
        file.close()
        if sys.platform == "win32":
            # An open file cannot be removed there, and another process may have it by now.
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _locked_file(path: Path) -> IO[str]:
    while True:
        file = path.open("a+", encoding="ascii")
        try:
            _lock(file)
        except OSError:
            file.seek(0)
            owner = _read_owner(file)
            file.close()
            raise LockedError(owner) from None
        # The one who held it may have removed the file between our open and our lock.
        if sys.platform == "win32" or _is_still_at(file, path):
            return file
        file.close()


def _lock(file: IO[str]) -> None:
    if sys.platform == "win32":
        # A byte far behind the text, because a locked byte cannot be read by others.
        file.seek(1 << 20)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_still_at(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _read_owner(file: IO[str]) -> int | None:
    try:
        return int(file.read(20))
    except (OSError, ValueError):
        return None
