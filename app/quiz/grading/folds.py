"""Folds of answers for cross-validation: what is measured must say how unseen questions will do."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.quiz.grading.answers import Rubric

TELLING = 4
"""Words from which on a reference says what is asked for; “Yes” answers many questions."""


def folds_of(rubrics: Sequence[Rubric], folds: int) -> NDArray[np.int64]:
    """Return the fold of each rubric; those that share a question or a reference share a fold.

    Two questions about one key point ask for the same: whoever was fitted to answers to the one has
    seen the other. References of fewer than :data:`TELLING` words do not count.
    """
    groups = _groups(rubrics)
    return np.array([fold_of(groups[rubric.question], folds) for rubric in rubrics], np.int64)


def fold_of(key: str, folds: int) -> int:
    """Return which of so many folds a group of answers belongs to: the same on every machine."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big") % folds


def _groups(rubrics: Sequence[Rubric]) -> dict[str, str]:
    """Return for each question the first, by the alphabet, of those that hang together with it."""
    parent: dict[str, str] = {}

    def top(text: str) -> str:
        parent.setdefault(text, text)
        while parent[text] != text:
            parent[text] = text = parent[parent[text]]
        return text

    for rubric in rubrics:
        top(rubric.question)
        for reference in rubric.references:
            if len(reference.split()) < TELLING:
                continue
            # Marked, as a reference may read like a question.
            one, other = top(rubric.question), top(f"\0{reference}")
            parent[max(one, other)] = min(one, other)
    first: dict[str, str] = {}
    questions = sorted({rubric.question for rubric in rubrics})
    for question in questions:
        first.setdefault(top(question), question)
    return {question: first[top(question)] for question in questions}
