"""Where questions come from: ours, and those that the model words ahead."""

from __future__ import annotations

import random
from collections.abc import Generator, Mapping, Sequence

from app.content.types import KeyPoint
from app.quiz.question import Question, choice_question, model_question, short_questions
from app.quiz.tutor import Tutor
from app.quiz.wording import Worded
from app.study.log import StudyLog
from app.study.records import Format, StoredQuestion


class QuestionSupply:
    """Finds the question to ask about a key point, and has the model word new ones.

    Parameters
    ----------
    tutor : Tutor or None
        Words questions; without one, all of them are ours.
    rng : random.Random
        For the order of options.
    """

    def __init__(
        self, log: StudyLog, transition: str, *, tutor: Tutor | None, rng: random.Random
    ) -> None:
        self._log = log
        self._transition = transition
        self._tutor = tutor
        self._rng = rng

    def question(self, point: KeyPoint, wanted: Format) -> Question | None:
        """Return a question about a key point, in another format if those of this one are flagged.

        None when all of its questions were flagged.
        """
        flagged = self._log.flagged()
        choice = choice_question(point, self._transition, self._rng)
        authored = short_questions(point, self._transition)
        asked = self._log.times_asked(question.id for question in authored)
        # The least asked wording comes first, so that it varies from review to review.
        short = sorted(authored, key=lambda question: asked[question.id])
        fresh = self._fresh(point)
        if fresh is not None:
            short.insert(0, model_question(point, self._transition, fresh.id, fresh.text))
        candidates = [choice, *short] if wanted is Format.CHOICE else [*short, choice]
        return next((each for each in candidates if each.id not in flagged), None)

    def prepare(
        self, points: Sequence[KeyPoint], current: Question | None
    ) -> Generator[Worded, None, None]:
        """Return the work of wording questions that are lacking, to be done off the main thread.

        The log is read here and now; the generator asks the engine only. It also makes ready to
        grade ``current``.
        """
        wanted = [point for point in points if self._is_met(point) and self._fresh(point) is None]
        known = {point.id: self._worded_before(point) for point in wanted}
        return self._work(wanted, known, current)

    def keep(self, worded: Worded) -> None:
        """Put a question that the model wrote into the log, to be asked when its turn comes."""
        self._log.add_question(
            worded.key_point, self._transition, worded.text, worded.model, worded.prompt
        )

    def _work(
        self,
        wanted: Sequence[KeyPoint],
        known: Mapping[str, Sequence[str]],
        current: Question | None,
    ) -> Generator[Worded, None, None]:
        if self._tutor is None:
            return
        asked = current if current is not None and current.format is Format.SHORT else None
        if asked is not None:
            self._tutor.prefill(asked)
        for point in wanted:
            worded = self._tutor.word_question(point, known[point.id])
            if worded is not None:
                yield worded

    def _fresh(self, point: KeyPoint) -> StoredQuestion | None:
        """Return a question of the model's that was not asked yet.

        Only for a key point that was met before: the first question on it is ours.
        """
        if self._tutor is None or not self._is_met(point):
            return None
        stored = self._log.questions(self._transition, point.id)
        return next((question for question in stored if question.times_asked == 0), None)

    def _worded_before(self, point: KeyPoint) -> list[str]:
        """Return all that the model wrote for a key point, what was flagged included."""
        stored = self._log.questions(self._transition, point.id, flagged_too=True)
        return [question.text for question in stored]

    def _is_met(self, point: KeyPoint) -> bool:
        return self._log.card(self._transition, point.id) is not None
