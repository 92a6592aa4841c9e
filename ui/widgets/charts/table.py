"""The numbers of a chart as a table on the screen and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QSize, Qt

from app.csv_file import Value
from ui import words
from ui.theme import Theme
from ui.widgets.tables import Cell, RowsModel, TallTable

_ROW = 30
_MOST_ROWS = 12


class Kind(Enum):
    """How the values of a column are written on the screen; files have them as they are."""

    TEXT = auto()
    NUMBER = auto()
    DECIMAL = auto()
    SHARE = auto()
    SECONDS = auto()
    DAY = auto()


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    heading: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Table:
    """Rows of values under headings."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def headings(self) -> list[str]:
        """What stands above the columns in a file, where numbers do not tell their unit."""
        return [
            f"{column.heading} (seconds)" if column.kind is Kind.SECONDS else column.heading
            for column in self.columns
        ]


class NumbersView(TallTable):
    """Shows a :class:`Table`, with a scroll bar of its own from the thirteenth row on."""

    def __init__(self, theme: Theme, columns: Sequence[Column], name: str) -> None:
        self._kinds = [column.kind for column in columns]
        self._rows_model = RowsModel([column.heading for column in columns], theme)
        super().__init__(self._rows_model, name=name, wide=0, row=_ROW)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_table(self, rows: Sequence[Sequence[Value]]) -> None:
        """Show other rows."""
        self._rows_model.show_rows(
            [
                tuple(cell_of(value, kind) for value, kind in zip(row, self._kinds, strict=True))
                for row in rows
            ]
        )

    def sizeHint(self) -> QSize:
        """Return the height of all rows, up to a dozen."""
        whole = super().sizeHint()
        least = self.horizontalHeader().sizeHint().height() + _MOST_ROWS * _ROW
        return QSize(whole.width(), min(whole.height(), least))


def cell_of(value: Value, kind: Kind) -> Cell:
    """Return how a value is written in a column."""
    is_number = kind not in (Kind.TEXT, Kind.DAY)
    if value is None:
        return Cell("–", tone="muted", number=is_number)
    return Cell(_written(value, kind), number=is_number)


def _written(value: str | float | date, kind: Kind) -> str:
    if isinstance(value, date):
        return f"{value:%a %d %B %Y}"
    if isinstance(value, str):
        return value
    if kind is Kind.SHARE:
        return words.percent(value)
    if kind is Kind.SECONDS:
        return words.duration(value)
    return f"{value:.3f}" if kind is Kind.DECIMAL else f"{value:,}"
