"""The verdict: what the answer covered, and what is said about it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.quiz.outcome import Outcome
from app.quiz.question import Question
from app.study.records import Format, Grader, Judgement, Verdict
from ui import words
from ui.pages.quiz.given import GivenAnswer
from ui.pages.quiz.points import PointList
from ui.theme import Theme
from ui.widgets.page import horizontal, panel, vertical
from ui.widgets.text import Text, announce

SURE, FAIRLY_SURE = 0.85, 0.65


class VerdictView(QWidget):
    """Shows an outcome, or asks the learner to judge an answer that nobody graded.

    Attributes
    ----------
    judged : Signal
        Id of a key point and the judgement that the learner gave it.
    """

    judged = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.headline = Text(role="heading")
        self.certainty = Text(role="small")
        self.given = GivenAnswer(theme)
        self.points = PointList(theme)
        self.points.judged.connect(self.judged)
        self.feedback_mark = Text("Written by the model", "badge", wrap=False)
        self.feedback = Text(selectable=True)
        self._feedback_area, area = panel()
        mark_row = horizontal("s")
        mark_row.addWidget(self.feedback_mark)
        mark_row.addStretch(1)
        area.addWidget(self.feedback)
        area.addLayout(mark_row)
        self._answer_area, answer_area = panel()
        answer_area.addWidget(Text("A good answer", "overline"))
        self.model_answer = Text(selectable=True)
        answer_area.addWidget(self.model_answer)
        self._assemble()

    def show_outcome(self, outcome: Outcome, feedback: str) -> None:
        """Show a verdict, with what the model has said about it so far."""
        verdict = outcome.verdict
        is_choice = outcome.question.format is Format.CHOICE
        judgements = {point.key_point: point.judgement for point in verdict.points}
        self._show_headline(verdict)
        self.given.setVisible(not is_choice)
        self.given.show_answer(
            outcome.text, [span for point in verdict.points for span in point.evidence]
        )
        self.points.show()
        self.points.show_points(outcome.question.key_points, judgements, claims=not is_choice)
        self.model_answer.setText(outcome.question.model_answer)
        all_covered = all(each is Judgement.COVERED for each in judgements.values())
        all_covered = all_covered and not _is_unsure(verdict)
        # The right option stands there already.
        self._answer_area.setVisible(not all_covered and not is_choice)
        self.feedback.setText(feedback)
        self._feedback_area.setVisible(bool(feedback))
        self._announce(outcome, judgements)

    def ask_for_judgement(self, question: Question, text: str) -> None:
        """Show what a good answer says, for the learner to compare."""
        self.headline.setText("Compare, and judge for yourself")
        self.headline.set_tone("")
        self.certainty.setText("Does your answer say this? Keys 1 to 4 choose.")
        self.certainty.show()
        self.given.show()
        self.given.show_answer(text)
        self.points.show()
        self.points.show_points(question.key_points, {}, keys=True)
        self.model_answer.setText(question.model_answer)
        self._answer_area.show()
        self._feedback_area.hide()
        first = next(iter(self.points.rows.values()))
        first.segments.button(Judgement.COVERED).setFocus()

    def add_feedback(self, piece: str) -> None:
        """Show some more words of the model."""
        self.feedback.setText(self.feedback.text() + piece)
        self._feedback_area.show()

    def _show_headline(self, verdict: Verdict) -> None:
        texts = ((0.999, "Covered", "good"), (0.001, "Partly covered", "warm"))
        wrong = any(point.judgement is Judgement.CONTRADICTED for point in verdict.points)
        text, tone = next(
            ((said, tone) for least, said, tone in texts if verdict.score >= least),
            ("Not right" if wrong else "Not there yet", "bad"),
        )
        if _is_unsure(verdict):
            # A guess in green or red would be believed; the guess is marked on the key point.
            text, tone = "Unsure: you decide", ""
        count = len(verdict.points)
        share = f"  ·  {words.percent(verdict.score)}" if count > 1 or tone == "warm" else ""
        self.headline.setText(f"{text}{share}")
        self.headline.set_tone(tone)
        said = _certainty(verdict)
        self.certainty.setText(said)
        self.certainty.setVisible(bool(said))

    def _announce(self, outcome: Outcome, judgements: Mapping[str, Judgement]) -> None:
        points = "; ".join(
            f"{point.topic}: {judgements[point.id]}" for point in outcome.question.key_points
        )
        announce(self, f"{self.headline.text()}. {points}")

    def _assemble(self) -> None:
        heading = vertical("xs")
        heading.addWidget(self.headline)
        heading.addWidget(self.certainty)
        layout = vertical("l", self)
        layout.addLayout(heading)
        layout.addWidget(self.given)
        layout.addWidget(self.points)
        layout.addWidget(self._feedback_area)
        layout.addWidget(self._answer_area)


def _is_unsure(verdict: Verdict) -> bool:
    return verdict.grader is Grader.ENGINE and verdict.confidence < FAIRLY_SURE


def _certainty(verdict: Verdict) -> str:
    if verdict.grader is Grader.LEARNER:
        return "Your own judgement"
    if verdict.model is None:
        return ""
    share = words.percent(verdict.confidence)
    if verdict.confidence >= SURE:
        return f"The grader is sure ({share}). You may overrule it."
    if verdict.confidence >= FAIRLY_SURE:
        return f"The grader is fairly sure ({share}). Overrule it where it is wrong."
    return f"The grader is unsure ({share}). Compare with the good answer, and judge for yourself."
