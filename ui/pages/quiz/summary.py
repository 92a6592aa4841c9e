"""After a session: what was learned, what comes back and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fsrs import Rating
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.quiz.outcome import Outcome
from app.study.log import StudyLog
from ui import words
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import add_shown, clear, horizontal, vertical
from ui.widgets.picture import Picture
from ui.widgets.text import Text

_ICONS = {
    Rating.Again: ("missed", "bad"),
    Rating.Hard: ("partly", "warm"),
    Rating.Good: ("covered", "good"),
    Rating.Easy: ("covered", "good"),
}


class SummaryView(QWidget):
    """Sums a session up.

    Attributes
    ----------
    more_asked, done_asked : Signal
        The learner wants another session, or back to Today.
    """

    more_asked = Signal()
    done_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.headline = Text(role="title")
        self.detail = Text(role="lead")
        self._rows = vertical("m")
        self.done_button = Button(
            "Done", theme, role="primary", keys=("Return", "Enter"), large=True
        )
        self.more_button = Button("Go on", theme, hint="Another session like this")
        self.done_button.clicked.connect(self.done_asked)
        self.more_button.clicked.connect(self.more_asked)
        buttons = horizontal("m")
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.more_button)
        buttons.addStretch(1)
        layout = vertical("l", self)
        layout.addWidget(self.headline)
        layout.addWidget(self.detail)
        layout.addLayout(self._rows)
        layout.addSpacing(SPACE["s"])
        layout.addLayout(buttons)

    def show_summary(self, outcomes: Sequence[Outcome], log: StudyLog, now: datetime) -> None:
        """Show what happened in a session."""
        # A follow-up came right after the answer: it says nothing of what was known.
        planned = [outcome for outcome in outcomes if not outcome.follows]
        right = [outcome for outcome in planned if outcome.right]
        wrong = [outcome for outcome in planned if not outcome.right]
        self.headline.setText(_headline(len(right), len(planned)))
        self.detail.setText(_detail(len(right), len(planned)))
        clear(self._rows)
        for title, group in (("Comes back soon", wrong), ("Known", right)):
            if group:
                self._rows.addSpacing(SPACE["s"])
                add_shown(self._rows, Text(title, "heading"))
            for outcome in group:
                add_shown(self._rows, self._row(outcome, log, now))
        self.done_button.setFocus()

    def _row(self, outcome: Outcome, log: StudyLog, now: datetime) -> QWidget:
        picture = Picture(self._theme, *_ICONS[min(outcome.ratings.values())], 20)
        topic = ", ".join(point.topic for point in outcome.question.key_points)
        text = Text(topic[:1].upper() + topic[1:])
        when = Text(next_due(outcome, log, now), "small", wrap=False)
        widget = QWidget()
        row = horizontal("m", widget)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        return widget


def next_due(outcome: Outcome, log: StudyLog, now: datetime) -> str:
    """Return when the first of an outcome's key points comes back, in words."""
    cards = [
        log.card(outcome.question.transition, point.id) for point in outcome.question.key_points
    ]
    dues = [card.due for card in cards if card is not None]
    return words.until(min(dues), now) if dues else ""


def _detail(right: int, total: int) -> str:
    if not total:
        return "The questions stay where they are; nothing changed in your schedule."
    if right == total:
        return f"All {words.count(total, 'answer')} right. Each now waits longer until it returns."
    return (
        f"{right} of {words.count(total, 'answer')} right. "
        "What was missed is asked again soon; what you knew waits longer."
    )


def _headline(right: int, answered: int) -> str:
    if not answered:
        return "Nothing answered this time"
    # Praise for a session that went badly would not be believed when it is earned.
    return "Well done" if 2 * right >= answered else "What was missed comes back"
