"""Appraising a model as a grader: calibrating it, and measuring it on answers and on attacks."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from statistics import fmean

from app.content.library import Library, Shelf
from app.model.fingerprint import fingerprint
from app.model.protocol import Engine
from app.paths import GOLD, GRADING, GUIDES, PROMPTS, SEEDS
from app.quiz.grading.answers import LabelledAnswer
from app.quiz.grading.attacks import load_attacks
from app.quiz.grading.calibration import Calibration, Judge
from app.quiz.grading.certificate import Certified, Progress, certify, thinned
from app.quiz.grading.evaluation import Evaluation, evaluate
from app.quiz.grading.measure import Meter, Timed
from app.quiz.grading.observations import Observations
from app.quiz.grading.passages import PassageTemplates
from app.quiz.grading.reader import Reader
from app.quiz.grading.refit import refit
from app.quiz.grading.resistance import Resistance, attempts, resistance, to_measure
from app.quiz.grading.training import TrainingData, Weighted, answers_to_fit, reported_answers
from app.quiz.lexical import Lexicon

TRAINING = TrainingData(
    GOLD,
    tuple(GRADING / each for each in ("practice", "rehearsal", "classroom", "typed")),
    GRADING / "attacks.jsonl",
)
PRACTICE_HERE = 4
"""Answers to a question that is not of the guides which a model is fitted to, by default."""


class NotAppraisableError(Exception):
    """There is no model, or it was never measured; the text says so and what to do."""


@dataclass(frozen=True)
class Appraisal:
    """Measures one model; its generators yield after each answer and may be stopped at any time.

    What was read of an answer is kept in the cache, so the same work goes on where it was stopped.

    Attributes
    ----------
    engine : Engine
        Runs the model.
    path : Path
        The model's file.
    calibration : Calibration or None
        None when the model was never measured.
    lexicon : Lexicon
        How much each word tells.
    cache : Path
        Where observations are kept.
    """

    engine: Engine
    path: Path
    calibration: Calibration | None
    lexicon: Lexicon
    cache: Path

    def certify(
        self, today: date, *, every_answer: bool = False
    ) -> Generator[Progress, None, Certified]:
        """Measure the model on the gold set, fit a calibration and certify it.

        Raises
        ------
        EngineError
            The engine failed or was cancelled.
        """
        library = _shipped_library()
        to_fit = answers_to_fit(TRAINING, library)
        if not every_answer:
            to_fit = thinned(to_fit, PRACTICE_HERE, _claims(library))
        return (
            yield from certify(
                self._reader(),
                self.lexicon,
                to_fit=to_fit,
                to_report=[Weighted(each, 0.0) for each in reported_answers(TRAINING, library)],
                cache=self.cache,
                fingerprint=fingerprint(self.path),
                model=self.engine.info().model,
                today=today,
            )
        )

    def evaluate_grading(
        self, answers: Sequence[LabelledAnswer], to_fit: Sequence[LabelledAnswer] = ()
    ) -> Generator[Progress, None, Evaluation]:
        """Compare the grader with people on answers, fitted to others on top if there are any.

        Raises
        ------
        EngineError
            The engine failed or was cancelled.
        NotAppraisableError
            The model was never measured.
        """
        calibration = self._calibrated()
        fit, told = ([Weighted(each, 1.0, 1.0) for each in part] for part in (to_fit, answers))
        measured = yield from self._measured(calibration, told, together=fit)
        fitted = [each.measured for each in measured[: len(fit)]]
        judge: Judge = refit(calibration, fitted) if fitted else calibration
        scores = [each.score for each in to_fit if each.score is not None]
        constant = fmean(scores) if scores else None
        return evaluate(judge, measured[len(fit) :], constant=constant)

    def evaluate_resistance(self) -> Generator[Progress, None, Resistance]:
        """Try the attacks on the grader.

        Raises
        ------
        EngineError
            The engine failed or was cancelled.
        NotAppraisableError
            The model was never measured.
        """
        calibration = self._calibrated()
        honest = reported_answers(TRAINING, _shipped_library())
        rubrics = list({each.rubric.key: each.rubric for each in honest}.values())
        tried = list(attempts(load_attacks(TRAINING.attacks), rubrics))
        measured = yield from self._measured(calibration, to_measure(tried))
        return resistance(calibration, tried, measured, honest)

    def _reader(self) -> Reader:
        return Reader(self.engine, PassageTemplates.load(PROMPTS))

    def _calibrated(self) -> Calibration:
        if self.calibration is None:
            name = self.engine.info().model
            raise NotAppraisableError(f"{name} has no calibration; run `segue model certify` first")
        return self.calibration

    def _measured(
        self,
        calibration: Calibration,
        answers: Sequence[Weighted],
        together: Sequence[Weighted] = (),
    ) -> Generator[Progress, None, list[Timed]]:
        """Measure answers one by one, after others that need no times of their own."""
        name = fingerprint(self.path)
        measured: list[Timed] = []
        with Observations(self.cache, name, calibration.scale) as observations:
            meter = Meter(self._reader(), observations, self.lexicon)
            total = len(together) + len(answers)
            for each in chain(meter.measure_together(together), meter.measure(answers)):
                measured.append(each)
                yield Progress(len(measured), total, None)
        return measured


def _claims(library: Library) -> set[str]:
    """Return the claims of all key points."""
    return {
        point.claim
        for transition in library.transitions
        for point in library.key_points(transition)
    }


def _shipped_library() -> Library:
    """Return the content that ships with Segue, which the gold set is about."""
    return Library.load([Shelf(SEEDS, GUIDES)])
