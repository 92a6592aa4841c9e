"""A large area shows where the keyboard is, and is left alone by the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.focus_ring import FocusRing


@pytest.fixture
def area(theme: Theme, qtbot: QtBot) -> QTextBrowser:
    area = QTextBrowser()
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.setPlainText("A text\n" * 100)
    FocusRing(area, theme)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    area.clearFocus()
    return area


def is_ringed(area: QTextBrowser, theme: Theme) -> bool:
    picture = area.grab().toImage()
    accent = QColor(theme.colour("accent")).name()
    right, bottom = picture.width() - 1, picture.height() - 1
    return all(
        picture.pixelColor(x, y).name() == accent
        for x, y in ((0, bottom // 2), (right, bottom // 2), (right // 2, 0), (right // 2, bottom))
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_keyboard_brings_it_and_takes_it_away(
    area: QTextBrowser, theme: Theme, scheme: str
) -> None:
    theme.choose(scheme)
    assert not is_ringed(area, theme)
    area.setFocus(Qt.FocusReason.TabFocusReason)
    assert is_ringed(area, theme)
    area.clearFocus()
    assert not is_ringed(area, theme)


@pytest.mark.parametrize(
    "reason", [Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason]
)
def test_who_is_reading_has_no_frame_around_it(
    area: QTextBrowser, theme: Theme, reason: Qt.FocusReason
) -> None:
    area.setFocus(reason)
    assert not is_ringed(area, theme)


def test_it_keeps_to_the_edge(area: QTextBrowser, theme: Theme) -> None:
    area.setFocus(Qt.FocusReason.TabFocusReason)
    area.resize(420, 330)
    assert is_ringed(area, theme)
    area.verticalScrollBar().setValue(40)
    assert is_ringed(area, theme)


def test_clicks_go_through_it(area: QTextBrowser, qtbot: QtBot) -> None:
    area.setFocus(Qt.FocusReason.TabFocusReason)
    assert area.childAt(1, 1) is not area.findChild(FocusRing)
