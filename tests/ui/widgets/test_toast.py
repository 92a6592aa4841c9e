"""What is said in passing goes by itself, unless somebody looks at it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from ui.messages import Message, Offer
from ui.theme import Theme
from ui.widgets.toast import MOST, ToastArea, duration

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SHORT = 60
"""Milliseconds for which these are shown."""


class Scene:
    """A window with something to press and room for messages."""

    def __init__(self, theme: Theme, qtbot: QtBot, lasts: int) -> None:
        self.qtbot = qtbot
        self.done: list[str] = []
        self.window = QMainWindow()
        self.window.resize(900, 600)
        self.page = QPushButton("Page")
        self.window.setCentralWidget(self.page)
        self.area = ToastArea(self.page, theme, lasts=lasts)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        qtbot.mouseMove(self.page, QPoint(2, 2))  # where no message comes up

    def say(self, text: str, offer: str = "", tone: str = "accent") -> None:
        offered = Offer(offer, lambda: self.done.append(offer)) if offer else None
        self.area.show_message(Message(NOW, text, tone), offered)

    def texts(self) -> list[str]:
        return [toast.text.text() for toast in self.area.toasts]


@pytest.fixture
def passing(theme: Theme, qtbot: QtBot) -> Scene:
    return Scene(theme, qtbot, SHORT)


@pytest.fixture
def lasting(theme: Theme, qtbot: QtBot) -> Scene:
    return Scene(theme, qtbot, 60_000)


def test_it_is_seen_and_goes(passing: Scene) -> None:
    passing.say("The model is here.")
    assert passing.area.isVisible()
    assert passing.texts() == ["The model is here."]
    passing.qtbot.waitUntil(lambda: passing.texts() == [])
    assert not passing.area.isVisible()


def test_it_leaves_the_focus_where_it_is(lasting: Scene) -> None:
    lasting.page.setFocus()
    lasting.say("The model is here.", offer="Undo")
    assert lasting.page.hasFocus()


def test_it_stays_while_the_pointer_is_on_it(passing: Scene) -> None:
    passing.say("The model is here.")
    [toast] = passing.area.toasts
    point = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(point, point, point))
    passing.qtbot.wait(4 * SHORT)
    assert passing.texts() == ["The model is here."]
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    passing.qtbot.waitUntil(lambda: passing.texts() == [])


def test_it_stays_while_it_has_the_focus(passing: Scene) -> None:
    passing.say("Undone: the answer.", offer="Redo")
    [toast] = passing.area.toasts
    assert toast.offer_button is not None
    toast.offer_button.setFocus()
    passing.qtbot.wait(4 * SHORT)
    assert passing.texts() == ["Undone: the answer."]
    passing.page.setFocus()
    passing.qtbot.waitUntil(lambda: passing.texts() == [])


def test_what_is_offered_is_done_once_and_ends_it(lasting: Scene) -> None:
    lasting.say("Undone: the answer.", offer="Redo")
    button = lasting.area.toasts[0].offer_button
    assert button is not None
    lasting.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert lasting.done == ["Redo"]
    assert lasting.texts() == []


def test_it_can_be_put_away_by_key_and_the_focus_goes_back_to_the_page(lasting: Scene) -> None:
    lasting.say("The model is here.")
    close = lasting.area.toasts[0].close_button
    close.setFocus()
    lasting.qtbot.keyClick(close, Qt.Key.Key_Return)
    assert lasting.texts() == []
    assert lasting.page.hasFocus()


def test_the_oldest_makes_room(lasting: Scene) -> None:
    for number in range(MOST + 2):
        lasting.say(f"Message {number}")
    assert lasting.texts() == ["Message 2", "Message 3", "Message 4"]


def test_they_stand_at_the_lower_edge_and_follow_it(lasting: Scene) -> None:
    lasting.say("A line of words that is long enough to need more than one line of the card. " * 2)
    for size in ((900, 600), (640, 500)):
        lasting.window.resize(*size)
        lasting.qtbot.waitUntil(
            lambda: 0 < lasting.window.height() - lasting.area.geometry().bottom() < 40
        )
        assert lasting.area.width() < lasting.window.width()
    [toast] = lasting.area.toasts
    assert toast.text.height() >= toast.text.heightForWidth(toast.text.width())


@pytest.mark.parametrize("tone", ["accent", "good", "warm", "bad"])
def test_every_tone_has_a_picture_beside_its_words(lasting: Scene, tone: str) -> None:
    lasting.say("Words.", tone=tone)
    assert lasting.area.toasts[0].accessibleName() == "Words."


def test_long_words_are_there_for_longer() -> None:
    assert duration("word " * 40) > duration("word") >= 5000
