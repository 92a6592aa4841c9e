"""The language of the pipe between the program and the engine process.

Each packet is one JSON object on one line. Packets to the process carry what to ``do`` (load,
generate, score, prefill, supersede, cancel), packets from it what it has to ``say`` (hello, loaded,
piece, progress, scored, done, failed). Jobs and all that is said about them carry the job's ``id``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from app.model.protocol import Message, Prompt, Sampling

PROTOCOL = 1
"""Raised when the packets change, so that two versions never misunderstand each other."""

Packet = dict[str, Any]


class WireError(Exception):
    """The other side of the pipe sent something that is not a packet."""


def encode(packet: Mapping[str, object]) -> bytes:
    """Return the packet as one line of ASCII."""
    return json.dumps(packet, separators=(",", ":")).encode("ascii") + b"\n"


class Decoder:
    """Turns chunks of bytes, cut anywhere, back into packets."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, chunk: bytes) -> list[Packet]:
        """Return the packets completed by this chunk.

        Raises
        ------
        WireError
            A line is not a JSON object.
        """
        # Only the new bytes are searched: a long packet arrives in many chunks.
        start = len(self._rest)
        self._rest += chunk
        packets = []
        while (end := self._rest.find(b"\n", start)) >= 0:
            packets.append(_decode(bytes(self._rest[:end])))
            del self._rest[: end + 1]
            start = 0
        return packets


def _decode(line: bytes) -> Packet:
    try:
        packet = json.loads(line)
    except ValueError as error:
        raise WireError(f"not JSON: {line[:80]!r}") from error
    if not isinstance(packet, dict):
        raise WireError(f"not an object: {line[:80]!r}")
    return packet


def pack_prompt(prompt: Prompt) -> Packet:
    """Return the prompt as part of a packet."""
    return asdict(prompt)


def unpack_prompt(packed: Packet) -> Prompt:
    """Return the prompt that was packed."""
    messages = tuple(Message(**message) for message in packed["messages"])
    return Prompt(messages, packed["reply_start"])


def pack_sampling(sampling: Sampling) -> Packet:
    """Return the sampling as part of a packet."""
    return asdict(sampling)


def unpack_sampling(packed: Packet) -> Sampling:
    """Return the sampling that was packed."""
    return Sampling(**{**packed, "stop": tuple(packed["stop"])})
