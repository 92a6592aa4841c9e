"""Writing a file so that it is whole at any moment."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write a file in UTF-8 so that a crash or a power cut leaves the old one or the new one.

    Raises
    ------
    OSError
        The file cannot be written; what stood there still does.
    """
    content = text.encode()
    # In the same folder, as a file is put in the place of another only within one file system.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
