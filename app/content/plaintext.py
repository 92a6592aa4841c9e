"""Markdown as a reader sees it: the words without the marks, so that quotes can be found."""

from __future__ import annotations

import re

FENCED = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[^\S\n]*$", re.DOTALL | re.MULTILINE
)
"""A block of code with its fences."""

_FENCE_LINE = re.compile(r"^\s{0,3}(```|~~~).*$", re.MULTILINE)
# The lengths are bounded, so that no text of brackets takes for ever.
_IMAGE = re.compile(r"!\[([^\[\]]{0,1000})\]\([^()]{0,1000}\)")
_LINK = re.compile(r"\[([^\[\]]{0,1000})\]\([^()]{0,1000}\)")
_LINE_MARKS = re.compile(r"^\s{0,3}(#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+)", re.MULTILINE)
_SPACE = re.compile(r"\s+")
_MARKS = str.maketrans("", "", "*_`\\")
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def plain_text(markdown: str) -> str:
    """Return the words of a Markdown text, marks taken off and white space folded."""
    text = _FENCE_LINE.sub("", markdown)
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    return fold(_LINE_MARKS.sub("", text))


def fold(text: str) -> str:
    """Return a text with inline marks taken off, typography made plain and white space folded."""
    return _SPACE.sub(" ", text.translate(_MARKS).translate(_TYPOGRAPHY)).strip()
