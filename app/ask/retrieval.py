"""Finding passages that may answer a question: by words, by meaning, and by both together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.ask.asked import Asked
from app.ask.index import Likeness, PassageIndex, Vectors, parts_of
from app.ask.passages import Passage
from app.quiz.lexical import Lexicon

FUSION = 60
"""Constant of reciprocal rank fusion, as in Cormack et al. 2009."""
MOST_MEANT = 40
"""Passages that meaning may bring up."""
STANDING_IN = 0.5
"""How much a word counts that stands in for the one that was asked with."""
SCATTERED = 0.3
"""How much words count that are anywhere in a passage, beside those that stand together."""


@dataclass(frozen=True)
class Found:
    """A passage that may answer a question.

    Attributes
    ----------
    worded : float
        How much of the question's words it has, by weight, those that stand together more.
    likeness : Likeness or None
        How near it comes in meaning; None without embeddings.
    """

    number: int
    passage: Passage
    worded: float
    likeness: Likeness | None


@dataclass(frozen=True)
class Shortlist:
    """What was found for a question, the best first.

    Attributes
    ----------
    likeness : mapping
        How near each passage that there is comes in meaning, by number.
    """

    asked: Asked
    found: tuple[Found, ...]
    lexicon: Lexicon
    likeness: Mapping[int, Likeness]


def retrieve(
    index: PassageIndex,
    asked: Asked,
    question: Vectors | None = None,
    model: str = "",
    limit: int = 8,
) -> Shortlist:
    """Return the passages that most probably answer a question.

    Parameters
    ----------
    question : array, optional
        The question's embedding, made by ``model``.
    """
    passages, lexicon = index.passages, index.lexicon
    near = index.by_meaning(question, model) if question is not None else {}
    by_meaning = sorted(near, key=lambda number: -near[number].asked)[:MOST_MEANT]
    # An update on another thread may have taken a passage away meanwhile.
    brought_up = [each for each in {*index.by_words(asked.stems), *by_meaning} if each in passages]
    worded = {each: _worded(asked, passages[each], lexicon) for each in sorted(brought_up)}
    by_words = sorted((each for each in worded if worded[each] > 0), key=lambda each: -worded[each])
    best = [each for each in fuse(by_words, by_meaning) if each in worded][:limit]
    found = [Found(each, passages[each], worded[each], near.get(each)) for each in best]
    return Shortlist(asked, tuple(found), lexicon, near)


def fuse(*rankings: Sequence[int]) -> list[int]:
    """Return everything ranked, by the sum of reciprocal ranks; ties as in the first ranking."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, number in enumerate(ranking, 1):
            scores[number] = scores.get(number, 0.0) + 1 / (FUSION + rank)
    return sorted(scores, key=lambda number: -scores[number])


def _worded(asked: Asked, passage: Passage, lexicon: Lexicon) -> float:
    total = asked.weight(lexicon)
    if not total:
        return 0.0
    place, *parts = parts_of(passage)
    together = max(_said(asked, place | part, lexicon) for part in parts)
    anywhere = _said(asked, place.union(*parts), lexicon)
    return (together + SCATTERED * anywhere) / total


def _said(asked: Asked, stems: AbstractSet[str], lexicon: Lexicon) -> float:
    """Return the weight of a question's words that some stems have, or that they stand in for."""
    return sum(
        lexicon.weight(word) * (1.0 if word in stems else STANDING_IN)
        for word, group in asked.terms
        if not group.isdisjoint(stems)
    )
