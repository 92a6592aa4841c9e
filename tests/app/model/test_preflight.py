"""A file that cannot be a model, or does not fit, is refused before memory is spent on it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.model.errors import Cause, EngineError
from app.model.preflight import check_model_file, free_memory

HEADER = b"GGUF" + (3).to_bytes(4, "little") + bytes(16)
GIGABYTE = 10**9


def refusal(path: Path, free: int = 8 * GIGABYTE) -> EngineError:
    with pytest.raises(EngineError) as caught:
        check_model_file(path, lambda: free)
    return caught.value


def test_a_good_file_that_fits_passes(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(HEADER)

    check_model_file(path, lambda: GIGABYTE)


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", Cause.TRUNCATED),
        (b"GGUF", Cause.TRUNCATED),
        (HEADER[:23], Cause.TRUNCATED),
        (b"PK\x03\x04" + bytes(100), Cause.NOT_A_MODEL),
        (b"GGUF\x00\x00\x00\x03" + bytes(100), Cause.NOT_A_MODEL),
        (b"GGUF\x04\x00\x00\x00" + bytes(100), Cause.UNSUPPORTED_ARCHITECTURE),
    ],
)
def test_a_bad_header_is_named(tmp_path: Path, content: bytes, cause: Cause) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(content)

    error = refusal(path)

    assert error.cause is cause
    assert str(path) in error.detail


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.gguf").cause is Cause.NO_FILE
    assert refusal(tmp_path).cause is Cause.NOT_A_MODEL


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read every file")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(HEADER)
    path.chmod(0)

    assert refusal(path).cause is Cause.NO_PERMISSION


def test_a_model_that_does_not_fit_is_told_with_both_numbers(tmp_path: Path) -> None:
    path = tmp_path / "big.gguf"
    with path.open("wb") as file:
        file.write(HEADER)
        file.truncate(4 * GIGABYTE)

    error = refusal(path, free=2 * GIGABYTE)

    assert error.cause is Cause.OUT_OF_MEMORY
    assert error.detail == "big.gguf needs about 4.3 GB, 2.0 GB are free"


def test_all_parts_of_a_split_model_count(tmp_path: Path) -> None:
    first = tmp_path / "model-00001-of-00002.gguf"
    first.write_bytes(HEADER)

    assert refusal(first).cause is Cause.NO_FILE

    with (tmp_path / "model-00002-of-00002.gguf").open("wb") as second:
        second.truncate(4 * GIGABYTE)
    assert refusal(first, free=2 * GIGABYTE).cause is Cause.OUT_OF_MEMORY


def test_free_memory_is_a_plausible_number_of_bytes() -> None:
    assert 10 * 1024**2 < free_memory() < 2**50
