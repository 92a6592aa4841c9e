"""How well the schedule predicts recall, beside a baseline that only knows the recent past.

A review is predicted when the key point had been reviewed before and at least a day has passed
since: the schedule counts whole days, and says nothing of minutes.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import fmean, stdev

from fsrs import Rating

from app.study.records import Card
from app.study.schedule import Review, Schedule

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Between which predictions are counted together; narrower where most of them lie."""
WINDOW = 50
"""Predicted reviews before this one whose mean the baseline predicts."""
ENOUGH = 50
"""Predicted reviews from which on anything is said of the schedule."""

_PRIOR = 5  # reviews at the retention wanted that the baseline begins with
_CERTAIN = (
    1e-6  # what a prediction stays away from 0 and 1: one surprise would cost infinitely much
)
_NORMAL_95 = 1.959963984540054
# Steps of interval, review number and lapses by which the benchmark of open-spaced-repetition
# sorts reviews for its RMSE(bins): each bin reaches this many times as far as the one before.
_INTERVAL_STEP, _NUMBER_STEP, _LAPSES_STEP = 3.62, 1.89, 1.73


@dataclass(frozen=True)
class History:
    """Some reviews of one key point in a row.

    Attributes
    ----------
    start : Card or None
        The card before the first of them; None when nothing was before.
    reviews : tuple of Review
        Oldest first.
    """

    transition: str
    key_point: str
    start: Card | None
    reviews: tuple[Review, ...]


@dataclass(frozen=True)
class RecentReviews:
    """The reviews of the newest answers, and what stood before them.

    Attributes
    ----------
    since : str
        Id of the first answer that counts.
    """

    since: str
    histories: tuple[History, ...]


@dataclass(frozen=True)
class Prediction:
    """What the schedule expected of a review, and what came of it.

    Attributes
    ----------
    answer : str
        Id of the answer, which sorts by time.
    expected : float
        Retrievability at that moment, in [0, 1].
    recalled : bool
        Whether it was rated better than Again.
    days : int
        Whole days since the review before, at least 1.
    number : int
        Which review of its key point it was, from 2.
    lapses : int
        How often the key point had been forgotten after it was learnt.
    """

    answer: str
    expected: float
    recalled: bool
    days: int
    number: int
    lapses: int


@dataclass(frozen=True)
class Bin:
    """Predictions from `low` up to `high`, and how many of those reviews succeeded.

    Attributes
    ----------
    expected : float
        Their mean.
    interval : (float, float)
        95 % Wilson interval of the share recalled.
    """

    low: float
    high: float
    count: int
    recalled: int
    expected: float
    interval: tuple[float, float]

    @property
    def observed(self) -> float:
        """Share recalled, in [0, 1]."""
        return self.recalled / self.count


@dataclass(frozen=True)
class Fit:
    """How well some predictions fit what happened; both figures are better when lower.

    Attributes
    ----------
    log_loss : float
        Mean of minus the logarithm of the probability given to what happened.
    error : float
        RMSE(bins) of the benchmark of open-spaced-repetition: root mean square difference of
        expected and observed recall in bins of interval, number of the review and lapses.
    """

    bins: tuple[Bin, ...]
    log_loss: float
    error: float


class Advantage(StrEnum):
    """How the schedule compares with the baseline."""

    BETTER = "better"
    WORSE = "worse"
    UNCLEAR = "unclear"
    """The difference is less than twice its standard error."""
    TOO_FEW = "too few"


@dataclass(frozen=True)
class Calibration:
    """Predicted recall against observed recall.

    Attributes
    ----------
    count, recalled : int
        Reviews that were predicted, and those of them that succeeded.
    schedule, average : Fit or None
        Of the schedule, and of the moving average; None without a review.
    """

    count: int
    recalled: int
    schedule: Fit | None
    average: Fit | None
    advantage: Advantage


def calibrating(recent: RecentReviews, schedule: Schedule) -> Generator[None, None, Calibration]:
    """Replay the newest reviews and compare what was expected with what happened.

    It stops for a moment after each key point, so that it can be ended.
    """
    found: list[Prediction] = []
    for history in recent.histories:
        yield
        found += predicted(history, schedule, recent.since)
    found.sort(key=lambda each: each.answer)
    return calibrated(found, schedule.desired_retention)


def predicted(history: History, schedule: Schedule, since: str) -> Iterator[Prediction]:
    """Replay a history and yield what was expected of each review.

    Parameters
    ----------
    since : str
        Id of the first answer that counts; reviews before it only lead up to it.
    """
    before = history.start
    replayed = schedule.replay(
        history.transition, history.key_point, history.reviews, history.start
    )
    for review, milestone in zip(history.reviews, replayed, strict=True):
        days = (review.at - before.last_review).days if before is not None else 0
        if before is not None and days >= 1 and review.answer >= since:
            yield Prediction(
                answer=review.answer,
                expected=schedule.retrievability(before, review.at),
                recalled=review.rating is not Rating.Again,
                days=days,
                number=before.reps + 1,
                lapses=before.lapses,
            )
        before = milestone.card


