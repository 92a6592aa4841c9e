"""Misconceptions for a key point of the learner's own document; code alone makes them.

A model of this size, asked for a wrong version of a statement, mostly repeats the statement, and
what it changes may be true as well. What code changes is one number, one word of the opposite sense
or one name, and what comes of it is checked against all that the document says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.content.types import Misconception
from app.material.fidelity import content
from app.material.flips import How, flips
from app.material.swaps import Names

MOST = 3
_LONGEST_QUOTE = 240
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|cannot|neither|nor|unless|even (?:before|if|when)"
    r"|(?:all|everywhere) but)\b|n['’]t\b",
    re.IGNORECASE,
)


class Sayings:
    """Tells whether a document says something, by the words of its sentences."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._sentences = [(set(content(each)), _polarity(each)) for each in sentences]

    def has(self, text: str) -> bool:
        """Tell whether one sentence has all content words and numbers of a text, and its sense."""
        mine = set(content(text))
        return bool(mine) and any(
            mine <= words and polarity == _polarity(text) for words, polarity in self._sentences
        )


@dataclass(frozen=True)
class Surroundings:
    """What of a document wrong claims are made of, and checked against."""

    names: Names
    sayings: Sayings

    def misconceptions(self, claim: str, quote: str, section: str) -> tuple[Misconception, ...]:
        """Return wrong versions of a claim, at most :data:`MOST`, those easiest believed first.

        Parameters
        ----------
        quote : str
            What the claim rests on; it is said to be why the others are wrong.
        section : str
            The text around it.
        """
        found: dict[str, str] = {}
        for text in self._wrong(claim, quote, section):
            key = _key(text)
            is_right = key in (_key(claim), _key(quote)) or self.sayings.has(text)
            if not is_right and len(found) < MOST:
                found.setdefault(key, text)
        why = f"The document says: “{_cut(quote)}”"
        return tuple(Misconception(text, why) for text in found.values())

    def _wrong(self, claim: str, quote: str, section: str) -> Iterator[str]:
        turned = flips(claim)
        last = (How.CONDITION, How.NEGATION)
        telling = [each.claim for each in turned if each.how not in last]
        others = [each.claim for each in turned if each.how is How.CONDITION]
        denied = [each.claim for each in turned if each.how is How.NEGATION]
        # A plain "not" is the least believable, and two numbers or words teach more than one name.
        yield from telling[:2]
        yield from self.names.swapped(claim, quote, section)
        yield from others
        yield from denied
        yield from telling[2:]


def _polarity(text: str) -> int:
    return len(_NEGATION.findall(text)) % 2


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _cut(quote: str) -> str:
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    return quote[: quote.rfind(" ", 0, _LONGEST_QUOTE)] + " …"
