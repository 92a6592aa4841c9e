"""What of a typed answer is looked at: characters that nobody sees become spaces."""

from __future__ import annotations

import unicodedata

LONGEST = 3000
"""Characters of an answer that are graded; ten times what anybody types to such questions."""

_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters by their category that are shown as nothing."""


def visible(answer: str) -> str:
    """Return an answer with control, format and private characters as spaces.

    Line breaks stay. Every character keeps its place, so that places in the result are places in
    the answer.
    """
    return "".join(_seen(character) for character in answer[:LONGEST])


def says_something(answer: str) -> bool:
    """Return whether there is a letter or a digit in the visible part of an answer."""
    return any(character.isalnum() for character in visible(answer))


def _seen(character: str) -> str:
    if character in "\n\t":
        return character
    hidden = unicodedata.category(character) in _UNSEEN or character in _FILLERS
    return " " if hidden else character
