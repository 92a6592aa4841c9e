"""What was said in passing is kept, counted, and can be read again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import Clock
from ui.foot_bar import FootBar
from ui.message_list import MessageList, MessageRow
from ui.messages import Messages, say
from ui.theme import Theme
from ui.widgets.text import Text


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.resize(900, 600)
    made.setCentralWidget(QWidget())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def messages(window: QMainWindow, clock: Clock) -> Messages:
    return Messages(clock, window)


def test_the_newest_comes_first_with_its_time(messages: Messages, clock: Clock) -> None:
    messages.say("First.")
    clock.advance(minutes=5)
    messages.say("Second.", tone="bad")
    assert [(each.text, each.at.minute, each.tone) for each in messages.all] == [
        ("Second.", 5, "bad"),
        ("First.", 0, "accent"),
    ]


def test_a_page_says_something_wherever_it_is(window: QMainWindow, messages: Messages) -> None:
    page = window.centralWidget()
    say(page, "Copied.")
    assert messages.all[0].text == "Copied."


def test_what_a_page_by_itself_says_is_in_no_list(messages: Messages, qtbot: QtBot) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    say(alone, "Nobody hears this.")
    assert messages.all == ()


def test_the_bell_counts_what_was_not_read_again(
    messages: Messages, theme: Theme, qtbot: QtBot
) -> None:
    bar = FootBar(messages, theme)
    qtbot.addWidget(bar)
    bell = bar.messages_button
    assert (bell.text(), bell.accessibleName()) == ("", "Messages")
    messages.say("One.")
    messages.say("Two.")
    assert (bell.text(), bell.accessibleName()) == ("2", "Messages: 2 new")
    messages.mark_read()
    assert (bell.text(), bell.accessibleName()) == ("", "Messages")


def test_the_list_shows_all_of_it_and_takes_it_for_read(
    window: QMainWindow, messages: Messages, theme: Theme, qtbot: QtBot
) -> None:
    shown = MessageList(window, theme, messages)
    messages.say("The model is here.")
    messages.say("The disk is full.", tone="bad")
    shown.open()
    rows = shown.findChildren(MessageRow)
    assert [row.text.accessibleName() for row in rows] == [
        "09:00: The disk is full.",
        "09:00: The model is here.",
    ]
    assert messages.unread == 0
    assert shown.area.hasFocus()
    qtbot.keyClick(shown.area, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_what_is_said_can_be_selected(
    window: QMainWindow, messages: Messages, theme: Theme
) -> None:
    shown = MessageList(window, theme, messages)
    messages.say("A path that somebody needs.")
    shown.open()
    flags = shown.findChild(MessageRow).text.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse


def test_a_list_of_nothing_says_what_comes_here(
    window: QMainWindow, messages: Messages, theme: Theme
) -> None:
    shown = MessageList(window, theme, messages)
    shown.open()
    assert shown.findChildren(MessageRow) == []
    said = [text.text() for text in shown.findChildren(Text) if text.isVisible()]
    assert any(words.startswith("Nothing was said yet.") for words in said)
    assert shown.card.height() < window.height() / 2


def test_many_of_them_are_scrolled(
    window: QMainWindow, messages: Messages, theme: Theme, qtbot: QtBot
) -> None:
    shown = MessageList(window, theme, messages)
    for number in range(60):
        messages.say(f"Message {number}")
    shown.open()
    bar = shown.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert shown.card.geometry().bottom() <= window.height()
    qtbot.keyClick(shown.area, Qt.Key.Key_PageDown)
    assert bar.value() > 0
