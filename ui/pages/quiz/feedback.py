"""Words of the model about an answer, on the page of its verdict."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt

from app.quiz.speech import Speech
from ui.theme import Theme
from ui.widgets.text import Text

WRITING = "The model is writing"


class FeedbackText(Text):
    """Shows what is kept of the feedback, and muted behind it what may be taken back.

    Attributes
    ----------
    speech : Speech
        What is shown.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(selectable=True)
        # For the two colours; what the model writes is escaped.
        self.setTextFormat(Qt.TextFormat.RichText)
        self.speech = Speech()
        self._theme = theme
        theme.changed.connect(self._draw)

    def show_speech(self, speech: Speech) -> None:
        """Show what there is now in place of what there was."""
        self.speech = speech
        # Who listens to the page hears of nothing that may be taken back.
        self.setAccessibleName(speech.kept or WRITING)
        self._draw()

    def _draw(self) -> None:
        draft = ""
        if self.speech.draft:
            muted = self._theme.colour("muted")
            draft = f'<span style="color: {muted}">{escape(self.speech.draft)} …</span>'
        self.setText(escape(self.speech.kept) + draft)
