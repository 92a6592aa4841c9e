"""The language of the pipe between the program and the engine process.

Each packet is one JSON object on one line. Packets to the process carry what to ``do`` (load,
generate, score, observe, prefill, prepare, supersede, cancel), packets from it what it has to
``say`` (hello, piece, progress, done, failed). Jobs and all that is said about them carry the job's
``id``.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.model.protocol import Activations, Message, Passage, Prompt, Sampling

# Of all packets only those with activations need numpy, which is slow to load.
if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PROTOCOL = 3
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


def pack_passage(passage: Passage) -> Packet:
    """Return the passage as part of a packet."""
    return asdict(passage)


def unpack_passage(packed: Packet) -> Passage:
    """Return the passage that was packed."""
    stretches = tuple((start, end) for start, end in packed["stretches"])
    beside = tuple((start, end) for start, end in packed["beside"])
    return Passage(unpack_prompt(packed["prompt"]), stretches, packed["in_reply"], beside)


def pack_activations(activations: Activations) -> Packet:
    """Return the activations as part of a packet, with the precision of 16 bits."""
    return {
        "last": _pack_array(activations.last),
        "means": _pack_array(activations.means),
        "tokens": activations.tokens,
        "read": activations.read,
        "each": _pack_array(activations.each),
        "beside": [_pack_array(each) for each in activations.beside],
    }


def unpack_activations(packed: Packet) -> Activations:
    """Return the activations that were packed."""
    return Activations(
        last=_unpack_array(packed["last"]),
        means=_unpack_array(packed["means"]),
        tokens=tuple(packed["tokens"]),
        read=packed["read"],
        each=_unpack_array(packed["each"]),
        beside=tuple(_unpack_array(each) for each in packed["beside"]),
    )


def to_half(array: NDArray[np.float32]) -> NDArray[np.float16]:
    """Return the numbers at 16 bits; those beyond become the largest that there are."""
    import numpy as np  # noqa: PLC0415

    largest = np.finfo(np.float16).max
    return np.clip(array, -largest, largest).astype("<f2")


def _pack_array(array: NDArray[np.float32]) -> Packet:
    data = base64.b64encode(to_half(array).tobytes())
    return {"shape": array.shape, "data": data.decode("ascii")}


def _unpack_array(packed: Packet) -> NDArray[np.float32]:
    import numpy as np  # noqa: PLC0415

    data = np.frombuffer(base64.b64decode(packed["data"]), "<f2")
    return data.reshape(packed["shape"]).astype(np.float32)
