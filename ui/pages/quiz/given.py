"""The learner's answer as it was given, with the words that count marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from app.study.records import Evidence, Judgement, PointVerdict
from ui.theme import Theme
from ui.widgets.reader import highlight, select


class GivenAnswer(QTextEdit):
    """Shows an answer at its full height; evidence is highlighted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._heights: dict[tuple[int, int], int] = {}
        self._text = ""
        self._points: tuple[PointVerdict, ...] = ()
        self._key_point = ""
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

    def show_answer(self, text: str, points: Sequence[PointVerdict] = ()) -> None:
        """Show an answer, or that there was none; the evidence of some verdicts is marked."""
        self._text = text
        self._points = tuple(points)
        self._key_point = ""
        self._heights.clear()
        self.setPlainText(text or "No answer")
        self.updateGeometry()
        self._mark()

    def point_to(self, key_point: str) -> None:
        """Mark the evidence of one key point alone and more strongly; of all with nothing."""
        if key_point != self._key_point:
            self._key_point = key_point
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
        known = self._heights.get((width, frame))
        if known is None:
            document = self.document().clone()
            document.setTextWidth(width - frame)
            # A layout asks for the same few widths again and again.
            known = self._heights[width, frame] = round(document.size().height()) + frame
        return known

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        self._heights.clear()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return room for one line; the height for the width sees to the others."""
        return QSize(120, self.fontMetrics().lineSpacing() + 16)

    def _mark(self) -> None:
        marks = []
        for span, contradicts in self._spans():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = select(self.document(), self._text, span.start, span.end)
            mark.format = look(self._theme, contradicts=contradicts, alone=bool(self._key_point))
            marks.append(mark)
        self.setExtraSelections(marks)

    def _spans(self) -> list[tuple[Evidence, bool]]:
        """Return each span to be marked, once, and whether it contradicts a key point."""
        found: dict[Evidence, bool] = {}
        for point in self._points:
            if self._key_point in ("", point.key_point):
                contradicts = point.judgement is Judgement.CONTRADICTED
                for span in point.evidence:
                    found[span] = contradicts or found.get(span, False)
        return sorted(found.items(), key=lambda item: item[0].start)


def look(theme: Theme, *, contradicts: bool, alone: bool) -> QTextCharFormat:
    """Return how evidence looks: what contradicts differs in shape too, not in colour only.

    Parameters
    ----------
    alone : bool
        Whether it is the evidence of the one key point that is pointed to.
    """
    look = highlight(theme)
    if contradicts:
        look.setBackground(QColor(theme.colour("bad_soft")))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(theme.colour("bad")))
    elif alone:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(theme.colour("warm")))
    return look
