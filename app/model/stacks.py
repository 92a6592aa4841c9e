"""Small stacks for the threads of C code in the engine process.

llama.cpp checks each tensor of a file in a thread of its own. Each thread reserves a stack, 8 MB by
default, and with some hundred tensors that is more than the limit on the process's memory, which is
there to stop damaged files from taking all there is.
"""

from __future__ import annotations

import ctypes
import sys
import threading

_OF_PYTHON = 8 << 20
_OF_C = 512 << 10
# As large as `pthread_attr_t` is anywhere, and more.
_ATTRIBUTES = 256


def keep_stacks_small() -> bool:
    """Give threads that C code starts from now on half a megabyte; return whether that worked.

    Python's own threads, which may compute with llama.cpp, get the 8 MB that are usual. Only Linux
    has a call for this, and only there is memory limited.
    """
    if sys.platform != "linux":
        return False
    threading.stack_size(_OF_PYTHON)
    library = ctypes.CDLL(None)
    attributes = ctypes.create_string_buffer(_ATTRIBUTES)
    try:
        codes = (
            library.pthread_getattr_default_np(attributes),
            library.pthread_attr_setstacksize(attributes, ctypes.c_size_t(_OF_C)),
            library.pthread_setattr_default_np(attributes),
        )
    except AttributeError:
        # A C library without these calls.
        return False
    return codes == (0, 0, 0)
