"""What becomes of an answer: the grading while it runs, and the outcome when it is done."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fsrs import Rating

from app.quiz.gaps.gap import Filled
from app.quiz.grading.cleaning import LONGEST
from app.quiz.question import Question
from app.study.records import Card, Confidence, Grader, Hint, Verdict

# Without a model nothing here grades, and numpy is not loaded.
if TYPE_CHECKING:
    from app.quiz.grading.grader import Graded
    from app.quiz.tutor import Tutor


@dataclass
class Grading:
    """The work between an answer that is safe in the log and its verdict; only the engine is used.

    Run :meth:`run` off the main thread, then give the grading to ``QuizSession.conclude``.
    """

    answer_id: str
    question: Question
    text: str
    _tutor: Tutor
    result: Graded | None = None

    def run(self) -> Generator[Graded, None, None]:
        """Grade, and yield the result once.

        Raises
        ------
        EngineError
            The engine failed; the answer stays in the log and can be graded again or self-rated.
        """
        self.result = self._tutor.grade(self.question, self.text)
        yield self.result


@dataclass(frozen=True)
class Outcome:
    """An answered question with everything that is known of it now.

    Attributes
    ----------
    hints : tuple of Hint
        Help that was given before the answer.
    follows : str
        Id of the answer that this one follows up; its key points are not reviewed then.
    filled : tuple of Filled
        What was typed into each gap, and how it fits; empty where there are none.
    confidence : Confidence or None
        How sure the learner was before the verdict; None where nothing was said.
    before : mapping of str to Card
        By key point, where it stood in the schedule before; a new one is not there.
    """

    question: Question
    text: str
    answer_id: str
    verdict_id: str
    verdict: Verdict
    ratings: Mapping[str, Rating]
    chosen: int | None = None
    hints: tuple[Hint, ...] = ()
    follows: str = ""
    filled: tuple[Filled, ...] = ()
    confidence: Confidence | None = None
    before: Mapping[str, Card] = field(default_factory=dict)

    @property
    def best_rating(self) -> Rating:
        """The best rating that it may be given: who needed a hint did not know it with ease."""
        return Rating.Good if self.hints else Rating.Easy

    @property
    def right(self) -> bool:
        """Whether every key point was covered, at least partly, whatever rating was chosen."""
        return all(point.judgement.credit > 0 for point in self.verdict.points)

    @property
    def unread(self) -> int:
        """How many characters at the answer's end the grader left out; 0 if the learner judged."""
        if self.verdict.grader is Grader.LEARNER:
            return 0
        return max(0, len(self.text.rstrip()) - LONGEST)

    @property
    def unread_notice(self) -> str:
        """A sentence for the learner about what was not read; nothing where all of it was."""
        if not self.unread:
            return ""
        total = LONGEST + self.unread
        return f"Only the first {LONGEST:,} of your answer's {total:,} characters were graded."
