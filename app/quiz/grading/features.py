"""The combiner's features: what probes, alignment and words say of an answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.quiz.grading.alignment import ALIGNMENT_FEATURES, Alignment
from app.quiz.grading.combiner import JUDGEMENTS
from app.quiz.grading.wordevidence import WORD_FEATURES, WordEvidence

Vector = NDArray[np.float64]

OUTPUTS = (*(judgement.value for judgement in JUDGEMENTS), "score")
"""What the probes estimate: each judgement as 0 or 1, and the score divided by 5."""

FEATURES = (
    *(f"probe: {output}" for output in OUTPUTS),
    *ALIGNMENT_FEATURES,
    *(f"words: {feature}" for feature in WORD_FEATURES),
)

SCORE_FEATURES = (f"probe: {OUTPUTS[-1]}", *ALIGNMENT_FEATURES[:4], "words: length")
"""What a score comes from. Shared words are left out: how much they tell differs from one class to
the next, and a score fitted to one class then fits another one worse; see GRADING.md. So are
misconceptions: answers that have a score have none."""


def feature_rows(
    estimates: Vector, alignments: Sequence[Alignment], words: Sequence[WordEvidence]
) -> Vector:
    """Return rows of :data:`FEATURES`; the estimates are [rows, outputs]."""
    return np.column_stack(
        [
            estimates,
            np.array([each.row() for each in alignments]),
            np.array([each.row() for each in words]),
        ]
    )
