"""A model's file is told apart by its size, its beginning and its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.model.fingerprint import fingerprint

MIB = 1 << 20


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "a.gguf"
    path.write_bytes(b"GGUF" + bytes(3 * MIB))
    return path


def test_the_name_does_not_matter(model: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.gguf"
    other.write_bytes(model.read_bytes())
    assert fingerprint(other) == fingerprint(model)


@pytest.mark.parametrize("place", [5, 3 * MIB])
def test_beginning_and_end_do(place: int, model: Path) -> None:
    before = fingerprint(model)
    changed = bytearray(model.read_bytes())
    changed[place] = 1
    model.write_bytes(changed)
    assert fingerprint(model) != before


def test_so_does_the_size(model: Path) -> None:
    before = fingerprint(model)
    model.write_bytes(b"GGUF" + bytes(4 * MIB))
    assert fingerprint(model) != before


def test_files_of_earlier_versions_are_found_by_it(tmp_path: Path) -> None:
    # Certificates and measurements in learners' folders have such names.
    path = tmp_path / "known.gguf"
    path.write_bytes(b"GGUF" + bytes(range(256)))
    assert fingerprint(path) == "9c89e569ceb3b2001c07c21d092f798b"


@pytest.mark.parametrize("size", [0, 1, MIB, MIB + 1])
def test_a_small_file_has_one_too(tmp_path: Path, size: int) -> None:
    path = tmp_path / "small.gguf"
    path.write_bytes(bytes(size))
    assert len(fingerprint(path)) == 32
    assert fingerprint(path).isalnum()


def test_a_file_that_is_not_there_has_none(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        fingerprint(tmp_path / "gone.gguf")
