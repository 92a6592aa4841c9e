"""Calibrating and measuring with labelled questions: one half is fitted to, the other reported."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from app.ask.features import Kind, feature_rows
from app.ask.judge import Judge, fit_judge
from app.ask.labels import Labelled
from app.ask.reading import Reader, read_passages
from app.ask.reply import Reply, decide
from app.ask.retrieval import Shortlist
from app.ask.searching import by_probability, is_worth_reading

FOLDS = 11
REFUSED, REFUSED_READ, CARRIED = 0.95, 0.97, 0.92
"""Shares that a threshold has to reach by cross-validation: of the outside questions refused,
without and with a model that reads, and of the answers with a citation that carries them. Each is
above its goal of 0.9: new questions come out lower, the more so the more a judge goes by."""
ANSWERED = 0.6
"""Share of the inside questions below which no threshold is worth being right more often."""
_THRESHOLDS = np.arange(0.02, 0.98, 0.01)


@dataclass(frozen=True)
class Observed:
    """A labelled question with what was found for it, and what a model made of that."""

    label: Labelled
    shortlist: Shortlist
    gains: dict[int, float]

    @property
    def carries(self) -> list[bool]:
        """Whether each passage found answers the question."""
        return [self.label.is_answered_by(each.passage) for each in self.shortlist.found]


@dataclass(frozen=True)
class Figures:
    """How some questions were answered; shares are in [0, 1], and 0 of nothing.

    Attributes
    ----------
    inside, outside : int
        Questions that the material answers, and that it does not.
    found : float
        Share of the inside questions whose passage was among those looked at.
    answered : float
        Share of the inside questions that were not refused.
    first_carries, any_carries, quote_carries : float
        Shares of those answered whose first citation, any citation, or whose quotations have the
        labelled words.
    refused, near_refused : float
        Shares of the outside questions that were refused: of all, and of those of the field.
    """

    inside: int
    outside: int
    found: float
    answered: float
    first_carries: float
    any_carries: float
    quote_carries: float
    refused: float
    near_refused: float


def observing(
    labels: Sequence[Labelled], find: Callable[[str], Shortlist]
) -> Generator[float, None, list[Observed]]:
    """Find passages for labelled questions; yield the share done, return what was found."""
    observed = []
    for number, label in enumerate(labels, 1):
        observed.append(Observed(label, find(label.question), {}))
        yield number / len(labels)
    return observed


def reading_all(
    observed: Sequence[Observed],
    base: Judge,
    reader: Reader,
    known: dict[tuple[str, str], float] | None = None,
) -> Generator[float, None, list[Observed]]:
    """Have a model read what was found; yield the share done, return what it made of it.

    ``known`` is what was read before, as for :func:`~app.ask.reading.read_passages`.

    Raises
    ------
    EngineError
        The model failed, was cancelled, or gives no probabilities.
    """
    done = []
    for number, each in enumerate(observed, 1):
        shortlist = by_probability(each.shortlist, base)
        gains: dict[int, float] = {}
        if is_worth_reading(shortlist.asked, shortlist):
            question = shortlist.asked.text
            passages = shortlist.found
            gains = read_passages(reader, question, passages, known)
        done.append(Observed(each.label, shortlist, gains))
        yield number / len(observed)
    return done


def calibrate(kind: Kind, observed: Sequence[Observed]) -> Judge:
    """Fit a judge, and its threshold by cross-validation over questions."""
    tried: list[tuple[Observed, Reply]] = []
    for fold in range(FOLDS):
        others = [each for place, each in enumerate(observed) if place % FOLDS != fold]
        judge = _fitted(kind, others)
        tried += [(each, reply_to(each, judge)) for each in observed[fold::FOLDS]]
    # The least threshold that is strict enough: whatever it costs more would be answers lost. Where
    # only one that hardly answers at all would be right so often, refusals alone decide.
    refusals = REFUSED_READ if kind.reader else REFUSED
    reached = {float(each): _reached(tried, float(each)) for each in _THRESHOLDS}
    strict = [
        threshold
        for threshold, (refused, carried, answered) in reached.items()
        if refused >= refusals and carried >= CARRIED and answered >= ANSWERED
    ]
    lax = [threshold for threshold, (refused, _, _) in reached.items() if refused >= refusals]
    threshold = [*strict, *lax, float(_THRESHOLDS[-1])][0]
    return _fitted(kind, observed, round(threshold, 2))


def reply_to(observed: Observed, judge: Judge) -> Reply:
    """Return what would be replied to a question."""
    rows = feature_rows(judge.kind, observed.shortlist, observed.gains)
    return decide(observed.shortlist, judge, judge.probabilities(rows))


def figures(observed: Sequence[Observed], judge: Judge) -> Figures:
    """Measure a judge on questions that it was not fitted to."""
    inside = [each for each in observed if not each.label.outside]
    outside = [each for each in observed if each.label.outside]
    replies = [(each.label, reply_to(each, judge)) for each in inside]
    answered = [(label, reply) for label, reply in replies if reply.answered]
    refused = {each.label.question for each in outside if not reply_to(each, judge).answered}
    near = [each for each in outside if each.label.outside == "near"]
    return Figures(
        inside=len(inside),
        outside=len(outside),
        found=_share(any(each.carries) for each in inside),
        answered=_share(reply.answered for _, reply in replies),
        first_carries=_share(
            label.is_answered_by(reply.citations[0].passage) for label, reply in answered
        ),
        any_carries=_share(
            label.is_answered_in(each.passage for each in reply.citations)
            for label, reply in answered
        ),
        quote_carries=_share(
            label.is_said_in(each.quote for each in reply.citations) for label, reply in answered
        ),
        refused=_share(each.label.question in refused for each in outside),
        near_refused=_share(each.label.question in refused for each in near),
    )


def _reached(
    tried: Sequence[tuple[Observed, Reply]], threshold: float
) -> tuple[float, float, float]:
    """Return which shares a threshold refuses, answers rightly, and answers."""
    refused, carried, answered = [], [], []
    for each, reply in tried:
        kept = [one.passage for one in reply.citations if one.probability >= threshold]
        if each.label.outside:
            refused.append(not kept)
            continue
        answered.append(bool(kept))
        if kept:
            carried.append(each.label.is_answered_in(kept))
    return _share(refused), _share(carried), _share(answered)


def _fitted(kind: Kind, observed: Sequence[Observed], threshold: float = 0.0) -> Judge:
    rows = [feature_rows(kind, each.shortlist, each.gains) for each in observed]
    carries = [carry for each in observed for carry in each.carries]
    return fit_judge(kind, np.concatenate(rows), carries, threshold)


def _share(of: Iterable[bool]) -> float:
    values = list(of)
    return sum(values) / len(values) if values else 0.0
