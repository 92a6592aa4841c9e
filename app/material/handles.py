"""Short names for ids, so that they can be typed."""

from __future__ import annotations

from collections.abc import Iterable

LENGTH = 8
"""Letters of a handle: the last ones of an id, which are random."""


def handle(id_: str) -> str:
    """Return the short name of an id."""
    return id_[-LENGTH:].lower()


def resolved(given: str, known: Iterable[str]) -> str:
    """Return the id that ends in what was given; at least four letters of it.

    Raises
    ------
    LookupError
        ``no such`` or ``more than one``.
    """
    wanted = given.strip().upper()
    found = [each for each in known if len(wanted) >= 4 and each.endswith(wanted)]
    if len(found) != 1:
        raise LookupError("more than one" if found else "no such")
    return found[0]
