"""A quiz session: what is asked, in which order, and what goes into the study log when."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from fsrs import Rating

from app.content.types import KeyPoint
from app.quiz.aid import Aid
from app.quiz.asking.ahead import AHEAD
from app.quiz.asking.supply import QuestionSupply
from app.quiz.asking.types import Outcome as Made
from app.quiz.outcome import Grading, Outcome
from app.quiz.question import Question
from app.quiz.rating import confidence, rating_for, ratings
from app.quiz.speech import Speech
from app.study.log import StudyLog
from app.study.records import (
    ActionKind,
    Answer,
    Format,
    Hint,
    Judgement,
    Origin,
    PointVerdict,
    SessionKind,
    Verdict,
    score_of,
)
from app.study.records import Grader as GradedBy

if TYPE_CHECKING:
    from app.quiz.tutor import Tutor

SHORT_PER_CHOICE = 2
"""Short answers for one multiple choice in a mixed session: producing teaches more than choosing
(effect sizes by format in Yang et al. 2021: short answer 0.638, multiple choice 0.567)."""
LONGEST_ANSWER = 600.0
"""Seconds counted for one answer at most: who takes longer went away."""


class QuizSession:
    """One sitting over planned key points.

    The log is written on the thread that calls; nothing here waits for the engine except the
    generators that :meth:`submit`, :meth:`feedback` and :meth:`preparation` hand out.

    Attributes
    ----------
    tutor : Tutor or None
        What the model does; without it, short answers are rated by the learner.
    current : Question or None
        The question being asked.
    outcomes : list of Outcome
        What was answered so far, oldest first.
    hints : list of Hint
        Help with the current question that was given so far.
    follows : str
        Id of the answer that the current question follows up; empty where it is a planned one.
    follow_up_misses : bool
        Whether a miss is followed by one narrower question.
    """

    def __init__(
        self,
        log: StudyLog,
        plan: Sequence[KeyPoint],
        *,
        transition: str,
        kind: SessionKind,
        skill: str | None = None,
        answer_format: str = "mixed",
        tutor: Tutor | None = None,
        rng: random.Random,
        clock: Callable[[], datetime],
        aid: Aid | None = None,
    ) -> None:
        self.log = log
        self.plan = tuple(plan)
        self.transition = transition
        self.tutor = tutor
        self.clock = clock
        self.formats = _formats(answer_format, len(plan), engine=tutor is not None)
        self.current: Question | None = None
        self.outcomes: list[Outcome] = []
        self.hints: list[Hint] = []
        self.follows = ""
        self.follow_up_misses = aid is not None
        self._aid = aid
        self._followed: set[str] = set()
        asker = tutor.asker if tutor is not None else None
        self._supply = QuestionSupply(log, transition, asker=asker, rng=rng)
        self._next = 0
        self._places: list[int] = []
        self._asked_at: datetime | None = None
        self._pending: tuple[str, str, str] | None = None
        self._is_open = False
        self._id = log.begin_session(
            kind=kind, transition=transition, skill=skill, planned=len(plan)
        )

    @property
    def total(self) -> int:
        """Questions planned."""
        return len(self.plan)

    @property
    def self_rated(self) -> bool:
        """Whether the learner rates short answers, because no model here can grade them.

        Gaps are graded by code.
        """
        if self.current is not None and self.current.blanks:
            return False
        return self.tutor is None or not self.tutor.grades

    @property
    def position(self) -> int:
        """Number of the current question, from 1; 0 before the first."""
        return self._next

    def advance(self) -> Question | None:
        """Go to the next question at once; None when the session is over.

        After a miss that is one narrower question on what was missed, once.
        """
        self._pending = None
        follow_up = self._follow_up()
        self.hints, self.follows = [], ""
        if follow_up is not None:
            self.follows = self.outcomes[-1].answer_id
            self._followed.add(self.follows)
            self.current = follow_up
            self._asked_at = self.clock()
            self._is_open = True
            return self.current
        while self._next < self.total:
            self.current = self._supply.question(self.plan[self._next], self.formats[self._next])
            self._next += 1
            if self.current is not None:
                self._asked_at = self.clock()
                self._is_open = True
                return self.current
        self.finish()
        return None

    def finish(self) -> None:
        """End the session; ending it twice changes nothing."""
        self.current = None
        if self._id:
            self.log.end_session(self._id)
            self._id = ""

    @property
    def has_hint(self) -> bool:
        """Whether there is another hint on the current question."""
        return self._next_hint() is not None

    def hint(self) -> Hint | None:
        """Return the next hint on the current question; None when there is none more."""
        hint = self._next_hint()
        if hint is not None:
            self.hints.append(hint)
        return hint

    # -- answering -------------------------------------------------------------------------------

    def submit(self, text: str) -> Grading:
        """Put a short answer into the log and return the grading to be run.

        Raises
        ------
        RuntimeError
            There is nothing to grade with; use :meth:`rate_self`.
        """
        if self.tutor is None or not self.tutor.grades:
            raise RuntimeError("no grader: short answers are rated by the learner")
        question = self._asked()
        return Grading(self.record(text), question, text, self.tutor)

    def record(self, text: str) -> str:
        """Put a short answer into the log before anything of the solution is shown; return its id.

        An answer to the same question that has no verdict yet is replaced: it is taken back.
        """
        return self._store(self._asked(), text)

    def conclude(self, grading: Grading) -> Outcome:
        """Put the verdict of a finished grading into the log and return the outcome."""
        if grading.result is None:
            raise RuntimeError("the grading has not been run")
        graded = grading.result
        return self._conclude(
            grading.question,
            grading.text,
            grading.answer_id,
            graded.points,
            GradedBy.ENGINE if graded.model else GradedBy.CODE,
            graded.model,
        )

    def rate_self(self, text: str, judgements: Mapping[str, Judgement]) -> Outcome:
        """Put an answer into the log with the learner's own judgement of each key point."""
        question = self._asked()
        points = tuple(
            PointVerdict(point.id, judgements.get(point.id, Judgement.MISSED), 1.0)
            for point in question.key_points
        )
        answer_id = self._store(question, text)
        return self._conclude(question, text, answer_id, points, GradedBy.LEARNER, None)

    def choose(self, index: int) -> Outcome:
        """Answer a multiple-choice question; the verdict is computed in code."""
        question = self._asked()
        option = question.options[index]
        judgement = Judgement.COVERED if option.right else Judgement.CONTRADICTED
        points = tuple(PointVerdict(point.id, judgement, 1.0) for point in question.key_points)
        answer_id = self._store(question, option.text)
        return self._conclude(
            question, option.text, answer_id, points, GradedBy.CODE, None, chosen=index
        )

    def fill_gaps(self, text: str) -> Outcome:
        """Answer a question with gaps; the verdict is computed in code.

        Raises
        ------
        RuntimeError
            The question has no gaps.
        """
        question = self._asked()
        if self._aid is None or not question.blanks:
            raise RuntimeError("this question has no gaps")
        points = self._aid.judge_gaps(question, text)
        answer_id = self._store(question, text)
        return self._conclude(question, text, answer_id, points, GradedBy.CODE, None)

    def skip(self) -> None:
        """Leave the current question unanswered; its schedule does not change."""
        question = self._asked()
        for point in question.key_points:
            self.log.skip(self._id, point.id, question.id)
        self._is_open = False

    # -- correcting ------------------------------------------------------------------------------

    def overrule(self, outcome: Outcome, judgements: Mapping[str, Judgement]) -> Outcome:
        """Replace judgements of a verdict by the learner's own; ratings follow."""
        changed = {
            key: rating_for(judgement)
            for key, judgement in judgements.items()
            if not outcome.follows
        }
        self.log.overrule(outcome.verdict_id, judgements, changed)
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
            grader=GradedBy.LEARNER,
        )
        return self._replaced(outcome, verdict=verdict, ratings={**outcome.ratings, **changed})

    def rerate(self, outcome: Outcome, key_point: str, rating: Rating) -> Outcome:
        """Change the rating of one key point without changing the verdict.

        With hints it becomes :attr:`Outcome.best_rating` at most.
        """
        rating = min(rating, outcome.best_rating)
        self.log.rerate(outcome.answer_id, key_point, rating)
        return self._replaced(outcome, ratings={**outcome.ratings, key_point: rating})

    def flag(self, reason: str, outcome: Outcome | None = None) -> None:
        """Flag the current question, or an answered one, as bad; it is not asked again."""
        question = outcome.question if outcome is not None else self._asked()
        answer_id = outcome.answer_id if outcome is not None else None
        self.log.flag(question.id, question=question.text, reason=reason, answer_id=answer_id)

    def undo(self) -> Outcome | None:
        """Take back the last thing done in this session, in the log too.

        An answer's question is asked again. The outcome that changed, or that is gone from
        ``outcomes``, is returned; None when there is nothing of this session to take back.
        """
        action = self.log.last_action()
        if action is None or not self.outcomes or not self._id:
            return None
        if action.kind is ActionKind.SKIP:
            # A skip left nothing behind; what was done before it is what is meant.
            self.log.undo()
            return self.undo()
        outcome = next((each for each in self.outcomes if each.answer_id == action.answer), None)
        if action.kind is ActionKind.FLAG:
            outcome = outcome or self.outcomes[-1]
        if outcome is None:
            return None
        self.log.undo()
        if action.kind is not ActionKind.ANSWER:
            return self._reread(outcome)
        self._is_open = True
        self.outcomes.remove(outcome)
        self._next = self._places.pop()
        self._followed.discard(outcome.answer_id)
        self.hints, self.follows = list(outcome.hints), outcome.follows
        self.current = outcome.question
        self._asked_at = self.clock()
        return outcome

    # -- what the model adds ---------------------------------------------------------------------

    def feedback(self, outcome: Outcome) -> Generator[Speech, None, None]:
        """Yield the model's feedback as it grows, off the main thread; none if all is covered.

        Raises
        ------
        EngineError
            The engine failed; the key points and the model answer are enough.
        """
        # What is wrong with an option is said in our own words already.
        if self.tutor is not None and outcome.question.format is Format.SHORT:
            yield from self.tutor.feedback(outcome.question, outcome.text, outcome.verdict.points)

    def keep_feedback(self, outcome: Outcome, speech: Speech) -> None:
        """Put what was kept of the model's feedback into the log, if anything was."""
        if speech.kept:
            self.log.add_feedback(outcome.verdict_id, speech.kept, Origin.MODEL)

    def preparation(self, *, wording: bool = True) -> Generator[Made, None, None]:
        """Return the work to be done while the learner reads and types, off the main thread.

        It makes the engine ready to grade the current question and words those to come; what comes
        of each candidate is to be given to :meth:`keep_question`. It may be stopped at any moment.
        Without ``wording`` it does the former only.
        """
        ahead = range(self._next, min(self._next + AHEAD, self.total) if wording else self._next)
        wishes = [(self.plan[index], self.formats[index]) for index in ahead]
        return self._prepared(self._supply.prepare(wishes), self.current)

    def keep_question(self, made: Made) -> None:
        """Put what came of a candidate into the log; an accepted one is asked in its turn."""
        self._supply.keep(made)

    def _prepared(
        self, making: Generator[Made, None, None], current: Question | None
    ) -> Generator[Made, None, None]:
        if self.tutor is None:
            return
        with self.tutor.wording():
            if current is not None and current.format is Format.SHORT:
                self.tutor.prefill(current)
            yield from making

    # -- inside ----------------------------------------------------------------------------------

    def _next_hint(self) -> Hint | None:
        if self._aid is None or self.current is None or not self._is_open:
            return None
        return self._aid.next_hint(self.current, len(self.hints))

    def _follow_up(self) -> Question | None:
        """Return the question to ask after the answer just given, if it missed something."""
        last = self.outcomes[-1] if self.outcomes else None
        if last is None or self._aid is None or not self.follow_up_misses:
            return None
        if last.question is not self.current or self._is_open:
            return None
        if last.follows or last.answer_id in self._followed:
            return None
        sure_from = self.tutor.sure_from if self.tutor is not None else 0.0
        return self._aid.follow_up(last, self.log, sure_from)

    def _asked(self) -> Question:
        if self.current is None or not self._is_open:
            raise RuntimeError("no question is being asked")
        return self.current

    def _store(self, question: Question, text: str) -> str:
        """Put an answer into the log, once: a second try at grading it finds it there."""
        if self._pending is not None and self._pending[1:] == (question.id, text):
            return self._pending[0]
        last = self.log.last_action()
        if self._pending is not None and last is not None and last.answer == self._pending[0]:
            # Changed after the engine failed or was stopped: one question, one answer.
            self.log.undo()
        seconds = (self.clock() - self._asked_at).total_seconds() if self._asked_at else 0.0
        answer_id = self.log.add_answer(
            Answer(
                session=self._id,
                transition=self.transition,
                skill=question.skill,
                key_points=tuple(point.id for point in question.key_points),
                question=question.text,
                question_id=question.id,
                origin=question.origin,
                format=question.format,
                text=text,
                options=tuple(option.text for option in question.options),
                seconds=min(seconds, LONGEST_ANSWER),
                hints=tuple(self.hints),
                follows=self.follows,
            )
        )
        self._pending = (answer_id, question.id, text)
        return answer_id

    def _conclude(
        self,
        question: Question,
        text: str,
        answer_id: str,
        points: tuple[PointVerdict, ...],
        graded_by: GradedBy,
        model: str | None,
        chosen: int | None = None,
    ) -> Outcome:
        verdict = Verdict(
            answer_id,
            points,
            score_of(point.judgement for point in points),
            confidence(points),
            graded_by,
            model,
        )
        # What was read a moment ago tells nothing of memory: a follow-up is no review.
        rated = {} if self.follows else ratings(points)
        verdict_id = self.log.add_verdict(verdict, rated)
        hints, follows = tuple(self.hints), self.follows
        outcome = Outcome(
            question, text, answer_id, verdict_id, verdict, rated, chosen, hints, follows
        )
        self.outcomes.append(outcome)
        self._places.append(self._next)
        self._pending = None
        self._is_open = False
        return outcome

    def _reread(self, outcome: Outcome) -> Outcome:
        """Return an outcome with what the log says of it now."""
        entry = self.log.entry(outcome.answer_id)
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
            grader=GradedBy.LEARNER if entry.overruled else entry.verdict.grader,
        )
        return self._replaced(outcome, verdict=verdict, ratings=entry.ratings)

    def _replaced(self, outcome: Outcome, **values: Any) -> Outcome:  # noqa: ANN401 - as replace()
        changed = replace(outcome, **values)
        self.outcomes[:] = [
            changed if each.answer_id == outcome.answer_id else each for each in self.outcomes
        ]
        return changed


def _formats(choice: str, count: int, *, engine: bool) -> list[Format]:
    """Return the format of each question of a session; the last of every three is a choice."""
    if choice in {"short", "choice"}:
        return [Format(choice)] * count
    every = SHORT_PER_CHOICE + 1 if engine else 2
    return [Format.CHOICE if i % every == every - 1 else Format.SHORT for i in range(count)]
