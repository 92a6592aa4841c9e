"""What is answered to a question: quotations with where they stand, or that it is not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.ask.asked import Asked
from app.ask.extract import quote_from
from app.ask.features import Kind
from app.ask.judge import Judge, Vector
from app.ask.passages import Passage
from app.ask.retrieval import Shortlist
from app.quiz.lexical import Lexicon

MOST_CITED = 3
"""Passages that one answer cites."""
LEAST_BESIDE = 0.4
"""Share of the first passage's probability from which another is cited beside it."""


@dataclass(frozen=True)
class Citation:
    """A passage that carries an answer.

    Attributes
    ----------
    quote : str
        Its sentences that answer, word for word.
    probability : float
        How likely it is that the passage carries the answer, in [0, 1].
    """

    passage: Passage
    quote: str
    probability: float


@dataclass(frozen=True)
class Reply:
    """What is said to a question.

    Attributes
    ----------
    citations : tuple of Citation
        The likeliest first; none where the material does not carry the answer.
    refusal : str
        Why there is none, for the learner; empty where there is one.
    nearest : tuple of Passage
        What comes nearest all the same, where there is no answer.
    kind : Kind
        What was gone by.
    """

    question: str
    citations: tuple[Citation, ...]
    refusal: str
    nearest: tuple[Passage, ...]
    kind: Kind

    @property
    def answered(self) -> bool:
        """Whether the material carries the answer."""
        return bool(self.citations)


def decide(shortlist: Shortlist, judge: Judge, probabilities: Vector) -> Reply:
    """Return the reply to a question, given how likely each passage found carries the answer."""
    asked = shortlist.asked
    order = sorted(range(len(shortlist.found)), key=lambda each: -probabilities[each])
    refusal = _refusal(shortlist, judge, probabilities)
    cited: list[Citation] = []
    for place in order[:MOST_CITED]:
        probability = float(probabilities[place])
        enough = max(judge.threshold, LEAST_BESIDE * float(probabilities[order[0]]))
        if refusal or probability < enough:
            break
        passage = shortlist.found[place].passage
        quote = quote_from(passage, asked, shortlist.lexicon)
        cited.append(Citation(passage, quote, probability))
    nearest = () if cited else tuple(shortlist.found[place].passage for place in order[:2])
    return Reply(asked.text, tuple(cited), refusal, nearest, judge.kind)


def unheard_of(asked: Asked, lexicon: Lexicon) -> list[str]:
    """Return the names in a question that nothing there is to read mentions, as they were typed."""
    known = lexicon.frequency.keys()
    groups = dict(asked.terms)
    return [
        name
        for name, stem in asked.names
        if known.isdisjoint(groups[stem]) and not _is_number(stem)
    ]


def _refusal(shortlist: Shortlist, judge: Judge, probabilities: Sequence[float] | Vector) -> str:
    asked = shortlist.asked
    if not asked.terms:
        return "This question has no word to look for."
    names = unheard_of(asked, shortlist.lexicon)
    if names:
        return f"Nothing in your material mentions “{names[0]}”."
    if max(probabilities, default=0.0) < judge.threshold:
        return "No passage of your material answers this."
    return ""


def _is_number(stem: str) -> bool:
    return stem[0].isdecimal()
