"""What a key point is about, put so that somebody can ask or answer it."""

from __future__ import annotations

import re

_ASKS = re.compile(r"(?:how|what|which|why|when|where|who|whether)\b")
_COMPARES = re.compile(r"\b(?:differ\w*|against|compar\w+|versus|instead of)\b")
_EFFECT = re.compile(r"the effect of\b")
LONGEST_EFFECT = 12
"""Words of a topic that can stand between "what" and "is" and still be read."""


def asked(topic: str) -> str:
    """Return a topic as it stands after "asks": "how …" as it is, else "about …"."""
    return topic if _ASKS.match(topic) else f"about {topic}"


def compares(topic: str) -> bool:
    """Return whether a topic is about how two things differ."""
    return _COMPARES.search(topic) is not None


def question_on(topic: str) -> str | None:
    """Return a topic as an indirect question that asks for one thing, or None if it names none.

    "how a key is made" is one; "the effect of a key" becomes "what the effect of a key is"; "the
    size of a key" says not of which key, and "keys" not what to tell about them.
    """
    if _ASKS.match(topic):
        return topic
    if _EFFECT.match(topic) and len(topic.split()) <= LONGEST_EFFECT:
        return f"what {topic} is"
    return None
