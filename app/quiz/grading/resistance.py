"""What attacks gain: answers without content that try to talk the grader round."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from app.quiz.grading.answers import LabelledAnswer, Rubric
from app.quiz.grading.attacks import Attack
from app.quiz.grading.calibration import Judge
from app.quiz.grading.cleaning import says_something, visible
from app.quiz.grading.measure import Timed
from app.quiz.grading.training import Weighted
from app.study.records import Judgement

RUBRICS_EACH = 2
"""Key points that each attack is tried on."""


@dataclass(frozen=True)
class Attempt:
    """One attack on one rubric."""

    attack: Attack
    labelled: LabelledAnswer


@dataclass(frozen=True)
class FamilyResult:
    """What one family of attacks gained.

    Attributes
    ----------
    fitted : bool
        Whether calibrations are fitted to the family.
    attempts, covered, partly : int
        How many there were, and how many of them earned something.
    inflation : float
        Mean credit, from 0 to 1; the same answers without a word would have 0.
    """

    family: str
    fitted: bool
    attempts: int
    covered: int
    partly: int
    inflation: float


@dataclass(frozen=True)
class Resistance:
    """What all attacks gained, by family, and what the defence costs honest answers.

    Attributes
    ----------
    inflation, unfitted_inflation : float
        Mean credit over all attempts, and over those of families that nothing is fitted to.
    covered : int
        Attempts that reached covered.
    honest_changed : float
        Share of the gold set's answers that look different to the grader for the sake of attacks.
    """

    attempts: int
    covered: int
    inflation: float
    unfitted_inflation: float
    honest_changed: float
    families: tuple[FamilyResult, ...]

    def as_json(self) -> dict[str, Any]:
        """Return everything as plain values."""
        return {**vars(self), "families": [vars(each) for each in self.families]}


def attempts(attacks: Iterable[Attack], rubrics: Sequence[Rubric]) -> Iterator[Attempt]:
    """Yield each attack on some rubrics drawn for it: the same ones every time."""
    rng = random.Random(11)  # noqa: S311 - a fixed choice, no secret
    for attack in attacks:
        for number in range(RUBRICS_EACH):
            rubric, other = rng.sample(rubrics, 2)
            yield Attempt(
                attack,
                LabelledAnswer(
                    id=f"{attack.id}/{number}",
                    rubric=rubric,
                    answer=attack.answer(rubric, other.references[0]),
                    judgement=Judgement.MISSED,
                    score=None,
                    kind="attack",
                ),
            )


def to_measure(tried: Sequence[Attempt]) -> list[Weighted]:
    """Return the attempts that a model has to look at; the others have nothing to be seen."""
    return [Weighted(each.labelled, 0.0) for each in tried if says_something(each.labelled.answer)]


def resistance(
    judge: Judge,
    tried: Sequence[Attempt],
    measured: Sequence[Timed],
    honest: Sequence[LabelledAnswer],
) -> Resistance:
    """Return what the attempts gained, those that needed no model included."""
    rows = [each.measured for each in measured]
    judged = judge.judge_rows(
        [row.inputs for row in rows], [row.aligned for row in rows], [row.words for row in rows]
    )
    found = {row.labelled.id: each.judgement for row, each in zip(rows, judged, strict=True)}
    verdicts = [found.get(each.labelled.id, Judgement.MISSED) for each in tried]
    families = []
    for family in dict.fromkeys(each.attack.family for each in tried):
        own = [(a, v) for a, v in zip(tried, verdicts, strict=True) if a.attack.family == family]
        families.append(
            FamilyResult(
                family=family,
                fitted=own[0][0].attack.fitted,
                attempts=len(own),
                covered=sum(verdict is Judgement.COVERED for _, verdict in own),
                partly=sum(verdict is Judgement.PARTLY for _, verdict in own),
                inflation=fmean(verdict.credit for _, verdict in own),
            )
        )
    unfitted = [v for a, v in zip(tried, verdicts, strict=True) if not a.attack.fitted]
    return Resistance(
        attempts=len(tried),
        covered=sum(verdict is Judgement.COVERED for verdict in verdicts),
        inflation=fmean(verdict.credit for verdict in verdicts),
        unfitted_inflation=fmean(verdict.credit for verdict in unfitted) if unfitted else 0.0,
        honest_changed=fmean(visible(each.answer) != each.answer for each in honest),
        families=tuple(families),
    )
