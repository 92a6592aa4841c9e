"""A session as it runs: the core's quiz session and the engine's work for it, without widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fsrs import Rating
from PySide6.QtCore import QObject, Signal

from app.model.background import in_background
from app.model.errors import EngineError
from app.quiz.asking.types import Accepted, Refused
from app.quiz.outcome import Grading, Outcome
from app.quiz.question import Question
from app.quiz.session import QuizSession
from app.quiz.speech import Speech
from app.study.errors import StudyLogError
from app.study.records import Confidence, Format, Judgement
from ui.background import Background, Kind
from ui.engine_work import EngineWork
from ui.pages.quiz.ahead import ReadingAhead


class SessionRun(QObject):
    """Carries the learner's wishes to the session and tells what came of them.

    Parameters
    ----------
    background : Background, optional
        Tells whether questions may be prepared, and is told when they are; always by default.

    Attributes
    ----------
    session : QuizSession or None
        What decides everything; None before the first one.
    work : EngineWork
        What the engine does for the session; stopping it stops waiting for a verdict.
    outcome : Outcome or None
        The verdict on the question that is shown; None before there is one.
    question_asked : Signal
        A question, and the text that was typed for it before.
    grading_begun, grading_stopped : Signal
        The engine is at work; it was told to stop and the answer can be changed.
    judgement_asked : Signal
        A question and an answer that the learner is to judge.
    verdict_given : Signal
        An outcome, new or changed.
    feedback_changed : Signal
        What the model has said by now, a Speech.
    feedback_failed : Signal
        The EngineError that kept the model from saying anything, or anything more.
    trouble_met : Signal
        An EngineError or StudyLogError; :meth:`retry` does again what failed.
    hint_given : Signal
        A Hint on the current question; the session has all of them.
    confidence_changed : Signal
        How sure the learner says they are, a Confidence or None.
    ended : Signal
        There is nothing more to ask.
    opened, closed : Signal
        The session is about to ask its first question; it asks no more.
    """

    opened = Signal()
    closed = Signal()
    question_asked = Signal(object, str)
    grading_begun = Signal()
    grading_stopped = Signal()
    judgement_asked = Signal(object, str)
    verdict_given = Signal(object)
    feedback_changed = Signal(object)
    feedback_failed = Signal(object)
    trouble_met = Signal(object)
    hint_given = Signal(object)
    confidence_changed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        stop_engine: Callable[[], object],
        parent: QObject,
        background: Background | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._preparing: object = None
        if background is not None:
            background.permission_changed.connect(self._follow_permission)
        self.session: QuizSession | None = None
        self.outcome: Outcome | None = None
        self.work = EngineWork(stop_engine, self)
        self._ahead = ReadingAhead(self)
        self._answer = ""
        self._judged: dict[str, Judgement] = {}
        self._said = Speech()
        self._again: Callable[[], object] | None = None

    def open(self, session: QuizSession) -> None:
        """Begin a session with its first question; one under way ends."""
        self.close()
        self.session = session
        self.opened.emit()
        self.advance()

    @property
    def is_open(self) -> bool:
        """Whether there is a session with something left to ask."""
        return self.session is not None and self.session.current is not None

    @property
    def sure_from(self) -> float:
        """Confidence in [0, 1] from which a verdict is to be believed."""
        tutor = self.session.tutor if self.session is not None else None
        return tutor.sure_from if tutor is not None else 0.0

    @property
    def said(self) -> Speech:
        """What the model has said about the answer so far."""
        return self._said

    def advance(self) -> None:
        """Go on to the next question."""
        self.work.stop()
        with self._or_trouble(self.advance):
            question = self._open.advance()
            self._forget()
            if question is None:
                self.ended.emit()
                self.closed.emit()
            else:
                self._ask(question, "")

    def follow_typing(self, text: str) -> None:
        """Have a short answer read while it is typed."""
        self._ahead.follow(text)

    def submit(self, text: str) -> None:
        """Take a short answer: it is in the log before anything else happens."""
        self._ahead.pause()
        self._answer = text
        question = self._open.current
        if question is not None and question.blanks:
            with self._or_trouble(lambda: self.submit(text)):
                self._tell(self._open.fill_gaps(text))
            return
        if self._open.self_rated:
            self.judge(text)
            return
        with self._or_trouble(lambda: self.submit(text)):
            self._grade(self._open.submit(text))

    def give_hint(self) -> None:
        """Give the next hint on the question, if it is not answered yet and there is one."""
        if self.outcome is None and self.is_open:
            hint = self._open.hint()
            if hint is not None:
                self.hint_given.emit(hint)

    def feel(self, confidence: Confidence) -> None:
        """Take how sure the learner is, if the question is not answered yet."""
        if self.outcome is None and self.is_open:
            self.confidence_changed.emit(self._open.feel(confidence))

    def fill(self, typed: list[str]) -> None:
        """Take what was typed into each gap."""
        if self.outcome is None:
            with self._or_trouble(lambda: self.fill(typed)):
                self._tell(self._open.fill(typed))

    def choose(self, index: int) -> None:
        """Take an option."""
        if self.outcome is None:
            with self._or_trouble(lambda: self.choose(index)):
                self._tell(self._open.choose(index))

    def judge(self, text: str) -> None:
        """Let the learner compare an answer with the key points."""
        self.work.stop()
        self._ahead.pause()
        self._answer = text
        self._judged = {}
        with self._or_trouble(lambda: self.judge(text)):
            # In the log before the solution is seen.
            self._open.record(text)
            if self._open.current is not None:
                self.judgement_asked.emit(self._open.current, text)

    def take_judgement(self, key_point: str, value: str) -> None:
        """Take the learner's judgement of a key point, before a verdict or against it."""
        self._judged[key_point] = Judgement(value)
        question = self._open.current
        with self._or_trouble(lambda: self.take_judgement(key_point, value)):
            if self.outcome is not None:
                changed = {key_point: Judgement(value)}
                self._tell(self._open.overrule(self.outcome, changed))
            elif question is not None and len(self._judged) == len(question.key_points):
                self._tell(self._open.rate_self(self._answer, self._judged))

    def rate(self, rating: Rating) -> None:
        """Take the learner's rating in place of that which followed from the verdict."""
        with self._or_trouble(lambda: self.rate(rating)):
            for point in self.outcome.question.key_points if self.outcome is not None else ():
                if self.outcome is not None:
                    self.outcome = self._open.rerate(self.outcome, point.id, rating)
            if self.outcome is not None:
                self._tell(self.outcome)

    def undo(self) -> None:
        """Take back what was done last: a correction, or the answer, which is then asked again."""
        self.work.stop()
        with self._or_trouble(self.undo):
            outcome = self._open.undo()
            if outcome is None:
                return
            if any(outcome is each for each in self._open.outcomes):
                self._tell(outcome)
                return
            self._forget()
            is_typed = outcome.question.format is not Format.CHOICE
            self._ask(outcome.question, outcome.text if is_typed else "")

    def skip(self) -> None:
        """Leave the question out for now."""
        if self.outcome is None:
            with self._or_trouble(self.skip):
                self._open.skip()
                self.advance()

    def flag(self, reason: str) -> None:
        """Put the question out of use; one that is not answered yet makes room for the next."""
        with self._or_trouble(lambda: self.flag(reason)):
            self._open.flag(reason, self.outcome)
            if self.outcome is None:
                self.advance()

    def close(self) -> None:
        """End the session under way, if there is one; the log has everything already."""
        self.work.stop()
        self._ahead.begin(None)
        if self.session is not None:
            was_open = self.is_open
            with self._or_trouble(self.close):
                self.session.finish()
            if was_open:
                self.closed.emit()

    def retry(self, text: str = "") -> None:
        """Do again what failed last; with the answer as it stands now, if that was changed."""
        self._answer = text or self._answer
        again, self._again = self._again, None
        if again is not None:
            again()

    # -- inside ----------------------------------------------------------------------------------

    @property
    def _open(self) -> QuizSession:
        if self.session is None:
            raise RuntimeError("no session was opened")
        return self.session

    @contextmanager
    def _or_trouble(self, again: Callable[[], object]) -> Iterator[None]:
        """Tell of what keeps the log from being written; ``again`` is what :meth:`retry` calls."""
        try:
            yield
        except StudyLogError as error:
            self._again = again
            self.trouble_met.emit(error)

    def _forget(self) -> None:
        self._ahead.begin(None)
        self.outcome = None
        self._answer = ""
        self._said = Speech()
        self._judged = {}

    def _ask(self, question: Question, text: str) -> None:
        tutor = self._open.tutor
        if tutor is not None and question.is_prose and not self._open.self_rated:
            self._ahead.begin(lambda typed: tutor.prefill(question, typed))
        self.question_asked.emit(question, text)
        # What to prepare is read from the log here; the other thread only asks the engine.
        wording = tutor is not None and (self._background is None or self._background.may_run())
        preparation = self._open.preparation(wording=wording)
        self.work.start(
            lambda: preparation,
            # What is read ahead for the learner goes on.
            stop_now=in_background(tutor.engine).cancel if tutor is not None else None,
            when_drawn=True,
            on_item=self._keep_question,
            on_finished=lambda: self._end_preparing(preparation),
            on_failed=lambda error: self._fail_preparing(preparation, error),
            on_cancelled=lambda: self._end_preparing(preparation),
        )
        self._note_preparing(preparation if wording else None)

    def _note_preparing(self, preparation: object) -> None:
        self._preparing = preparation
        if self._background is not None:
            title = "Preparing questions" if preparation is not None else ""
            self._background.note(Kind.QUESTIONS, title)

    def _end_preparing(self, preparation: object) -> None:
        # The end of one that was stopped may come after the beginning of the next.
        if self._preparing is preparation:
            self._note_preparing(None)

    def _fail_preparing(self, preparation: object, error: Exception) -> None:
        self._end_preparing(preparation)
        _expect_engine_error(error)

    def _follow_permission(self) -> None:
        if (
            self._preparing is not None
            and self._background is not None
            and not self._background.may_run()
        ):
            self.work.stop()

    def _keep_question(self, made: object) -> None:
        if isinstance(made, Accepted | Refused):
            with self._or_trouble(lambda: self._keep_question(made)):
                self._open.keep_question(made)

    def _grade(self, grading: Grading) -> None:
        self.grading_begun.emit()
        # What follows is no background work, and not to be stopped as such.
        self._note_preparing(None)
        self.work.start(
            grading.run,
            on_finished=lambda: self._conclude(grading),
            on_failed=self._fail,
            on_cancelled=self.grading_stopped.emit,
        )

    def _conclude(self, grading: Grading) -> None:
        with self._or_trouble(lambda: self._conclude(grading)):
            outcome = self._open.conclude(grading)
            self._tell(outcome)
            feedback = self._open.feedback(outcome)
            self.work.start(
                lambda: feedback,
                when_drawn=True,
                on_item=self._change_feedback,
                on_finished=lambda: self._keep_feedback(outcome),
                on_failed=lambda error: self._miss_feedback(outcome, error),
            )

    def _fail(self, error: Exception) -> None:
        self.grading_stopped.emit()
        if not isinstance(error, EngineError):
            raise error
        self._again = lambda: self.submit(self._answer)
        self.trouble_met.emit(error)

    def _tell(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.verdict_given.emit(outcome)

    def _change_feedback(self, speech: object) -> None:
        if isinstance(speech, Speech):
            self._said = speech
            self.feedback_changed.emit(speech)

    def _miss_feedback(self, outcome: Outcome, error: Exception) -> None:
        _expect_engine_error(error)
        self.feedback_failed.emit(error)
        # What passed the checks before that is shown, and stays.
        self._keep_feedback(outcome)

    def _keep_feedback(self, outcome: Outcome) -> None:
        with self._or_trouble(lambda: self._keep_feedback(outcome)):
            self._open.keep_feedback(outcome, self._said)


def _expect_engine_error(error: Exception) -> None:
    """Let go of an engine's failure in work that nobody waits for; it shows when it matters."""
    if not isinstance(error, EngineError):
        raise error
