"""The table of contents: transitions and skills, headings of the open text, documents, problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from app.content.library import Library
from app.content.render import Heading
from app.content.types import Kind, Transition

_GROUPS = {
    Kind.CAPABILITY: "What the job becomes",
    Kind.PRACTICE: "What gets you there",
    Kind.MATERIAL: "From your own material",
}
_PLACE = Qt.ItemDataRole.UserRole + 1
_SHARE = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex


class Tick(Enum):
    """Whether a section is ticked off as read."""

    NO = Qt.CheckState.Unchecked
    YES = Qt.CheckState.Checked
    CHANGED = Qt.CheckState.PartiallyChecked  # its words are others than those that were read


@dataclass(frozen=True)
class Share:
    """How many of a text's sections are ticked off as read."""

    read: int
    total: int

    @property
    def shown(self) -> str:
        """The share as it stands beside the text's name."""
        return "✓" if self.read >= self.total else f"{self.read}/{self.total}"

    @property
    def spoken(self) -> str:
        """The share in words."""
        if self.read >= self.total:
            return "all sections read"
        return f"{self.read} of {self.total} sections read"


@dataclass(frozen=True)
class Place:
    """Something that can be read.

    Attributes
    ----------
    transition, skill : str
        Slugs; a place without skill is the transition itself, one without either the list of
        problems.
    anchor : str
        A heading of that text, or its beginning.
    path : Path or None
        A document of the learner's own, which belongs to no transition.
    """

    transition: str = ""
    skill: str = ""
    anchor: str = ""
    path: Path | None = None

    @property
    def text(self) -> Place:
        """The same text from its beginning."""
        return replace(self, anchor="")

    @property
    def document(self) -> str:
        """The name under which the study log keeps reading of it."""
        return self.skill or self.transition


