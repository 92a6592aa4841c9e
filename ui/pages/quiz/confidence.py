"""How sure the learner is before the verdict, said in one key or not at all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.study.records import Confidence
from ui.theme import Theme
from ui.widgets.buttons import Segments
from ui.widgets.page import horizontal
from ui.widgets.text import Text, announce

LEVELS = (
    (Confidence.GUESSING, "Guessing"),
    (Confidence.FAIRLY_SURE, "Fairly sure"),
    (Confidence.CERTAIN, "Certain"),
)
KEYS = ("Alt+1", "Alt+2", "Alt+3")
_TEXTS = dict(LEVELS)


class ConfidenceRow(QWidget):
    """Takes how sure the learner is; it may be left out.

    Attributes
    ----------
    chosen : Signal
        The level, a :class:`Confidence`.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        values = tuple((str(level.value), text) for level, text in LEVELS)
        self.levels = Segments(values, theme, name="How sure you are", keys=KEYS)
        self.levels.chosen.connect(lambda value: self.chosen.emit(Confidence(int(value))))
        row = horizontal("m", self)
        row.addWidget(Text("How sure are you?", "small", wrap=False))
        row.addWidget(self.levels)
        row.addStretch(1)

    def show_level(self, level: Confidence | None) -> None:
        """Show what was said, or that nothing was."""
        self.levels.show_choice(None if level is None else str(level.value))

    def tell_level(self, level: Confidence | None) -> None:
        """Show what was said just now, and have it read out."""
        self.show_level(level)
        announce(self, "Not said" if level is None else _TEXTS[level])


def confidence_note(level: Confidence | None, *, right: bool) -> str:
    """Return what is worth saying of how sure somebody was, now that the verdict is there."""
    if level is Confidence.CERTAIN and not right:
        # Butterfield and Metcalfe (2001): errors made with confidence are corrected best.
        return "You were certain. Look at it now: mistakes made with confidence are mended best."
    if level is Confidence.GUESSING and right:
        return "You were guessing, and you know it."
    return ""
