"""Help with a question: the hints given so far, and what they cost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.quiz.hints import STEPS
from app.study.records import Hint, Origin
from ui.widgets.page import add_shown, clear, panel, vertical
from ui.widgets.text import Text, announce

COST = "With a hint, “Good” is the best rating."


class HintList(QWidget):
    """Shows hints below a question, the first on top; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        frame, inside = panel()
        self._hints = vertical("s")
        self.cost = Text(COST, "small")
        inside.addLayout(self._hints)
        inside.addWidget(self.cost)
        layout = vertical("s", self)
        layout.addWidget(frame)
        self.hide()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show some hints in place of those before."""
        clear(self._hints)
        for hint in hints:
            add_shown(self._hints, Text(f"Hint {hint.step} of {STEPS}", "overline"))
            add_shown(self._hints, Text(hint.text, selectable=True))
            if hint.origin is Origin.MODEL:
                add_shown(self._hints, Text("Written by the model", "badge", wrap=False))
        self.setVisible(bool(hints))

    def add_hint(self, hints: Sequence[Hint]) -> None:
        """Show hints of which the last one is new, and have it read out."""
        self.show_hints(hints)
        if hints:
            announce(self, f"Hint {hints[-1].step} of {STEPS}. {hints[-1].text} {COST}")
