"""Putting a backup back; what was there before is put aside, never deleted."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from app.keeping.archive import FILES, FOLDERS, Listing, Step, unpack
from app.keeping.errors import BackupError
from app.keeping.places import copies_in, count_answers, open_log, require_alone
from app.material.database import database_file
from app.material.errors import MaterialError
from app.material.store import MaterialStore
from app.paths import Paths
from app.study.errors import StudyLogError

_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Restored:
    """What was put back.

    Attributes
    ----------
    aside : Path or None
        Folder with what was there before; None where nothing was.
    """

    listing: Listing
    answers: int
    documents: int
    copies: int
    aside: Path | None


def restore(
    paths: Paths, backup: Path, *, clock: Callable[[], datetime]
) -> Generator[Step, None, Restored]:
    """Put a backup in the place of what there is; that goes into a folder beside it.

    Nothing is changed before all of the backup was unpacked, compared with its hashes and opened.

    Raises
    ------
    BackupError
        It is no backup or damaged, or a window of Segue is open.
    """
    require_alone(paths)
    paths.data.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=paths.data, prefix=".restoring-") as folder:
        place = Paths(Path(folder), paths.models)
        listing = yield from unpack(backup, place.data)
        answers, documents = _examined(place, backup, clock)
        copies = len(copies_in(place.material))
        aside = _put_aside(paths, clock())
        names = [name for name in (*FILES, *FOLDERS) if (place.data / name).exists()]
        try:
            _move(names, place.data, paths.data)
        except OSError as error:
            if aside is not None:
                _move([path.name for path in aside.iterdir()], aside, paths.data)
                aside.rmdir()
            raise BackupError(paths.data, f"cannot be written: {error.strerror}") from error
    return Restored(listing, answers, documents, copies, aside)


def _examined(place: Paths, backup: Path, clock: Callable[[], datetime]) -> tuple[int, int]:
    """Open what was unpacked; return the number of answers and of documents."""
    documents = 0
    try:
        with open_log(place, place.database, clock) as log:
            problems = log.check()
            answers = count_answers(log)
        if database_file(place.material).is_file():
            with MaterialStore(place.material, clock=clock) as store:
                documents = len(store.documents())
    except (StudyLogError, MaterialError) as error:
        raise BackupError(backup, f"cannot be used: {error}") from error
    if problems:
        raise BackupError(backup, f"has a damaged study log: {'; '.join(problems)}")
    return answers, documents


def _put_aside(paths: Paths, now: datetime) -> Path | None:
    """Move what there is into a folder of its own; all of it or nothing."""
    names = [*FILES, *(f"study.db{end}" for end in _BESIDE), *FOLDERS]
    for name in FOLDERS:
        # An empty folder is nothing, and would be in the way.
        with suppress(OSError):
            (paths.data / name).rmdir()
    there = [name for name in names if (paths.data / name).exists()]
    if not there:
        return None
    aside = paths.data / f"before-restore-{now:%Y-%m-%d-%H%M%S}"
    try:
        aside.mkdir()
        _move(there, paths.data, aside)
    except OSError as error:
        with suppress(OSError):
            aside.rmdir()
        raise BackupError(aside, f"cannot be written: {error.strerror}") from error
    return aside


def _move(names: Sequence[str], source: Path, target: Path) -> None:
    """Move files and folders of these names, all or none.

    Raises
    ------
    OSError
        One cannot be moved; those before it were moved back.
    """
    moved: list[str] = []
    try:
        for name in names:
            (source / name).replace(target / name)
            moved.append(name)
    except OSError:
        for name in reversed(moved):
            (target / name).replace(source / name)
        raise
