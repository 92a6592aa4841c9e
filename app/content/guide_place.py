"""Where in its guide a key point stands: the heading above it, and the words before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.content.plaintext import FENCED, fold
from app.content.search_text import sections
from app.content.sentences import split_sentences
from app.content.types import Guide, KeyPoint

FEWEST_WORDS = 5
"""Words of a sentence; what has fewer is a formula or a heading in bold type."""

_PICTURE = re.compile(r"!\[[^\[\]]{0,2000}\]\([^()]{0,800}\)")


@dataclass(frozen=True)
class Place:
    """Where a key point stands.

    Attributes
    ----------
    title : str
        The guide's.
    heading : str
        The one above it; empty at the beginning of the guide.
    before : str
        What stands between the heading and the quotation that the claim rests on, plain.
    """

    title: str
    heading: str
    before: str

    @property
    def sentences_before(self) -> tuple[str, ...]:
        """The whole sentences of prose before it, in order."""
        return tuple(
            each
            for each in split_sentences(self.before)
            if each.endswith((".", "!", "?"))
            and "|" not in each
            and len(each.split()) >= FEWEST_WORDS
        )


def place_of(guide: Guide, point: KeyPoint) -> Place:
    """Return where a key point stands; with the title alone if its quotation is not found."""
    quote = fold(point.quote)
    for section in sections(_PICTURE.sub("", FENCED.sub("", guide.source))):
        text = fold(section.text)
        at = text.find(quote)
        if at >= 0:
            return Place(guide.title, section.heading, text[:at].strip())
    return Place(guide.title, "", "")
