"""The question being asked, and room for the answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.quiz.question import Question
from app.study.records import Format, Hint, Origin
from ui.pages.quiz.help import HintList
from ui.pages.quiz.options import OptionList
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

_LINES = 6


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

    def sizeHint(self) -> QSize:
        """Return room for a few lines."""
        return QSize(400, self.fontMetrics().lineSpacing() * _LINES + 28)

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
    option_chosen : Signal
        Index of an option.
    """

    answered = Signal(str)
    typed = Signal(str)
    option_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.skill = Text(role="tag", wrap=False)
        self.origin = Text("Written by the model", "badge", wrap=False)
        self.origin.setToolTip("The model worded this question; what is asked for is the guide's.")
        self.follow_up = Text("Once more, on what was missed", "badge", wrap=False)
        self.follow_up.setToolTip("A follow-up changes nothing in your schedule.")
        self.question = Text(role="question", selectable=True)
        self.hints = HintList()
        self.rate_yourself = Text(role="small")
        self.edit = AnswerEdit()
        self.options = OptionList()
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
        self.unknown_button.clicked.connect(lambda: self.answered.emit(""))
        self.options.option_chosen.connect(self.option_chosen)
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
        """
        is_choice = question.format is Format.CHOICE
        self.skill.setText(skill)
        self.origin.setVisible(question.origin is Origin.MODEL)
        self.follow_up.setVisible(follow_up)
        self.hints.show_hints(hints)
        self.question.setText(question.text)
        self.rate_yourself.setText(rate_yourself)
        self.submit_button.setText("Show the answer" if rate_yourself else "Submit")
        self.submit_button.setAccessibleName(self.submit_button.text())
        self.edit.setPlainText(text)
        self.show_editing(not is_choice)
        self.options.setVisible(is_choice)
        self.options.show_options(question.options)
        if is_choice:
            self.options.buttons[0].setFocus()
        else:
            self.edit.setFocus()

    def show_editing(self, editing: bool) -> None:
        """Show or put away the room for a written answer."""
        self.edit.setVisible(editing)
        self.edit.setReadOnly(False)
        self._buttons.setVisible(editing)
        self.rate_yourself.setVisible(editing and bool(self.rate_yourself.text()))
        self._allow_submitting()

    def show_waiting(self) -> None:
        """Keep the answer in sight, unchangeable, while it is graded."""
        self.edit.setReadOnly(True)
        self._buttons.hide()

    def _submit(self) -> None:
        text = self.edit.toPlainText().strip()
        if text and not self.edit.isReadOnly():
            self.answered.emit(text)

    def _take_text(self) -> None:
        self._allow_submitting()
        self.typed.emit(self.edit.toPlainText().strip())

    def _allow_submitting(self) -> None:
        self.submit_button.setEnabled(bool(self.edit.toPlainText().strip()))

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
        layout.addWidget(self.question)
        layout.addWidget(self.hints)
        layout.addSpacing(4)
        layout.addWidget(self.rate_yourself)
        layout.addWidget(self.edit)
        layout.addWidget(self.options)
        layout.addWidget(self._buttons)
