"""Grading an answer: which key points it covers, with the sentences that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.model.protocol import Engine
from app.quiz.grading.answers import Rubric, rubric_of
from app.quiz.grading.calibration import Calibration, Judged
from app.quiz.grading.cleaning import says_something, visible
from app.quiz.grading.features import OUTPUTS
from app.quiz.grading.overrules import Leaning
from app.quiz.grading.passages import PassageTemplates, reading_of, sentences
from app.quiz.grading.reader import Observed, Reader
from app.quiz.grading.verbatim import Span, said_verbatim
from app.quiz.grading.wordevidence import word_evidence
from app.quiz.lexical import Lexicon
from app.quiz.question import Question
from app.study.records import Evidence, Judgement, PointVerdict

AS_GOOD = 0.9
"""A sentence is shown as evidence when it speaks at least this much as the best one does."""


@dataclass(frozen=True)
class Graded:
    """What an answer does with each key point; ``model`` is None when no model was needed."""

    points: tuple[PointVerdict, ...]
    model: str | None


class Grader:
    """Grades short answers with one model.

    Parameters
    ----------
    engine : Engine
        Runs the model.
    templates : PassageTemplates
        The prompts to read answers in.
    calibration : Calibration
        Fitted for this model.
    lexicon : Lexicon
        How much each word tells.

    Attributes
    ----------
    leaning : Leaning
        What the learner's overrules have taught; at first nothing.
    """

    def __init__(
        self,
        engine: Engine,
        templates: PassageTemplates,
        calibration: Calibration,
        lexicon: Lexicon,
    ) -> None:
        self.calibration = calibration
        self._engine = engine
        self._reader = Reader(engine, templates)
        self._lexicon = lexicon
        self.leaning = Leaning()

    def prepare(self, question: Question, answer: str = "") -> None:
        """Read a question, and what is typed so far, ahead of its verdict; returns at once."""
        seen = visible(answer)
        self._reader.prepare([reading_of(rubric, seen) for rubric in _rubrics(question)])

    def grade(self, question: Question, answer: str) -> Graded:
        """Return the verdict on each key point of a question, all read in one go.

        Raises
        ------
        EngineError
            The engine failed or was cancelled.
        """
        if not says_something(answer):
            missed = (PointVerdict(each.id, Judgement.MISSED, 1.0) for each in question.key_points)
            return Graded(tuple(missed), None)
        seen = visible(answer)
        rubrics = _rubrics(question)
        verbatim = said_verbatim(seen, rubrics)
        if all(verbatim):
            covered = zip(question.key_points, verbatim, strict=True)
            return Graded(tuple(_covered(point.id, spans) for point, spans in covered), None)
        observed = self._reader.read([reading_of(rubric, seen) for rubric in rubrics])
        words = [word_evidence(self._lexicon, rubric, seen) for rubric in rubrics]
        judged = [
            replace(each, probabilities=self.leaning.applied(each.probabilities))
            for each in self.calibration.judge(observed, words)
        ]
        points = [
            _covered(point.id, spans)
            if spans
            else PointVerdict(
                point.id, verdict.judgement, verdict.confidence, self._evidence(verdict, each, seen)
            )
            for point, verdict, each, spans in zip(
                question.key_points, judged, observed, verbatim, strict=True
            )
        ]
        return Graded(tuple(points), self._engine.info().model)

    def _evidence(self, judged: Judged, observed: Observed, answer: str) -> tuple[Evidence, ...]:
        """Return the sentences that speak most for a judgement; verbatim spans by nature."""
        spans = sentences(answer)
        if judged.judgement is Judgement.MISSED or len(spans) != len(observed.sentences):
            return ()
        estimates = self.calibration.sentence_estimates(observed)
        if judged.judgement is Judgement.CONTRADICTED:
            speaks = estimates[:, OUTPUTS.index(Judgement.CONTRADICTED.value)]
        else:
            speaks = -estimates[:, OUTPUTS.index(Judgement.MISSED.value)]
        low, high = float(speaks.min()), float(speaks.max())
        enough = high - (1 - AS_GOOD) * max(high - low, 1.0)
        return tuple(
            Evidence(*span) for span, each in zip(spans, speaks, strict=True) if each >= enough
        )


def _covered(point: str, spans: Sequence[Span]) -> PointVerdict:
    evidence = tuple(Evidence(*span) for span in spans)
    return PointVerdict(point, Judgement.COVERED, 1.0, evidence)


def _rubrics(question: Question) -> list[Rubric]:
    return [rubric_of(question.text, point) for point in question.key_points]
