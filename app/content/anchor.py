"""Passages kept by their words.

A passage is kept as the W3C's Web Annotation model keeps one (TextQuoteSelector): the words
themselves with what stands right before and after them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CONTEXT = 64
"""Characters that are kept before a quotation and after it."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Anchor:
    """Where a passage stood.

    Attributes
    ----------
    quote, prefix, suffix : str
        Its words, and what stood right before and right after them; white space folded.
    start : int
        Characters of the text before it at that time.
    """

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0


def fold_space(text: str) -> str:
    """Return a text with all white space made single spaces."""
    return _SPACE.sub(" ", text).strip()


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """Return what keeps the passage ``text[start:end]``.

    Raises
    ------
    ValueError
        There is no word in it.
    """
    quote = fold_space(text[start:end])
    if not quote:
        raise ValueError("a passage needs words")
    # More than what is kept, because white space may take any room.
    before = fold_space(text[max(0, start - 4 * CONTEXT) : start])
    after = fold_space(text[end : end + 4 * CONTEXT])
    return Anchor(quote, before[-CONTEXT:].lstrip(), after[:CONTEXT].rstrip(), start)
