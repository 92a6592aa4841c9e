"""Highlights and notes as a list, in the order in which they stand in their text."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.study.marked import Mark
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.hits import shortened
from ui.widgets.looks import LOOKS

LOST = "Lost its place"
_LONGEST_QUOTE = 180
_MARK = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class ListedMark:
    """A highlight with what is said of it.

    Attributes
    ----------
    title : str
        Of its text, where the list has those of several; else empty.
    is_lost : bool
        Whether its words are not found in the text any more.
    """

    mark: Mark
    title: str = ""
    is_lost: bool = False

    @property
    def spoken(self) -> str:
        """All of it as one text, for screen readers."""
        note = f"Note: {self.mark.note}" if self.mark.note else ""
        lost = LOST if self.is_lost else ""
        look = LOOKS[self.mark.look].name
        parts = (self.title, lost, f"“{self.mark.anchor.quote}”", note, look)
        return ". ".join(part for part in parts if part)


class MarkModel(QAbstractListModel):
    """Some highlights."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed: tuple[ListedMark, ...] = ()

    def show_marks(self, listed: Sequence[ListedMark]) -> None:
        """Hold these from now on."""
        self.beginResetModel()
        self._listed = tuple(listed)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a highlight, its words, or what a screen reader says of it."""
        if not index.isValid():
            return None
        listed = self._listed[index.row()]
        if role == _MARK:
            return listed
        if role == Qt.ItemDataRole.DisplayRole:
            return listed.mark.anchor.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed.spoken
        return None


class MarkList(QListView):
    """Shows highlights; Enter goes to one, F2 edits its note, Delete takes it away.

    Attributes
    ----------
    mark_chosen, note_asked, remove_asked : Signal
        The :class:`Mark` in question.
    """

    mark_chosen = Signal(object)
    note_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.listed = MarkModel(self)
        self.setModel(self.listed)
        self.setItemDelegate(MarkDelegate(theme, self))
        self.setAccessibleName("Highlights and notes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self._tell(self.mark_chosen, index))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_marks(self, listed: Sequence[ListedMark]) -> None:
        """Show these highlights, and keep the current one current if it is among them."""
        before = self.current()
        self.listed.show_marks(listed)
        rows = [row for row, each in enumerate(listed) if before and each.mark.id == before.id]
        if rows:
            self.setCurrentIndex(self.listed.index(rows[0]))

    def current(self) -> Mark | None:
        """Return the highlight that keys are meant for."""
        listed = self.currentIndex().data(_MARK)
        return listed.mark if isinstance(listed, ListedMark) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with the current highlight what a key stands for."""
        signals = {
            Qt.Key.Key_Return: self.mark_chosen,
            Qt.Key.Key_Enter: self.mark_chosen,
            Qt.Key.Key_F2: self.note_asked,
            Qt.Key.Key_Delete: self.remove_asked,
        }
        signal = signals.get(Qt.Key(event.key()))
        if signal is None:
            super().keyPressEvent(event)
        else:
            self._tell(signal, self.currentIndex())

    def _tell(self, signal: object, index: QModelIndex) -> None:
        listed = index.data(_MARK)
        if isinstance(listed, ListedMark):
            signal.emit(listed.mark)  # type: ignore[attr-defined]


class MarkDelegate(QStyledItemDelegate):
    """Draws a highlight: its line at the left, its words, and the note below them."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one highlight."""
        self.initStyleOption(option, index)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        widget: QWidget = self._view
        widget.style().drawPrimitive(panel, option, painter, widget)
        painter.save()
        shown = LOOKS[index.data(_MARK).mark.look]
        painter.setPen(QPen(QColor(self._theme.colour(shown.line)), 3, shown.pen))
        x = option.rect.left() + SPACE["xs"]
        painter.drawLine(x, option.rect.top() + SPACE["s"], x, option.rect.bottom() - SPACE["s"])
        painter.translate(option.rect.left() + SPACE["s"], option.rect.top())
        self._text(index).drawContents(painter)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that one highlight takes at the width that there is."""
        return QSize(self._width(), round(self._text(index).size().height()))

    def _width(self) -> int:
        return max(120, self._view.viewport().width())

    def _text(self, index: _Index) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(self._theme.font("small"))
        document.setDocumentMargin(SPACE["s"])
        document.setHtml(mark_html(index.data(_MARK), self._theme))
        document.setTextWidth(self._width() - SPACE["s"])
        return document


def mark_html(listed: ListedMark, theme: Theme) -> str:
    """Return how a highlight looks in the list; none of its words are taken for markup."""
    muted, caption = theme.colour("muted"), theme.size("caption")
    small = f"color:{muted}; font-size:{caption}px"
    lines = []
    if listed.title:
        lines.append(f'<div style="{small}">{html.escape(listed.title)}</div>')
    if listed.is_lost:
        warm = f"color:{theme.colour('warm')}; font-size:{caption}px; font-weight:600"
        lines.append(f'<div style="{warm}">{LOST}</div>')
    quote = html.escape(shortened(listed.mark.anchor.quote, _LONGEST_QUOTE))
    colour = muted if listed.mark.note else theme.colour("text")
    lines.append(f'<div style="color:{colour}">“{quote}”</div>')
    if listed.mark.note:
        note = html.escape(listed.mark.note).replace("\n", "<br>")
        lines.append(f'<div style="color:{theme.colour("text")}; margin-top:3px">{note}</div>')
    return "".join(lines)
