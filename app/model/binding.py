"""llama.cpp's C interface as the engine process uses it, and what must be set up around it.

Importing this module loads the native library, so only the engine process does.
"""

from __future__ import annotations

import ctypes
import sys
from collections import deque
from typing import Any

import llama_cpp
import llama_cpp.llama_cpp

from app.model.causes import cause_of_text
from app.model.errors import Cause, EngineError

# The binding's functions carry no usable annotations; one name typed Any says so once.
lib: Any = llama_cpp.llama_cpp

VERSION: str = llama_cpp.__version__

_NEEDED = (
    "llama_chat_apply_template",
    "llama_init_from_model",
    "llama_memory_seq_cp",
    "llama_memory_seq_rm",
    "llama_model_chat_template",
    "llama_model_load_from_file",
    "llama_sampler_init_grammar",
    "llama_set_abort_callback",
    "llama_vocab_is_eog",
)
# As in ggml.h; the numbers in the binding's own comments are those of an older version.
_LOG_WARN, _LOG_ERROR, _LOG_CONTINUED = 3, 4, 5

_errors: deque[str] = deque(maxlen=200)


def start() -> str:
    """Check the library, quieten it, start it, and return the processor features it uses.

    Raises
    ------
    EngineError
        With ``LIBRARY_MISMATCH`` when functions that the engine needs are not there.
    """
    missing = [name for name in _NEEDED if not hasattr(lib, name)]
    if missing:
        raise EngineError(
            Cause.LIBRARY_MISMATCH,
            f"llama-cpp-python {VERSION} has no {', '.join(missing)}",
        )
    lib.llama_log_set(_log, None)
    lib.llama_backend_init()
    return str(lib.llama_print_system_info().decode("ascii", "replace").strip())


def load_failure(otherwise: str) -> EngineError:
    """Return what llama.cpp said went wrong since the start, as an error with a cause."""
    said = "".join(_errors)
    lines = [line for line in said.splitlines() if line.strip()]
    # The last line is llama.cpp's general "failed to load"; the one before it names the reason.
    detail = lines[-2] if len(lines) > 1 else otherwise
    return EngineError(cause_of_text(said) or Cause.NOT_A_MODEL, detail)


def _make_log() -> Any:  # noqa: ANN401 (a ctypes function object)
    last_level = 0

    def write(level: int, text: bytes, _: object) -> None:
        nonlocal last_level
        if level != _LOG_CONTINUED:
            last_level = level
        if last_level in (_LOG_WARN, _LOG_ERROR):
            line = text.decode("utf-8", "replace")
            if last_level == _LOG_ERROR:
                _errors.append(line)
            sys.stderr.write(line)
            sys.stderr.flush()

    return lib.llama_log_callback(write)


# Kept for the life of the process: llama.cpp holds only the address.
_log = _make_log()


class AbortFlag:
    """A switch that llama.cpp looks at between the steps of a computation.

    llama.cpp asks a C function once per step, thousands of times a second. A Python function there
    would fight for the interpreter's lock, so the C library's ``strlen`` is used: on a buffer of
    two bytes it returns 0 while the first is 0, and 1 as soon as it is not.
    """

    def __init__(self) -> None:
        self._buffer = ctypes.create_string_buffer(2)
        self.data = ctypes.cast(self._buffer, ctypes.c_void_p)
        self.callback = self._strlen() or lib.ggml_abort_callback(lambda _: self.is_set())

    def set(self) -> None:
        """Abort what is being computed."""
        self._buffer[0] = b"\x01"

    def clear(self) -> None:
        """Let the next computation run."""
        self._buffer[0] = b"\x00"

    def is_set(self) -> bool:
        """Return whether computations are to be aborted."""
        return self._buffer[0] != b"\x00"

    @staticmethod
    def _strlen() -> Any | None:  # noqa: ANN401 (a ctypes function object)
        if sys.platform not in ("linux", "darwin"):
            return None
        return ctypes.cast(ctypes.CDLL(None).strlen, lib.ggml_abort_callback)
