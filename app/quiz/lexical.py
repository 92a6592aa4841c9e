"""Lexical evidence: which words and numbers of a claim an answer has."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from app.content.words import words


@dataclass(frozen=True)
class Lexicon:
    """How much each word tells, as inverse document frequency over a set of texts.

    Words that no text has weigh as much as the rarest.
    """

    documents: int = 1
    frequency: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Lexicon:
        """Count in how many of the texts each word stands."""
        frequency: Counter[str] = Counter()
        documents = 0
        for text in texts:
            documents += 1
            frequency.update(set(words(text)))
        return cls(max(1, documents), dict(frequency))

    def weight(self, word: str) -> float:
        """Return the smoothed inverse document frequency of a stem, at least 1."""
        return 1.0 + math.log((1 + self.documents) / (1 + self.frequency.get(word, 0)))

    def coverage(self, claim: str, answer: str, given: str = "") -> float:
        """Return the weighted share in [0, 1] of a claim's words that an answer has.

        Words of ``given``, the question, count neither for nor against: repeating them is no
        evidence (question-word demoting, Sultan et al. 2016).
        """
        asked = set(words(given))
        wanted = set(words(claim)) - asked
        if not wanted:
            wanted = set(words(claim))
        return self.share(wanted & set(words(answer)), wanted)

    def share(self, part: AbstractSet[str], whole: AbstractSet[str]) -> float:
        """Return the weight of some stems as a share in [0, 1] of the weight of all of them."""
        total = sum(map(self.weight, whole))
        return sum(map(self.weight, part)) / total if total else 0.0
