"""Where questions come from: ours, and those that the model worded ahead."""

from __future__ import annotations

import random
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from app.content.types import KeyPoint
from app.quiz.asking.ahead import Wish, lacking, prepare
from app.quiz.asking.types import Accepted, Outcome
from app.quiz.question import Question, choice_question, model_question, short_questions
from app.study.candidates import KeptQuestion, WordedQuestion
from app.study.log import StudyLog
from app.study.records import Format

# It brings the grader with it, and that numpy, which is imported when a model is there.
if TYPE_CHECKING:
    from app.quiz.asking.asker import Asker


class QuestionSupply:
    """Finds the question to ask about a key point, and has the model word new ones.

    Parameters
    ----------
    asker : Asker or None
        Words questions; without one, all of them are ours.
    rng : random.Random
        For the order of options.
    """

    def __init__(
        self, log: StudyLog, transition: str, *, asker: Asker | None, rng: random.Random
    ) -> None:
        self._log = log
        self._transition = transition
        self._asker = asker
        self._rng = rng

    def question(self, point: KeyPoint, wanted: Format) -> Question | None:
        """Return a question about a key point, in another format if those of this one are flagged.

        One of the model's that was not asked yet comes first, then whichever was asked least. None
        when all of its questions were flagged.
        """
        flagged = self._log.flagged()
        asked: dict[str, int] = {}
        worded: list[Question] = []
        # The first question on a key point is ours.
        if self._asker is not None and self._log.card(self._transition, point.id) is not None:
            for kept in self._log.worded(self._transition, [point.id])[point.id]:
                if kept.id:
                    asked[kept.id] = kept.times_asked
                    worded.append(self._model_question(point, kept))
        authored = [
            *short_questions(point, self._transition),
            choice_question(point, self._transition, self._rng),
        ]
        # Ours count as asked once more, so that a fresh one goes first.
        for id_, count in self._log.times_asked(each.id for each in authored).items():
            asked[id_] = count + bool(worded)
        candidates = sorted(
            [*authored, *worded],
            key=lambda question: (question.format is not wanted, asked[question.id]),
        )
        return next((each for each in candidates if each.id not in flagged), None)

    def prepare(self, wishes: Sequence[Wish]) -> Generator[Outcome, None, None]:
        """Return the work of wording questions that are lacking, to be done off the main thread.

        The log is read here and now; the generator asks the engine only.
        """
        if self._asker is None or not wishes:
            return _nothing()
        return prepare(self._asker, lacking(self._log, self._transition, wishes), self._rng)

    def keep(self, outcome: Outcome) -> None:
        """Put what came of a candidate into the log; what was accepted is asked in its turn."""
        self._log.add_worded(worded(outcome, self._transition))

    def _model_question(self, point: KeyPoint, kept: KeptQuestion) -> Question:
        return model_question(
            point,
            self._transition,
            kept.id,
            kept.worded.text,
            options=kept.worded.options,
            rng=self._rng,
        )


def worded(outcome: Outcome, transition: str) -> WordedQuestion:
    """Return what came of a candidate as the log keeps it."""
    candidate = outcome.candidate
    options = sorted(candidate.options, key=lambda option: not option.right)
    return WordedQuestion(
        transition=transition,
        key_point=candidate.key_point.id,
        angle=candidate.angle.value,
        text=candidate.text,
        options=tuple(option.text for option in options),
        model=candidate.model,
        prompt_version=candidate.prompt,
        seconds=candidate.seconds,
        refused_by=None if isinstance(outcome, Accepted) else outcome.check,
        reason=None if isinstance(outcome, Accepted) else outcome.reason,
    )


def _nothing() -> Generator[Outcome, None, None]:
    yield from ()