class Contents(QTreeView):
    """Shows what can be read, as a tree.

    Attributes
    ----------
    place_chosen : Signal
        The :class:`Place` that the learner clicked or moved to.
    section_ticked : Signal
        The :class:`Place` of a section whose box was ticked or emptied, and whether it is ticked.
    """

    place_chosen = Signal(object)
    section_ticked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self._quiet = False
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setAccessibleName("Table of contents")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setItemDelegate(_ShareDelegate(self))
        self._model.itemChanged.connect(self._tell_tick)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_library(self, library: Library, documents: Mapping[Path, str] | None = None) -> None:
        """Show everything that a library has, and the learner's own documents by name."""
        self._quiet = True
        self._model.clear()
        root = self._model.invisibleRootItem()
        for transition in library.transitions.values():
            root.appendRow(self._transition(transition))
        if documents:
            own = _item("Your documents", None)
            for path, name in documents.items():
                item = _item(name, Place(path=path))
                item.setToolTip(str(path))
                own.appendRow(item)
            root.appendRow(own)
        if library.problems:
            root.appendRow(_item(f"Problems ({len(library.problems)})", Place(), bold=True))
        self.expandAll()
        self._quiet = False

    def show_headings(self, place: Place, headings: tuple[Heading, ...]) -> None:
        """Put the headings of an open text below its entry, and those of others away."""
        self._quiet = True
        held = [(entry, entry.data(_PLACE)) for entry in self._items()]
        texts = [e for e, of in held if isinstance(of, Place) and _is_text(of)]
        for entry in texts:
            entry.removeRows(0, entry.rowCount())
        item = self._find(place.text)
        if item is not None and _is_text(place.text):
            for heading in headings:
                if heading.level == 2:
                    at = replace(place, anchor=heading.anchor)
                    item.appendRow(_item(heading.text, at))
            self.expand(item.index())
        self._quiet = False

    def show_ticks(self, place: Place, ticks: Mapping[str, Tick]) -> None:
        """Give the headings of a text boxes, by anchor, that are ticked or not."""
        item = self._find(place.text)
        self._quiet = True
        for row in range(item.rowCount() if item is not None and _is_text(place.text) else 0):
            child = item.child(row) if item is not None else None
            at = child.data(_PLACE) if child is not None else None
            if child is not None and isinstance(at, Place) and at.anchor in ticks:
                child.setCheckable(True)
                tick = ticks[at.anchor]
                child.setCheckState(tick.value)
                rewritten = ", rewritten since it was read" if tick is Tick.CHANGED else ""
                child.setAccessibleText(f"{child.text()}{rewritten}")
        self._quiet = False

    def show_shares(self, shares: Mapping[Place, Share]) -> None:
        """Show beside the names of texts how much of them is read; nothing where nothing is."""
        self._quiet = True
        for item in self._items():
            place = item.data(_PLACE)
            if isinstance(place, Place) and not place.anchor:
                share = shares.get(place)
                item.setData(share.shown if share and share.read else None, _SHARE)
                item.setAccessibleText(
                    f"{item.text()}, {share.spoken}" if share and share.read else item.text()
                )
        self._quiet = False

    def show_place(self, place: Place) -> None:
        """Mark the entry of a text without telling that it was chosen."""
        item = self._find(place) or self._find(place.text)
        if item is not None:
            self._quiet = True
            self.setCurrentIndex(item.index())
            self.scrollTo(item.index())
            self._quiet = False

    def places(self) -> list[Place]:
        """Return everything that can be chosen, in order."""
        held = (item.data(_PLACE) for item in self._items())
        return [place for place in held if isinstance(place, Place)]

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        place = current.data(_PLACE)
        if not self._quiet and isinstance(place, Place):
            self.place_chosen.emit(place)

    def _tell_tick(self, item: QStandardItem) -> None:
        place = item.data(_PLACE)
        if not self._quiet and isinstance(place, Place) and item.isCheckable():
            self.section_ticked.emit(place, item.checkState() == Qt.CheckState.Checked)

    def _transition(self, transition: Transition) -> QStandardItem:
        top = _item(transition.title, Place(transition.slug), bold=True)
        top.setToolTip(f"{transition.title} → {transition.transforms_to}")
        for kind, name in _GROUPS.items():
            skills = [skill for skill in transition.skills if skill.kind is kind]
            if skills:
                group = _item(name, None)
                for skill in skills:
                    group.appendRow(_item(skill.lead, Place(transition.slug, skill.slug)))
                top.appendRow(group)
        return top

    def _items(self) -> Iterator[QStandardItem]:
        def below(item: QStandardItem) -> Iterator[QStandardItem]:
            for row in range(item.rowCount()):
                child = item.child(row)
                yield child
                yield from below(child)

        yield from list(below(self._model.invisibleRootItem()))

    def _find(self, place: Place) -> QStandardItem | None:
        return next((item for item in self._items() if item.data(_PLACE) == place), None)


class _ShareDelegate(QStyledItemDelegate):
    """Draws the share at the right end of a row, and keeps its room free of the name."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        share = index.data(_SHARE)
        if not share:
            super().paint(painter, option, index)
            return
        font = QFont(option.font)
        font.setBold(False)
        width = option.fontMetrics.horizontalAdvance(share) + 10
        around = QRect(option.rect)
        option.rect = around.adjusted(0, 0, -width, 0)
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(option.palette.color(QPalette.ColorRole.PlaceholderText)))
        at = QRect(around.right() - width, around.top(), width - 4, around.height())
        painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, share)
        painter.restore()


def _is_text(place: Place) -> bool:
    """Tell whether a place is a text of its own, and neither a part of one nor above others."""
    return (bool(place.skill) or place.path is not None) and not place.anchor


def _item(text: str, place: Place | None, *, bold: bool = False) -> QStandardItem:
    item = QStandardItem(text)
    item.setToolTip(text)
    item.setData(place, _PLACE)
    item.setSizeHint(QSize(0, 32))
    if place is None:
        item.setSelectable(False)
    if bold or place is None:
        font = QFont()
        font.setBold(True)
        item.setFont(font)
    return item
