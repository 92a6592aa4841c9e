"""The verdict: what the answer covered, and what is said about it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.errors import EngineError
from app.quiz.outcome import Outcome
from app.quiz.question import Question
from app.quiz.speech import Speech
from app.study.records import Format, Judgement, PointVerdict, Verdict
from ui import words
from ui.pages.quiz.confidence import confidence_note
from ui.pages.quiz.feedback import FeedbackText
from ui.pages.quiz.gap_notes import gap_notes
from ui.pages.quiz.given import GivenAnswer
from ui.pages.quiz.points import Finding, PointList
from ui.pages.quiz.sureness import certainty, unsure_points
from ui.theme import Theme
from ui.widgets.page import horizontal, panel, vertical
from ui.widgets.text import Text, announce


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
        self.unread = Text(role="small")
        self.gap_notes = Text(role="small")
        self.confidence = Text(role="small")
        self.points = PointList(theme)
        self.points.judged.connect(self.judged)
        self.points.pointed_to.connect(self.given.point_to)
        self.feedback_mark = Text("Written by the model", "badge", wrap=False)
        self.feedback = FeedbackText(theme)
        self.feedback_missing = Text(role="small")
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

    def show_outcome(self, outcome: Outcome, speech: Speech, sure_from: float) -> None:
        """Show a verdict, with what the model has said about it so far.

        Parameters
        ----------
        sure_from : float
            Confidence from which the grader is believed; below it, the learner is asked.
        """
        verdict = outcome.verdict
        is_choice = outcome.question.format is Format.CHOICE
        unsure = unsure_points(verdict, sure_from)
        self._show_headline(verdict, unsure)
        # What was filled in stands in its sentence, above.
        self.given.setVisible(not is_choice and not outcome.filled)
        self.given.show_answer(outcome.text, verdict.points)
        self.unread.setText(outcome.unread_notice)
        self.unread.setVisible(outcome.unread > 0)
        _show_if_any(self.gap_notes, "\n".join(gap_notes(outcome.filled)))
        _show_if_any(self.confidence, confidence_note(outcome.confidence, right=outcome.right))
        findings = {
            point.key_point: _finding(point, outcome.text, unsure) for point in verdict.points
        }
        self.points.show()
        self.points.show_points(outcome.question.key_points, findings, claims=not is_choice)
        self.model_answer.setText(outcome.question.model_answer)
        all_covered = all(point.judgement is Judgement.COVERED for point in verdict.points)
        # The right option stands there already.
        self._answer_area.setVisible(not (all_covered and not unsure) and not is_choice)
        self.feedback_missing.hide()
        self._show_speech(speech)
        self._announce(outcome, findings)

    def ask_for_judgement(self, question: Question, text: str) -> None:
        """Show what a good answer says, for the learner to compare."""
        self.headline.setText("Compare, and judge for yourself")
        self.headline.set_tone("")
        self.certainty.setText("Does your answer say this? Keys 1 to 4 choose.")
        self.certainty.show()
        self.gap_notes.hide()
        self.confidence.hide()
        self.given.show()
        self.given.show_answer(text)
        self.unread.hide()
        self.points.show()
        self.points.show_points(question.key_points, {}, keys=True)
        self.model_answer.setText(question.model_answer)
        self._answer_area.show()
        self._feedback_area.hide()
        self.feedback_missing.hide()
        first = next(iter(self.points.rows.values()))
        first.segments.button(Judgement.COVERED).setFocus()

    def change_feedback(self, speech: Speech) -> None:
        """Show what the model has said by now, and announce what is kept since the last time."""
        known = self.feedback.speech.kept
        self._show_speech(speech)
        if len(speech.kept) > len(known):
            announce(self, speech.kept[len(known) :].strip())

    def miss_feedback(self, error: EngineError) -> None:
        """Say why the model had nothing to say, or nothing more."""
        more = "more " if self.feedback.speech.kept else ""
        text = f"No {more}words of the model on this answer. {error.title}."
        self.feedback_missing.setText(text)
        self.feedback_missing.show()
        announce(self, text)

    def _show_speech(self, speech: Speech) -> None:
        self.feedback.show_speech(speech)
        self._feedback_area.setVisible(speech != Speech())

    def _show_headline(self, verdict: Verdict, unsure: frozenset[str]) -> None:
        texts = ((0.999, "Covered", "good"), (0.001, "Partly covered", "warm"))
        wrong = any(point.judgement is Judgement.CONTRADICTED for point in verdict.points)
        text, tone = next(
            ((said, tone) for least, said, tone in texts if verdict.score >= least),
            ("Not right" if wrong else "Not there yet", "bad"),
        )
        count = len(verdict.points)
        share = f"  ·  {words.percent(verdict.score)}" if count > 1 or tone == "warm" else ""
        if unsure:
            # A guess in green or red would be believed, and so would a share of guesses.
            text, tone, share = "Unsure: you decide", "", ""
        self.headline.setText(f"{text}{share}")
        self.headline.set_tone(tone)
        said = certainty(verdict, unsure)
        self.certainty.setText(said)
        self.certainty.setVisible(bool(said))

    def _announce(self, outcome: Outcome, findings: Mapping[str, Finding]) -> None:
        found = ((point.topic, findings[point.id]) for point in outcome.question.key_points)
        points = "; ".join(
            f"{topic}: {each.judgement if each.doubt is None else 'unsure'}"
            for topic, each in found
        )
        said = (
            self.headline.text(),
            points,
            self.gap_notes.text(),
            self.confidence.text(),
            outcome.unread_notice,
        )
        announce(self, ". ".join(each for each in said if each))

    def _assemble(self) -> None:
        heading = vertical("xs")
        heading.addWidget(self.headline)
        heading.addWidget(self.certainty)
        heading.addWidget(self.confidence)
        answer = vertical("xs")
        answer.addWidget(self.given)
        answer.addWidget(self.unread)
        answer.addWidget(self.gap_notes)
        layout = vertical("l", self)
        layout.addLayout(heading)
        layout.addLayout(answer)
        layout.addWidget(self.points)
        layout.addWidget(self._feedback_area)
        layout.addWidget(self.feedback_missing)
        layout.addWidget(self._answer_area)


def _show_if_any(label: Text, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _finding(point: PointVerdict, text: str, unsure: frozenset[str]) -> Finding:
    said = tuple(text[span.start : span.end] for span in point.evidence)
    doubt = point.confidence if point.key_point in unsure else None
    return Finding(point.judgement, doubt, said)
