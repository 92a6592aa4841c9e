"""Measuring answers: reading each with a model, and looking at its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.quiz.grading.answers import Rubric
from app.quiz.grading.cleaning import visible
from app.quiz.grading.fit import Measured
from app.quiz.grading.grader import reading_of
from app.quiz.grading.observations import Observations
from app.quiz.grading.reader import Reader
from app.quiz.grading.training import Weighted
from app.quiz.grading.wordevidence import word_evidence
from app.quiz.lexical import Lexicon


@dataclass(frozen=True, eq=False)
class Timed:
    """A measured answer, and the seconds that reading it took once its question was read."""

    measured: Measured
    seconds: float


@dataclass(frozen=True)
class Meter:
    """What answers are measured with."""

    reader: Reader
    observations: Observations
    lexicon: Lexicon

    def measure(self, answers: Iterable[Weighted]) -> Iterator[Timed]:
        """Yield each answer measured, in order.

        Raises
        ------
        EngineError
            The engine failed; what it had given before is kept.
        """
        for each in answers:
            answer = visible(each.labelled.answer)
            rubric = nearest_first(self.lexicon, each.labelled.rubric, answer)
            observed = self.observations.observe(self.reader, [reading_of(rubric, answer)])
            words = word_evidence(self.lexicon, rubric, answer)
            for seen in observed:
                row = Measured(
                    each.labelled,
                    seen.inputs,
                    seen.aligned,
                    words,
                    each.importance,
                    each.score_importance,
                )
                yield Timed(row, seen.seconds)


def nearest_first(lexicon: Lexicon, rubric: Rubric, answer: str) -> Rubric:
    """Return the rubric with the reference first that has most words in common with an answer."""
    if len(rubric.references) == 1:
        return rubric

    def near(text: str) -> float:
        return lexicon.coverage(text, answer, rubric.question) + lexicon.coverage(answer, text)

    first = max(rubric.references, key=near)
    others = tuple(each for each in rubric.references if each != first)
    return replace(rubric, references=(first, *others))
