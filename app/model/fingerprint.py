"""Telling model files apart without reading all of them."""

from __future__ import annotations

import hashlib
from pathlib import Path

_PIECE = 1 << 20


def fingerprint(model: Path) -> str:
    """Return what tells a model's file apart, from its size, its beginning and its end.

    Raises
    ------
    OSError
        The file cannot be read.
    """
    size = model.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with model.open("rb") as file:
        digest.update(file.read(_PIECE))
        file.seek(max(0, size - _PIECE))
        digest.update(file.read(_PIECE))
    return digest.hexdigest()[:32]
