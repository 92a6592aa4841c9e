"""Measuring answers: reading each with a model, and looking at its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

import numpy as np
from numpy.typing import NDArray

from app.quiz.grading.alignment import Alignment
from app.quiz.grading.answers import LabelledAnswer, Rubric
from app.quiz.grading.cleaning import visible
from app.quiz.grading.observations import Observations
from app.quiz.grading.passages import Reading, reading_of
from app.quiz.grading.reader import Reader
from app.quiz.grading.training import Weighted
from app.quiz.grading.wordevidence import WordEvidence, word_evidence
from app.quiz.lexical import Lexicon


@dataclass(frozen=True, eq=False)
class Measured:
    """An answer with what the model's layers and its own words gave.

    Attributes
    ----------
    inputs : array of float32, [inputs, width]
    importance, score_importance : float
        How much its judgement and its score count; 0 leaves them out of the fit.
    gold : bool
        Whether it is of the gold set.
    """

    labelled: LabelledAnswer
    inputs: NDArray[np.float32]
    aligned: Alignment
    words: WordEvidence
    importance: float = 1.0
    score_importance: float = 1.0
    gold: bool = False


@dataclass(frozen=True, eq=False)
class Timed:
    """A measured answer, and the seconds that reading it took once its question was read."""

    measured: Measured
    seconds: float


TOGETHER = 8
"""Answers to one question that are read in one go; more make it hardly faster."""


@dataclass(frozen=True)
class Meter:
    """What answers are measured with."""

    reader: Reader
    observations: Observations
    lexicon: Lexicon

    def measure(self, answers: Iterable[Weighted]) -> Iterator[Timed]:
        """Yield each answer measured, in order and timed as a learner meets it.

        Raises
        ------
        EngineError
            The engine failed; what it had given before is kept.
        """
        for each in answers:
            # The question was read before the answer was typed.
            if not self._known(each):
                self.reader.read([self._reading(each).unanswered])
            yield from self._measured([each])

    def measure_together(self, answers: Iterable[Weighted]) -> Iterator[Timed]:
        """Yield each answer measured, in order, read with others to its question.

        Raises
        ------
        EngineError
            The engine failed; what it had given before is kept.
        """
        for _, asked in groupby(answers, key=lambda each: each.labelled.rubric.key):
            while together := list(islice(asked, TOGETHER)):
                yield from self._measured(together)

    def _measured(self, answers: Sequence[Weighted]) -> Iterator[Timed]:
        seen = self.observations.observe(self.reader, [self._reading(each) for each in answers])
        for each, found in zip(answers, seen, strict=True):
            rubric, answer = self._asked(each)
            row = Measured(
                each.labelled,
                found.inputs,
                found.aligned,
                word_evidence(self.lexicon, rubric, answer),
                each.importance,
                each.score_importance,
                each.gold,
            )
            yield Timed(row, found.seconds)

    def _known(self, each: Weighted) -> bool:
        key = self.observations.key(self.reader.templates.label, self._reading(each))
        return self.observations.get(key) is not None

    def _reading(self, each: Weighted) -> Reading:
        return reading_of(*self._asked(each))

    def _asked(self, each: Weighted) -> tuple[Rubric, str]:
        answer = visible(each.labelled.answer)
        return nearest_first(self.lexicon, each.labelled.rubric, answer), answer


def nearest_first(lexicon: Lexicon, rubric: Rubric, answer: str) -> Rubric:
    """Return the rubric with the reference first that has most words in common with an answer."""
    if len(rubric.references) == 1:
        return rubric

    def near(text: str) -> float:
        return lexicon.coverage(text, answer, rubric.question) + lexicon.coverage(answer, text)

    first = max(rubric.references, key=near)
    others = tuple(each for each in rubric.references if each != first)
    return replace(rubric, references=(first, *others))
