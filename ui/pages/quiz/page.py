"""The quiz page: one question at a time, its verdict, and what to do about either."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from app.content.types import KeyPoint
from app.model.errors import EngineError
from app.quiz.outcome import Outcome
from app.quiz.question import Question
from app.study.errors import StudyLogError
from app.workspace import Workspace
from ui.background import Background
from ui.pages.quiz.bar import SessionBar
from ui.pages.quiz.choosing import ChoosingView
from ui.pages.quiz.foot import VerdictFoot
from ui.pages.quiz.passage import PassagePanel
from ui.pages.quiz.question import QuestionView
from ui.pages.quiz.run import SessionRun
from ui.pages.quiz.summary import SummaryView, next_due
from ui.pages.quiz.trouble import TroubleBanner
from ui.pages.quiz.verdict import VerdictView
from ui.theme import Theme
from ui.widgets.page import Column, vertical
from ui.widgets.progress_bar import ProgressBar
from ui.widgets.text import Text, announce

LOOK_AGAIN = 10_000
"""Milliseconds after which the time that is left is told anew."""

_NO_KEY_POINTS = "There is nothing to ask here: this skill has no key points yet."
_NO_SCENARIOS = "There are no scenarios here. Choose another skill or another kind of answers."


class QuizPage(QWidget):
    """Shows a session as it runs, and passes on what the learner wishes.

    Parameters
    ----------
    background : Background, optional
        Tells whether questions may be prepared; always by default.

    Attributes
    ----------
    run : SessionRun
        The session under way, or the last one.
    done : Signal
        The learner has finished and wants to go back.
    """

    done = Signal()

    def __init__(
        self, workspace: Workspace, theme: Theme, background: Background | None = None
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._wish = ("", "", 0, 0)
        self._question: Question | None = None
        self.run = SessionRun(self._stop_engine, self, background)
        self.bar = SessionBar(theme)
        self.choosing = ChoosingView(workspace, theme)
        self.asking = QuestionView(theme)
        self.waiting = QWidget()
        self.trouble = TroubleBanner(theme)
        self.verdict = VerdictView(theme)
        self.foot = VerdictFoot(theme)
        self.summary = SummaryView(theme)
        self.passage = PassagePanel(theme)
        self.column = Column()
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_AGAIN)
        self._clock.timeout.connect(self._show_position)
        self._assemble(theme)
        self._follow(self.run)
        self._connect(self.run)
        self._show(self.choosing)

    def refresh(self) -> None:
        """Offer what there is to be asked about now."""
        self.choosing.refresh()

    def begin(
        self,
        skill: str = "",
        answer_format: str = "",
        count: int = 0,
        minutes: int = 0,
        *,
        key_points: Sequence[str] = (),
    ) -> None:
        """Start a session over key points, a skill or today's mix; one under way ends.

        It is as long as the settings say where neither ``count`` nor ``minutes`` is given.
        """
        self._wish = (skill, answer_format, count, minutes)
        self.leave()
        self.choosing.say("")
        try:
            session = self._workspace.start_quiz(
                skill or None,
                count=count or None,
                minutes=minutes or None,
                answer_format=answer_format or None,
                key_points=key_points,
            )
        except (StudyLogError, LookupError) as error:
            self.choosing.say(str(error))
            return
        if session.total == 0:
            session.finish()
            self.choosing.say(_NO_SCENARIOS if answer_format == "scenario" else _NO_KEY_POINTS)
            return
        if key_points and session.plan:
            # "Go on": with the skill.
            self._wish = (session.plan[0].skill, answer_format, count, minutes)
        self.run.open(session)

    def leave(self) -> None:
        """End the session under way, if there is one, and offer another."""
        self.run.close()
        self._show(self.choosing)

    # -- showing what the session tells ----------------------------------------------------------

    def _follow(self, run: SessionRun) -> None:
        run.question_asked.connect(self._ask)
        run.grading_begun.connect(self._wait)
        run.grading_stopped.connect(self._go_back_to_answer)
        run.judgement_asked.connect(self._ask_for_judgement)
        run.verdict_given.connect(self._show_verdict)
        run.feedback_changed.connect(self.verdict.change_feedback)
        run.feedback_failed.connect(self.verdict.miss_feedback)
        run.trouble_met.connect(self._show_trouble)
        run.hint_given.connect(self._show_hint)
        run.confidence_changed.connect(self.asking.confidence.tell_level)
        run.ended.connect(self._sum_up)

    def _connect(self, run: SessionRun) -> None:
        self.choosing.start_asked.connect(self.begin)
        self.asking.answered.connect(run.submit)
        self.asking.typed.connect(run.follow_typing)
        self.asking.gaps_filled.connect(run.fill)
        self.asking.option_chosen.connect(run.choose)
        self.asking.confidence_chosen.connect(run.feel)
        self.verdict.judged.connect(run.take_judgement)
        self.foot.rated.connect(run.rate)
        self.foot.next_button.clicked.connect(run.advance)
        self.foot.undo_button.clicked.connect(run.undo)
        self.bar.hint_button.clicked.connect(run.give_hint)
        self.bar.skip_button.clicked.connect(run.skip)
        self.bar.flag_chosen.connect(self._flag)
        self.bar.stop_button.clicked.connect(self._stop)
        self.bar.passage_button.toggled.connect(self._show_passage)
        self.trouble.retry_button.clicked.connect(self._retry)
        self.trouble.judge_button.clicked.connect(self._judge)
        self.summary.more_asked.connect(lambda: self.begin(*self._wish))
        self.summary.passage_asked.connect(self._show_missed)
        self.summary.done_asked.connect(self._finish)

    def _ask(self, question: Question, text: str) -> None:
        session = self.run.session
        if session is None:
            return
        self._question = question
        follow_up = bool(session.follows)
        self._show_position()
        self.bar.allow(skip=True, flag=True, hint=session.has_hint)
        # The passage of the next question would give its answer away.
        self.bar.passage_button.setChecked(False)
        self._show(self.asking)
        why = why_rate_yourself(self._workspace) if session.self_rated else ""
        self.asking.ask(
            question,
            self._skill_name(question),
            rate_yourself=why,
            text=text,
            follow_up=follow_up,
            hints=session.hints,
            confidence=session.confidence,
            # What was read a moment ago tells nothing of how well one knows what one knows.
            ask_confidence=not follow_up and self._workspace.settings.ask_confidence == "on",
        )
        self._show_passage()
        self.column.show_top()
        announce(self, self.asking.spoken())

    def _show_hint(self) -> None:
        session = self.run.session
        if session is not None:
            self.asking.hints.add_hint(session.hints)
            self.bar.hint_button.setEnabled(session.has_hint)

    def _wait(self) -> None:
        self._show(self.asking, self.waiting)
        self.asking.show_waiting()
        self.bar.hint_button.setEnabled(False)

    def _go_back_to_answer(self) -> None:
        if not self.waiting.isVisibleTo(self):
            return  # the session was left meanwhile
        self._show(self.asking)
        self.asking.show_editing(True)
        self.asking.focus_answer()
        session = self.run.session
        self.bar.hint_button.setEnabled(session is not None and session.has_hint)

    def _ask_for_judgement(self, question: Question, text: str) -> None:
        self._show(self.asking, self.verdict)
        self.asking.show_editing(False)
        self.bar.hint_button.setEnabled(False)
        self.verdict.ask_for_judgement(question, text)

    def _show_verdict(self, outcome: Outcome) -> None:
        self._show(self.asking, self.verdict, self.foot)
        self.asking.show_outcome(outcome)
        due = next_due(outcome, self._workspace.log, self._workspace.clock())
        self.verdict.show_outcome(outcome, self.run.said, self.run.sure_from)
        self.foot.show_outcome(outcome, due)
        in_doubt = self.verdict.points.first_in_doubt()
        if in_doubt is not None:
            in_doubt.setFocus()
        self.bar.allow(skip=False, flag=True)

    def _show_trouble(self, error: Exception) -> None:
        if isinstance(error, EngineError):
            self.trouble.show_engine_error(error)
        elif isinstance(error, StudyLogError):
            self.trouble.show_log_error(error)

    def _sum_up(self) -> None:
        session = self.run.session
        if session is not None:
            self._show(self.summary)
            now = self._workspace.clock()
            self.summary.show_summary(session.outcomes, session.log, now)
            _, _, count, minutes = self._wish
            self.summary.offer_more(self._workspace.session_length(count, minutes))
            self.column.show_top()

    # -- what the learner wishes -----------------------------------------------------------------

    def _flag(self, reason: str) -> None:
        answered = self.run.outcome is not None
        self.run.flag(reason)
        if answered:
            self.bar.allow(skip=False, flag=False)

    def _retry(self) -> None:
        self.trouble.hide()
        engine = self._workspace.engine
        if engine is not None and engine.failure is not None:
            engine.start()  # a model that failed to load is left alone until it is asked for
        self.run.retry(self.asking.text())

    def _judge(self) -> None:
        self.run.judge(self.asking.text())

    def _stop(self) -> None:
        if self.waiting.isVisible():
            self.run.work.stop()
        else:
            self.run.close()
            self._sum_up()

    def _finish(self) -> None:
        self.leave()
        self.done.emit()

    def _stop_engine(self) -> None:
        for engine in (self._workspace.engine, self._workspace.server):
            if engine is not None:
                engine.cancel()

    # -- inside ----------------------------------------------------------------------------------

    def _skill_name(self, question: Question) -> str:
        return self._workspace.library.transitions[question.transition].skill(question.skill).lead

    def _show_position(self) -> None:
        session = self.run.session
        if session is None or not self.run.is_open:
            return
        left = session.seconds_left
        if left is not None:
            self.bar.show_time_left(left, session.length.minutes)
            self._clock.start()
        else:
            self.bar.show_position(session.position, session.total, follow_up=bool(session.follows))

    def _show_missed(self, point: KeyPoint) -> None:
        session = self.run.session
        if session is not None:
            self.passage.setVisible(True)
            self.passage.show_point(self._workspace.library, session.transition, point)

    def _show_passage(self) -> None:
        wanted = self.bar.passage_button.isChecked() and self.bar.isVisibleTo(self)
        self.passage.setVisible(wanted)
        if wanted and self._question is not None:
            self.passage.show_passage(self._workspace.library, self._question)

    def _show(self, *parts: QWidget) -> None:
        """Show some parts of the page and put the others away."""
        self.trouble.hide()
        for part in self._parts:
            part.setVisible(part in parts)
        self.bar.setVisible(self.asking in parts)
        if self.asking not in parts:
            self._clock.stop()
        first: dict[QWidget, QWidget] = {
            self.choosing: self.choosing.start_button,
            self.summary: self.summary.done_button,
            self.foot: self.foot.next_button,
        }
        self.setFocusProxy(first.get(parts[-1], self.asking))
        self._show_passage()

    def _assemble(self, theme: Theme) -> None:
        bar = ProgressBar(theme, "Grading")
        waiting = vertical("s", self.waiting)
        waiting.addWidget(bar)
        waiting.addWidget(Text("Grading your answer. It is saved already; Esc stops.", "small"))
        for part in (self.choosing, self.asking, self.trouble, self.waiting, self.verdict):
            self.column.body.addWidget(part)
        self.column.body.addWidget(self.summary)
        self.column.body.addStretch(1)
        self._parts: tuple[QWidget, ...] = (self.choosing, self.asking, self.waiting)
        self._parts += (self.verdict, self.foot, self.summary)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.column)
        splitter.addWidget(self.passage)
        splitter.setSizes([600, 460])
        splitter.setChildrenCollapsible(False)
        layout = vertical("xs", self)
        layout.addWidget(self.bar)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.foot)


def why_rate_yourself(workspace: Workspace) -> str:
    """Return in a line why short answers are rated by the learner."""
    choice = workspace.model_choice()
    if workspace.engine is None:
        reason = choice.reason or "there is no model"
        if workspace.server is not None:
            return "A model server cannot grade, and no model is here: rate yourself"
        return f"{reason[:1].upper()}{reason[1:]}: rate yourself"
    certificate = workspace.certificate()
    if certificate is not None and not certificate.grades:
        return f"{choice.name} is too weak to grade: rate yourself"
    return f"{choice.name} is not measured yet: rate yourself"
