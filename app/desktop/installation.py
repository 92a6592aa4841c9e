"""Adding Segue to the desktop, taking it away again, and telling how things stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.desktop.associations import group, joinable
from app.desktop.content import TYPES, everything
from app.desktop.places import Places
from app.desktop.program import DesktopError
from app.desktop.record import (
    NAME,
    Record,
    fingerprint,
    read_record,
    write_record,
    write_whole,
)
from app.desktop.tools import Run, check_launcher, possible_indexes, refresh, run_tool

LAUNCHER = "applications/segue.desktop"


@dataclass(frozen=True)
class Outcome:
    """What was done.

    Attributes
    ----------
    files : tuple of Path
        The files that were written, or removed.
    kept : tuple of Path
        Files that were left where they are because somebody changed them since.
    complaints : tuple of str
        What the desktop's tools said went wrong; Segue's own files are in order all the same.
    """

    files: tuple[Path, ...]
    kept: tuple[Path, ...] = ()
    complaints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Status:
    """How things stand.

    Attributes
    ----------
    files : mapping
        Every file that was written, and whether it is ``ok``, ``changed`` or ``missing``.
    starts : str
        The value of ``Exec`` in the launcher as it is now; empty without one.
    types : tuple of str
        The types of files that the launcher offers to open.
    is_current : bool
        Whether installing again would change nothing.
    """

    files: Mapping[Path, str]
    starts: str
    types: tuple[str, ...]
    is_current: bool


def install(
    places: Places,
    program: Path,
    options: Sequence[str] = (),
    *,
    replace: bool = False,
    run: Run = run_tool,
) -> Outcome:
    """Write launcher, icons and file types into the user's folder of data.

    Parameters
    ----------
    program : Path
        What the launcher starts.
    options : sequence of str
        What it is started with besides files.
    replace : bool
        Whether to write over files that were not written by this function.
    run : callable
        Runs the desktop's tools.

    Raises
    ------
    DesktopError
        A file is in the way, or the launcher cannot be written; nothing was changed.
    OSError
        The system refuses.
    """
    home = places.data_home
    files = everything(program, options, joinable(places, TYPES))
    before = read_record(home)
    strangers = [home / name for name in files if _is_strange(home, name, files[name], before)]
    if strangers and not replace:
        raise DesktopError(
            "These files are there already, and not as Segue wrote them:\n"
            + "".join(f"  {path}\n" for path in strangers)
            + "Move them away, or write over them with `segue desktop install --replace`."
        )
    made = _make_folders(home, [*files, NAME, *possible_indexes()])
    names = [index for index in possible_indexes() if not (home / index).exists()]
    record = Record(
        {**before.files, **{name: fingerprint(files[name]) for name in files}},
        (*before.folders, *made),
        before.indexes,
    )
    # Before the files: what is written when the power fails can then be removed all the same.
    write_record(home, record)
    for name, content in files.items():
        write_whole(home / name, content)
    gone, _ = _remove(home, before, set(before.files) - set(files))
    complaints = [*check_launcher(home / LAUNCHER, run), *refresh(home, run)]
    left = {name: hash_ for name, hash_ in record.files.items() if name not in gone}
    indexes = [name for name in names if (home / name).exists()]
    write_record(home, Record(left, record.folders, (*record.indexes, *indexes)))
    return Outcome(tuple(home / name for name in files), complaints=tuple(complaints))


def uninstall(places: Places, *, run: Run = run_tool) -> Outcome:
    """Remove what `install` wrote, unless it was changed since, and the folders it had to make.

    Raises
    ------
    DesktopError
        The record of what was written cannot be read; nothing was changed.
    OSError
        The system refuses.
    """
    home = places.data_home
    record = read_record(home)
    if not record.files:
        return Outcome(())
    removed, kept = _remove(home, record, set(record.files))
    complaints = refresh(home, run)
    _remove_indexes(home, record)
    (home / NAME).unlink(missing_ok=True)
    for folder in reversed(record.folders):
        # Not empty means that somebody else has put something there.
        with suppress(OSError):
            (home / folder).rmdir()
    return Outcome(
        tuple(home / name for name in sorted(removed)),
        tuple(home / name for name in sorted(kept)),
        tuple(complaints),
    )


def status(places: Places, program: Path | None, options: Sequence[str] = ()) -> Status:
    """Tell what is installed, and whether it starts the Segue that asks.

    Parameters
    ----------
    program : Path or None
        What a launcher made now would start, if there is anything.

    Raises
    ------
    DesktopError
        The record of what was written cannot be read.
    """
    home = places.data_home
    record = read_record(home)
    states = {home / name: record.state(home, name) for name in sorted(record.files)}
    keys = group(home / LAUNCHER, "Desktop Entry") if record.files else {}
    is_current = False
    if program is not None:
        with suppress(DesktopError):
            wanted = everything(program, options, joinable(places, TYPES))
            have = {name: record.state(home, name) for name in wanted}
            is_current = all(state == "ok" for state in have.values()) and all(
                record.files[name] == fingerprint(content) for name, content in wanted.items()
            )
    types = tuple(each for each in keys.get("MimeType", "").split(";") if each)
    return Status(states, keys.get("Exec", ""), types, is_current)


def _is_strange(home: Path, name: str, content: bytes, record: Record) -> bool:
    """Return whether a file that shall be written is there and was not written by Segue."""
    path = home / name
    if not path.exists() and not path.is_symlink():
        return False
    with suppress(OSError):
        if path.read_bytes() == content:
            return False
    return record.state(home, name) != "ok"


def _make_folders(home: Path, names: Sequence[str]) -> list[str]:
    """Make the folders of some files; return those that were not there, outer ones first."""
    made = []
    home.mkdir(parents=True, exist_ok=True)
    for name in names:
        for folder in reversed(Path(name).parents[:-1]):
            if not (home / folder).is_dir():
                (home / folder).mkdir()
                made.append(folder.as_posix())
    return made


def _remove(home: Path, record: Record, names: set[str]) -> tuple[set[str], set[str]]:
    """Remove files that are as they were written; return those gone, and those kept."""
    kept = {name for name in names if record.state(home, name) == "changed"}
    for name in names - kept:
        (home / name).unlink(missing_ok=True)
    return names - kept, kept


def _remove_indexes(home: Path, record: Record) -> None:
    """Remove indexes that came with Segue's files, where nothing is left that they could index."""
    others = {
        "applications": any((home / "applications").rglob("*.desktop")),
        "mime": any((home / "mime" / "packages").glob("*.xml")),
    }
    for name in record.indexes:
        if not others[Path(name).parts[0]]:
            (home / name).unlink(missing_ok=True)
