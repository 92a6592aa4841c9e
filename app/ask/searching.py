"""From a question to a reply: what is found, what is read of it, and what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.ask.asked import Asked, read_question
from app.ask.features import Kind, feature_rows
from app.ask.index import Embedder, PassageIndex
from app.ask.judge import Judge
from app.ask.reading import Reader, read_passages
from app.ask.reply import Reply, decide, unheard_of
from app.ask.retrieval import Shortlist, retrieve
from app.ask.synonyms import Synonyms

FOUND = 8
"""Passages that are looked at for one question."""


def find_passages(
    index: PassageIndex, synonyms: Synonyms, question: str, embedder: Embedder | None
) -> Shortlist:
    """Return the passages that most probably answer a question.

    Raises
    ------
    EngineError
        The embedding model cannot be run.
    """
    asked = read_question(question, synonyms)
    if embedder is None:
        return retrieve(index, asked, limit=FOUND)
    [vector] = embedder.embed([asked.text])
    return retrieve(index, asked, vector, embedder.name, FOUND)


def by_probability(shortlist: Shortlist, judge: Judge) -> Shortlist:
    """Return a shortlist in the order of a judge that needs no reading."""
    rows = judge.probabilities(feature_rows(judge.kind, shortlist))
    order = sorted(range(len(rows)), key=lambda each: -rows[each])
    return replace(shortlist, found=tuple(shortlist.found[each] for each in order))


def reply_by(
    shortlist: Shortlist, judges: Mapping[str, Judge], embedder: str, reader: Reader | None
) -> Reply:
    """Decide about a shortlist, with what a model that reads makes of the likeliest passages.

    Without a judge for that model, nothing is read.

    Raises
    ------
    EngineError
        The model that reads failed, was cancelled, or gives no probabilities.
    """
    judge = judges[Kind(embedder).label]
    shortlist = by_probability(shortlist, judge)
    strict = judges.get(Kind(embedder, reader.name).label) if reader is not None else None
    gains: dict[int, float] = {}
    if strict is not None and reader is not None and is_worth_reading(shortlist.asked, shortlist):
        question, found = shortlist.asked.text, shortlist.found
        gains = read_passages(reader, question, found)
        judge = strict
    rows = feature_rows(judge.kind, shortlist, gains)
    return decide(shortlist, judge, judge.probabilities(rows))


def is_worth_reading(asked: Asked, shortlist: Shortlist) -> bool:
    """Tell whether a model has anything to find out: not where something is unheard of."""
    return bool(asked.terms and shortlist.found and not unheard_of(asked, shortlist.lexicon))
