"""Threads of C code take little room, Python's take what they need."""

from __future__ import annotations

import subprocess
import sys

import pytest

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can do that")

# Twenty threads that C code starts, and one of Python that goes deep.
RESERVED = """
import ctypes, threading
from app.model.stacks import keep_stacks_small

assert keep_stacks_small()

def reserved():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmData"))

library = ctypes.CDLL(None)
ENTRY = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)
done = threading.Event()
entry = ENTRY(lambda _: done.wait() and None)
before = reserved()
threads = [ctypes.c_ulong() for _ in range(20)]
for each in threads:
    assert library.pthread_create(ctypes.byref(each), None, entry, None) == 0
of_c = reserved() - before
done.set()
for each in threads:
    library.pthread_join(each, None)

def depth(n):
    return n and depth(n - 1)

import sys
sys.setrecursionlimit(20000)
reached = []
thread = threading.Thread(target=lambda: reached.append(depth(15000)))
thread.start()
thread.join()
print(of_c, reached)
"""


@LINUX
def test_twenty_threads_of_c_code_fit_where_two_did() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", RESERVED], capture_output=True, text=True, check=True
    )
    kilobytes, reached = ran.stdout.split(maxsplit=1)
    assert int(kilobytes) < 16 * 1024
    assert reached.strip() == "[0]"
