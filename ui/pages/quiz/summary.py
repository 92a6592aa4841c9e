"""After a session: what was learned, what comes back, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from fsrs import Rating
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.content.types import KeyPoint
from app.quiz.length import Length
from app.quiz.outcome import Outcome
from app.quiz.summary import Change, PointSummary, Summary, missed_points, summarize
from app.study.log import StudyLog
from ui import words
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import add_shown, clear, horizontal, vertical
from ui.widgets.picture import Picture
from ui.widgets.text import Text, announce

_ICONS = {
    Change.NEW: ("covered", "good"),
    Change.RECOVERED: ("covered", "good"),
    Change.KEPT: ("covered", "good"),
    Change.FORGOTTEN: ("missed", "bad"),
    Change.MISSED: ("missed", "bad"),
}
_SECTIONS = (
    ("Comes back soon", (Change.FORGOTTEN, Change.MISSED)),
    ("Learned", (Change.NEW, Change.RECOVERED)),
    ("Kept", (Change.KEPT,)),
)


class SummaryView(QWidget):
    """Sums a session up.

    Attributes
    ----------
    more_asked, done_asked : Signal
        The learner wants another session, or back to Today.
    passage_asked : Signal
        A KeyPoint that was missed, whose passage is to be read.
    """

    more_asked = Signal()
    done_asked = Signal()
    passage_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._missed: list[KeyPoint] = []
        self._read = 0
        self.headline = Text(role="title")
        self.detail = Text(role="lead")
        self._rows = vertical("m")
        self.done_button = Button(
            "Done", theme, role="primary", keys=("Return", "Enter"), large=True
        )
        self.more_button = Button(
            "Go on", theme, keys=("Alt+N", "N"), hint="Another session like this"
        )
        self.read_button = Button(
            "Read what was missed",
            theme,
            icon="passage",
            keys=("Alt+P", "P"),
            hint="Show the passage of the next key point that was missed",
        )
        self.done_button.clicked.connect(self.done_asked)
        self.more_button.clicked.connect(self.more_asked)
        self.read_button.clicked.connect(self._read_next)
        buttons = horizontal("m")
        for button in (self.done_button, self.more_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        # In a row of its own: beside the passage that it opens there is less room.
        reading = horizontal("m")
        reading.addWidget(self.read_button)
        reading.addStretch(1)
        layout = vertical("l", self)
        layout.addWidget(self.headline)
        layout.addWidget(self.detail)
        # Above the key points: there may be many, and what is done next is in sight.
        layout.addLayout(buttons)
        layout.addLayout(reading)
        layout.addLayout(self._rows)
        layout.addSpacing(SPACE["s"])

    def show_summary(self, outcomes: Sequence[Outcome], log: StudyLog, now: datetime) -> None:
        """Show what happened in a session."""
        summary = summarize(outcomes, log, now)
        self.headline.setText(_headline(summary))
        self.detail.setText(_detail(summary))
        clear(self._rows)
        for title, changes in _SECTIONS:
            group = summary.of(*changes)
            if group:
                self._rows.addSpacing(SPACE["s"])
                add_shown(self._rows, Text(title, "heading"))
            for point in group:
                add_shown(self._rows, self._row(point, now))
        self._missed = missed_points(outcomes)
        self._read = 0
        self.read_button.setVisible(bool(self._missed))
        self._name_read_button()
        self.done_button.setFocus()
        announce(self, f"{self.headline.text()}. {self.detail.text()}")

    def offer_more(self, length: Length) -> None:
        """Offer another session of the same length."""
        what = (
            words.count(length.minutes, "more minute")
            if length.minutes
            else words.count(length.questions, "more question")
        )
        self.more_button.setText(what)
        self.more_button.setAccessibleName(what)

    def _read_next(self) -> None:
        if not self._missed:
            return
        point = self._missed[self._read % len(self._missed)]
        self._read += 1
        self._name_read_button()
        self.passage_asked.emit(point)

    def _name_read_button(self) -> None:
        total = len(self._missed)
        text = "Read what was missed"
        if self._read and total > 1:
            text = f"Read the next ({self._read % total + 1} of {total})"
        self.read_button.setText(text)
        self.read_button.setAccessibleName(text)

    def _row(self, summary: PointSummary, now: datetime) -> QWidget:
        topic = summary.point.topic
        name = Text(topic[:1].upper() + topic[1:])
        why = Text(why_words(summary), "small")
        left = vertical("xs")
        left.addWidget(name)
        left.addWidget(why)
        when = Text(words.until(summary.due, now) if summary.due else "", "small", wrap=False)
        widget = QWidget()
        row = horizontal("m", widget)
        row.addWidget(Picture(self._theme, *_look(summary), 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(left, 1)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        return widget


def _look(summary: PointSummary) -> tuple[str, str]:
    return ("partly", "warm") if summary.rating is Rating.Hard else _ICONS[summary.change]


def why_words(summary: PointSummary) -> str:
    """Return in a sentence what became of a key point, and why it comes back when it does."""
    days = words.count(summary.days_since or 0, "day")
    text = {
        Change.NEW: "Recalled; it is new, so it is asked again soon to make it stay.",
        Change.RECOVERED: "Recalled again after it had been forgotten.",
        Change.KEPT: f"Recalled after {days}, so it waits longer now.",
        Change.FORGOTTEN: f"Forgotten after {days}, so it starts over.",
        Change.MISSED: "Missed, so it is asked again soon.",
    }[summary.change]
    if summary.change is Change.NEW and summary.days_ahead:
        text = f"Recalled; the next time is in {words.count(summary.days_ahead, 'day')}."
    if summary.change is Change.KEPT and not summary.days_since:
        text = "Recalled again on the same day."
    elif summary.change is Change.KEPT and summary.days_ahead:
        ahead = words.count(summary.days_ahead, "day")
        text = f"Recalled after {days}, so the next time is in {ahead}."
    if summary.hinted and summary.is_recalled:
        return f"{text} You had a hint."
    return text


def next_due(outcome: Outcome, log: StudyLog, now: datetime) -> str:
    """Return when the first of an outcome's key points comes back, in words."""
    cards = [
        log.card(outcome.question.transition, point.id) for point in outcome.question.key_points
    ]
    dues = [card.due for card in cards if card is not None]
    return words.until(min(dues), now) if dues else ""


def _detail(summary: Summary) -> str:
    right, total = summary.right, summary.answers
    if not total:
        return "The questions stay where they are; nothing changed in your schedule."
    if right == total:
        return f"All {words.count(total, 'answer')} right. Each now waits longer until it returns."
    return (
        f"{right} of {words.count(total, 'answer')} right. "
        "What was missed is asked again soon; what you knew waits longer."
    )


def _headline(summary: Summary) -> str:
    if not summary.answers:
        return "Nothing answered this time"
    # Praise for a session that went badly would not be believed when it is earned.
    return "Well done" if 2 * summary.right >= summary.answers else "What was missed comes back"
