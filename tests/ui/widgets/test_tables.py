"""Tables show all their rows, and say what stands in each cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.page import Column
from ui.widgets.tables import Cell, RowsModel, TallTable

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


def test_the_page_follows_the_row_that_keys_come_to(theme: Theme, qtbot: QtBot) -> None:
    page = Column()
    qtbot.addWidget(page)
    model = RowsModel(("Skill", "Due"), theme)
    table = TallTable(model, name="Progress", wide=0)
    model.show_rows(ROWS)
    page.body.addWidget(table)
    page.resize(500, 200)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    table.setFocus()
    for _ in ROWS[1:]:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == len(ROWS) - 1
    row = table.visualRect(table.currentIndex())
    shown = table.viewport().mapTo(page, row.center())
    assert page.viewport().geometry().contains(shown)


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
    first = table.visualRect(model.index(0, 0))
    edge = table.viewport().grab().toImage().pixelColor(first.left() + 1, first.center().y())
    assert edge.name() == theme.colour("accent")
    table.clearFocus()
    assert not table.currentIndex().isValid()
