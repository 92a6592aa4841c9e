"""The row below the text: the section that is read, and the way from reading to being asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QWidget

from app.content.page_text import Section
from ui.theme import Theme
from ui.theme.tokens import READING_MEASURE, SPACE
from ui.widgets.buttons import Button
from ui.widgets.contents import Tick
from ui.widgets.flow import Flow
from ui.widgets.hits import shortened
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text, announce

_LONGEST_TITLE = 60
_ROOM_FOR_ALL = 620
_TICKED = {
    Tick.NO: ("Tick off as read", "Tick off “{}” as read"),
    Tick.YES: ("Read", "“{}” is read: take the tick away"),
    Tick.CHANGED: ("Rewritten since you read it", "“{}” was rewritten: tick it off again"),
}


class ReadFoot(QWidget):
    """Shows whether the section on the screen is read, offers to tick off, and to be asked.

    Attributes
    ----------
    tick_toggled : Signal
        The section on the screen is to be ticked off, or not to be any more.
    offer_taken, offer_left : Signal
        What the learner wants of a section that was just read.
    section_quiz_asked : Signal
        The learner wants to be asked about the section.
    """

    tick_toggled = Signal()
    offer_taken = Signal()
    offer_left = Signal()
    section_quiz_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tick_button = Button(_TICKED[Tick.NO][0], theme, role="quiet", icon="check")
        self.tick_button.setCheckable(True)
        self.section_quiz_button = Button(
            "This section", theme, role="quiet", icon="quiz", name="Quiz me on this section"
        )
        self.section_quiz_button.setToolTip("Quiz me on this section (Q)")
        self.quiz_button = Button("Quiz me on this skill", theme, role="primary", icon="quiz")
        self.offer = QFrame()
        self.offer.setProperty("role", "banner")
        self.offer_text = Text()
        self.offer_tick_button = Button("Tick it off", theme, icon="check")
        self.offer_tick_button.setToolTip("Tick it off as read (T)")
        self.offer_quiz_button = Button("Quiz me on it", theme, icon="quiz")
        self.offer_quiz_button.setToolTip("Be asked about its key points (Q)")
        self.offer_leave_button = Button("", theme, role="quiet", icon="cross", name="Not now")
        self.offer_leave_button.setToolTip("Not now")
        self._assemble()
        self.tick_button.clicked.connect(self.tick_toggled)
        self.section_quiz_button.clicked.connect(self.section_quiz_asked)
        self.offer_tick_button.clicked.connect(self.offer_taken)
        self.offer_quiz_button.clicked.connect(self.section_quiz_asked)
        self.offer_leave_button.clicked.connect(self.offer_left)
        self._quizzed = False

    def show_section(self, section: Section | None, tick: Tick) -> None:
        """Show which section is on the screen and whether it is read."""
        self.tick_button.setVisible(section is not None)
        self.tick_button.setChecked(tick is Tick.YES)
        text, name = _TICKED[tick]
        title = shortened((section.title if section else "") or "this text", _LONGEST_TITLE)
        self.tick_button.setText(text)
        self.tick_button.setAccessibleName(name.format(title))
        self.tick_button.setToolTip(f"{name.format(title)} (T)")

    def show_offer(self, section: Section | None) -> None:
        """Offer to tick off a section that was just read, or offer nothing."""
        self.offer.setVisible(section is not None)
        if section is not None:
            title = shortened(section.title or "this text", _LONGEST_TITLE)
            self.offer_text.setText(f"You have read “{title}”.")
            announce(self, f"You have read “{title}”. Press T to tick it off.")

    def show_quizzing(self, *, skill: bool, section: bool) -> None:
        """Offer what can be asked: about the whole skill, and about the section on the screen."""
        self.quiz_button.setVisible(skill)
        self._quizzed = section
        self.offer_quiz_button.setVisible(section)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Leave out what can be had elsewhere too where there is no room for it."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        letter = QFontMetrics(self.font()).averageCharWidth()
        fits = self.width() >= _ROOM_FOR_ALL * letter / 8
        self.section_quiz_button.setVisible(self._quizzed and fits)

    def _assemble(self) -> None:
        said = horizontal("s", self.offer)
        said.setContentsMargins(SPACE["m"], SPACE["xs"], SPACE["xs"], SPACE["xs"])
        said.addWidget(self.offer_text, 1)
        for button in (self.offer_quiz_button, self.offer_tick_button, self.offer_leave_button):
            said.addWidget(button)
        self.offer.hide()
        row = Flow(SPACE["s"], spread=True)
        for button in (self.tick_button, self.section_quiz_button, self.quiz_button):
            row.add(button)
        # Below the column of text, however wide the window is.
        self.setMaximumWidth(READING_MEASURE + 2 * SPACE["xl"])
        layout = vertical("s", self)
        layout.setContentsMargins(SPACE["xl"], 0, SPACE["xl"], SPACE["m"])
        layout.addWidget(self.offer)
        layout.addWidget(row)
