"""The passage of a guide that a key point rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.content.plaintext import fold, plain_text
from app.content.types import Guide, KeyPoint

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_HEADING = re.compile(r"#{1,6} ")


def passage_of(guide: Guide, point: KeyPoint) -> str:
    """Return the section of the guide that has the key point's quote, as plain text.

    The quote itself where no section has all of it.
    """
    quote = fold(point.quote)
    texts = (plain_text(section) for section in _sections(guide.source))
    return next((text for text in texts if quote in text), quote)


def _sections(markdown: str) -> Iterator[str]:
    """Yield what stands under each heading, with the heading itself."""
    lines: list[str] = []
    in_code = False
    for line in markdown.splitlines():
        # A line of code may begin like a heading.
        in_code ^= _FENCE.match(line) is not None
        if _HEADING.match(line) and not in_code:
            yield "\n".join(lines)
            lines = []
        lines.append(line)
    yield "\n".join(lines)
