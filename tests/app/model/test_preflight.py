"""A file that cannot be a model, or does not fit, is refused before memory is spent on it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.errors import Cause, EngineError
from app.model.gguf import read_header
from app.model.preflight import check_model_file, free_memory, memory_needed
from tests.helpers.gguf_file import LLAMA, TENSORS, gguf, number, numbers, tiny_model
from tests.helpers.users import as_ordinary_user

GIGABYTE = 10**9
MODEL = tiny_model()


def refusal(path: Path, free: int = 8 * GIGABYTE) -> EngineError:
    with pytest.raises(EngineError) as caught:
        check_model_file(path, lambda: free)
    return caught.value


def test_a_good_file_that_fits_passes(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(MODEL)

    check_model_file(path, lambda: GIGABYTE)


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", Cause.TRUNCATED),
        (b"GGUF", Cause.TRUNCATED),
        (MODEL[:23], Cause.TRUNCATED),
        (MODEL[:-1], Cause.TRUNCATED),
        (b"PK\x03\x04" + bytes(100), Cause.NOT_A_MODEL),
        (b"GGUF\x00\x00\x00\x03" + bytes(100), Cause.UNSUPPORTED_ARCHITECTURE),
        (b"GGUF\x04\x00\x00\x00" + bytes(100), Cause.UNSUPPORTED_ARCHITECTURE),
        (gguf(*LLAMA), Cause.DAMAGED),
        (gguf(*LLAMA, tensor_count=2**50), Cause.DAMAGED),
        (
            gguf(*LLAMA, number("llama.attention.key_length", 2**31), tensors=TENSORS, data=530),
            Cause.DAMAGED,
        ),
    ],
)
def test_a_bad_file_is_named_with_what_is_the_matter(
    tmp_path: Path, content: bytes, cause: Cause
) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(content)

    error = refusal(path)

    assert error.cause is cause
    assert error.detail.startswith(f"{path}: ")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.gguf").cause is Cause.NO_FILE
    (tmp_path / "a file").touch()
    assert refusal(tmp_path / "a file" / "none.gguf").cause is Cause.NO_FILE
    assert refusal(tmp_path).cause is Cause.NOT_A_MODEL
    assert refusal(tmp_path / "no\0path").cause is Cause.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="makes a pipe with a name")
def test_a_pipe_is_refused_at_once_instead_of_being_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.gguf"
    os.mkfifo(path)

    error = refusal(path)

    assert error.cause is Cause.NOT_A_MODEL
    assert "is not a file" in error.detail


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
def test_a_file_that_may_not_be_read_is_told() -> None:
    with as_ordinary_user() as folder:
        path = folder / "model.gguf"
        path.write_bytes(MODEL)
        check_model_file(path, lambda: GIGABYTE)
        path.chmod(0)

        error = refusal(path)

    assert error.cause is Cause.NO_PERMISSION
    assert error.detail == str(path)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="has no file that fails to be read")
def test_a_file_of_which_the_disk_gives_nothing_is_told() -> None:
    # A regular file by its mode; reading its first page is an input/output error.
    error = refusal(Path("/proc/self/mem"))

    assert error.cause is Cause.UNREADABLE
    assert "Input/output error" in error.detail


def test_a_model_that_does_not_fit_is_told_with_both_numbers(tmp_path: Path) -> None:
    path = tmp_path / "big.gguf"
    with path.open("wb") as file:
        file.write(MODEL)
        file.truncate(4 * GIGABYTE)

    error = refusal(path, free=2 * GIGABYTE)

    assert error.cause is Cause.OUT_OF_MEMORY
    assert error.detail == "big.gguf needs about 4.2 GB, 2.0 GB are free"


def test_the_cache_for_writing_and_observing_counts(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(MODEL)
    header = read_header(path)
    many = replace(header, kv_bytes_per_token=100_000, context_length=8192)

    # What it was trained for is the most that it is given.
    assert memory_needed(many, 0, 4096) == 8192 * 100_000 + 240_000_000
    assert memory_needed(many, 0, 100_000) == 12_288 * 100_000 + 240_000_000
    # Where it is not known, a usual one is reckoned with.
    assert memory_needed(replace(many, kv_bytes_per_token=None), 7, 4096) == 350_000_007


def test_a_name_that_counts_to_no_part_is_that_of_one(tmp_path: Path) -> None:
    only = tmp_path / "model-00001-of-00000.gguf"
    only.write_bytes(MODEL[:-1])
    assert refusal(only).cause is Cause.TRUNCATED


def test_all_parts_of_a_split_model_count(tmp_path: Path) -> None:
    first = tmp_path / "model-00001-of-00002.gguf"
    # The first part may hold the description alone.
    first.write_bytes(gguf(*LLAMA))

    missing = refusal(first)
    assert missing.cause is Cause.NO_FILE
    assert missing.detail.endswith("model-00002-of-00002.gguf")

    second = tmp_path / "model-00002-of-00002.gguf"
    second.write_bytes(gguf(numbers("split.no", [1]), tensors=TENSORS, data=529))
    broken = refusal(first)
    assert broken.cause is Cause.TRUNCATED
    assert str(second) in broken.detail

    with second.open("r+b") as file:
        file.truncate(4 * GIGABYTE)
    assert refusal(first, free=2 * GIGABYTE).cause is Cause.OUT_OF_MEMORY


def test_free_memory_is_a_plausible_number_of_bytes() -> None:
    assert 10 * 1024**2 < free_memory() < 2**50
