"""Cause and effect in a claim, as far as its conjunctions tell them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CAUSE_LAST = re.compile(
    r"^(?P<effect>.+?),? (?:because|since) (?!19|20|MCP|revision|version)(?P<cause>.+)$"
)
# With a comma before it, "so that" tells what follows.
_PURPOSE = re.compile(r"^(?P<effect>.+?[^,]) so that (?P<cause>.+)$")
# Such words stand for something that the other half names.
_POINTS_BACK = re.compile(
    r"\b(?:it|its|itself|they|them|their|this|these|those|that one|such|both|neither|the (?:former"
    r"|latter|other|others|same|rest)|one|he|she)\b",
    re.IGNORECASE,
)
# An order has no cause, and a number is computed, not caused.
_NO_EFFECT = re.compile(
    r"(?:add|run|filter|measure|compare|prefer|use|report|keep|fix|judge|freeze|treat|choose|give"
    r"|about|around|roughly|some|\d)\b|.*(?: = |, partly$|, just )",
    re.IGNORECASE,
)
_TWO_THINGS = re.compile(r", and |; ")
FEWEST_WORDS = 4
"""Words of either half at least."""


@dataclass(frozen=True)
class Causal:
    """A claim that says that something is so, and why."""

    effect: str
    cause: str


def causal(claim: str) -> Causal | None:
    """Return cause and effect of a claim, or None if it has none that stands by itself.

    What stands after "so" is as often a conclusion, whose reason is only that it was observed. An
    effect that speaks of "it" cannot be asked for without the cause, and of two effects each
    would be a question of its own; an order has no cause.
    """
    text = claim.strip().rstrip(".")
    for pattern in (_CAUSE_LAST, _PURPOSE):
        match = pattern.match(text)
        if match is None:
            continue
        effect, cause = match["effect"].strip(), match["cause"].strip()
        long_enough = min(len(effect.split()), len(cause.split())) >= FEWEST_WORDS
        is_one = not _TWO_THINGS.search(effect)
        points_back = _POINTS_BACK.search(effect) is not None
        if long_enough and is_one and not points_back and not _NO_EFFECT.match(effect):
            return Causal(effect, cause)
    return None
