"""A passage that is cited: its words, where they stand, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ask.reply import Citation
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, panel, vertical
from ui.widgets.text import Text


class CitationView(QWidget):
    """Shows one citation.

    Attributes
    ----------
    read_asked : Signal
        The learner wants to read it where it stands.
    """

    read_asked = Signal()

    def __init__(self, citation: Citation, number: int, theme: Theme) -> None:
        super().__init__()
        self.citation = citation
        frame, inside = panel()
        self.quote = Text(f"“{citation.quote}”", selectable=True)
        self.place = Text(citation.passage.place, "small")
        self.read_button = Button(
            "Read it there",
            theme,
            role="quiet",
            icon="read",
            keys=f"Alt+{number}",
            hint="Open the text at these words",
            name=f"Read it there: {citation.passage.place}",
        )
        self.read_button.clicked.connect(self.read_asked)
        if not citation.passage.can_be_read:
            self.read_button.hide()
        inside.addWidget(self.quote)
        row = horizontal("s")
        row.addWidget(self.place, 1)
        row.addWidget(self.read_button)
        inside.addLayout(row)
        layout = vertical("s", self)
        layout.addWidget(frame)
