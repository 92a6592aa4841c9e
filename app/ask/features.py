"""What speaks for and against a passage answering a question, as numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.ask.asked import Asked
from app.ask.index import stems_of
from app.ask.retrieval import Found, Shortlist

Rows = NDArray[np.float64]

WORDS = (
    "worded",  # how much of the question's words it has, those that stand together more
    "worded_lead",  # how much more than the next passage
    "said",  # the share of its words that are there or have a stand-in
    "said_exactly",  # the share that is there as asked
    "unknown",  # the share that nothing there is to read has
    "names_missing",  # the share of its names and numbers that are not there
    "heaviest_missing",  # how much the most telling word weighs that is not there
    "length",  # how many telling words it has
)
MEANING = (
    "likeness",  # to the passage
    "likeness_lead",  # how much more than to the next passage
    "asked_likeness",  # to what is known to be asked about the passage
    "asked_lead",
    "around",  # to the three nearest passages on average: whether the field is the right one
)
MODEL = (
    "gain",  # how much likelier the passage makes the question for the model, as a logarithm
    "gain_lead",
)


@dataclass(frozen=True)
class Kind:
    """What a judge goes by besides words.

    Attributes
    ----------
    embedder, reader : str
        Ids of the embedding model and of the model that reads; empty without.
    """

    embedder: str = ""
    reader: str = ""

    @property
    def label(self) -> str:
        """Name in the file of calibrations."""
        parts = ("words", self.embedder, self.reader)
        return " + ".join(part for part in parts if part)

    @property
    def features(self) -> tuple[str, ...]:
        """Names of its features, in the order of a row."""
        return WORDS + (MEANING if self.embedder else ()) + (MODEL if self.reader else ())


def feature_rows(
    kind: Kind, shortlist: Shortlist, gains: Mapping[int, float] | None = None
) -> Rows:
    """Return a row for each passage of a shortlist.

    Parameters
    ----------
    gains : mapping, optional
        By number, how much likelier a passage makes the question for the model; those that it has
        not read count as the least of the others.
    """
    found = shortlist.found
    columns = _word_columns(shortlist.asked, found, shortlist)
    if kind.embedder:
        columns |= _meaning_columns(found, shortlist)
    if kind.reader:
        columns |= _model_columns(found, gains or {})
    rows = np.array([columns[name] for name in kind.features], np.float64)
    return rows.T.reshape(len(found), len(kind.features))


def _word_columns(
    asked: Asked, found: Sequence[Found], shortlist: Shortlist
) -> dict[str, list[float]]:
    lexicon = shortlist.lexicon
    total = asked.weight(lexicon) or 1.0
    rarest = lexicon.weight("")
    unknown = sum(
        lexicon.weight(word)
        for word, group in asked.terms
        if lexicon.frequency.keys().isdisjoint(group)
    )
    columns: dict[str, list[float]] = {name: [] for name in WORDS}
    worded = [each.worded for each in found]
    for each in found:
        stems = stems_of(each.passage)
        there = {word for word, group in asked.terms if not group.isdisjoint(stems)}
        missing = [lexicon.weight(word) for word, _ in asked.terms if word not in there]
        exactly = sum(lexicon.weight(word) for word in there if word in stems)
        names = [stem not in there for _, stem in asked.names]
        columns["said"].append(sum(map(lexicon.weight, there)) / total)
        columns["said_exactly"].append(exactly / total)
        columns["names_missing"].append(sum(names) / len(names) if names else 0.0)
        columns["heaviest_missing"].append(max(missing, default=0.0) / rarest)
    columns["worded"] = worded
    columns["worded_lead"] = _leads(worded)
    columns["unknown"] = [unknown / total] * len(found)
    columns["length"] = [math.log1p(len(asked.terms))] * len(found)
    return columns


def _meaning_columns(found: Sequence[Found], shortlist: Shortlist) -> dict[str, list[float]]:
    every = shortlist.likeness.values()
    said = sorted((each.said for each in every), reverse=True)
    asked = sorted((each.asked for each in every), reverse=True)
    around = sum(said[:3]) / max(1, len(said[:3]))
    columns: dict[str, list[float]] = {name: [] for name in MEANING}
    for each in found:
        # A passage without an embedding yet is as far away as anything can be expected to be.
        near = each.likeness
        columns["likeness"].append(near.said if near is not None else 0.0)
        columns["likeness_lead"].append(_lead(near.said, said) if near is not None else -1.0)
        columns["asked_likeness"].append(near.asked if near is not None else 0.0)
        columns["asked_lead"].append(_lead(near.asked, asked) if near is not None else -1.0)
        columns["around"].append(around)
    return columns


def _model_columns(found: Sequence[Found], gains: Mapping[int, float]) -> dict[str, list[float]]:
    least = min(gains.values(), default=0.0)
    values = [gains.get(each.number, least) for each in found]
    return {"gain": values, "gain_lead": _leads(values)}


def _leads(values: Sequence[float]) -> list[float]:
    ranked = sorted(values, reverse=True)
    return [_lead(value, ranked) for value in values]


def _lead(value: float, ranked: Sequence[float]) -> float:
    """Return how much a value is above the best of the others, which come the greatest first."""
    others = ranked[1:2] if ranked and value == ranked[0] else ranked[:1]
    return value - others[0] if others else 0.0
