"""Making a sentence stand alone by taking away, never by putting in: it stays as true as it was."""

from __future__ import annotations

import re

from app.material import phrases

LONGEST = 34
"""Words of a claim; beyond that it is more than one."""

_ASIDE = re.compile(r",\s+(?:which|who|where|with|including|such as|for example|e\.g\.)\b[^,;:]*,")
_TAIL = re.compile(r",\s+(?:which|who|where|for example|for instance|e\.g\.)\b[^;]*(?=[.]$)")
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?)\]])")
# "Strong consistency: Since writes are …": what the rest is filed under.
_LABEL = re.compile(r"^[A-Z][\w/’'-]*(?: [\w/’'-]+){0,4}: (?=[A-Z][a-z ])")
_NAME = re.compile(r"^[a-z]+(?:[A-Z_\d.(]|-[A-Z])|^`")
_DOT = re.compile(r"[.!][\"'”’)\]]*$")


def simplified(sentence: str) -> str:
    """Return a sentence without what leads up to it, without references, and whole as a sentence.

    "However, X is Y [3]." becomes "X is Y."
    """
    text = phrases.CITATION.sub("", sentence).strip()
    text = phrases.LEAD.sub("", _LABEL.sub("", text), count=1)
    text = _SPACE_BEFORE.sub(r"\1", text)
    if text and not _NAME.match(text):
        text = text[0].upper() + text[1:]
    return text if _DOT.search(text) else f"{text.rstrip(',;:')}."


def shortened(sentence: str) -> str:
    """Return a sentence of at most :data:`LONGEST` words, if leaving asides out makes it so.

    Only what stands in brackets or in a clause between commas is left out, and only as much of it
    as is needed; conditions and contrasts stay.
    """
    text = simplified(sentence)
    for pattern in (phrases.PARENTHESIS, _ASIDE, _TAIL):
        if len(text.split()) <= LONGEST:
            return text
        text = _SPACE_BEFORE.sub(r"\1", pattern.sub("", text))
    return text
