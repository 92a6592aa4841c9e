"""Tables that are as tall as their rows, so that only the page scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QTableView,
)

from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROW = 40


@dataclass(frozen=True)
class Cell:
    """What stands in one cell.

    Attributes
    ----------
    tone : str
        A name of a text colour of the theme, or nothing.
    hint : str
        What the tool-tip says; the text if nothing.
    """

    text: str
    tone: str = ""
    hint: str = ""
    number: bool = False


class RowsModel(QAbstractTableModel):
    """A table of cells under a row of headings."""

    def __init__(self, headings: Sequence[str], theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._headings = tuple(headings)
        self._rows: list[tuple[Cell, ...]] = []

    def show_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what Qt asks about a cell."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.hint or cell.text
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._theme.colour(cell.tone or "text"))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if cell.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt declares it
        """Return a heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = bool(self._rows) and self._rows[0][section].number
            side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class TallTable(QTableView):
    """Shows a :class:`RowsModel` without a scroll bar of its own.

    Parameters
    ----------
    wide : int
        The column that takes the room that is left.
    row : int
        Height of a row.
    """

    def __init__(self, model: RowsModel, *, name: str, wide: int, row: int = _ROW) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column in range(model.columnCount()):
            fit = QHeaderView.ResizeMode.ResizeToContents
            stretch = QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, stretch if column == wide else fit)
        model.modelReset.connect(self.updateGeometry)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark a row, so that it can be seen where the focus is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave no row marked that nobody is at."""
        super().focusOutEvent(event)
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring around the row that the keys are at."""
        super().paintEvent(event)
        current = self.currentIndex()
        if not self.hasFocus() or not current.isValid():
            return
        last = current.siblingAtColumn(self.model().columnCount() - 1)
        row = self.visualRect(current.siblingAtColumn(0)).united(self.visualRect(last))
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
        painter.drawRect(row.adjusted(1, 1, -1, -1))
        painter.end()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Have the page follow the row that the keys have come to."""
        super().currentChanged(current, previous)
        page: QObject | None = self.parent()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parent()
        inside = page.widget() if page is not None else None
        if page is not None and inside is not None and self.hasFocus() and current.isValid():
            row = self.visualRect(current)
            middle = self.viewport().mapTo(inside, row.center())
            page.ensureVisible(middle.x(), middle.y(), 0, 2 * row.height())

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        rows = self.verticalHeader().length()
        return QSize(400, self.horizontalHeader().sizeHint().height() + rows + 6)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(200, self.sizeHint().height())
