"""Every tensor has to lie where the header says, inside the file, in a form that ggml knows."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.model.errors import Cause
from app.model.gguf import GgufError
from app.model.gguf_tensors import BLOCKS, survey
from tests.helpers.gguf_file import (
    LLAMA,
    Q4_0,
    TENSORS,
    gguf,
    number,
    string,
    tensor,
    tiny_model,
)


def refusal(tmp_path: Path, data: bytes, *, first: bool = True) -> tuple[Cause, str]:
    path = tmp_path / "model.gguf"
    path.write_bytes(data)
    with pytest.raises(GgufError) as caught:
        survey(path, first=first)
    return caught.value.cause, str(caught.value)


def test_a_sound_file_is_surveyed_whole(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(tiny_model())

    found = survey(path)

    assert found.size == len(tiny_model())
    assert found.header is not None
    assert found.header.tensors == 2
    assert found.header.kv_bytes_per_token == 256


def test_the_test_model_is_sound(small_model: Path) -> None:
    assert survey(small_model).size == small_model.stat().st_size


@pytest.mark.engine
def test_the_table_of_types_is_ggmls_own() -> None:
    from llama_cpp import llama_cpp as library

    name = library._lib._name.replace("libllama", "libggml-base").replace(
        "llama.dll", "ggml-base.dll"
    )
    ggml = ctypes.CDLL(name)
    ggml.ggml_blck_size.restype = ctypes.c_int64
    ggml.ggml_type_size.restype = ctypes.c_size_t
    known = range(library.GGML_TYPE_COUNT)
    own = {kind: (ggml.ggml_blck_size(kind), ggml.ggml_type_size(kind)) for kind in known}

    # Types that were removed have neither numbers nor bytes.
    assert {kind: size for kind, size in own.items() if size != (0, 0)} == BLOCKS


def test_a_later_part_need_not_describe_the_model(tmp_path: Path) -> None:
    data = gguf(number("split.no", 1), tensors=TENSORS, data=530)
    cause, reason = refusal(tmp_path, data)
    assert (cause, "architecture" in reason) == (Cause.DAMAGED, True)

    path = tmp_path / "model.gguf"
    assert survey(path, first=False).header is None


def test_another_alignment_is_kept(tmp_path: Path) -> None:
    aligned = (tensor("a", 1), tensor("b", 1, offset=64))
    path = tmp_path / "model.gguf"
    path.write_bytes(gguf(*LLAMA, number("general.alignment", 64), tensors=aligned, data=200))

    assert survey(path).header is not None


def test_a_file_that_ends_early_is_told_with_both_sizes(tmp_path: Path) -> None:
    large = (tensor("a", 1_000_000),)

    assert refusal(tmp_path, gguf(*LLAMA, tensors=large, data=1_500_000)) == (
        Cause.TRUNCATED,
        "it ends after 1.5 MB of 4.0 MB",
    )


@pytest.mark.parametrize("missing", [1, 100, 530, 531, 700])
def test_not_one_byte_may_be_missing(tmp_path: Path, missing: int) -> None:
    assert refusal(tmp_path, tiny_model()[:-missing])[0] is Cause.TRUNCATED


@pytest.mark.parametrize(
    ("tensors", "reason"),
    [
        ([tensor("a", 64), tensor("a", 64, offset=256)], "there twice"),
        ([tensor("", 64)], "empty"),
        ([tensor("a" * 64, 64)], "too long"),
        ([tensor("a", 1, 1, 1, 1, 1)], "a has 5 dimensions"),
        ([tensor("a", 0)], "a has impossible dimensions"),
        ([tensor("a", 2**62)], "a has impossible dimensions"),
        ([tensor("a", 2**63, 2)], "a has impossible dimensions"),
        ([tensor("a", 33, kind=Q4_0)], "a does not fit its type"),
        ([tensor("a", 64), tensor("b", 64, offset=0)], "b does not begin where"),
        ([tensor("a", 64), tensor("b", 64, offset=2**63)], "b does not begin where"),
        ([tensor("a", 64, offset=32)], "a does not begin where"),
    ],
)
def test_tensors_that_contradict_themselves_are_damage(
    tmp_path: Path, tensors: Sequence[bytes], reason: str
) -> None:
    cause, said = refusal(tmp_path, gguf(*LLAMA, tensors=tensors, data=1000))

    assert cause is Cause.DAMAGED
    assert reason in said


@pytest.mark.parametrize("alignment", [0, 3, 48, 2**32 - 1])
def test_an_impossible_alignment_is_damage(tmp_path: Path, alignment: int) -> None:
    pairs = (*LLAMA, number("general.alignment", alignment))

    cause, reason = refusal(tmp_path, gguf(*pairs, tensors=TENSORS, data=600))

    assert (cause, "alignment" in reason) == (Cause.DAMAGED, True)


def test_an_alignment_that_is_no_number_is_damage(tmp_path: Path) -> None:
    pairs = (*LLAMA, string("general.alignment", "32"))

    assert refusal(tmp_path, gguf(*pairs, tensors=TENSORS, data=600))[0] is Cause.DAMAGED


@pytest.mark.parametrize("kind", [4, 31, 43, 77, 2**31])
def test_a_type_that_ggml_does_not_know_is_unsupported(tmp_path: Path, kind: int) -> None:
    cause, reason = refusal(tmp_path, gguf(*LLAMA, tensors=[tensor("a", 64, kind=kind)], data=256))

    assert cause is Cause.UNSUPPORTED_ARCHITECTURE
    assert f"type {kind}" in reason
