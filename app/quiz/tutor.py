"""The tutor: everything in the quiz that the model does, behind one object."""

from __future__ import annotations

import random
from collections.abc import Generator, Sequence
from pathlib import Path

from app.content.types import KeyPoint
from app.model.protocol import Engine
from app.quiz.feedback import write_feedback
from app.quiz.grading.calibration import Calibration
from app.quiz.grading.grader import Graded, Grader
from app.quiz.grading.overrules import Leaning
from app.quiz.grading.passages import PassageTemplates
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
    calibration : Calibration or None
        The grader's parameters for this model; without them it does not grade.
    lexicon : Lexicon
        How much each word tells.
    rng : random.Random
        For variety in wording.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        prompts: Path,
        calibration: Calibration | None,
        lexicon: Lexicon,
        rng: random.Random,
    ) -> None:
        self.engine = engine
        self._feedback_prompt = load_prompt(prompts / "feedback.md")
        self._question_prompt = load_prompt(prompts / "question.md")
        self._lexicon = lexicon
        self._rng = rng
        self._grader: Grader | None = None
        if calibration is not None:
            templates = PassageTemplates.load(prompts)
            self._grader = Grader(engine, templates, calibration, self._lexicon)

    @property
    def grades(self) -> bool:
        """Whether the model can grade; else the learner rates short answers."""
        return self._grader is not None

    @property
    def sure_from(self) -> float:
        """Confidence from which a judgement is sure; below it, the learner decides."""
        return self._grader.calibration.sure_from if self._grader is not None else 1.0

    def learn(self, leaning: Leaning) -> None:
        """Grade from now on with what the learner's overrules have taught."""
        if self._grader is not None:
            self._grader.leaning = leaning

    def prefill(self, question: Question, answer: str = "") -> None:
        """Make ready to grade an answer that begins like this one; returns at once."""
        if self._grader is not None:
            self._grader.prepare(question, answer)

    def grade(self, question: Question, answer: str) -> Graded:
        """Return what an answer covers of each key point of its question.

        Raises
        ------
        RuntimeError
            The model does not grade.
        """
        if self._grader is None:
            raise RuntimeError("this model has no calibration: the learner rates short answers")
        return self._grader.grade(question, answer)

    def feedback(
        self, question: Question, answer: str, points: Sequence[PointVerdict]
    ) -> Generator[str, None, None]:
        """Yield words about what an answer missed or contradicted, piece by piece."""
        yield from write_feedback(
            self.engine, self._feedback_prompt, question, answer, points, self._lexicon
        )

    def word_question(self, point: KeyPoint, known: Sequence[str] = ()) -> Worded | None:
        """Return a fresh question for a key point, or None when no candidate was good enough.

        ``known`` are questions that the model wrote before, the flagged ones among them.
        """
        return word_question(
            self.engine, self._question_prompt, point, self._lexicon, self._rng, known
        )
