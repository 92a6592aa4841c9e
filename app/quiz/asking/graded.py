"""What our own grader makes of a question, read as if it were an answer.

The other way round it tells nothing: whatever the question, the grader finds a key point's model
answer covered, and its misconceptions not. Fourteen authored questions and four that the passage
does not answer got the same verdicts, at 10 to 30 seconds each; so it is not asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.content.types import KeyPoint
from app.model.protocol import Engine
from app.quiz.asking.context import Context
from app.quiz.asking.types import Angle, Candidate
from app.quiz.grading.answers import rubric_of
from app.quiz.grading.calibration import Calibration
from app.quiz.grading.cleaning import visible
from app.quiz.grading.passages import PassageTemplates, reading_of
from app.quiz.grading.reader import Reader
from app.quiz.grading.wordevidence import word_evidence
from app.quiz.lexical import Lexicon
from app.study.records import Judgement

SURE = 0.8
"""Probability from which a judgement of the grader counts against a question."""
_STRAIGHT = frozenset({Angle.RECALL, Angle.WHY})
"""Angles from which nobody in the question says anything wrong: that would count as an answer."""


class CalibratedJudge:
    """Grades answers to questions that nobody was asked yet.

    Parameters
    ----------
    engine : Engine
        One that can observe.
    templates : PassageTemplates
        The prompts to read answers in.
    calibration : Calibration
        Fitted for this model.
    lexicon : Lexicon
        How much each word tells.
    """

    def __init__(
        self,
        engine: Engine,
        templates: PassageTemplates,
        calibration: Calibration,
        lexicon: Lexicon,
    ) -> None:
        self._reader = Reader(engine, templates)
        self._calibration = calibration
        self._lexicon = lexicon

    def judge(
        self, question: str, point: KeyPoint, answers: Sequence[str]
    ) -> list[dict[Judgement, float]]:
        """Return the probability of each judgement, for each answer, read in one go.

        Raises
        ------
        EngineError
            The engine failed or was cancelled.
        """
        rubric = rubric_of(question, point)
        seen = [visible(answer) for answer in answers]
        observed = self._reader.read([reading_of(rubric, each) for each in seen])
        words = [word_evidence(self._lexicon, rubric, each) for each in seen]
        return [each.probabilities for each in self._calibration.judge(observed, words)]


def is_no_answer(candidate: Candidate, context: Context) -> str | None:
    """Refuse a question that the grader would take for an answer, right or wrong.

    Who only repeats the words of the question must not be right; and a question that contradicts
    its key point takes something wrong for granted.
    """
    assert context.judge is not None
    if candidate.angle not in _STRAIGHT or candidate.options:
        return None
    point = candidate.key_point
    [said] = context.judge.judge(point.questions[0].text, point, [candidate.text])
    if said[Judgement.COVERED] > SURE:
        return "answers itself"
    return "takes for granted what is wrong" if said[Judgement.CONTRADICTED] > SURE else None
