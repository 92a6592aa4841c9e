"""A second start over the same data folder: it hands over to the window that is open already.

The window listens at an address that follows from the data folder. Nothing of Qt is needed to ask
there, and where nobody listens the question costs one look at the file system.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.paths import Paths

PATIENCE = 3.0
"""Seconds that the other window has to answer; one that hangs must not keep anybody out."""
LARGEST = 1_000_000
"""Bytes of the largest request that is read."""
TAKEN = b"taken\n"
"""What the window answers."""
_PIPE = "\\\\.\\pipe\\"


@dataclass(frozen=True)
class Request:
    """What a second start wants of the first window, besides being seen.

    Attributes
    ----------
    files : tuple of Path
        To be opened.
    fetch : bool
        Whether the chosen model is to be fetched if it is not there.
    token : str
        With which the window system lets the window come to the front; empty where it needs none.
    """

    files: tuple[Path, ...] = ()
    fetch: bool = False
    token: str = ""

    def as_bytes(self) -> bytes:
        """Return it as one line."""
        files = [str(path) for path in self.files]
        return json.dumps({"files": files, "fetch": self.fetch, "token": self.token}).encode() + (
            b"\n"
        )

    @classmethod
    def of_bytes(cls, line: bytes) -> Request:
        """Read a line.

        Raises
        ------
        ValueError
            It is no request.
        """
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ValueError("not a request") from error
        if not isinstance(data, dict) or not isinstance(data.get("files"), list):
            raise ValueError("not a request")
        files = tuple(Path(each) for each in data["files"] if isinstance(each, str))
        return cls(files, data.get("fetch") is True, str(data.get("token") or ""))


def address(paths: Paths) -> str:
    """Return where the window over a data folder listens: a socket's path, on Windows a name."""
    digest = hashlib.sha256(os.fsencode(os.path.realpath(paths.data))).hexdigest()[:16]
    if sys.platform == "win32":
        return f"segue-{digest}"
    # It is gone when the user logs out, and nobody else may look into it; not every system has it.
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = runtime if runtime and Path(runtime).is_dir() else tempfile.gettempdir()
    return str(Path(folder) / f"segue-{os.getuid()}-{digest}")


def hand_over(
    paths: Paths, files: Sequence[Path] = (), *, fetch: bool = False, patience: float = PATIENCE
) -> bool:
    """Ask the window that is open over a data folder to come to the front; return whether it does.

    Parameters
    ----------
    files : sequence of Path
        For the window to open.
    patience : float
        Seconds to wait for its answer.
    """
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    request = Request(tuple(path.absolute() for path in files), fetch, token)
    if sys.platform == "win32":
        return _ask_pipe(_PIPE + address(paths), request)
    return is_ours(address(paths)) and _ask_socket(address(paths), request, patience)


def is_listening(paths: Paths) -> bool:
    """Return whether some window answers at the address, without asking anything of it."""
    if sys.platform == "win32":
        return Path(_PIPE + address(paths)).exists()
    import socket  # noqa: PLC0415 - as below

    with socket.socket(socket.AF_UNIX) as line, suppress(OSError):
        line.settimeout(PATIENCE)
        line.connect(address(paths))
        return True
    return False


def is_ours(path: str) -> bool:
    """Return whether there is a socket that nobody else put there."""
    try:
        about = os.stat(path)  # noqa: PTH116 - of a path that Qt knows as text
    except OSError:
        return False
    return stat.S_ISSOCK(about.st_mode) and about.st_uid == os.getuid()


def _ask_socket(path: str, request: Request, patience: float) -> bool:
    import socket  # noqa: PLC0415 - the first start, which nobody answers, does without it

    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(patience)
        try:
            line.connect(path)
            line.sendall(request.as_bytes())
            return line.recv(len(TAKEN)) == TAKEN
        except OSError:
            # Left over from a window that was killed, or from one that hangs.
            return False


def _ask_pipe(name: str, request: Request) -> bool:
    try:
        with open(name, "r+b", buffering=0) as pipe:  # noqa: PTH123 - a pipe has no Path
            pipe.write(request.as_bytes())
            return pipe.read(len(TAKEN)) == TAKEN
    except OSError:
        return False
