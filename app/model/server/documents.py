"""Reading what a server says without believing in its shape."""

from __future__ import annotations

import json
from typing import TypeVar

from app.model.errors import Cause
from app.model.server.refusals import ServerError

T = TypeVar("T")


def parse(text: bytes | str) -> object:
    """Return the document that a text of JSON stands for.

    Raises
    ------
    ServerError
        With ``NOT_A_SERVER``: it is no JSON.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise ServerError(Cause.NOT_A_SERVER, "its answer is not JSON") from None


def find(document: object, *path: str | int) -> object:
    """Return what stands at a place of a document, or None."""
    for step in path:
        if isinstance(step, str) and isinstance(document, dict):
            document = document.get(step)
        elif isinstance(step, int) and isinstance(document, list) and step < len(document):
            document = document[step]
        else:
            return None
    return document


def need(document: object, kind: type[T], *path: str | int) -> T:
    """Return what stands at a place of a document.

    Raises
    ------
    ServerError
        With ``NOT_A_SERVER``: there is nothing, or something of another kind.
    """
    found = find(document, *path)
    if isinstance(found, kind) and not (kind is int and isinstance(found, bool)):
        return found
    where = ".".join(map(str, path)) or "its answer"
    raise ServerError(Cause.NOT_A_SERVER, f"{where} should be {kind.__name__}, and is not")


def number(document: object, *path: str | int) -> float:
    """Return the number that stands at a place of a document.

    Raises
    ------
    ServerError
        With ``NOT_A_SERVER``: there is none.
    """
    found = find(document, *path)
    if isinstance(found, int | float) and not isinstance(found, bool):
        return float(found)
    raise ServerError(
        Cause.NOT_A_SERVER, f"{'.'.join(map(str, path))} should be a number, and is not"
    )
