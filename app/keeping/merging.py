"""Taking in what another laptop has: by union, so that nothing of either side is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from app.keeping.archive import FOLDERS, Step, unpack
from app.keeping.errors import BackupError
from app.keeping.places import MATERIAL, copies_in, count_answers, open_log
from app.material.database import database_file
from app.material.store import MaterialStore
from app.paths import Paths


@dataclass(frozen=True)
class Merged:
    """What came of a merge; all of it is what was not here before.

    Attributes
    ----------
    rows : int
        Rows of the study log.
    answers : int
        How many of them are answers.
    documents, key_points, decisions : int
        Own files, proposals on them, and what was decided about proposals.
    to_read : int
        Entries of the reading list.
    copies : int
        Copies of own files.
    files : int
        Own transitions, guides and documents to read.
    differing : tuple of str
        Of the latter those that are here with other contents; ours were left as they are.
    """

    rows: int
    answers: int
    documents: int
    key_points: int
    decisions: int
    to_read: int
    copies: int
    files: int
    differing: tuple[str, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether everything was here already."""
        return not (self.rows or self.documents or self.key_points or self.decisions) and not (
            self.to_read or self.copies or self.files
        )


def bring_in(
    paths: Paths, source: Path, *, clock: Callable[[], datetime]
) -> Generator[Step, None, Merged]:
    """Take in a backup, another data folder, or a study log alone; the source is only read.

    Rows are added by their ids, so doing it twice, or from both sides, comes to the same. Of two
    decisions about the same thing the later one counts. A window may be open meanwhile.

    Raises
    ------
    BackupError
        The source is none of these, or is damaged.
    StudyLogError, MaterialError
        A database cannot be used, or both sides tell something else about the same event. What was
        taken in before is whole; doing it again goes on from there.
    """
    paths.make()
    with ExitStack() as stack:
        theirs = source
        if source.is_file() and source.suffix.lower() != ".db":
            folder = TemporaryDirectory(dir=paths.data, prefix=".merging-")
            theirs = Path(stack.enter_context(folder))
            yield from unpack(source, theirs)
        log, data = _log_and_folder(theirs, source)
        # Material first: if anything is wrong with it, the log is as it was, and the other way
        # round what was taken in asks for nothing that is not there.
        yield Step(0, 3, MATERIAL)
        added = _merge_material(paths, data / MATERIAL, clock) if data is not None else {}
        yield Step(1, 3, log.name)
        rows, answers = _merge_log(paths, log, clock)
        yield Step(2, 3, "guides")
        copies = _take_copies(paths, data / MATERIAL) if data is not None else 0
        files, differing = _take_files(paths, data) if data is not None else (0, ())
    return Merged(
        rows=rows,
        answers=answers,
        documents=added.get("document", 0),
        key_points=added.get("proposal", 0),
        decisions=added.get("decision", 0),
        to_read=added.get("to_read", 0),
        copies=copies,
        files=files,
        differing=differing,
    )


def _log_and_folder(theirs: Path, source: Path) -> tuple[Path, Path | None]:
    """Return where the other study log is, and the folder of all the rest if there is one."""
    if theirs.is_file():
        return theirs, None
    log = theirs / "study.db"
    if not log.is_file():
        raise BackupError(source, "is no backup, no data folder and no study log of Segue")
    return log, theirs


def _merge_material(paths: Paths, theirs: Path, clock: Callable[[], datetime]) -> dict[str, int]:
    other = database_file(theirs)
    if not other.is_file():
        return {}
    with MaterialStore(paths.material, clock=clock) as store:
        return store.merge(other)


def _merge_log(paths: Paths, theirs: Path, clock: Callable[[], datetime]) -> tuple[int, int]:
    with open_log(paths, paths.database, clock) as log:
        before = count_answers(log)
        rows = log.merge(theirs)
        # There are fewer where all that is new is that an answer was taken back.
        return rows, max(0, count_answers(log) - before)


def _take_copies(paths: Paths, theirs: Path) -> int:
    here = {each.name for each in copies_in(paths.material)}
    lacking = [each for each in copies_in(theirs) if each.name not in here]
    for each in lacking:
        _copy(each, paths.material / each.name)
    return len(lacking)


def _take_files(paths: Paths, theirs: Path) -> tuple[int, tuple[str, ...]]:
    """Copy own transitions, guides and documents that are not here; nothing is written over."""
    taken, differing = 0, []
    for folder in FOLDERS:
        if folder == MATERIAL:
            continue
        for each in sorted((theirs / folder).rglob("*")):
            if not each.is_file():
                continue
            name = each.relative_to(theirs)
            ours = paths.data / name
            if not ours.exists():
                _copy(each, ours)
                taken += 1
            elif ours.read_bytes() != each.read_bytes():
                differing.append(name.as_posix())
    return taken, tuple(differing)


def _copy(source: Path, target: Path) -> None:
    """Copy a file so that it is there whole or not at all."""
    partial = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, partial)
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise BackupError(target, f"cannot be written: {error.strerror}") from error
