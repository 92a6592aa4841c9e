"""What `segue desktop install` wrote, so that exactly that can be removed again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.desktop.program import DesktopError

NAME = "segue/desktop.json"
_VERSION = 1


@dataclass(frozen=True)
class Record:
    """What was written into the user's folder of data; all paths are relative to that.

    Attributes
    ----------
    files : mapping
        The SHA-256 of each file as it was written.
    folders : tuple of str
        The folders that had to be made, outer ones first.
    indexes : tuple of str
        Files that the desktop's own tools made because of ours, and that were not there before.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()

    def state(self, data_home: Path, name: str) -> str:
        """Return whether a file is as it was written: ``ok``, ``changed`` or ``missing``."""
        try:
            content = (data_home / name).read_bytes()
        except OSError:
            return "missing"
        return "ok" if fingerprint(content) == self.files.get(name) else "changed"


def fingerprint(content: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return hashlib.sha256(content).hexdigest()


def read_record(data_home: Path) -> Record:
    """Return what was recorded; an empty record where nothing was installed.

    Raises
    ------
    DesktopError
        The record cannot be read.
    """
    path = data_home / NAME
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["version"] != _VERSION:
            raise DesktopError(f"{path} was written by a newer Segue; use that one.")
        files = {str(name): str(hash_) for name, hash_ in found["files"].items()}
        record = Record(files, tuple(found["folders"]), tuple(found["indexes"]))
    except FileNotFoundError:
        return Record()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DesktopError(f"The record of what was installed is damaged: {path}.") from error
    if any(Path(each).is_absolute() or ".." in Path(each).parts for each in _paths(record)):
        raise DesktopError(f"The record names files of others: {path}. Nothing was touched.")
    return record


def write_record(data_home: Path, record: Record) -> None:
    """Write the record, whole or not at all."""
    content = {
        "version": _VERSION,
        "files": dict(sorted(record.files.items())),
        "folders": list(record.folders),
        "indexes": list(record.indexes),
    }
    write_whole(data_home / NAME, (json.dumps(content, indent=2) + "\n").encode())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        half.write_bytes(content)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _paths(record: Record) -> list[str]:
    return [*record.files, *record.folders, *record.indexes]
