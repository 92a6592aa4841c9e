"""A screen reader is told what a widget of our own making is."""

from __future__ import annotations

import gc

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.roles import set_role


def framed(name: str) -> QFrame:
    frame = QFrame()
    frame.setAccessibleName(name)
    QHBoxLayout(frame).addWidget(QPushButton(f"in {name}"))
    return frame


def test_it_has_the_role_and_keeps_its_name_and_what_is_in_it(qtbot: QtBot) -> None:
    frame = framed("A key point")
    qtbot.addWidget(frame)
    set_role(frame, QAccessible.Role.Grouping)
    told = QAccessible.queryAccessibleInterface(frame)
    assert told.role() is QAccessible.Role.Grouping
    assert told.text(QAccessible.Text.Name) == "A key point"
    assert told.child(0).text(QAccessible.Text.Name) == "in A key point"


def test_others_are_what_they_were(qtbot: QtBot) -> None:
    frame = framed("Plain")
    qtbot.addWidget(frame)
    set_role(framed("Other"), QAccessible.Role.Graphic)
    assert QAccessible.queryAccessibleInterface(frame).role() is QAccessible.Role.Border


def test_what_is_told_goes_with_the_widget(qtbot: QtBot) -> None:
    for _round in range(20):
        page = QWidget()
        column = QVBoxLayout(page)
        for number in range(3):
            frame = framed(str(number))
            set_role(frame, QAccessible.Role.Grouping)
            column.addWidget(frame)
        told = QAccessible.queryAccessibleInterface(page)
        assert told.child(2).role() is QAccessible.Role.Grouping
        del told
        page.deleteLater()
        qtbot.wait(1)
        gc.collect()
