"""What Today shows below its button: where reading stopped, what to open next, and the week."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.content.types import Skill, Transition
from app.study.reader import ReadingStop
from app.study.records import SkillProgress
from app.study.today import Day, Suggestion, Why
from ui import words
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.meter import Meter
from ui.widgets.page import horizontal, panel, vertical
from ui.widgets.text import Text
from ui.widgets.week import WeekStrip


class GoOn(QWidget):
    """Two panels beside each other: where reading stopped, and the next skill to open.

    Attributes
    ----------
    reading_asked : Signal
        Slug of the skill whose guide is to be opened, or nothing for the transition itself.
    """

    reading_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._stopped = ""
        self._next = ""
        self.stop_title = Text(role="strong")
        self.stop_words = Text(role="small")
        self.stop_meter = Meter(theme, "Read")
        self.stop_button = Button("Go on reading", theme, icon="read")
        self.next_title = Text(role="strong")
        self.why = Text(role="small")
        self.next_button = Button("Open", theme, icon="read")
        self.stop_button.clicked.connect(lambda: self.reading_asked.emit(self._stopped))
        self.next_button.clicked.connect(lambda: self.reading_asked.emit(self._next))
        stopped = (self.stop_title, self.stop_words, self.stop_meter)
        self.stop_panel = _titled("Where you stopped reading", stopped, self.stop_button)
        self.next_panel = _titled("Next to open", (self.next_title, self.why), self.next_button)
        row = horizontal("l", self)
        row.addWidget(self.stop_panel, 1)
        row.addWidget(self.next_panel, 1)

    def show_stop(self, stop: ReadingStop | None, title: str, skill: str, when: str) -> None:
        """Show where reading stopped, or nothing.

        Parameters
        ----------
        title, skill : str
            What the document is called, and the slug of its skill; none for the transition.
        when : str
            How long ago that was, in words.
        """
        self.stop_panel.setVisible(stop is not None)
        if stop is None:
            return
        self._stopped = skill
        share = words.percent(stop.position)
        self.stop_title.setText(title)
        self.stop_words.setText(f"{share} read, {when}")
        self.stop_meter.show_share(stop.position, share)
        self.stop_button.setAccessibleName(f"Go on reading: {title}, {share} read")

    def show_next(self, suggestion: Suggestion | None, skill: Skill | None) -> None:
        """Show the skill to be opened next with the reason, or nothing."""
        self.next_panel.setVisible(suggestion is not None and skill is not None)
        if suggestion is None or skill is None:
            return
        self._next = skill.slug
        self.next_title.setText(skill.lead)
        self.why.setText(why_words(suggestion))
        self.next_button.setAccessibleName(f"Open the guide: {skill.lead}")


class ThisWeek(QWidget):
    """The week as a strip, and in a sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.said = Text(role="small")
        self.strip = WeekStrip(theme)
        layout = vertical("s", self)
        layout.addSpacing(SPACE["m"])
        layout.addWidget(Text("This week", "heading"))
        layout.addWidget(self.said)
        layout.addWidget(self.strip)

    def show_week(self, days: tuple[Day, ...], today: date) -> None:
        """Show the days from Monday to Sunday."""
        self.said.setText(week_words(days, today))
        self.strip.show_week(days, today)


def _titled(title: str, texts: tuple[QWidget, ...], button: Button) -> QFrame:
    frame, inside = panel()
    # Both are as wide as each other, whatever stands in them.
    frame.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    inside.addWidget(Text(title, "overline"))
    for text in texts:
        inside.addWidget(text)
    inside.addStretch(1)
    inside.addSpacing(SPACE["xs"])
    inside.addWidget(button)
    return frame


def place_of_stop(stop: ReadingStop, transition: Transition) -> tuple[str, str] | None:
    """Return what a document is called and the slug of its skill; None when it is gone."""
    if stop.document == transition.slug:
        return f"{transition.title} → {transition.transforms_to}", ""
    for skill in transition.skills:
        if skill.slug == stop.document:
            return skill.lead, skill.slug
    return None


def why_words(suggestion: Suggestion) -> str:
    """Return in a sentence why a skill is the next to be opened."""
    row = suggestion.progress
    match suggestion.why:
        case Why.FADING:
            due = words.count(row.due, "key point")
            return f"It fades: {due} due, and you would recall {_recall(row)} of it now."
        case Why.UNREAD:
            return f"{words.count(row.seen, 'key point')} asked, and its guide is not read yet."
        case Why.NEW:
            return "It is the first that you have not begun."
        case Why.UNFINISHED:
            return f"Only {words.count(row.total - row.seen, 'key point')} left to be seen in it."
        case Why.WEAKEST:
            return f"All of it is seen, and it is what you would recall least: {_recall(row)}."


def week_words(days: tuple[Day, ...], today: date) -> str:
    """Return the week in two sentences: what was done, and what comes."""
    answers = sum(day.answers for day in days)
    active = sum(day.answers > 0 for day in days)
    coming = sum(day.due for day in days if day.date > today)
    done = f"{words.count(answers, 'answer')} on {words.count(active, 'day')}."
    ahead = f"Coming back until Sunday: {words.count(coming, 'key point')}."
    return f"{done if answers else 'No answers yet.'} {ahead if coming else ''}".strip()


def _recall(row: SkillProgress) -> str:
    return words.percent(row.retrievability or 0.0)
