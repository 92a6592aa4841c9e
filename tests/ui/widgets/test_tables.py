"""Tables show all their rows, and say what stands in each cell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.tables import BarDelegate, Cell, RowsModel, TallTable

ROWS = [(Cell("RAG"), Cell("3", tone="accent", hint="three due", number=True))] * 12


def test_its_model_is_sound(theme: Theme, qtbot: QtBot) -> None:
    model = RowsModel(("Skill", "Due"), theme)
    QAbstractItemModelTester(model)
    model.show_rows(ROWS)
    model.show_rows([])


def test_cells_have_text_colour_side_and_hint(theme: Theme, qtbot: QtBot) -> None:
    model = RowsModel(("Skill", "Due"), theme)
    model.show_rows(ROWS)
    name, due = model.index(0, 0), model.index(0, 1)
    role = Qt.ItemDataRole
    assert (name.data(), due.data()) == ("RAG", "3")
    assert due.data(role.ForegroundRole).name() == theme.colour("accent")
    assert due.data(role.ToolTipRole) == "three due"
    assert due.data(role.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert name.data(role.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert model.data(QModelIndex()) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Due"


def test_no_row_is_hidden(theme: Theme, qtbot: QtBot) -> None:
    model = RowsModel(("Skill", "Due"), theme)
    table = TallTable(model, name="Progress", wide=0)
    qtbot.addWidget(table)
    model.show_rows(ROWS)
    table.resize(500, table.sizeHint().height())
    table.show()
    last = table.visualRect(model.index(len(ROWS) - 1, 0))
    assert table.viewport().rect().contains(last)
    assert table.minimumSizeHint().height() == table.sizeHint().height()


def test_rows_can_be_lower(theme: Theme, qtbot: QtBot) -> None:
    model = RowsModel(("Skill", "Due"), theme)
    model.show_rows(ROWS)
    low, usual = (TallTable(model, name="Progress", wide=0, row=row) for row in (30, 40))
    for table in (low, usual):
        qtbot.addWidget(table)
    assert usual.sizeHint().height() - low.sizeHint().height() == 10 * len(ROWS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_bar_is_as_long_as_its_share(theme: Theme, qtbot: QtBot, scheme: str) -> None:
    theme.choose(scheme)
    model = RowsModel(("Rate",), theme)
    table = TallTable(model, name="Rates", wide=0)
    table.setItemDelegateForColumn(0, BarDelegate(theme, table))
    qtbot.addWidget(table)
    model.show_rows([(Cell("50 %", share=0.5),), (Cell("0 %", share=0.0),), (Cell("–"),)])
    table.resize(400, table.sizeHint().height())
    table.show()
    picture = table.viewport().grab().toImage()
    drawn = []
    for row in range(3):
        cell = table.visualRect(model.index(row, 0))
        across = [picture.pixelColor(x, cell.center().y()).name() for x in range(400)]
        drawn.append((across.count(theme.colour("accent")), across.count(theme.colour("line"))))
    half, none, nothing = drawn
    assert half[0] == pytest.approx(half[1], abs=8)
    assert (none[0], nothing) == (0, (0, 0))
    assert none[1] > half[1] > 100


def test_a_row_is_marked_while_the_table_has_the_focus(theme: Theme, qtbot: QtBot) -> None:
    model = RowsModel(("Skill", "Due"), theme)
    table = TallTable(model, name="Progress", wide=0)
    qtbot.addWidget(table)
    model.show_rows(ROWS)
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    assert table.currentIndex().row() == 0
    table.clearFocus()
    assert not table.currentIndex().isValid()
