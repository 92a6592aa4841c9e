"""Being somebody with fewer rights, for tests that also run as the superuser."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


@contextmanager
def as_ordinary_user() -> Iterator[Path]:
    """Run the block without the superuser's rights; give a folder that belongs to who runs it."""
    folder = tempfile.TemporaryDirectory(prefix="segue-")
    with folder as name:
        if os.geteuid() != 0:
            yield Path(name)
            return
        os.chown(name, _NOBODY, _NOBODY)
        os.seteuid(_NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)
