"""Packets survive the pipe, however the bytes are cut."""

from __future__ import annotations

import numpy as np
import pytest

from app.model.protocol import Activations, Message, Passage, Prompt, Sampling
from app.model.wire import (
    Decoder,
    WireError,
    encode,
    pack_activations,
    pack_passage,
    pack_prompt,
    pack_sampling,
    unpack_activations,
    unpack_passage,
    unpack_prompt,
    unpack_sampling,
)

PACKETS: list[dict[str, object]] = [
    {"do": "cancel", "id": 1},
    {"say": "piece", "text": "naïve\n🦄 \ud800 \x00"},
    {},
]


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_packets_come_out_as_they_went_in(size: int) -> None:
    data = b"".join(encode(packet) for packet in PACKETS)
    decoder = Decoder()

    seen = [
        packet
        for start in range(0, len(data), size)
        for packet in decoder.feed(data[start : start + size])
    ]

    assert seen == PACKETS


def test_a_packet_is_one_line_of_ascii() -> None:
    line = encode({"text": "line one\nline two 🦄"})

    assert line.isascii()
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")


@pytest.mark.parametrize("line", [b"Segmentation fault\n", b"[1, 2]\n", b'{"half":\n', b"\xff\n"])
def test_what_is_no_packet_is_refused(line: bytes) -> None:
    with pytest.raises(WireError):
        Decoder().feed(line)


def test_prompts_and_samplings_are_the_same_on_the_other_side() -> None:
    prompt = Prompt((Message("system", "Be brief."), Message("user", "Why?")), reply_start="So")
    sampling = Sampling(max_tokens=5, temperature=0.0, seed=7, stop=("\n", "END"))
    decoder = Decoder()

    line = encode({"prompt": pack_prompt(prompt), "sampling": pack_sampling(sampling)})
    (packet,) = decoder.feed(line)

    assert unpack_prompt(packet["prompt"]) == prompt
    assert unpack_sampling(packet["sampling"]) == sampling


@pytest.mark.parametrize("beside", [(), ((0, 4),), ((0, 4), (5, 13))])
def test_a_passage_is_the_same_on_the_other_side(beside: tuple[tuple[int, int], ...]) -> None:
    prompt = Prompt((Message("user", "Why? Because."),), reply_start="So")
    passage = Passage(prompt, ((0, 4), (4, 13)), in_reply=True, beside=beside)

    (packet,) = Decoder().feed(encode(pack_passage(passage)))

    assert unpack_passage(packet) == passage


def test_activations_keep_the_precision_of_16_bits_and_stay_finite() -> None:
    last = np.array([[0.1, -3.0], [1e6, -1e6]], np.float32)
    means = np.zeros((0, 2, 2), np.float32)

    (packet,) = Decoder().feed(encode(pack_activations(Activations(last, means, (), 7))))
    seen = unpack_activations(packet)

    assert seen.last.dtype == np.float32
    assert np.allclose(seen.last, [[0.1, -3.0], [65504.0, -65504.0]], rtol=1e-3)
    assert seen.means.shape == (0, 2, 2)
    assert (seen.tokens, seen.read) == ((), 7)


@pytest.mark.parametrize("tokens", [(), (3,), (3, 0, 1)])
def test_so_do_the_tokens_that_are_compared(tokens: tuple[int, ...]) -> None:
    each = np.arange(8, dtype=np.float32).reshape(4, 2) / 2
    beside = tuple(np.full((count, 2), count / 4, np.float32) for count in tokens)
    sent = Activations(each[:1], each[:1, None], (1,), each=each, beside=beside)

    (packet,) = Decoder().feed(encode(pack_activations(sent)))
    seen = unpack_activations(packet)

    assert (seen.each == each).all()
    assert [part.shape for part in seen.beside] == [(count, 2) for count in tokens]
    assert all((one == other).all() for one, other in zip(seen.beside, beside, strict=True))
