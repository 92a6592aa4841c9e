"""Sentences of a text on one line."""

from __future__ import annotations

import re

SENTENCE_STOP = r"(?<!\bal)(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bcf)(?<!\bapprox)[.!?]"
"""Pattern of what may end a sentence, unless the text goes on as if it did not."""

_END = re.compile(rf"{SENTENCE_STOP}[\"”')]?(?=\s+[^a-z\s])")


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text; what stands behind the last one counts as one."""
    found, start = [], 0
    for match in _END.finditer(text):
        found.append(text[start : match.end()].strip())
        start = match.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found
