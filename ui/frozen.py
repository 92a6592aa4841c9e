"""The program of the self-contained folder: Segue, and the Python that Segue starts helpers with.

A helper is started as ``sys.executable -m MODULE`` everywhere. In the folder that is this program,
so it has to understand that as Python does, for the few modules that are ever started so.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import sys
from collections.abc import MutableMapping, Sequence

HELPERS = frozenset(
    {
        "app.model.worker",
        "app.model.embedding_worker",
        "app.material.reading.worker",
        "pip",
    }
)
"""What may be started: the engine, what finds by meaning, the reader of files, and pip for models
that come in packages.
"""

_START_ANEW = "PYINSTALLER_RESET_ENVIRONMENT"
"""Tells what starts this program that it is not a part of the process that starts it."""
_LIBRARIES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LIBPATH")


def main() -> None:
    """Run a helper where the command line asks for one, else Segue."""
    multiprocessing.freeze_support()
    if getattr(sys, "frozen", False):
        give_back_libraries(os.environ)
    helper = helper_in(sys.argv[1:])
    if helper is not None:
        module, arguments = helper
        sys.argv[1:] = arguments
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return
    from ui.launch import main as launch  # noqa: PLC0415 - helpers need none of it

    launch()


def helper_in(arguments: Sequence[str]) -> tuple[str, list[str]] | None:
    """Return the module that a command line asks Python to run, and its arguments; else None."""
    rest = list(arguments[1:] if arguments[:1] == ["-P"] else arguments)
    if len(rest) < 2 or rest[0] != "-m" or rest[1] not in HELPERS:
        return None
    return rest[1], rest[2:]


def give_back_libraries(environment: MutableMapping[str, str]) -> None:
    """Let programs of the system that Segue starts, such as the browser, use their own libraries.

    What starts this program has put the folder's libraries first, and kept what was there before.
    They are in use already; a helper has them put there again.
    """
    environment[_START_ANEW] = "1"
    for name in _LIBRARIES:
        environment.pop(name, None)
        before = environment.pop(f"{name}_ORIG", None)
        if before is not None:
            environment[name] = before


if __name__ == "__main__":
    main()
