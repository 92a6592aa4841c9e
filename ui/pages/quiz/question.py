"""The question being asked, and room for the answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.quiz.gaps.gap import split
from app.quiz.length import SECONDS_PER_POINT
from app.quiz.outcome import Outcome
from app.quiz.question import Question
from app.study.records import Confidence, Format, Hint
from ui import words
from ui.pages.quiz.confidence import ConfidenceRow
from ui.pages.quiz.gaps import GapSentence
from ui.pages.quiz.help import HintList
from ui.pages.quiz.options import OptionList
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.origin import question_mark
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

_LINES = 6
_SCENARIO_LINES = 11


class AnswerEdit(QPlainTextEdit):
    """Room to write an answer.

    Attributes
    ----------
    submitted : Signal
        The learner pressed Ctrl+Enter.
    """

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "answer")
        self.setAccessibleName("Your answer")
        self.setPlaceholderText("Answer in your own words")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines = _LINES

    def give_room(self, lines: int) -> None:
        """Make room for so many lines."""
        self._lines = lines
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for some lines."""
        return QSize(400, self.fontMetrics().lineSpacing() * self._lines + 28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Enter for the end of the answer."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)


class QuestionView(QWidget):
    """Shows a question and takes the answer.

    Attributes
    ----------
    answered : Signal
        Text of a short answer; empty where the learner does not know.
    typed : Signal
        The answer as it stands after a key.
    gaps_filled : Signal
        What was typed into each gap, a list of str; all empty where the learner does not know.
    option_chosen : Signal
        Index of an option.
    confidence_chosen : Signal
        How sure the learner is, a :class:`Confidence`.
    """

    answered = Signal(str)
    typed = Signal(str)
    gaps_filled = Signal(list)
    option_chosen = Signal(int)
    confidence_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.skill = Text(role="tag", wrap=False)
        self.origin = Text(role="badge", wrap=False)
        self.follow_up = Text("Once more, on what was missed", "badge", wrap=False)
        self.follow_up.setToolTip("A follow-up changes nothing in your schedule.")
        self.kind = Text(role="overline")
        self.question = Text(role="question", selectable=True)
        self.gaps = GapSentence(theme)
        self.allowance = Text(role="small")
        self.hints = HintList()
        self.rate_yourself = Text(role="small")
        self.edit = AnswerEdit()
        self.options = OptionList()
        self.confidence = ConfidenceRow(theme)
        self._question: Question | None = None
        self._asks_confidence = False
        self.submit_button = Button(
            "Submit", theme, role="primary", keys="Ctrl+Return", hint="Submit the answer"
        )
        self.unknown_button = Button(
            "I don't know", theme, role="quiet", hint="Submit without an answer"
        )
        self._buttons = QWidget()
        self.edit.submitted.connect(self._submit)
        self.edit.textChanged.connect(self._take_text)
        self.submit_button.clicked.connect(self._submit)
        self.unknown_button.clicked.connect(self._give_up)
        self.options.option_chosen.connect(self.option_chosen)
        self.gaps.typed.connect(self._allow_submitting)
        self.gaps.submitted.connect(self._submit)
        self.confidence.chosen.connect(self.confidence_chosen)
        self._assemble()

    def ask(
        self,
        question: Question,
        skill: str,
        *,
        rate_yourself: str = "",
        text: str = "",
        follow_up: bool = False,
        hints: Sequence[Hint] = (),
        confidence: Confidence | None = None,
        ask_confidence: bool = False,
    ) -> None:
        """Show a question.

        Parameters
        ----------
        rate_yourself : str
            Why the learner is to rate a short answer; nothing where a model grades it.
        text : str
            What was typed before.
        follow_up : bool
            Whether it follows up a question that was just answered.
        hints : sequence of Hint
            Those that were given before.
        confidence : Confidence or None
            What was said of it before.
        ask_confidence : bool
            Whether to offer to say how sure one is.
        """
        self._question = question
        self._asks_confidence = ask_confidence
        is_choice = question.format is Format.CHOICE
        self.skill.setText(skill)
        mark, meaning = question_mark(question)
        self.origin.setText(mark)
        self.origin.setToolTip(meaning)
        self.origin.setVisible(bool(mark))
        self.follow_up.setVisible(follow_up)
        self.hints.show_hints(hints)
        self._show_words(question, text)
        self.rate_yourself.setText(rate_yourself)
        self.submit_button.setText("Show the answer" if rate_yourself else "Submit")
        self.submit_button.setAccessibleName(self.submit_button.text())
        self.edit.setPlainText("" if question.gaps else text)
        self.confidence.show_level(confidence)
        self.show_editing(not is_choice)
        self.confidence.setVisible(ask_confidence)
        self.options.setVisible(is_choice)
        self.options.show_options(question.options)
        self.focus_answer()

    def focus_answer(self) -> None:
        """Set the focus to where the answer is given."""
        if self._question is not None and self._question.gaps:
            self.gaps.focus_first()
        elif self.options.buttons:
            self.options.buttons[0].setFocus()
        else:
            self.edit.setFocus()

    def text(self) -> str:
        """Return what is written by now."""
        return self.edit.toPlainText().strip()

    def spoken(self) -> str:
        """Return the question as it is read out."""
        if self._question is None or not self._question.gaps:
            return self.question.text()
        return f"{self.kind.text()}. {self.gaps.text()}"

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what was right where the answer was given, which cannot be changed any more."""
        self.show_editing(False)
        if outcome.chosen is not None:
            self.options.show_outcome(outcome.chosen)
        if outcome.filled:
            self.gaps.show_outcome(outcome.filled)

    def show_editing(self, editing: bool) -> None:
        """Show or put away the room for a written answer."""
        has_gaps = self._question is not None and bool(self._question.gaps)
        self.edit.setVisible(editing and not has_gaps)
        self.edit.setReadOnly(False)
        self.gaps.allow_typing(editing)
        self.confidence.setVisible(editing and self._asks_confidence)
        self._buttons.setVisible(editing)
        self.rate_yourself.setVisible(editing and bool(self.rate_yourself.text()))
        self._allow_submitting()

    def show_waiting(self) -> None:
        """Keep the answer in sight, unchangeable, while it is graded."""
        self.edit.setReadOnly(True)
        self.confidence.hide()
        self._buttons.hide()

    def _show_words(self, question: Question, text: str) -> None:
        self.kind.setText(kind_words(question))
        self.kind.setVisible(bool(self.kind.text()))
        has_gaps = bool(question.gaps)
        self.question.setText(question.text)
        self.question.setVisible(not has_gaps)
        self.gaps.setVisible(has_gaps)
        self.gaps.ask(
            question.text if has_gaps else "", question.gaps, split(text, len(question.gaps))
        )
        is_scenario = question.format is Format.SCENARIO
        self.edit.give_room(_SCENARIO_LINES if is_scenario else _LINES)
        self.allowance.setVisible(is_scenario)
        self.allowance.setText(allowance_words(len(question.key_points)))

    def _give_up(self) -> None:
        if self._question is not None and self._question.gaps:
            self.gaps_filled.emit([""] * len(self._question.gaps))
        else:
            self.answered.emit("")

    def _submit(self) -> None:
        if self._question is not None and self._question.gaps:
            if self.gaps.is_filled() and self._buttons.isVisibleTo(self):
                self.gaps_filled.emit(self.gaps.texts())
            return
        text = self.text()
        if text and not self.edit.isReadOnly():
            self.answered.emit(text)

    def _take_text(self) -> None:
        self._allow_submitting()
        self.typed.emit(self.edit.toPlainText().strip())

    def _allow_submitting(self) -> None:
        self.submit_button.setEnabled(bool(self.text()) or self.gaps.is_filled())

    def _assemble(self) -> None:
        tags = horizontal("s")
        tags.addWidget(self.skill)
        tags.addWidget(self.origin)
        tags.addWidget(self.follow_up)
        tags.addStretch(1)
        row = horizontal("s", self._buttons)
        row.addWidget(self.submit_button)
        row.addWidget(self.unknown_button)
        row.addStretch(1)
        layout = vertical("m", self)
        layout.addLayout(tags)
        layout.addWidget(self.kind)
        layout.addWidget(self.question)
        layout.addWidget(self.gaps)
        layout.addWidget(self.allowance)
        layout.addWidget(self.hints)
        layout.addSpacing(4)
        layout.addWidget(self.rate_yourself)
        layout.addWidget(self.edit)
        layout.addWidget(self.options)
        layout.addWidget(self.confidence)
        layout.addWidget(self._buttons)


def kind_words(question: Question) -> str:
    """Return what kind of question it is, where that cannot be seen at a glance."""
    if question.gaps:
        return f"Fill in what is left out: {question.key_points[0].topic}"
    return "Scenario" if question.format is Format.SCENARIO else ""


def allowance_words(points: int) -> str:
    """Return how much an open problem asks for and how long it may take."""
    minutes = words.duration(points * SECONDS_PER_POINT)
    return f"{points} key points are asked for. Allow yourself about {minutes}."
