"""The card of a key point says how well it is known, and lets it be asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.key_point_card import KeyPointCard

# A window that opens above another is raised, which a platform without a display cannot.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NEAR = QRect(300, 200, 10, 20)


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> Iterator[KeyPointCard]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield KeyPointCard(theme, window)
    window.hide()


def test_it_opens_beside_its_mark_and_inside_the_screen(card: KeyPointCard) -> None:
    card.show_point("id", "a topic", "Not asked yet", NEAR)
    assert card.topic.text() == "A topic"
    assert card.state.text() == "Not asked yet"
    assert card.geometry().top() > NEAR.bottom()
    assert card.geometry().left() < NEAR.center().x() < card.geometry().right()
    screen = card.screen().availableGeometry()
    low = QRect(0, screen.bottom() - 25, 10, 20)
    card.show_point("id", "a topic " * 8, "Not asked yet", low)
    assert screen.contains(card.geometry())
    assert card.geometry().bottom() < low.top()


def test_return_asks_for_the_quiz_and_closes(card: KeyPointCard, qtbot: QtBot) -> None:
    card.show_point("some-point", "a topic", "", NEAR)
    assert card.isVisible()
    with qtbot.waitSignal(card.quiz_asked) as asked:
        qtbot.keyClick(card.quiz_button, Qt.Key.Key_Space)
    assert asked.args == ["some-point"]
    assert not card.isVisible()


def test_escape_puts_it_away(card: KeyPointCard, qtbot: QtBot) -> None:
    card.show_point("id", "a topic", "", NEAR)
    with qtbot.assertNotEmitted(card.quiz_asked):
        qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_what_is_not_studied_cannot_be_quizzed(card: KeyPointCard) -> None:
    card.show_point("id", "a topic", "", NEAR, can_be_quizzed=False)
    assert not card.quiz_button.isVisible()
