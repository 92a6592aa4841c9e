"""Writing small GGUF files piece by piece, right or wrong as a test wants them."""

from __future__ import annotations

import struct
from collections.abc import Sequence

F32, Q4_0 = 0, 2


def text(value: str) -> bytes:
    """Return a text with its length before it."""
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def string(key: str, value: str) -> bytes:
    """Return a pair with a text."""
    return text(key) + struct.pack("<I", 8) + text(value)


def number(key: str, value: int) -> bytes:
    """Return a pair with a whole number of 32 bits."""
    return text(key) + struct.pack("<II", 4, value)


def numbers(key: str, values: Sequence[int]) -> bytes:
    """Return a pair with a list of numbers of 32 bits."""
    head = text(key) + struct.pack("<IIQ", 9, 4, len(values))
    return head + struct.pack(f"<{len(values)}I", *values)


def vocabulary(*tokens: str) -> bytes:
    """Return the pair that holds the tokens."""
    head = text("tokenizer.ggml.tokens") + struct.pack("<IIQ", 9, 8, len(tokens))
    return head + b"".join(map(text, tokens))


def tensor(name: str, *axes: int, kind: int = F32, offset: int = 0) -> bytes:
    """Return what the header says of a tensor."""
    dims = struct.pack(f"<I{len(axes)}Q", len(axes), *axes)
    return text(name) + dims + struct.pack("<IQ", kind, offset)


def gguf(
    *pairs: bytes,
    version: int = 3,
    tensors: Sequence[bytes] = (),
    count: int | None = None,
    tensor_count: int | None = None,
    data: int = 0,
) -> bytes:
    """Return a file.

    Parameters
    ----------
    count, tensor_count
        How many pairs and tensors it claims to have; by default as many as it has.
    data
        Bytes of zeros behind the header.
    """
    counts = struct.pack(
        "<QQ",
        len(tensors) if tensor_count is None else tensor_count,
        len(pairs) if count is None else count,
    )
    head = b"GGUF" + struct.pack("<I", version) + counts + b"".join(pairs) + b"".join(tensors)
    return head + bytes(-len(head) % 32 + data) if tensors else head + bytes(data)


LLAMA = (
    string("general.architecture", "llama"),
    number("llama.block_count", 2),
    number("llama.context_length", 2048),
    number("llama.embedding_length", 64),
    number("llama.attention.head_count", 4),
    number("llama.attention.head_count_kv", 2),
)
"""Pairs that describe a tiny model: 256 bytes of key-value cache for a token."""
TENSORS = (tensor("a", 64, 2), tensor("b", 32, kind=Q4_0, offset=512))
"""Two tensors of 530 bytes together."""


def tiny_model() -> bytes:
    """Return a whole file that describes a tiny model; nothing can run it."""
    return gguf(*LLAMA, tensors=TENSORS, data=530)
