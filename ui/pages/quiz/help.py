"""Help with a question: the keys, the hints given so far, and what these cost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.quiz.hints import STEPS
from app.study.records import Hint, Origin
from ui.widgets.page import add_shown, clear, panel, vertical
from ui.widgets.text import Text, announce

COST = "With a hint, “Good” is the best rating."
KEYS: tuple[tuple[str, str], ...] = (
    ("Ctrl+Return", "Submit the answer; in a gap, Enter alone does"),
    ("1", "Choose an option by its number; after the verdict, rate from 1 (Again) to 4 (Easy)"),
    ("Alt+1", "Before the verdict: say how sure you are, from 1 (guessing) to 3 (certain)"),
    ("Alt+4", "After it: overrule with Alt and 1 (contradicted) to 4 (covered)"),
    ("Alt+H", "Show a hint"),
    ("Alt+P", "Show the passage; after the session, those of what was missed"),
    ("Alt+S", "Skip the question"),
    ("Alt+F", "Flag the question"),
    ("Alt+N", "Another session like the one that has ended"),
    ("Return", "Go on"),
    ("Ctrl+Z", "Undo: the question comes back with what was typed"),
    ("Escape", "Stop: waiting for the verdict, or the session"),
)
"""Every key of the quiz and what it does; of keys that belong together, the first or last."""


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
