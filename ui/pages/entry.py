"""One answer of the study log with everything that is known about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QWidget

from app.content.library import Library
from app.study.records import LogEntry, Origin
from ui import words
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.origin import claim_mark, is_own
from ui.widgets.page import Column, horizontal, vertical
from ui.widgets.roles import set_role
from ui.widgets.text import Text


def mark_of(entry: LogEntry) -> tuple[str, str]:
    """Return a verdict in a word or two, and the tone that it is written in."""
    score = entry.score
    if score is None:
        return "not graded", "muted"
    text, tone = "Partly", "warm"
    if score >= 0.999:
        text, tone = "Covered", "good"
    elif score <= 0.001:
        text, tone = "Missed", "bad"
    return (f"{text}, overruled" if entry.overruled else text), tone


class EntryDialog(QDialog):
    """Shows an answer: question, words, verdict per key point, rating, feedback."""

    def __init__(self, entry: LogEntry, library: Library, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("From the study log")
        self.resize(640, 560)
        column = Column()
        # There is nothing else in it that could have the focus, and it may be long.
        column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.setAccessibleName("Answer from the study log")
        set_role(column, QAccessible.Role.Document)
        FocusRing(column, theme)
        layout = vertical("s", self)
        layout.addWidget(column, 1)
        foot = horizontal("s")
        foot.setContentsMargins(SPACE["xl"], 0, SPACE["xl"], SPACE["l"])
        close = Button("Close", theme, role="primary")
        close.clicked.connect(self.accept)
        foot.addStretch(1)
        foot.addWidget(close)
        layout.addLayout(foot)
        for text, role in self._lines(entry, library):
            column.body.addWidget(Text(text, role, selectable=True))
        column.body.addStretch(1)

    @staticmethod
    def _lines(entry: LogEntry, library: Library) -> list[tuple[str, str]]:
        answer = entry.answer
        own = is_own(library.transitions.get(answer.transition), answer.skill)
        by = "from your file" if own else "from the guide"
        by = "worded by the model" if answer.origin is Origin.MODEL else by
        when = f"{entry.at:%d %B %Y, %H:%M}, after {words.duration(answer.seconds)}; {by}"
        lines = [
            (answer.question, "heading"),
            (when + ("; flagged" if entry.flagged else ""), "small"),
            ("Your answer", "overline"),
            (answer.text or "No answer", ""),
            ("Verdict", "overline"),
        ]
        for key_point, judgement in entry.judgements.items():
            point = library.key_point(answer.transition, key_point)
            claim = point.claim if point is not None else key_point
            lines.append((f"{judgement.value.capitalize()}: {claim}", ""))
            if point is not None and claim_mark(point):
                lines.append((claim_mark(point), "small"))
        if not entry.judgements:
            lines.append(("Not graded", ""))
        verdict = entry.verdict
        if verdict is not None:
            grader = verdict.model or f"the {verdict.grader.value}".replace("the learner", "you")
            said = f"Graded by {grader}, sure to {words.percent(verdict.confidence)}"
            lines.append((said + ("; overruled by you" if entry.overruled else ""), "small"))
        if answer.hints:
            lines.append((f"With {words.count(len(answer.hints), 'hint')}", "small"))
        if answer.follows:
            lines.append(("A follow-up, which changes no schedule", "small"))
        if entry.ratings:
            rated = ", ".join(sorted({rating.name for rating in entry.ratings.values()}))
            lines.append((f"Rated {rated}", "small"))
        if entry.feedback is not None:
            lines += [("Feedback", "overline"), (entry.feedback.text, "")]
        return lines