def calibrated(predictions: Sequence[Prediction], desired_retention: float) -> Calibration:
    """Compare predictions, oldest first, with what happened and with the baseline's."""
    if not predictions:
        return Calibration(0, 0, None, None, Advantage.TOO_FEW)
    expected = [each.expected for each in predictions]
    average = moving_average([each.recalled for each in predictions], desired_retention)
    return Calibration(
        count=len(predictions),
        recalled=sum(each.recalled for each in predictions),
        schedule=_fit(predictions, expected),
        average=_fit(predictions, average),
        advantage=_advantage(predictions, expected, average),
    )


def moving_average(outcomes: Sequence[bool], desired_retention: float) -> list[float]:
    """Predict each outcome by the mean of up to `WINDOW` before it.

    It begins as if some reviews at the retention wanted had been before, so that it is never sure.
    """
    window: deque[bool] = deque(maxlen=WINDOW)
    predictions = []
    for outcome in outcomes:
        share = (sum(window) + _PRIOR * desired_retention) / (len(window) + _PRIOR)
        predictions.append(share)
        window.append(outcome)
    return predictions


def wilson(successes: int, count: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a share, in [0, 1]; all of it without a trial."""
    if not count:
        return 0.0, 1.0
    share, squared = successes / count, _NORMAL_95**2
    centre = share + squared / (2 * count)
    spread = _NORMAL_95 * math.sqrt(share * (1 - share) / count + squared / (4 * count**2))
    scale = 1 + squared / count
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def log_losses(outcomes: Iterable[bool], expected: Iterable[float]) -> list[float]:
    """Return minus the natural logarithm of the probability given to each outcome."""
    losses = []
    for outcome, share in zip(outcomes, expected, strict=True):
        sure = min(max(share, _CERTAIN), 1 - _CERTAIN)
        losses.append(-math.log(sure if outcome else 1 - sure))
    return losses


def bins_of(outcomes: Iterable[bool], expected: Iterable[float]) -> tuple[Bin, ...]:
    """Count predictions together that lie between the same two of `EDGES`; empty bins are out."""
    edges = list(pairwise(EDGES))
    members: list[list[tuple[bool, float]]] = [[] for _ in edges]
    for outcome, share in zip(outcomes, expected, strict=True):
        place = sum(share >= low for low, _ in edges) - 1
        members[place].append((outcome, share))
    return tuple(
        _bin(low, high, inside)
        for (low, high), inside in zip(edges, members, strict=True)
        if inside
    )


def rmse_bins(predictions: Sequence[Prediction], expected: Sequence[float]) -> float:
    """Return RMSE(bins), in [0, 1]; see :class:`Fit`."""
    inside: defaultdict[tuple[int, int, int], list[float]] = defaultdict(list)
    for each, share in zip(predictions, expected, strict=True):
        place = (
            _step(each.days, _INTERVAL_STEP),
            _step(each.number, _NUMBER_STEP),
            _step(each.lapses, _LAPSES_STEP),
        )
        inside[place].append(each.recalled - share)
    squares = sum(len(errors) * fmean(errors) ** 2 for errors in inside.values())
    return math.sqrt(squares / len(predictions))


def _step(number: int, step: float) -> int:
    """Return the place of a number on a scale of powers; what is 0 has a place of its own."""
    return math.floor(math.log(number) / math.log(step)) if number else -1


def _bin(low: float, high: float, inside: Sequence[tuple[bool, float]]) -> Bin:
    recalled = sum(outcome for outcome, _ in inside)
    return Bin(
        low=low,
        high=high,
        count=len(inside),
        recalled=recalled,
        expected=fmean(share for _, share in inside),
        interval=wilson(recalled, len(inside)),
    )


def _fit(predictions: Sequence[Prediction], expected: Sequence[float]) -> Fit:
    outcomes = [each.recalled for each in predictions]
    return Fit(
        bins=bins_of(outcomes, expected),
        log_loss=fmean(log_losses(outcomes, expected)),
        error=rmse_bins(predictions, expected),
    )


def _advantage(
    predictions: Sequence[Prediction], expected: Sequence[float], average: Sequence[float]
) -> Advantage:
    if len(predictions) < ENOUGH:
        return Advantage.TOO_FEW
    outcomes = [each.recalled for each in predictions]
    ours, theirs = log_losses(outcomes, expected), log_losses(outcomes, average)
    saved = [theirs_one - ours_one for ours_one, theirs_one in zip(ours, theirs, strict=True)]
    doubt = 2 * stdev(saved) / math.sqrt(len(saved))
    if abs(fmean(saved)) <= doubt:
        return Advantage.UNCLEAR
    return Advantage.BETTER if fmean(saved) > 0 else Advantage.WORSE
