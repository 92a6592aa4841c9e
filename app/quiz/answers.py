"""The answers of one session: each in the log before its verdict, and open to correction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from fsrs import Rating

from app.quiz.gaps.gap import Filled
from app.quiz.outcome import Outcome
from app.quiz.question import Question
from app.quiz.rating import confidence, rating_for, ratings
from app.study.log import StudyLog
from app.study.records import (
    QUIZ_ACTIONS,
    Answer,
    Confidence,
    Format,
    Grader,
    Hint,
    Judgement,
    PointVerdict,
    Verdict,
    score_of,
)

LONGEST_ANSWER = 600.0
"""Seconds counted for one answer at most: who takes longer went away."""
LONGEST_SCENARIO = 1800.0
"""The same for an open problem, which is to be thought about."""


@dataclass
class Asking:
    """A question while it is being asked.

    Attributes
    ----------
    follows : str
        Id of the answer that it follows up; empty where it is a planned one.
    confidence : Confidence or None
        How sure the learner says they are.
    """

    question: Question
    at: datetime
    hints: list[Hint] = field(default_factory=list)
    follows: str = ""
    confidence: Confidence | None = None


@dataclass(frozen=True)
class Judged:
    """What somebody, or the code, found in an answer."""

    points: tuple[PointVerdict, ...]
    grader: Grader
    model: str | None = None
    chosen: int | None = None
    filled: tuple[Filled, ...] = ()


class Answers:
    """Puts the answers of one session into the study log, with what becomes of them.

    Attributes
    ----------
    outcomes : list of Outcome
        What was answered so far, oldest first.
    """

    def __init__(
        self, log: StudyLog, session: str, transition: str, clock: Callable[[], datetime]
    ) -> None:
        self._log = log
        self._session = session
        self._transition = transition
        self._clock = clock
        self._pending: tuple[str, str, str] | None = None
        self.outcomes: list[Outcome] = []

    def forget_unjudged(self) -> None:
        """Let an answer without a verdict be: the next one is no second try at it."""
        self._pending = None

    def store(self, asking: Asking, text: str) -> str:
        """Put an answer into the log, once: a second try at grading it finds it there."""
        question = asking.question
        if self._pending is not None and self._pending[1:] == (question.id, text):
            return self._pending[0]
        last = self._log.last_action(QUIZ_ACTIONS)
        if self._pending is not None and last is not None and last.answer == self._pending[0]:
            # Changed after the engine failed or was stopped: one question, one answer.
            self._log.undo(QUIZ_ACTIONS)
        longest = LONGEST_SCENARIO if question.format is Format.SCENARIO else LONGEST_ANSWER
        answer_id = self._log.add_answer(
            Answer(
                session=self._session,
                transition=self._transition,
                skill=question.skill,
                key_points=tuple(point.id for point in question.key_points),
                question=question.text,
                question_id=question.id,
                origin=question.origin,
                format=question.format,
                text=text,
                options=tuple(option.text for option in question.options),
                seconds=min((self._clock() - asking.at).total_seconds(), longest),
                hints=tuple(asking.hints),
                follows=asking.follows,
                confidence=asking.confidence,
            )
        )
        self._pending = (answer_id, question.id, text)
        return answer_id

    def conclude(self, asking: Asking, text: str, answer_id: str, judged: Judged) -> Outcome:
        """Put the verdict on an answer into the log, with the reviews that follow from it."""
        points = judged.points
        verdict = Verdict(
            answer_id,
            points,
            score_of(point.judgement for point in points),
            confidence(points),
            judged.grader,
            judged.model,
        )
        # What was read a moment ago tells nothing of memory: a follow-up is no review.
        rated = {} if asking.follows else ratings(points)
        before = {
            point.id: card
            for point in asking.question.key_points
            if (card := self._log.card(self._transition, point.id)) is not None
        }
        outcome = Outcome(
            question=asking.question,
            text=text,
            answer_id=answer_id,
            verdict_id=self._log.add_verdict(verdict, rated),
            verdict=verdict,
            ratings=rated,
            chosen=judged.chosen,
            hints=tuple(asking.hints),
            follows=asking.follows,
            filled=judged.filled,
            confidence=asking.confidence,
            before=before,
        )
        self.outcomes.append(outcome)
        self._pending = None
        return outcome

    def of(self, answer_id: str | None) -> Outcome | None:
        """Return what became of an answer of this session; None if it has no such answer."""
        return next((each for each in self.outcomes if each.answer_id == answer_id), None)

    # -- correcting ------------------------------------------------------------------------------

    def overrule(self, outcome: Outcome, judgements: Mapping[str, Judgement]) -> Outcome:
        """Replace judgements of a verdict by the learner's own; ratings follow."""
        changed = {
            key: rating_for(judgement)
            for key, judgement in judgements.items()
            if not outcome.follows
        }
        self._log.overrule(outcome.verdict_id, judgements, changed)
        points = tuple(
            PointVerdict(point.key_point, judgements[point.key_point], 1.0, point.evidence)
            if point.key_point in judgements
            else point
            for point in outcome.verdict.points
        )
        verdict = replace(
            outcome.verdict,
            points=points,
            score=score_of(point.judgement for point in points),
            grader=Grader.LEARNER,
        )
        return self._replaced(outcome, verdict=verdict, ratings={**outcome.ratings, **changed})

    def rerate(self, outcome: Outcome, key_point: str, rating: Rating) -> Outcome:
        """Change the rating of one key point without changing the verdict.

        With hints it becomes :attr:`Outcome.best_rating` at most.
        """
        rating = min(rating, outcome.best_rating)
        self._log.rerate(outcome.answer_id, key_point, rating)
        return self._replaced(outcome, ratings={**outcome.ratings, key_point: rating})

    def reread(self, outcome: Outcome) -> Outcome:
        """Return an outcome with what the log says of it now."""
        entry = self._log.entry(outcome.answer_id)
        assert entry.verdict is not None  # an outcome has a verdict
        points = tuple(
            point
            if entry.judgements[point.key_point] is point.judgement
            else replace(point, judgement=entry.judgements[point.key_point], confidence=1.0)
            for point in entry.verdict.points
        )
        verdict = replace(
            entry.verdict,
            points=points,
            score=score_of(entry.judgements.values()),
            grader=Grader.LEARNER if entry.overruled else entry.verdict.grader,
        )
        return self._replaced(outcome, verdict=verdict, ratings=entry.ratings)

    def take_back(self, outcome: Outcome) -> Asking:
        """Take an answer out of what was answered, and return its question as it was asked."""
        self.outcomes.remove(outcome)
        return Asking(
            outcome.question,
            self._clock(),
            list(outcome.hints),
            outcome.follows,
            outcome.confidence,
        )

    def _replaced(self, outcome: Outcome, **values: Any) -> Outcome:  # noqa: ANN401 - as replace()
        changed = replace(outcome, **values)
        self.outcomes[:] = [
            changed if each.answer_id == outcome.answer_id else each for each in self.outcomes
        ]
        return changed
