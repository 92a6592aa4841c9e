"""What a combiner is fitted to, as a table, so that anyone can fit it again without a model."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from app.quiz.grading.combiner import JUDGEMENTS, Combiner, fit_combiner
from app.quiz.grading.features import SCORE_FEATURES
from app.study.records import Judgement

Vector = NDArray[np.float64]

SCORE_PENALTY = 100.0
"""Strong, so that the few things a score comes from all count for something."""
RIGHT_WHEN_SURE = 0.9
"""Share of right judgements among those that are given as sure."""
DIGITS = 4
_OWN = ("judgement", "score", "importance", "score_importance", "gold")


@dataclass(frozen=True, eq=False)
class FeatureTable:
    """Rows of features with what people said of the answers; NaN is what is unknown.

    Attributes
    ----------
    features : tuple of str
        Names of the columns.
    rows : array, [answers, features]
        Rounded to :data:`DIGITS` places, so that the file holds all that was fitted to.
    judgements : sequence of Judgement or None
    scores : array, [answers]
        Points from 0 to 5.
    importance, score_importance : arrays, [answers]
        How much each answer counts for judgements and for the score.
    gold : array of bool, [answers]
        Which of them belong to the gold set.
    """

    features: tuple[str, ...]
    rows: Vector
    judgements: Sequence[Judgement | None]
    scores: Vector
    importance: Vector
    score_importance: Vector
    gold: NDArray[np.bool_]

    def combiner(self) -> Combiner:
        """Fit a combiner; the same table gives the same one."""
        return fit_combiner(
            self.features,
            self.rows,
            self.judgements,
            self.scores,
            importance=self.importance,
            score_importance=self.score_importance,
            score_features=SCORE_FEATURES,
            score_penalty=SCORE_PENALTY,
        )

    def sure_from(self, combiner: Combiner) -> float:
        """Return the confidence from which so many of all judgements are right, at least 0.5.

        It is looked for among the answers of the gold set, which are about what learners are asked,
        if there are any: answers that were composed to be learnt from are easier to judge.
        """
        wanted = self.gold | (not self.gold.any())
        judged = np.array([each is not None for each in self.judgements]) & wanted
        true = np.array(
            [JUDGEMENTS.index(each) if each is not None else -1 for each in self.judgements]
        )[judged]
        probabilities = combiner.probabilities(self.rows)[judged]
        confidence = probabilities.max(axis=1)
        right = probabilities.argmax(axis=1) == true
        order = np.argsort(-confidence, kind="stable")
        shares = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
        enough = np.flatnonzero(shares >= RIGHT_WHEN_SURE)
        return max(float(confidence[order][enough[-1]]), 0.5) if len(enough) else 1.0

    def save(self, path: Path) -> None:
        """Write the table as compressed CSV; the same table gives the same bytes.

        Raises
        ------
        OSError
            The file cannot be written.
        """
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([*self.features, *_OWN])
        for i, row in enumerate(self.rows):
            judgement = self.judgements[i]
            writer.writerow(
                [
                    *map(_told, row),
                    "" if judgement is None else judgement.value,
                    *map(_told, (self.scores[i], self.importance[i], self.score_importance[i])),
                    int(self.gold[i]),
                ]
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a table.

        Raises
        ------
        OSError
            The file cannot be read.
        ValueError
            It is not a table of features.
        """
        try:
            lines = csv.DictReader(io.StringIO(gzip.decompress(path.read_bytes()).decode()))
            told = list(lines)
            names = tuple(each for each in lines.fieldnames or () if each not in _OWN)
            return cls(
                names,
                np.array([[_number(each[name]) for name in names] for each in told]),
                [Judgement(each["judgement"]) if each["judgement"] else None for each in told],
                np.array([_number(each["score"]) for each in told]),
                np.array([_number(each["importance"]) for each in told]),
                np.array([_number(each["score_importance"]) for each in told]),
                np.array([each["gold"] == "1" for each in told]),
            )
        except (EOFError, KeyError, TypeError, ValueError, gzip.BadGzipFile) as error:
            raise ValueError(f"{path}: not a table of features: {error}") from error


def rounded(rows: Vector) -> Vector:
    """Return rows as a table keeps them."""
    return np.round(rows, DIGITS)


def _told(value: float) -> str:
    return "" if np.isnan(value) else f"{value:.{DIGITS}f}".rstrip("0").rstrip(".")


def _number(text: str) -> float:
    return float(text) if text else float("nan")
