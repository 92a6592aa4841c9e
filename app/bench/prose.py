"""Plain words for prompts whose contents do not matter, only their length."""

from __future__ import annotations

_TEXT = """
the old harbour was quiet that morning because no boat had come in since the storm and the people
who lived near the water went about their work as if the sea had never been there
"""


def words(first: int, count: int) -> str:
    """Return so many words, each after a space; another ``first`` begins elsewhere in the text."""
    known = _TEXT.split()
    return "".join(f" {known[(first + i) % len(known)]}" for i in range(count))
