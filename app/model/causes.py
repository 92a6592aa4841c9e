"""From the last words and the exit code of an engine process to a cause that has a remedy."""

from __future__ import annotations

import re
import signal

from app.model.errors import Cause, EngineError

# Searched in this order, so a more telling phrase stands before a more general one. The phrases
# are llama.cpp's, ggml's, Python's and the C++ runtime's own.
_PHRASES: tuple[tuple[Cause, str], ...] = (
    (Cause.ILLEGAL_INSTRUCTION, r"illegal instruction|0xc000001d"),
    (
        Cause.OUT_OF_MEMORY,
        r"(failed|unable) to allocate|cannot allocate memory|bad_alloc|MemoryError"
        # The second line is what starting a thread says when there is no room for its stack.
        r"|out of memory|posix_memalign failed|not enough space in the buffer"
        r"|resource temporarily unavailable",
    ),
    (
        Cause.UNSUPPORTED_ARCHITECTURE,
        r"(unknown|unsupported) model architecture|unknown pre-tokenizer|invalid ggml type"
        r"|wrong number of tensors|this GGUF file is version",
    ),
    (
        Cause.TRUNCATED,
        r"not within the file bounds|failed to load GGUF split|unexpectedly reached end of file",
    ),
    (Cause.NOT_A_MODEL, r"invalid magic"),
    (
        Cause.DAMAGED,
        r"corrupted model:|missing tensor|tensor '.*' (not found|has wrong shape|has invalid data)"
        r"|tensor '.*' has (offset|invalid number)|extremely large|invalid GGUF type"
        r"|key not found in model|number of (tensors|key value pairs|keys) is|duplicate(d)? key"
        r"|error loading model (hyperparameters|vocabulary)|has wrong (array element )?type",
    ),
    (Cause.TRUNCATED, r"failed to read (header|key-value pairs|tensor info|magic|tensor data)"),
    (Cause.NO_PERMISSION, r"permission denied"),
    (Cause.NO_FILE, r"no such file"),
    (
        Cause.LIBRARY_MISMATCH,
        r"ImportError|ModuleNotFoundError|AttributeError: .*\bllama_|failed to load shared library"
        r"|shared object file|undefined symbol|shared library .* not found",
    ),
)

# Windows has no signals; a process ends with the NTSTATUS of what felled it.
_WINDOWS_CODES = {
    0xC000001D: Cause.ILLEGAL_INSTRUCTION,
    0xC0000017: Cause.OUT_OF_MEMORY,
    0xC000012D: Cause.OUT_OF_MEMORY,
    0xC0000135: Cause.LIBRARY_MISMATCH,
    0xC0000139: Cause.LIBRARY_MISMATCH,
}
# Pages of a file that is mapped into memory, and that is cut or on a disk that is gone.
_BUS = getattr(signal, "SIGBUS", None)
_KILLED_BY_SYSTEM = frozenset({signal.SIGTERM.value, getattr(signal, "SIGKILL", 9)})


def cause_of_text(text: str) -> Cause | None:
    """Return the cause that the process named itself, or ``None``."""
    for cause, phrase in _PHRASES:
        if re.search(phrase, text, re.IGNORECASE):
            return cause
    return None


def cause_of_exit(code: int) -> Cause | None:
    """Return the cause that an exit code stands for, or ``None`` if it says nothing.

    Parameters
    ----------
    code : int
        As in ``subprocess.Popen.returncode``: minus the signal on POSIX, NTSTATUS on Windows.
    """
    if code & 0xFFFFFFFF in _WINDOWS_CODES:
        return _WINDOWS_CODES[code & 0xFFFFFFFF]
    if code == -getattr(signal, "SIGILL", 4):
        return Cause.ILLEGAL_INSTRUCTION
    if _BUS is not None and code == -_BUS:
        return Cause.UNREADABLE
    if -code in _KILLED_BY_SYSTEM:
        return Cause.KILLED
    return None


def diagnose(code: int | None, stderr: str) -> EngineError:
    """Say why an engine process ended, from its exit code and what it wrote to stderr."""
    cause = None if code is None else cause_of_exit(code)
    if cause in (None, Cause.KILLED):
        # What the process said before it was ended explains more than the signal does.
        cause = cause_of_text(stderr) or cause
    return EngineError(cause or Cause.CRASHED, _last_words(code, stderr))


def plain(detail: str) -> str:
    """Return what llama.cpp said without the names of its functions before it."""
    return detail.rpartition("error loading model: ")[2].strip()


def _last_words(code: int | None, stderr: str) -> str:
    # Python's own report of a fatal signal ends with lists that tell nobody anything.
    said = stderr.partition("Fatal Python error:")[0]
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    # Where the library was built is no matter of the learner's.
    last = re.sub(r"\S*[/\\](?=[\w.-]+:\d+: )", "", lines[-1]) if lines else ""
    end = "" if code is None else f"the process ended with {_name_of(code)}"
    return "; ".join(part for part in (end, last) if part)


def _name_of(code: int) -> str:
    if code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"code {code:#x}" if code > 0xFFFF else f"code {code}"
