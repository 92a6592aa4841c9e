"""How alike questions are, for measuring: by another way than the check that refuses repeats.

The check compares sets of words; this compares runs of three to five letters, weighted by how rare
they are in our own questions (TF-IDF), by their cosine. Rephrasing a few words or moving a clause
changes little of it, and it knows nothing of the lists of words that the check goes by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DUPLICATE = 0.65
"""Cosine from which two questions are taken for one.

Of our 488 questions, no two of which ask the same, the most alike pair has 0.62; the planted
repeats, rephrased lightly, have 0.78 or more. The limit is close to the former, so that a
repeat with more changed is counted as well.
"""


@dataclass(frozen=True)
class Nearest:
    """The question most like a given one, and how alike they are, in [0, 1]."""

    text: str
    other: str
    cosine: float


class Likeness:
    """Finds the most alike of some questions.

    Parameters
    ----------
    reference : sequence of str
        Questions that tell how rare a run of letters is; at least one.
    """

    def __init__(self, reference: Sequence[str]) -> None:
        # Slow to import, and only figures need it.
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

        self._vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
        self._vectors.fit(reference)

    def cosines(self, texts: Sequence[str], others: Sequence[str]) -> NDArray[np.float64]:
        """Return how alike each text is to each of the others: [texts, others]."""
        ours, theirs = self._vectors.transform(texts), self._vectors.transform(others)
        table: NDArray[np.float64] = np.asarray((ours @ theirs.T).toarray(), float)
        return table

    def nearest(self, shown: Sequence[str], bank: Sequence[str]) -> list[Nearest]:
        """Return, for each question in the order shown, what it is most like of all before it.

        That is the bank and what was shown earlier; the first question without a bank has nothing.
        """
        everything = [*bank, *shown]
        table = self.cosines(shown, everything) if shown else np.zeros((0, 0))
        found = []
        for place, text in enumerate(shown):
            before = table[place, : len(bank) + place]
            if before.size:
                best = int(before.argmax())
                found.append(Nearest(text, everything[best], float(before[best])))
        return found
