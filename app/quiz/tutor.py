"""The tutor: everything in the quiz that the model does, behind one object."""

from __future__ import annotations

import random
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.content.types import Guide
from app.model.background import in_background
from app.model.protocol import Engine, Prompt
from app.quiz.asking.asker import Asker
from app.quiz.asking.graded import CalibratedJudge
from app.quiz.feedback import expected_prompt, feedback_prompt, write_feedback
from app.quiz.grading.calibration import Calibration
from app.quiz.grading.grader import Graded, Grader
from app.quiz.grading.overrules import Leaning
from app.quiz.grading.passages import PassageTemplates
from app.quiz.lexical import Lexicon
from app.quiz.prompts import load_prompt
from app.quiz.question import Question
from app.quiz.speech import Speech
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
    guides : iterable of Guide
        What fresh questions are checked against.

    Attributes
    ----------
    asker : Asker
        Words fresh questions, in the background.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        prompts: Path,
        calibration: Calibration | None,
        lexicon: Lexicon,
        rng: random.Random,
        guides: Iterable[Guide] = (),
    ) -> None:
        self.engine = engine
        self._feedback_prompt = load_prompt(prompts / "feedback.md")
        self._lexicon = lexicon
        self._expected: Prompt | None = None
        self._is_wording = False
        self._grader: Grader | None = None
        judge: CalibratedJudge | None = None
        spare = in_background(engine)
        if calibration is not None:
            templates = PassageTemplates.load(prompts)
            self._grader = Grader(engine, templates, calibration, self._lexicon)
            judge = CalibratedJudge(spare, templates, calibration, self._lexicon)
        self.asker = Asker(
            spare, prompts=prompts, lexicon=lexicon, guides=guides, judge=judge, rng=rng
        )

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
        """Make ready for an answer that begins like this one; returns at once.

        It is read for its verdict first, and then for what is to be said about it.
        """
        if self._grader is not None:
            self._grader.prepare(question, answer)
            self._expected = expected_prompt(self._feedback_prompt, question, answer)
            self._read_expected()

    def grade(self, question: Question, answer: str) -> Graded:
        """Return what an answer covers of each key point of its question.

        What is lacking is read for :meth:`feedback` from then on, while the verdict is shown.

        Raises
        ------
        RuntimeError
            The model does not grade.
        """
        if self._grader is None:
            raise RuntimeError("this model has no calibration: the learner rates short answers")
        graded = self._grader.grade(question, answer)
        self._expected = feedback_prompt(
            self._feedback_prompt, question, answer, self._sure(graded.points)
        )
        self._read_expected()
        return graded

    def feedback(
        self, question: Question, answer: str, points: Sequence[PointVerdict]
    ) -> Generator[Speech, None, None]:
        """Yield words about what an answer surely missed or contradicted, as they come."""
        self._expected = None
        yield from write_feedback(
            self.engine, self._feedback_prompt, question, answer, self._sure(points), self._lexicon
        )

    @contextmanager
    def wording(self) -> Iterator[None]:
        """Word questions in here: until the end nothing is read ahead for :meth:`feedback`.

        The engine has one memory for both, so that each would undo what was read for the other.
        """
        self._expected = None
        self._is_wording = True
        try:
            yield
        finally:
            self._is_wording = False
        self._read_expected()

    def _read_expected(self) -> None:
        if self._expected is not None and not self._is_wording:
            self.engine.prefill(self._expected)

    def _sure(self, points: Sequence[PointVerdict]) -> list[PointVerdict]:
        """Return the judgements that are to be believed: of others there is nothing to say."""
        return [point for point in points if point.confidence >= self.sure_from]
