"""Learning from overrules: which judgements this learner gives more often than the grader."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.study.records import Judgement

ENOUGH = 30
"""Overruled judgements from which on the grader learns."""
LOOKED_AT = 1000
"""Verdicts that are looked at, the newest ones."""
_PRIOR = 20
"""Judgements of each kind that speak for the grader before any was given: they damp the change."""


@dataclass(frozen=True)
class Leaning:
    """How much likelier this learner makes each judgement than the grader does.

    The grader's odds are multiplied with these factors, which is how the probabilities of a
    classifier follow a changed mix of classes (Saerens, Latinne and Decaestecker 2002).
    """

    factors: Mapping[Judgement, float] = field(default_factory=dict)
    learnt_from: int = 0

    def applied(self, probabilities: Mapping[Judgement, float]) -> dict[Judgement, float]:
        """Return the probabilities with the leaning in them; they sum to 1."""
        raised = {
            judgement: share * self.factors.get(judgement, 1.0)
            for judgement, share in probabilities.items()
        }
        total = sum(raised.values())
        return {judgement: share / total for judgement, share in raised.items()}


@dataclass(frozen=True)
class OverruleFigures:
    """How often the learner overruled the grader.

    Attributes
    ----------
    verdicts, overruled : int
        The grader's verdicts, and those of them that were overruled.
    by_week : tuple of (date, int, int)
        Monday of each week with a verdict, its verdicts, and those overruled.
    learning : str
        Whether the grader has learnt from it, as a sentence.
    """

    verdicts: int
    overruled: int
    by_week: tuple[tuple[date, int, int], ...]
    learning: str


def leaning(judged: Sequence[tuple[Judgement, Judgement]]) -> Leaning:
    """Return what follows from judgements as the grader gave them and as they hold now."""
    changed = sum(given is not now for given, now in judged)
    if changed < ENOUGH:
        return Leaning()
    given = Counter(each for each, _ in judged)
    now = Counter(each for _, each in judged)
    factors = {each: (now[each] + _PRIOR) / (given[each] + _PRIOR) for each in Judgement}
    middle = math.exp(sum(map(math.log, factors.values())) / len(factors))
    return Leaning({each: factor / middle for each, factor in factors.items()}, changed)


def learning_sentence(judged: Sequence[tuple[Judgement, Judgement]]) -> str:
    """Return whether the grader has learnt from overrules, in words for the learner."""
    changed = sum(given is not now for given, now in judged)
    if changed < ENOUGH:
        return (
            f"From {ENOUGH} overruled judgements on, the grader learns from them; "
            f"so far there are {changed}."
        )
    return f"The grader has learnt from {changed} judgements that you overruled."
