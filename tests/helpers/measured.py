"""Measured answers made of noise, with a signal planted where a test wants one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from app.quiz.grading.alignment import Alignment, TokenScale
from app.quiz.grading.answers import LabelledAnswer, Rubric
from app.quiz.grading.combiner import JUDGEMENTS
from app.quiz.grading.measure import Measured
from app.quiz.grading.reader import INPUTS
from app.quiz.grading.wordevidence import WORD_FEATURES, WordEvidence
from app.study.records import Judgement

WIDTH = 6
POINTS = {
    Judgement.COVERED: 5.0,
    Judgement.PARTLY: 3.0,
    Judgement.MISSED: 1.0,
    Judgement.CONTRADICTED: 0.0,
}
SCALE = TokenScale(np.zeros(WIDTH, np.float32), np.ones(WIDTH, np.float32))


def planted(
    count: int, *, seed: int = 1, places: Sequence[int] = (3,), strength: float = 4.0
) -> list[Measured]:
    """Return judged and scored answers, four to a question.

    In each input of ``places`` the number at the judgement's place is raised; all else is noise.
    """
    rng = np.random.default_rng(seed)
    rows = []
    for number in range(count):
        judgement = JUDGEMENTS[rng.integers(len(JUDGEMENTS))]
        inputs = rng.normal(0.0, 1.0, (len(INPUTS), WIDTH)).astype(np.float32)
        for place in places:
            inputs[place, JUDGEMENTS.index(judgement)] += strength
        rows.append(
            Measured(
                LabelledAnswer(
                    id=f"{seed}/{number}",
                    rubric=Rubric(f"What is {number // 4} of {seed}?", ("That.",)),
                    answer=f"answer {number}",
                    judgement=judgement,
                    score=POINTS[judgement],
                ),
                inputs,
                Alignment(*rng.normal(0.0, 0.1, 4)),
                WordEvidence(*rng.random(len(WORD_FEATURES))),
            )
        )
    return rows


def unscored(row: Measured) -> Measured:
    """Return the answer without its points."""
    return replace(row, labelled=replace(row.labelled, score=None))


def unjudged(row: Measured) -> Measured:
    """Return the answer without its judgement."""
    return replace(row, labelled=replace(row.labelled, judgement=None))


def labelled(row: Measured, label: str, judgement: Judgement | None = None) -> Measured:
    """Return the answer with a label of a file, and the judgement that it stands for."""
    kept = judgement or row.labelled.judgement
    return replace(row, labelled=replace(row.labelled, label=label, judgement=kept))
