"""A sentence with gaps, which are typed into where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.quiz.cloze import GAP
from app.quiz.gaps.gap import Filled, Fit, Gap
from ui.theme import Theme, icon
from ui.theme.tokens import SPACE
from ui.widgets.text import Text, restyle

_TERM_WIDTH, _FIGURE_WIDTH = 11.0, 7.0
"""Widths of fields in ems; each the same for all terms or figures, so that it tells nothing."""
_ROOM = 6
"""Logical pixels between lines beyond the height of a field."""


class GapField(QLineEdit):
    """One gap.

    Attributes
    ----------
    ended : Signal
        The learner pressed Enter.
    """

    ended = Signal()

    def __init__(self, gap: Gap, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.is_figure = gap.is_figure
        self.setProperty("role", "gap")
        self.setAccessibleName(name)
        self.setPlaceholderText("figure" if gap.is_figure else "term")
        self._mark: QAction | None = None
        self._filled: Filled | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, with or without Ctrl, for the end of what is typed here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit()
            return
        super().keyPressEvent(event)

    def show_fit(self, filled: Filled) -> None:
        """Show whether what was typed is right, in shape as well as in colour."""
        self._filled = filled
        _, colour = _look(filled)
        said = _SAID.get(filled.fit, "Wrong")
        restyle(self, outcome=colour)
        # A correction shows another fit by the same mark.
        if self._mark is None:
            self._mark = self.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._mark.setText(said)
        self.setAccessibleDescription(said)
        if not self.text():
            self.setPlaceholderText("left empty")
        self.follow_theme()

    def follow_theme(self) -> None:
        """Draw the mark in the colours that hold now."""
        if self._mark is not None and self._filled is not None:
            look, colour = _look(self._filled)
            self._mark.setIcon(icon(look, self._theme.colour(colour), 16))


_LOOKS = {1.0: ("covered", "good"), 0.5: ("partly", "warm")}
_SAID = {
    **dict.fromkeys((Fit.EXACT, Fit.WORDING, Fit.SLIP), "Right"),
    **dict.fromkeys((Fit.PART, Fit.UNIT), "Partly right"),
    Fit.EMPTY: "Left empty",
}


def _look(filled: Filled) -> tuple[str, str]:
    return _LOOKS.get(filled.credit, ("missed", "bad"))


@dataclass(frozen=True)
class _Piece:
    """A word, or a gap where ``field`` is one, at its place."""

    text: str
    field: GapField | None
    place: QRect


class GapSentence(Text):
    """Shows a sentence, with a field in the place of each gap.

    Attributes
    ----------
    typed : Signal
        Something was typed into a gap.
    submitted : Signal
        The learner pressed Enter in the last gap, or in any when all are filled.
    """

    typed = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(role="question")
        self._theme = theme
        self._sentence = ""
        self._pieces: list[_Piece] = []
        self.fields: list[GapField] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._follow_theme)

    def ask(self, sentence: str, gaps: Sequence[Gap], typed: Sequence[str] = ()) -> None:
        """Show a sentence; ``typed`` is what was filled in before."""
        for field in self.fields:
            field.hide()
            field.deleteLater()
        self._sentence = sentence
        # What is read out; the words themselves are painted.
        self.setText(sentence.replace(GAP, "blank"))
        self.fields = []
        for number, gap in enumerate(gaps, 1):
            name = f"Gap {number} of {len(gaps)}" if len(gaps) > 1 else "Gap"
            field = GapField(gap, name, self._theme)
            field.setAccessibleDescription(self.text())
            field.setParent(self)
            field.setText(typed[number - 1] if number <= len(typed) else "")
            field.textChanged.connect(self.typed)
            field.ended.connect(lambda field=field: self._go_on(field))
            self.fields.append(field)
        self._arrange()
        for field in self.fields:
            field.show()

    def texts(self) -> list[str]:
        """Return what is typed into each gap."""
        return [field.text().strip() for field in self.fields]

    def is_filled(self) -> bool:
        """Tell whether there is something in any gap."""
        return any(self.texts())

    def focus_first(self) -> None:
        """Set the focus to the first gap that is empty."""
        empty = [field for field in self.fields if not field.text().strip()]
        if self.fields:
            (empty or self.fields)[0].setFocus()

    def allow_typing(self, allowed: bool) -> None:
        """Let the gaps be changed, or keep them as they are."""
        for field in self.fields:
            field.setReadOnly(not allowed)

    def show_outcome(self, filled: Sequence[Filled]) -> None:
        """Show which gaps were filled right; they cannot be changed any more."""
        self.allow_typing(False)
        for field, each in zip(self.fields, filled, strict=True):
            field.show_fit(each)

    def sizeHint(self) -> QSize:
        """Return the height of the whole sentence."""
        return QSize(400, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return room for one field; the height for the width sees to the lines."""
        metrics = self._metrics()
        widest = max((self._field_size(field, metrics).width() for field in self.fields), default=0)
        return QSize(max(widest, 120), self._line_height(metrics))

    def hasHeightForWidth(self) -> bool:
        """Say that a wider sentence is less tall."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the whole sentence in a given width."""
        pieces = self._laid_out(width)
        bottom = max((piece.place.bottom() for piece in pieces), default=0)
        return max(bottom + 1, self._line_height(self._metrics()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into lines anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew in another direction of writing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words between the gaps."""
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(QColor(self._theme.colour("text")))
        for piece in self._pieces:
            if piece.field is None:
                flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
                painter.drawText(piece.place, flags, piece.text)
        painter.end()

    # -- inside ----------------------------------------------------------------------------------

    def _go_on(self, field: GapField) -> None:
        empty = [each for each in self.fields if each is not field and not each.text().strip()]
        if empty and field.text().strip():
            empty[0].setFocus()
        elif field.text().strip():
            self.submitted.emit()

    def _follow_theme(self) -> None:
        for field in self.fields:
            field.follow_theme()
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        self._pieces = self._laid_out(self.width())
        before: QWidget | None = None
        for piece in self._pieces:
            if piece.field is not None:
                piece.field.setGeometry(piece.place)
                if before is not None:
                    QWidget.setTabOrder(before, piece.field)
                before = piece.field
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = self._theme.font("heading")
        font.setWeight(QFont.Weight.Medium)
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())

    def _field_size(self, field: GapField, metrics: QFontMetrics) -> QSize:
        ems = _FIGURE_WIDTH if field.is_figure else _TERM_WIDTH
        return QSize(round(ems * metrics.height() * 0.7), field.sizeHint().height())

    def _line_height(self, metrics: QFontMetrics) -> int:
        heights = [field.sizeHint().height() for field in self.fields]
        return max([metrics.height(), *heights]) + _ROOM

    def _laid_out(self, width: int) -> list[_Piece]:
        """Return where each word and each gap goes in a given width, line by line."""
        metrics = self._metrics()
        space, line = metrics.horizontalAdvance(" "), self._line_height(metrics)
        fields = iter(self.fields)
        pieces: list[_Piece] = []
        x = top = 0
        for word in self._sentence.split():
            parts = _parts(word)
            sized = []
            for part in parts:
                field = next(fields, None) if part == GAP else None
                size = (
                    self._field_size(field, metrics)
                    if field is not None
                    else QSize(metrics.horizontalAdvance(part), metrics.height())
                )
                sized.append((part, field, size))
            wide = sum(size.width() + (SPACE["xs"] if field else 0) for _, field, size in sized)
            if x and x + wide > width:
                x, top = 0, top + line
            for part, field, size in sized:
                place = QRect(x, top + (line - size.height()) // 2, size.width(), size.height())
                pieces.append(_Piece(part, field, self._mirrored(place, width)))
                x += size.width() + (SPACE["xs"] if field else 0)
            x += space
        return pieces

    def _mirrored(self, place: QRect, width: int) -> QRect:
        if self.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return place
        return QRect(width - place.x() - place.width(), place.y(), place.width(), place.height())


def _parts(word: str) -> list[str]:
    """Split a word around its gaps: "(____)," has a bracket before and one after it."""
    parts: list[str] = []
    for number, part in enumerate(word.split(GAP)):
        if number:
            parts.append(GAP)
        if part:
            parts.append(part)
    return parts
