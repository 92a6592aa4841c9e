"""A window that nobody uses tells so after a while, and not while it is used."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.idleness import Idleness

AFTER = 240  # milliseconds; a busy machine may keep a test waiting for some tens


@pytest.fixture
def window(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def idleness(window: QLineEdit) -> Iterator[Idleness]:
    made = Idleness(AFTER, window)
    made.watch(window.windowHandle())
    yield made
    made.stop()


def test_a_window_left_alone_tells_so_again_and_again(idleness: Idleness, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(idleness.lasted):
            pass


@pytest.mark.parametrize("use", ["keys", "mouse"])
def test_a_window_in_use_does_not(
    idleness: Idleness, window: QLineEdit, qtbot: QtBot, use: str
) -> None:
    told: list[int] = []
    idleness.lasted.connect(lambda: told.append(1))
    for step in range(15):
        if use == "keys":
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
        else:
            QTest.mouseMove(window.windowHandle(), QPoint(1 + step, 1))
        qtbot.wait(AFTER // 6)
    assert told == []
    assert window.text() == ("a" * 15 if use == "keys" else "")


def test_with_nought_it_never_tells(window: QLineEdit, qtbot: QtBot) -> None:
    never = Idleness(0, window)
    never.watch(window.windowHandle())
    with qtbot.assertNotEmitted(never.lasted, wait=AFTER):
        pass


def test_using_it_again_is_told_once_and_only_after_it_was_left_alone(
    idleness: Idleness, window: QLineEdit, qtbot: QtBot
) -> None:
    told: list[int] = []
    idleness.ended.connect(lambda: told.append(1))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert told == []
    with qtbot.waitSignal(idleness.lasted):
        pass
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_B)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_C)
    assert told == [1]
