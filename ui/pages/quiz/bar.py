"""The bar above a question: how far the session is, and what else can be done."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu

from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.meter import Meter
from ui.widgets.page import horizontal
from ui.widgets.text import Text, announce

FLAG_REASONS = (
    ("wrong", "What it asks or says is wrong"),
    ("unclear", "It is unclear"),
    ("leaks", "It gives its answer away"),
    ("repeated", "It repeats another question"),
)


class SessionBar(QFrame):
    """Position, and quiet buttons for everything that is not answering.

    Attributes
    ----------
    flag_chosen : Signal
        The reason why the question is bad.
    """

    flag_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.position = Text(role="small", wrap=False)
        self.meter = Meter(theme, "Session")
        self.meter.setMinimumWidth(12)  # the words beside it say the same
        self.meter.setMaximumWidth(120)
        self.passage_button = Button(
            "Passage",
            theme,
            role="quiet",
            icon="passage",
            keys=("Alt+P", "P"),
            hint="Show the passage that this rests on",
        )
        self.passage_button.setCheckable(True)
        self.hint_button = Button(
            "Hint",
            theme,
            role="quiet",
            icon="hint",
            keys=("Alt+H", "H"),
            hint="Show a hint; with one, “Good” is the best rating",
        )
        self.skip_button = Button(
            "Skip",
            theme,
            role="quiet",
            icon="skip",
            keys=("Alt+S", "S"),
            hint="Leave this question out for now",
        )
        self.flag_button = Button(
            "Flag",
            theme,
            role="quiet",
            icon="flag",
            keys=("Alt+F", "F"),
            hint="Report this question as bad; it is not asked again",
        )
        self.stop_button = Button(
            "Stop", theme, role="quiet", icon="stop", keys="Escape", hint="End the session"
        )
        self.flag_menu = QMenu(self)
        for reason, text in FLAG_REASONS:
            action = self.flag_menu.addAction(text)
            action.triggered.connect(lambda _=False, reason=reason: self.flag_chosen.emit(reason))
        self.flag_button.clicked.connect(self._show_flag_menu)
        row = horizontal("xs", self)
        row.setContentsMargins(SPACE["xl"], SPACE["m"], SPACE["l"], SPACE["xs"])
        row.addWidget(self.position)
        row.addSpacing(SPACE["s"])
        row.addWidget(self.meter)
        row.addStretch(1)
        buttons = Flow(SPACE["xs"])
        for button in (
            self.hint_button,
            self.passage_button,
            self.skip_button,
            self.flag_button,
            self.stop_button,
        ):
            buttons.add(button)
        row.addWidget(buttons)

    def show_position(self, number: int, total: int, *, follow_up: bool = False) -> None:
        """Show which of how many questions this is, or that it follows one of them up."""
        text = f"{'Follow-up to question' if follow_up else 'Question'} {number} of {total}"
        self._show(text, (number - 1) / total if total else 0.0)

    def show_time_left(self, seconds: float, minutes: int) -> None:
        """Show how much is left of a session of so many minutes."""
        text = time_left_words(seconds)
        if seconds <= 0 and text != self.position.text():
            announce(self, text)
        self._show(text, 1 - seconds / (60 * minutes) if minutes else 0.0)

    def allow(self, *, skip: bool, flag: bool, hint: bool = False) -> None:
        """Say what can be done with the question that is shown."""
        self.hint_button.setEnabled(hint)
        self.skip_button.setEnabled(skip)
        self.flag_button.setEnabled(flag)
        self.flag_button.setText("Flag" if flag else "Flagged")

    def _show(self, text: str, share: float) -> None:
        self.position.setText(text)
        self.meter.show_share(share, text)

    def _show_flag_menu(self) -> None:
        below = QPoint(0, self.flag_button.height())
        self.flag_menu.popup(self.flag_button.mapToGlobal(below))


def time_left_words(seconds: float) -> str:
    """Return how much time is left, to the minute."""
    if seconds <= 0:
        return "Time is up: this is the last question"
    if seconds < 60:
        return "Less than a minute left"
    minutes = math.ceil(seconds / 60)
    return f"About {minutes} minutes left" if minutes > 1 else "About a minute left"
