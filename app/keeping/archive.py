"""The file of a backup: a ZIP archive with a list of what is in it and a hash of each part.

A backup may come from anybody. What is not listed, stands in no place that Segue has, or has other
bytes than its hash says is never unpacked.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

from app.keeping.errors import BackupError

FORMAT = 1
"""Raised when an older Segue could not read what is written."""
LISTING = "segue-backup.json"
FILES = ("study.db", "settings.json")
"""What stands at the top of a data folder and is part of a backup."""
FOLDERS = ("material", "transitions", "guides", "documents")
"""Folders of a data folder that are part of a backup."""

_PIECE = 1 << 20
_LONGEST_LISTING = 1 << 26
_PACKED = frozenset([".pdf", ".png", ".jpg", ".jpeg", ".zip", ".gz"])


@dataclass(frozen=True)
class Step:
    """How far it is.

    Attributes
    ----------
    done, of : int
        Bytes.
    name : str
        What is at hand.
    """

    done: int
    of: int
    name: str


@dataclass(frozen=True)
class Part:
    """One file of a backup."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Listing:
    """What a backup says of itself.

    Attributes
    ----------
    parts : mapping of str to Part
        By place below the data folder, with "/" between folders.
    """

    version: str
    at: datetime
    parts: Mapping[str, Part]

    @property
    def size(self) -> int:
        """Bytes of all that is in it, unpacked."""
        return sum(part.size for part in self.parts.values())


def pack(
    parts: Iterable[tuple[str, Path]], target: Path, *, version: str, at: datetime
) -> Generator[Step, None, Listing]:
    """Write files into a new archive, and read it back; it appears only when it is whole.

    Raises
    ------
    BackupError
        A file cannot be read, or the archive not be written.
    """
    chosen = list(parts)
    partial = target.with_name(f".{target.name}.part")
    listed: dict[str, Part] = {}
    with _told(target):
        total = 2 * sum(path.stat().st_size for _, path in chosen)
        done = 0
        try:
            with zipfile.ZipFile(partial, "w", compresslevel=6) as archive:
                for name, path in chosen:
                    yield Step(done, total, name)
                    listed[name] = _put(archive, name, path)
                    done += listed[name].size
                listing = Listing(version, at, listed)
                archive.writestr(LISTING, _as_json(listing))
            with zipfile.ZipFile(partial) as archive:
                for name, part in listed.items():
                    yield Step(done, total, name)
                    with archive.open(name) as source:
                        _copied(source, None, part, target, name)
                    done += part.size
            with partial.open("rb+") as file:
                os.fsync(file.fileno())
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    return listing


def unpack(path: Path, folder: Path) -> Generator[Step, None, Listing]:
    """Write everything of a backup into an empty folder, compared with its hashes.

    Raises
    ------
    BackupError
        It is no backup, is damaged, or cannot be written there.
    """
    with _told(path), zipfile.ZipFile(path) as archive:
        listing = _listing(archive, path)
        done = 0
        for name, part in listing.parts.items():
            yield Step(done, listing.size, name)
            place = folder.joinpath(*PurePosixPath(name).parts)
            place.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(name) as source, place.open("xb") as target:
                _copied(source, target, part, path, name)
            done += part.size
    return listing


def _put(archive: zipfile.ZipFile, name: str, path: Path) -> Part:
    packed = path.suffix.lower() in _PACKED
    info = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
        while piece := source.read(_PIECE):
            digest.update(piece)
            size += len(piece)
            target.write(piece)
    return Part(size, digest.hexdigest())


def _copied(source: IO[bytes], target: IO[bytes] | None, part: Part, path: Path, name: str) -> None:
    """Copy a part, or only read it; never more bytes than it is said to have."""
    digest, size = hashlib.sha256(), 0
    while (piece := source.read(_PIECE)) and size <= part.size:
        digest.update(piece)
        size += len(piece)
        if target is not None:
            target.write(piece)
    if size != part.size or digest.hexdigest() != part.sha256:
        raise BackupError(path, f"is damaged: {name} has other bytes than were put in")


def _listing(archive: zipfile.ZipFile, path: Path) -> Listing:
    try:
        info = archive.getinfo(LISTING)
    except KeyError as error:
        raise BackupError(path, "is not a backup of Segue") from error
    if not _is_ours(info):
        raise BackupError(path, "is not a backup of Segue: its list of parts was packed otherwise")
    if info.file_size > _LONGEST_LISTING:
        raise BackupError(path, "is not a backup of Segue: its list of parts is too long")
    try:
        values = json.loads(archive.read(info))
        if values["format"] > FORMAT:
            raise BackupError(path, "was written by a newer Segue; update Segue")
        parts = {str(name): _part(name, each) for name, each in values["parts"].items()}
        listing = Listing(str(values["segue"]), datetime.fromisoformat(values["at"]), parts)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise BackupError(path, f"is damaged: its list cannot be read ({error})") from error
    there = {each.filename for each in archive.infolist() if _is_ours(each)}
    lacking = parts.keys() - there
    if lacking:
        raise BackupError(path, f"is damaged: {min(lacking)} is not in it")
    return listing


def _is_ours(info: zipfile.ZipInfo) -> bool:
    """Return whether a part was put in as we do it: not encrypted, nor packed in another way."""
    return not info.flag_bits & 1 and info.compress_type in (
        zipfile.ZIP_STORED,
        zipfile.ZIP_DEFLATED,
    )


def _part(name: str, values: Mapping[str, Any]) -> Part:
    parts = PurePosixPath(name).parts
    at_top = len(parts) == 1 and name in FILES
    in_folder = len(parts) > 1 and parts[0] in FOLDERS and not {"..", "."} & set(parts)
    # Colons and backslashes would lead elsewhere on another system.
    if not (at_top or in_folder) or "\\" in name or ":" in name or "\0" in name:
        raise ValueError(f"{name!r} has no place in a data folder")
    return Part(int(values["size"]), str(values["sha256"]))


def _as_json(listing: Listing) -> str:
    return json.dumps(
        {
            "format": FORMAT,
            "segue": listing.version,
            "at": listing.at.isoformat(),
            "parts": {
                name: {"size": part.size, "sha256": part.sha256}
                for name, part in listing.parts.items()
            },
        },
        indent=1,
        ensure_ascii=False,
    )


@contextmanager
def _told(path: Path) -> Generator[None, None, None]:
    """Turn what the system says into words about the backup."""
    try:
        yield
    # The last two are what zipfile says of features that it lacks, and of names that are not UTF-8.
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
        raise BackupError(path, f"is not a backup of Segue, or is damaged: {error}") from error
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BackupError(path, f"cannot be read or written: {reason}") from error
