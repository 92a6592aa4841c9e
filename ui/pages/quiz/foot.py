"""The foot of a verdict, always in sight: how well it was known, when it returns, what is next."""

from __future__ import annotations

from fsrs import Rating
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.quiz.outcome import Outcome
from ui.pages.quiz.help import COST
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button, Segments
from ui.widgets.page import horizontal
from ui.widgets.text import Text

RATINGS = tuple((rating.name.lower(), rating.name) for rating in Rating)


class VerdictFoot(QFrame):
    """Shows the rating that follows from a verdict, and takes another.

    Attributes
    ----------
    rated : Signal
        The rating that the learner chose, an :class:`fsrs.Rating`.
    """

    rated = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.rating = Segments(RATINGS, theme, name="How well you knew it", keys=tuple("1234"))
        self.rating.chosen.connect(lambda value: self.rated.emit(Rating[value.capitalize()]))
        self.comes_back = Text(role="small")
        self.undo_button = Button(
            "Undo", theme, role="quiet", icon="undo", keys="Ctrl+Z", hint="Answer this again"
        )
        self.next_button = Button("Next", theme, role="primary", keys=("Return", "Enter"))
        row = horizontal("m", self)
        row.setContentsMargins(SPACE["xl"], SPACE["m"], SPACE["xl"], SPACE["m"])
        self._known = Text("Known", "muted", wrap=False)
        row.addWidget(self._known)
        row.addWidget(self.rating)
        row.addWidget(self.comes_back, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.next_button)

    def show_outcome(self, outcome: Outcome, due: str) -> None:
        """Show how an outcome was rated; ``due`` says in words when its question returns."""
        # One rating for several key points would be wrong for most: their verdicts decide.
        several = len(outcome.question.key_points) > 1
        self._known.setVisible(bool(outcome.ratings) and not several)
        self.rating.setVisible(bool(outcome.ratings) and not several)
        if outcome.ratings:
            self.rating.show_choice(min(outcome.ratings.values()).name.lower())
        self._limit(outcome.best_rating)
        first = "The first comes back" if several else "Comes back"
        back = f"{first} {due}" if due else ""
        said = (
            "A follow-up changes no schedule." if outcome.follows else "",
            back,
            COST if outcome.hints else "",
        )
        self.comes_back.setText("  ·  ".join(each for each in said if each))
        self.next_button.setFocus()

    def _limit(self, best: Rating) -> None:
        """Put ratings out of reach that are better than hints allow."""
        for rating in Rating:
            self.rating.button(rating.name.lower()).setEnabled(rating <= best)
