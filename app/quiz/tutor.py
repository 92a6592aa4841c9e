"""The tutor: everything in the quiz that the model does, behind one object."""

from __future__ import annotations

import random
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

from app.content.types import KeyPoint
from app.model.protocol import Engine
from app.quiz.calibration import Calibration
from app.quiz.feedback import write_feedback
from app.quiz.grade import Graded, grade, grading_prefix
from app.quiz.lexical import Lexicon
from app.quiz.prompts import load_prompt
from app.quiz.question import Question
from app.quiz.wording import Worded, word_question
from app.study.records import PointVerdict


class Tutor:
    """Grades answers, speaks about them, and words fresh questions.

    Every method that asks the engine blocks until it has answered, and raises EngineError when it
    fails or is cancelled; none of them touches the study log.

    Parameters
    ----------
    engine : Engine
        Runs the model.
    prompts : Path
        Folder of prompt files.
    calibration : Path
        File with the parameters of the grader.
    texts : iterable of str
        What the learner studies, from which it is known how much each word tells.
    rng : random.Random
        For variety in wording.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        prompts: Path,
        calibration: Path,
        texts: Iterable[str],
        rng: random.Random,
    ) -> None:
        self.engine = engine
        self._grade_prompt = load_prompt(prompts / "grade.md")
        self._feedback_prompt = load_prompt(prompts / "feedback.md")
        self._question_prompt = load_prompt(prompts / "question.md")
        self._calibration = Calibration.load(calibration)
        self._lexicon = Lexicon.of(texts)
        self._rng = rng

    def prefill(self, question: Question) -> None:
        """Make ready to grade an answer to this question; returns at once."""
        self.engine.prefill(grading_prefix(self._grade_prompt, question, question.key_points[0]))

    def grade(self, question: Question, answer: str) -> Graded:
        """Return what an answer covers of each key point of its question."""
        return grade(
            self.engine, self._grade_prompt, self._calibration, self._lexicon, question, answer
        )

    def feedback(
        self, question: Question, answer: str, points: Sequence[PointVerdict]
    ) -> Generator[str, None, None]:
        """Yield words about what an answer missed or contradicted, piece by piece."""
        yield from write_feedback(self.engine, self._feedback_prompt, question, answer, points)

    def word_question(self, point: KeyPoint, known: Sequence[str] = ()) -> Worded | None:
        """Return a fresh question for a key point, or None when no candidate was good enough.

        ``known`` are questions that the model wrote before, the flagged ones among them.
        """
        return word_question(
            self.engine, self._question_prompt, point, self._lexicon, self._rng, known
        )
