"""What a search found, as a list: kind, title, and the words around what was looked for."""

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
)
from PySide6.QtGui import QFontMetrics, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.content.search import Hit, HitKind, Span
from ui.theme import Theme
from ui.theme.tokens import SPACE

KINDS = {
    HitKind.TRANSITION: "Transition",
    HitKind.SKILL: "Skill",
    HitKind.SECTION: "Guide",
    HitKind.KEY_POINT: "Key point",
    HitKind.SCENARIO: "Scenario",
    HitKind.DOCUMENT: "Your document",
}
LONGEST_TITLE = 90
BEFORE_MATCH = 36
LONGEST_SNIPPET = 120

_HIT = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
# Qt's own idiom for the parent of a list's rows; it is never changed.
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Found:
    """A hit and what the text is called that it stands in; empty where its title says it."""

    hit: Hit
    where: str = ""

    @property
    def kind(self) -> str:
        """What was found, in words."""
        return " · ".join(part for part in (KINDS[self.hit.kind], self.where) if part)

    @property
    def spoken(self) -> str:
        """All of it as one text, for screen readers."""
        snippet = "".join(span.text for span in self.hit.snippet)
        return f"{self.kind}: {self.hit.title}. {snippet}"


class HitModel(QAbstractListModel):
    """The hits of one search, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Found, ...] = ()

    def show_found(self, found: Sequence[Found]) -> None:
        """Hold these hits from now on."""
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many hits there are."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a hit, its title, or what a screen reader says of it."""
        if not index.isValid():
            return None
        found = self._found[index.row()]
        if role == _HIT:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found.hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return found.spoken
        return None


class HitList(QListView):
    """Shows hits; the current one is always the one that would be opened."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.hits = HitModel(self)
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(theme, self))
        self.setAccessibleName("Search results")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show these hits and make the first the current one."""
        self.hits.show_found(found)
        self.scrollToTop()
        self.setCurrentIndex(self.hits.index(0))

    def move_by(self, rows: int) -> None:
        """Make a hit further down the current one, or further up."""
        row = self.currentIndex().row() + rows
        self.setCurrentIndex(self.hits.index(max(0, min(row, self.hits.rowCount() - 1))))

    def current_hit(self) -> Hit | None:
        """Return the hit that would be opened."""
        return self.hit_at(self.currentIndex())

    def hit_at(self, index: QModelIndex) -> Hit | None:
        """Return the hit of a row."""
        found = index.data(_HIT)
        return found.hit if isinstance(found, Found) else None


class HitDelegate(QStyledItemDelegate):
    """Draws a hit as three pieces of text below each other."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one hit."""
        self.initStyleOption(option, index)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        widget: QWidget = self._view
        widget.style().drawPrimitive(panel, option, painter, widget)
        painter.save()
        painter.translate(option.rect.topLeft())
        self._text(index).drawContents(painter)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that one hit takes at the width that there is."""
        return QSize(self._width(), round(self._text(index).size().height()))

    def _width(self) -> int:
        return max(120, self._view.viewport().width())

    def _text(self, index: _Index) -> QTextDocument:
        found = index.data(_HIT)
        document = QTextDocument()
        document.setDefaultFont(self._theme.font("small"))
        document.setDocumentMargin(SPACE["s"])
        document.setHtml(hit_html(found, self._theme, self._width() - 2 * SPACE["s"]))
        document.setTextWidth(self._width())
        return document


def hit_html(found: Found, theme: Theme, width: int) -> str:
    """Return how a hit looks in a column of some width; none of its words are taken for markup."""
    muted, caption = theme.colour("muted"), theme.size("caption")
    measured = QFontMetrics(theme.font("caption"))
    kind = measured.elidedText(found.kind, Qt.TextElideMode.ElideRight, width)
    title = html.escape(shortened(found.hit.title, LONGEST_TITLE))
    snippet = "".join(
        f'<b style="color:{theme.colour("accent")}">{html.escape(span.text)}</b>'
        if span.matched
        else html.escape(span.text)
        for span in around_match(found.hit.snippet)
    )
    below = f'<div style="color:{muted}; margin-top:2px">{snippet}</div>' if snippet else ""
    return (
        f'<div style="color:{muted}; font-size:{caption}px">{html.escape(kind)}</div>'
        f'<div style="color:{theme.colour("text")}; font-weight:600; '
        f'margin-top:2px">{title}</div>{below}'
    )


def around_match(snippet: Sequence[Span]) -> list[Span]:
    """Return the part of a snippet that fits a narrow column, with the first match near its start.

    Words are never cut in two.
    """
    spans = list(snippet)
    if spans and not spans[0].matched and len(spans) > 1 and len(spans[0].text) > BEFORE_MATCH:
        tail = spans[0].text[-BEFORE_MATCH:]
        spans[0] = Span(f"…{tail.partition(' ')[2]}")
    shown: list[Span] = []
    room = LONGEST_SNIPPET
    for span in spans:
        if len(span.text) > room and not span.matched:
            return [*shown, Span(shortened(span.text, room))]
        shown.append(span)
        room -= len(span.text)
    return shown


def shortened(text: str, longest: int) -> str:
    """Return a text of about ``longest`` characters at most, cut between words."""
    if len(text) <= longest:
        return text
    return f"{text[: max(longest, 1)].rpartition(' ')[0].rstrip(' ,;:.…')}…"
