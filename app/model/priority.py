"""Working in the background: taking little of the processor when somebody else wants it.

A program without privileges may lower the priority of its threads, but on Linux never raise it
again. So what is done in the background there has a thread of its own, which is lowered for good:
the threads that llama.cpp computes with belong to the thread that asked for the computation, and
take its priority over. On other systems the whole process can go down and up again.

Where Linux shares the processor among sessions before it does so among threads, only the session's
own priority counts; that may be raised again. See ENGINE.md for what each of them does.
"""

from __future__ import annotations

import os
import platform
import re
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import psutil

Result = TypeVar("Result")

NICE = 10
"""By how much background work is nicer: it gets a tenth of what another busy program gets. With
less it would stand still on a busy machine, and need seconds there to make room."""

_NICEST = 19
_AUTOGROUP = Path("/proc/self/autogroup")
# Linux takes no two changes of a session within a tenth of a second.
_TRIES, _PAUSE = 8, 0.02
# macOS: a process in the background runs on the slow cores and waits for others at the disk.
_DARWIN_PROCESS, _DARWIN_BACKGROUND = 4, 0x1000


class Priority:
    """Runs calls of one thread at the usual priority or at a low one."""

    def __init__(self) -> None:
        self._background: ThreadPoolExecutor | None = None
        self._changing = threading.Lock()
        self._is_low = False
        self._usual = _session_nice() if _has_session() else None

    def run(self, call: Callable[[], Result]) -> Result:
        """Run a call at the usual priority."""
        self.hurry()
        return call()

    def run_low(self, call: Callable[[], Result]) -> Result:
        """Run a call at a low priority, and wait for it."""
        self._lower(True)
        if platform.system() != "Linux":
            return call()
        if self._background is None:
            self._background = ThreadPoolExecutor(1, "background", initializer=_lower_thread)
        return self._background.submit(call).result()

    def hurry(self) -> None:
        """Go back to the usual priority as far as possible, in the middle of a call too."""
        self._lower(False)

    def _lower(self, low: bool) -> None:
        with self._changing:
            if low is self._is_low:
                return
            self._is_low = low
            # What the system refuses is done at the priority that there is.
            with suppress(OSError, psutil.Error, ValueError):
                match platform.system():
                    case "Linux":
                        if self._usual is not None:
                            nice = min(self._usual + NICE, _NICEST) if low else self._usual
                            _set_session_nice(nice)
                    case "Darwin":
                        os.setpriority(_DARWIN_PROCESS, 0, _DARWIN_BACKGROUND if low else 0)
                    case "Windows":
                        _lower_process(low)


def _lower_thread() -> None:
    """Lower the calling thread, and those that it will start, for good."""
    thread = threading.get_native_id()
    with suppress(OSError):
        now = os.getpriority(os.PRIO_PROCESS, thread)
        os.setpriority(os.PRIO_PROCESS, thread, min(now + NICE, _NICEST))


def _has_session() -> bool:
    """Return whether this process has a session of its own, as the engine has.

    Who shares it with others must not lower them too.
    """
    return hasattr(os, "getsid") and os.getsid(0) == os.getpid()


def _session_nice() -> int | None:
    """Return the priority of this session, or None if sessions have none."""
    try:
        said = _AUTOGROUP.read_text(encoding="ascii")
    except (OSError, ValueError):
        return None
    found = re.search(r"nice (-?\d+)", said)
    return int(found[1]) if found is not None else None


def _set_session_nice(nice: int) -> None:
    for _ in range(_TRIES):
        try:
            _AUTOGROUP.write_text(str(nice), encoding="ascii")
        except BlockingIOError:
            time.sleep(_PAUSE)
        else:
            return


def _lower_process(low: bool) -> None:
    # The names exist on Windows only.
    name = "BELOW_NORMAL_PRIORITY_CLASS" if low else "NORMAL_PRIORITY_CLASS"
    psutil.Process().nice(getattr(psutil, name))
