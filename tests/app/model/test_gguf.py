"""Reading the header of a model file: what it tells, and that no file can do harm by it."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from app.model.errors import Cause
from app.model.gguf import GgufError, read_header
from tests.helpers.gguf_file import gguf, number, numbers, string, text, vocabulary

QWEN = (
    string("general.architecture", "qwen2"),
    string("general.name", "Qwen Small"),
    number("qwen2.block_count", 28),
    number("qwen2.context_length", 32768),
    number("qwen2.embedding_length", 1536),
    number("qwen2.attention.head_count", 12),
    number("qwen2.attention.head_count_kv", 2),
)


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "model.gguf"
    path.write_bytes(data)
    return path


def test_the_header_tells_name_architecture_context_and_cache(tmp_path: Path) -> None:
    header = read_header(written(tmp_path, gguf(*QWEN, vocabulary("a", "b"), tensor_count=2)))
    assert header.version == 3
    assert header.tensors == 2
    assert header.architecture == "qwen2"
    assert header.name == "Qwen Small"
    assert header.context_length == 32768
    # 28 layers, 2 heads of 128, keys and values, 2 bytes each.
    assert header.kv_bytes_per_token == 28672


def test_what_stands_behind_the_vocabulary_is_found_too(tmp_path: Path) -> None:
    data = gguf(
        string("general.architecture", "llama"),
        vocabulary("one", "two"),
        text("tokenizer.scores") + struct.pack("<IIQ2f", 9, 6, 2, 0.5, 1.5),
        number("llama.context_length", 4096),
    )
    assert read_header(written(tmp_path, data)).context_length == 4096


def test_a_file_may_leave_out_what_is_not_essential(tmp_path: Path) -> None:
    header = read_header(written(tmp_path, gguf(string("general.architecture", "llama"))))
    assert header.name is None
    assert header.context_length is None
    assert header.kv_bytes_per_token is None


def test_heads_with_a_length_of_their_own_are_reckoned_with_it(tmp_path: Path) -> None:
    data = gguf(
        string("general.architecture", "qwen3"),
        number("qwen3.block_count", 36),
        number("qwen3.embedding_length", 2560),
        number("qwen3.attention.head_count", 32),
        number("qwen3.attention.head_count_kv", 8),
        number("qwen3.attention.key_length", 128),
        number("qwen3.attention.value_length", 128),
    )
    assert read_header(written(tmp_path, data)).kv_bytes_per_token == 147_456


@pytest.mark.parametrize(
    "pair",
    [
        # The heads of each layer, and caches that are smaller than they could be.
        numbers("qwen2.attention.head_count_kv", [2, 4]),
        number("qwen2.attention.sliding_window", 1024),
        number("qwen2.attention.kv_lora_rank", 512),
    ],
)
def test_a_cache_that_cannot_be_reckoned_is_not_guessed(tmp_path: Path, pair: bytes) -> None:
    others = [each for each in QWEN if b"head_count_kv" not in each]
    assert read_header(written(tmp_path, gguf(*others))).kv_bytes_per_token is not None
    assert read_header(written(tmp_path, gguf(*others, pair))).kv_bytes_per_token is None


@pytest.mark.parametrize(
    ("data", "cause", "reason"),
    [
        (b"", Cause.TRUNCATED, "empty"),
        (b"PK\x03\x04 a zip archive", Cause.NOT_A_MODEL, "not a GGUF file"),
        (b"<!DOCTYPE html>", Cause.NOT_A_MODEL, "not a GGUF file"),
        (b"GGUF", Cause.TRUNCATED, "cut short"),
        (gguf(*QWEN)[:90], Cause.TRUNCATED, "cut short"),
        (gguf(version=1), Cause.UNSUPPORTED_ARCHITECTURE, "version 1 "),
        (gguf(version=4), Cause.UNSUPPORTED_ARCHITECTURE, "version 4 "),
        (gguf(version=0), Cause.DAMAGED, "no valid GGUF version"),
        (gguf(version=4097), Cause.DAMAGED, "no valid GGUF version"),
        (gguf(version=0x03000000), Cause.UNSUPPORTED_ARCHITECTURE, "another byte order"),
        (gguf(count=2**40), Cause.DAMAGED, "counts in its header are impossible"),
        (gguf(tensor_count=2**60), Cause.DAMAGED, "counts in its header are impossible"),
        (gguf(struct.pack("<Q", 2**62) + b"key"), Cause.DAMAGED, "impossibly long"),
        (gguf(text("key") + struct.pack("<I", 99)), Cause.DAMAGED, "of type 99"),
        (gguf(text("key") + struct.pack("<IIQ", 9, 4, 2**50)), Cause.DAMAGED, "impossibly long"),
        (gguf(text("key") + struct.pack("<IIQ", 9, 9, 1)), Cause.DAMAGED, "list of type 9"),
        (gguf(number("key", 1), number("key", 2)), Cause.DAMAGED, "has key twice"),
        (gguf(number("general.alignment", 32)), Cause.DAMAGED, "does not name the model's"),
    ],
)
def test_garbage_is_refused_with_a_reason(
    tmp_path: Path, data: bytes, cause: Cause, reason: str
) -> None:
    with pytest.raises(GgufError, match=reason) as caught:
        read_header(written(tmp_path, data))
    assert caught.value.cause is cause


def test_a_header_without_end_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "endless.gguf"
    with path.open("wb") as file:
        file.write(gguf(count=20))
        for key in range(20):
            # Each list is of a believable length, and the disk stores none of its zeros.
            file.write(text(f"key {key}") + struct.pack("<IIQ", 9, 12, 4_000_000))
            file.seek(4_000_000 * 8, os.SEEK_CUR)
        file.truncate()
    with pytest.raises(GgufError, match="does not end"):
        read_header(path)


def test_every_cut_of_a_good_header_is_refused_not_crashed(tmp_path: Path) -> None:
    whole = gguf(*QWEN)
    for length in range(len(whole)):
        with pytest.raises(GgufError):
            read_header(written(tmp_path, whole[:length]))


def test_a_missing_file_a_folder_and_a_pipe_are_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.gguf"
    paths = [tmp_path / "none.gguf", tmp_path]
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
        paths.append(pipe)
    for path in paths:
        with pytest.raises(GgufError, match="no such file") as caught:
            read_header(path)
        assert caught.value.cause is Cause.NO_FILE
