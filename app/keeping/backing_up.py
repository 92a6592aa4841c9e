"""Making a backup: one file that has all of a learner's data, and can be put back by itself."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from app.keeping.archive import FOLDERS, Listing, Step, pack
from app.keeping.errors import BackupError
from app.keeping.places import MATERIAL, copies_in, count_answers, open_log
from app.material.database import database_file
from app.material.store import MaterialStore
from app.paths import Paths


@dataclass(frozen=True)
class Kept:
    """What a backup has in it.

    Attributes
    ----------
    size : int
        Bytes of the archive.
    answers : int
        Of the study log.
    documents : int
        The learner's own files whose text, key points and decisions are in it.
    copies : int
        How many of these are in it as files, too.
    """

    path: Path
    listing: Listing
    size: int
    answers: int
    documents: int
    copies: int


def backup_name(now: datetime) -> str:
    """Return what a backup is called by default; names sort as times do."""
    return f"segue-{now:%Y-%m-%d-%H%M}.zip"


def back_up(
    paths: Paths,
    target: Path,
    *,
    clock: Callable[[], datetime],
    with_files: bool = True,
) -> Generator[Step, None, Kept]:
    """Write all of a learner's data into one new file; it appears only once it was read back whole.

    Both databases are copied as they are at one moment, also while a window is open. What can be
    made again is left out: indexes, caches, and what was measured on this machine. Models are large
    and can be fetched again.

    Parameters
    ----------
    target : Path
        The file, or a folder, in which it is named by the time.
    with_files : bool
        Whether copies of the learner's own files come along; without them their text, which all
        else rests on, is in the backup all the same.

    Raises
    ------
    BackupError
        It cannot be written, or there is a file of that name.
    StudyLogError, MaterialError
        A database is damaged or cannot be read: no backup is made of what is no use.
    """
    now = clock()
    if target.is_dir():
        target /= backup_name(now)
    if target.exists():
        raise BackupError(target, "is there already; choose another name")
    if not target.parent.is_dir():
        raise BackupError(target.parent, "is no folder")
    if not paths.database.is_file():
        raise BackupError(paths.data, "has no study log yet; the first answer makes it")
    with TemporaryDirectory(dir=paths.data, prefix=".backup-") as folder:
        place = Path(folder)
        answers = _copy_log(paths, place / "study.db", clock)
        parts = [("study.db", place / "study.db")]
        if paths.settings_file.is_file():
            parts.append(("settings.json", paths.settings_file))
        documents, copies = 0, 0
        if database_file(paths.material).is_file():
            copy = place / "material.db"
            documents, files = _copy_material(paths, copy, clock)
            parts.append((f"{MATERIAL}/{copy.name}", copy))
            if with_files:
                parts += [(f"{MATERIAL}/{each.name}", each) for each in files]
                copies = len(files)
        parts += _own_content(paths.data)
        listing = yield from pack(parts, target, version=_version(), at=now)
    size = target.stat().st_size
    return Kept(target, listing, size, answers, documents, copies)


def _copy_log(paths: Paths, copy: Path, clock: Callable[[], datetime]) -> int:
    with open_log(paths, paths.database, clock) as log:
        log.backup(copy)
        return count_answers(log)


def _copy_material(
    paths: Paths, copy: Path, clock: Callable[[], datetime]
) -> tuple[int, list[Path]]:
    """Copy the database of material; return how many documents it has, and copies of their files.

    Those that were taken away are among the latter: they can be brought back.
    """
    with MaterialStore(paths.material, clock=clock) as store:
        store.backup(copy)
        documents = len(store.documents())
    return documents, copies_in(paths.material)


def _own_content(data: Path) -> Iterator[tuple[str, Path]]:
    """Yield transitions, guides and documents that the learner put into the data folder."""
    for folder in FOLDERS:
        if folder == MATERIAL:
            continue
        for path in sorted((data / folder).rglob("*")):
            name = path.relative_to(data).as_posix()
            if path.is_file() and _can_be_named(path, name):
                yield name, path


def _can_be_named(path: Path, name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise BackupError(path, "has a name that is not UTF-8; rename it") from error
    if "\\" in name or ":" in name:
        raise BackupError(path, "has a colon or a backslash in its name; rename it")
    return True


def _version() -> str:
    try:
        return importlib.metadata.version("segue")
    except importlib.metadata.PackageNotFoundError:
        return "0"
