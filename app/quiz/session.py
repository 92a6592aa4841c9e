"""A quiz session: what is asked, in which order, and what goes into the study log when."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from fsrs import Rating

from app.content.types import KeyPoint
from app.quiz.aid import Aid
from app.quiz.answers import Answers, Asking, Judged
from app.quiz.asking.types import Outcome as Made
from app.quiz.course import Course
from app.quiz.gaps.gap import joined
from app.quiz.gaps.judging import confidence_of, evidence_in, judgement_of
from app.quiz.items import arrange
from app.quiz.length import Length
from app.quiz.outcome import Grading, Outcome
from app.quiz.question import Question
from app.quiz.speech import Speech
from app.study.log import StudyLog
from app.study.records import (
    QUIZ_ACTIONS,
    ActionKind,
    Confidence,
    Format,
    Hint,
    Judgement,
    Origin,
    PointVerdict,
    SessionKind,
)
from app.study.records import Grader as GradedBy

if TYPE_CHECKING:
    from app.quiz.tutor import Tutor


class QuizSession:
    """One sitting over planned key points.

    The log is written on the thread that calls; nothing here waits for the engine except the
    generators that :meth:`submit`, :meth:`feedback` and :meth:`preparation` hand out.

    Parameters
    ----------
    plan : sequence of KeyPoint
        What to ask about, the most urgent first. Of a plan that is longer than the session, the
        rest is not asked.
    answer_format : str
        One of :data:`app.quiz.formats.CHOICES`.
    length : Length, optional
        How long it is; as long as the plan by default.
    exact : bool
        Whether the plan is what the learner picked, in which nothing is put in another's place.

    Attributes
    ----------
    course : Course
        What is asked, in order.
    tutor : Tutor or None
        What the model does; without it, short answers are rated by the learner.
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
        length: Length | None = None,
        exact: bool = False,
    ) -> None:
        self.log = log
        self.transition = transition
        self.tutor = tutor
        self.clock = clock
        self.length = length or Length(len(plan))
        items = arrange(
            plan,
            log,
            transition,
            choice=answer_format,
            length=self.length,
            aid=aid,
            engine=tutor is not None,
            exact=exact,
        )
        self.course = Course(
            items,
            log,
            transition,
            length=self.length,
            aid=aid,
            asker=tutor.asker if tutor is not None else None,
            # Who wants to fill gaps is not made to write where none can be made.
            instead_of_gaps=Format.CHOICE if answer_format == "cloze" else Format.SHORT,
            rng=rng,
            clock=clock,
        )
        self._aid = aid
        self._places: list[int] = []
        self._asking: Asking | None = None
        self._is_open = False
        self._id = log.begin_session(
            kind=kind,
            transition=transition,
            skill=skill,
            planned=min(self.length.expected, len(items)),
        )
        self._answers = Answers(log, self._id, transition, clock)

    @property
    def plan(self) -> tuple[KeyPoint, ...]:
        """What is asked about; of a scenario, its first key point."""
        return tuple(item.point for item in self.course.items)

    @property
    def total(self) -> int:
        """Questions planned; of a session of minutes, the most that may be asked."""
        return len(self.course.items)

    @property
    def outcomes(self) -> list[Outcome]:
        """What was answered so far, oldest first."""
        return self._answers.outcomes

    @property
    def current(self) -> Question | None:
        """The question being asked, or just answered; None before the first and after the end."""
        return self._asking.question if self._asking is not None else None

    @property
    def hints(self) -> list[Hint]:
        """Help with the current question that was given so far."""
        return self._asking.hints if self._asking is not None else []

    @property
    def follows(self) -> str:
        """Id of the answer that the current question follows up; empty where it is planned."""
        return self._asking.follows if self._asking is not None else ""

    @property
    def confidence(self) -> Confidence | None:
        """How sure the learner is of the answer to the current question, as far as they said."""
        return self._asking.confidence if self._asking is not None else None

    @property
    def self_rated(self) -> bool:
        """Whether the learner rates short answers, because no model here can grade them.

        Gaps are graded by code.
        """
        question = self.current
        if question is not None and not question.is_prose:
            return False
        return self.tutor is None or not self.tutor.grades

    @property
    def position(self) -> int:
        """Number of the current question, from 1; 0 before the first."""
        return self.course.position

    @property
    def follow_up_misses(self) -> bool:
        """Whether a miss is followed by one narrower question."""
        return self.course.follow_up_misses

    @follow_up_misses.setter
    def follow_up_misses(self, wanted: bool) -> None:
        self.course.follow_up_misses = wanted

    @property
    def seconds_left(self) -> float | None:
        """How much is left of a session of minutes; None for one of so many questions."""
        return self.course.seconds_left

    def advance(self) -> Question | None:
        """Go to the next question at once; None when the session is over.

        After a miss that is one narrower question on what was missed, once. When the minutes are
        over, nothing more is asked.
        """
        self._answers.forget_unjudged()
        last = self._just_answered()
        question, follows = None, ""
        if last is not None and not self.course.is_over:
            sure_from = self.tutor.sure_from if self.tutor is not None else 0.0
            question = self.course.follow_up(last, sure_from)
            follows = last.answer_id if question is not None else ""
        if question is None and not self.course.is_over:
            question = self.course.next_planned()
        if question is None:
            self.finish()
            return None
        self._asking = Asking(question, self.clock(), follows=follows)
        self._is_open = True
        return question

    def finish(self) -> None:
        """End the session; ending it twice changes nothing."""
        self._asking = None
        if self._id:
            self.log.end_session(self._id)
            self._id = ""

    @property
    def has_hint(self) -> bool:
        """Whether there is another hint on the current question."""
        if self._aid is None or self.current is None or not self._is_open:
            return False
        return self._aid.has_hint(self.current, len(self.hints))

    def hint(self) -> Hint | None:
        """Return the next hint on the current question; None when there is none more."""
        if self._aid is None or self.current is None or not self._is_open:
            return None
        hint = self._aid.next_hint(self.current, len(self.hints))
        if hint is not None:
            self.hints.append(hint)
        return hint

    def feel(self, confidence: Confidence) -> Confidence | None:
        """Take how sure the learner is before the answer, and return what holds now.

        Saying the same again takes it back. Nothing is taken of a follow-up: what was read a moment
        ago tells nothing of how well somebody knows what they know.
        """
        asking = self._open_asking()
        if not asking.follows:
            asking.confidence = None if asking.confidence is confidence else confidence
        return asking.confidence

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
        question = self._open_asking().question
        return Grading(self.record(text), question, text, self.tutor)

    def record(self, text: str) -> str:
        """Put a short answer into the log before anything of the solution is shown; return its id.

        An answer to the same question that has no verdict yet is replaced: it is taken back.
        """
        return self._answers.store(self._open_asking(), text)

    def conclude(self, grading: Grading) -> Outcome:
        """Put the verdict of a finished grading into the log and return the outcome."""
        if grading.result is None:
            raise RuntimeError("the grading has not been run")
        graded = grading.result
        by = GradedBy.ENGINE if graded.model else GradedBy.CODE
        judged = Judged(graded.points, by, graded.model)
        return self._close(grading.text, grading.answer_id, judged)

    def rate_self(self, text: str, judgements: Mapping[str, Judgement]) -> Outcome:
        """Put an answer into the log with the learner's own judgement of each key point."""
        points = tuple(
            PointVerdict(point.id, judgements.get(point.id, Judgement.MISSED), 1.0)
            for point in self._open_asking().question.key_points
        )
        return self._close(text, self.record(text), Judged(points, GradedBy.LEARNER))

    def choose(self, index: int) -> Outcome:
        """Answer a multiple-choice question; the verdict is computed in code."""
        question = self._open_asking().question
        option = question.options[index]
        judgement = Judgement.COVERED if option.right else Judgement.CONTRADICTED
        points = tuple(PointVerdict(point.id, judgement, 1.0) for point in question.key_points)
        judged = Judged(points, GradedBy.CODE, chosen=index)
        return self._close(option.text, self.record(option.text), judged)

    def fill_gaps(self, text: str) -> Outcome:
        """Answer a follow-up with gaps in one text; the verdict is computed in code.

        Raises
        ------
        RuntimeError
            The question has no such gaps.
        """
        question = self._open_asking().question
        if self._aid is None or not question.blanks:
            raise RuntimeError("this question has no gaps")
        points = self._aid.judge_gaps(question, text)
        return self._close(text, self.record(text), Judged(points, GradedBy.CODE))

    def fill(self, typed: Sequence[str]) -> Outcome:
        """Answer a cloze with what was typed into each of its gaps; code computes the verdict.

        Raises
        ------
        RuntimeError
            The question has no gaps to be typed into.
        """
        question = self._open_asking().question
        if self._aid is None or not question.gaps:
            raise RuntimeError("this question has no gaps to be typed into")
        filled = self._aid.judge_filled(question, typed)
        judgement, sure = judgement_of(filled), confidence_of(filled)
        text = joined([each.typed for each in filled])
        points = tuple(
            PointVerdict(point.id, judgement, sure, evidence_in(filled) if text else ())
            for point in question.key_points
        )
        return self._close(text, self.record(text), Judged(points, GradedBy.CODE, filled=filled))

    def skip(self) -> None:
        """Leave the current question unanswered; its schedule does not change."""
        question = self._open_asking().question
        for point in question.key_points:
            self.log.skip(self._id, point.id, question.id)
        self._is_open = False

    # -- correcting ------------------------------------------------------------------------------

    def overrule(self, outcome: Outcome, judgements: Mapping[str, Judgement]) -> Outcome:
        """Replace judgements of a verdict by the learner's own; ratings follow."""
        return self._answers.overrule(outcome, judgements)

    def rerate(self, outcome: Outcome, key_point: str, rating: Rating) -> Outcome:
        """Change the rating of one key point without changing the verdict.

        With hints it becomes :attr:`Outcome.best_rating` at most.
        """
        return self._answers.rerate(outcome, key_point, rating)

    def flag(self, reason: str, outcome: Outcome | None = None) -> None:
        """Flag the current question, or an answered one, as bad; it is not asked again."""
        question = outcome.question if outcome is not None else self._open_asking().question
        answer_id = outcome.answer_id if outcome is not None else None
        self.log.flag(question.id, question=question.text, reason=reason, answer_id=answer_id)

    def undo(self) -> Outcome | None:
        """Take back the last thing done in this session, in the log too.

        An answer's question is asked again. The outcome that changed, or that is gone from
        ``outcomes``, is returned; None when there is nothing of this session to take back.
        """
        action = self.log.last_action(QUIZ_ACTIONS)
        if action is None or not self.outcomes or not self._id:
            return None
        if action.kind is ActionKind.SKIP:
            # A skip left nothing behind; what was done before it is what is meant.
            self.log.undo(QUIZ_ACTIONS)
            return self.undo()
        outcome = self._answers.of(action.answer)
        if action.kind is ActionKind.FLAG:
            outcome = outcome or self.outcomes[-1]
        if outcome is None:
            return None
        self.log.undo(QUIZ_ACTIONS)
        if action.kind is not ActionKind.ANSWER:
            return self._answers.reread(outcome)
        self._is_open = True
        self._asking = self._answers.take_back(outcome)
        self.course.go_back(outcome, self._places.pop())
        return outcome

    # -- what the model adds ---------------------------------------------------------------------

    def feedback(self, outcome: Outcome) -> Generator[Speech, None, None]:
        """Yield the model's feedback as it grows, off the main thread; none if all is covered.

        Raises
        ------
        EngineError
            The engine failed; the key points and the model answer are enough.
        """
        # What is wrong with an option or in a gap is said in our own words already, also in the
        # gaps of a follow-up, which has the format of a short answer.
        if self.tutor is not None and outcome.question.is_prose:
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
        wishes = self.course.wishes() if wording else ()
        return self._prepared(self.course.supply.prepare(wishes), self.current)

    def keep_question(self, made: Made) -> None:
        """Put what came of a candidate into the log; an accepted one is asked in its turn."""
        self.course.supply.keep(made)

    def _prepared(
        self, making: Generator[Made, None, None], current: Question | None
    ) -> Generator[Made, None, None]:
        if self.tutor is None:
            return
        with self.tutor.wording():
            if current is not None and current.is_prose:
                self.tutor.prefill(current)
            yield from making

    # -- inside ----------------------------------------------------------------------------------

    def _just_answered(self) -> Outcome | None:
        """Return what became of the current question, if that was answered last."""
        last = self.outcomes[-1] if self.outcomes else None
        if last is None or last.question is not self.current or self._is_open:
            return None
        return last

    def _open_asking(self) -> Asking:
        if self._asking is None or not self._is_open:
            raise RuntimeError("no question is being asked")
        return self._asking

    def _close(self, text: str, answer_id: str, judged: Judged) -> Outcome:
        asking = self._asking
        assert asking is not None  # a question is being answered
        outcome = self._answers.conclude(asking, text, answer_id, judged)
        self._places.append(self.course.position)
        self._is_open = False
        return outcome
