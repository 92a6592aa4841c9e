"""The sentences of a passage that answer a question, word for word."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from app.ask.asked import Asked
from app.ask.index import parts_of
from app.ask.passages import Passage
from app.ask.retrieval import STANDING_IN
from app.ask.terms import terms
from app.quiz.lexical import Lexicon

FOUND_OUT = 0.6
"""How much a word counts that is known to be answered with, beside one that was asked with."""
LEAST_MORE = 0.4
"""Share of the best sentence's weight from which its neighbor is quoted too."""
LONGEST = 420
"""Characters of a quotation; a sentence that is longer alone is quoted all the same."""


def quote_from(passage: Passage, asked: Asked, lexicon: Lexicon) -> str:
    """Return one sentence or two of a passage, those that say most of what was asked for."""
    sentences = passage.sentences
    if not sentences:
        return passage.text
    known = _known_answer(passage, asked, lexicon)
    weights = [_weight(frozenset(terms(each)), asked, known, lexicon) for each in sentences]
    best = max(range(len(sentences)), key=lambda each: weights[each])
    first = last = best
    # What follows explains more often than what stands before.
    for beside in (best + 1, best - 1):
        if 0 <= beside < len(sentences) and weights[beside] >= LEAST_MORE * weights[best] > 0:
            low, high = min(beside, first), max(beside, last)
            if len(" ".join(sentences[low : high + 1])) <= LONGEST:
                first, last = low, high
                break
    # Cut from the passage itself, so that it is verbatim whatever stands between the sentences.
    start = passage.text.index(sentences[first])
    end = passage.text.index(sentences[last], start) + len(sentences[last])
    return passage.text[start:end]


def _known_answer(passage: Passage, asked: Asked, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems of the known question with its answer that comes nearest to this one."""
    _, _, *known = parts_of(passage)
    nearest = max(known, key=lambda stems: _said(stems, asked, lexicon), default=frozenset())
    return nearest if _said(nearest, asked, lexicon) > 0 else frozenset()


def _weight(
    stems: AbstractSet[str], asked: Asked, known: AbstractSet[str], lexicon: Lexicon
) -> float:
    found_out = sum(lexicon.weight(stem) for stem in stems & known)
    return _said(stems, asked, lexicon) + FOUND_OUT * found_out


def _said(stems: AbstractSet[str], asked: Asked, lexicon: Lexicon) -> float:
    return sum(
        lexicon.weight(word) * (1.0 if word in stems else STANDING_IN)
        for word, group in asked.terms
        if not group.isdisjoint(stems)
    )
