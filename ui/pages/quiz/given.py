"""The learner's answer as it was given, with the words that count marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from app.study.records import Evidence
from ui.theme import Theme
from ui.widgets.reader import highlight, select


class GivenAnswer(QTextEdit):
    """Shows an answer at its full height; evidence is highlighted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text = ""
        self._evidence: tuple[Evidence, ...] = ()
        self.setProperty("role", "given")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Your answer")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.document().setDocumentMargin(4)
        theme.changed.connect(self._mark)

    def show_answer(self, text: str, evidence: Sequence[Evidence] = ()) -> None:
        """Show an answer, or that there was none."""
        self._text = text
        self._evidence = tuple(evidence)
        self.setPlainText(text or "No answer")
        self.updateGeometry()
        self._mark()

    def marked(self) -> list[str]:
        """Return the words that are highlighted."""
        return [mark.cursor.selectedText() for mark in self.extraSelections()]

    def sizeHint(self) -> QSize:
        """Return the height of the whole text."""
        return QSize(400, self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Say that a wider answer is less tall."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the whole text in a given width."""
        frame = self.width() - self.viewport().width()
        document = self.document().clone()
        document.setTextWidth(width - frame)
        return round(document.size().height()) + frame

    def minimumSizeHint(self) -> QSize:
        """Return room for one line; the height for the width sees to the others."""
        return QSize(120, self.fontMetrics().lineSpacing() + 16)

    def _mark(self) -> None:
        marks = []
        for span in self._evidence:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = select(self.document(), self._text, span.start, span.end)
            mark.format = highlight(self._theme)
            marks.append(mark)
        self.setExtraSelections(marks)
