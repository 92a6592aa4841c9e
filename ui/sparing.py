"""What makes the window's process smaller and quicker to start; everything works without it.

What each is worth stands in SPEED.md.
"""

from __future__ import annotations

import builtins
import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_ALLOCATOR = {
    -8: 1,  # M_ARENA_MAX: one arena for all threads
    -3: 1 << 18,  # M_MMAP_THRESHOLD: larger pieces have pages of their own, in bytes
    -1: 1 << 20,  # M_TRIM_THRESHOLD: what may be free at the end of the arena, in bytes
}
"""Options of glibc's malloc.h by number."""


def spare() -> None:
    """Do all of it; to be called before anything of Qt or of the study log is imported."""
    _give_memory_back()
    _import_sqlite_utils()
    _import_qt()


def _give_memory_back() -> None:
    """Have Linux's C library give back what was freed, rather than keep it for each thread.

    A verdict passes megabytes through several threads, one after the other; each would keep as much
    for itself ever after. Python lets only one of them allocate at a time anyhow.
    """
    if sys.platform != "linux":
        return
    allocator = ctypes.CDLL(None)
    if hasattr(allocator, "mallopt"):
        for option, value in _ALLOCATOR.items():
            allocator.mallopt(option, value)


def _import_sqlite_utils() -> None:
    """Import sqlite-utils without numpy.

    It loads numpy where there is one, to know the types of its numbers, of which the study log has
    none. That takes as long as loading Qt; the first verdict is early enough.
    """
    with _hidden("numpy"):
        import sqlite_utils  # noqa: F401, PLC0415


def _import_qt() -> None:
    """Import Qt without what it does to every import that follows.

    For the sake of `from __feature__ import`, which Segue does not use, PySide reads the source of
    every other module to see whether it speaks of PySide; Python keeps what was read, 13 MB.
    """
    import PySide6.QtCore  # noqa: F401, PLC0415

    # Qt keeps here what it has put itself before.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def _hidden(module: str) -> Iterator[None]:
    """Let a module that is not loaded yet look as if it were not installed."""
    if module in sys.modules:
        yield
        return
    # What the import system itself has for this.
    sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[module]
