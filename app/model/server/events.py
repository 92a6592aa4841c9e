"""The two ways in which servers send a reply piece by piece: events, and lines of JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.errors import Cause
from app.model.server.documents import find, parse
from app.model.server.keys import Key
from app.model.server.refusals import ServerError, broken

LONGEST_LINE = 4_000_000
"""Bytes of a line from which on it is no piece of a reply."""


def lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Put lines together from what arrives.

    Raises
    ------
    ServerError
        With ``NOT_A_SERVER``: a line does not end.
    """
    held = b""
    for chunk in chunks:
        *whole, held = (held + chunk).split(b"\n")
        if len(held) > LONGEST_LINE:
            raise ServerError(Cause.NOT_A_SERVER, "it sends a line without an end")
        yield from (line.removesuffix(b"\r") for line in whole)
    if held:
        yield held


def server_sent(received: Iterable[bytes], key: Key | None = None) -> Iterator[object]:
    """Yield the documents of server-sent events, up to ``[DONE]``; the key is never quoted.

    Raises
    ------
    ServerError
        An event says that something went wrong, or is no JSON.
    """
    for line in received:
        field, _, value = line.partition(b":")
        if field == b"data":
            if value.strip() == b"[DONE]":
                return
            yield _sound(value, key)
        elif field == b"error":
            # So older versions of llama-server say it.
            raise broken(parse(value), key)


def json_lines(received: Iterable[bytes], key: Key | None = None) -> Iterator[object]:
    """Yield the documents of a stream that has one on each line; the key is never quoted.

    Raises
    ------
    ServerError
        A line says that something went wrong, or is no JSON.
    """
    for line in received:
        if line.strip():
            yield _sound(line, key)


def _sound(text: bytes, key: Key | None) -> object:
    document = parse(text)
    if find(document, "error"):
        raise broken(document, key)
    return document
