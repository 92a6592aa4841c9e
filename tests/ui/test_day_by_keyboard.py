"""A whole study day without a mouse: everything is done with keys, and seen to have happened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.quiz.question import Format
from app.study.records import Judgement
from app.workspace import Workspace
from tests.helpers.gated_engine import GatedEngine
from ui.task import running_tasks
from ui.theme import Theme
from ui.window import PAGES, MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NAMES = [name for name, _ in PAGES]


class Hands:
    """Hands on a keyboard, in front of the window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key wherever the focus is, once everything shown is there."""
        self.qtbot.wait(1)
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, text: str) -> None:
        """Type wherever the focus is."""
        self.qtbot.keyClicks(QApplication.focusWidget() or self.window, text)

    def go_to(self, page: str) -> None:
        """Open a page by its number."""
        self.press(Qt.Key(Qt.Key.Key_1.value + NAMES.index(page)), CTRL)
        assert self.window.page() == page
        self.settle()

    def ask_palette(self, words: str) -> None:
        """Find something by its name and do it."""
        self.press(Qt.Key.Key_K, CTRL)
        self.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        self.type(words)
        self.press(Qt.Key.Key_Return)

    def settle(self) -> None:
        """Wait until nothing runs and everything is laid out."""
        self.qtbot.waitUntil(lambda: not running_tasks(), timeout=20_000)
        self.qtbot.wait(20)


@pytest.fixture
def hands(workspace: Workspace, engine: GatedEngine, theme: Theme, qtbot: QtBot) -> Iterator[Hands]:
    window = MainWindow(workspace, theme)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = Hands(window, qtbot)
    yield made
    window.quiz.leave()
    made.settle()
    window.close()
    window.deleteLater()
    qtbot.wait(1)


def test_a_study_day(hands: Hands, engine: GatedEngine, workspace: Workspace) -> None:
    window = hands.window
    # In the morning the first thing to do has the focus; the sheet of keys comes and goes.
    assert window.today.start_button.hasFocus()
    hands.press(Qt.Key.Key_F1)
    assert window.everywhere.sheet.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert not window.everywhere.sheet.isVisible()

    # Reading: a guide by its name, a page down, and the place stays.
    hands.ask_palette("Evaluate AI systems")
    assert window.page() == "read"
    hands.settle()
    assert window.read.reader.toPlainText().startswith("Evaluate AI systems")
    hands.press(Qt.Key.Key_PageDown)

    # A session about it, by its name as well. The first answer is taken back.
    hands.ask_palette("Study: Evaluate AI systems")
    assert window.page() == "quiz"
    assert window.quiz.bar.position.text().startswith("Question 1 of ")
    engine.find(Judgement.MISSED)
    _answer(hands)
    engine.find(Judgement.COVERED)
    assert len(workspace.log.entries()) == 1
    hands.press(Qt.Key.Key_Z, CTRL)
    assert workspace.log.entries() == []
    assert window.quiz.bar.position.text().startswith("Question 1 of ")

    # To the end of the session, and another question is left out on the way.
    answered = 0
    hands.press(Qt.Key.Key_S, ALT)
    while not window.quiz.summary.isVisible():
        _answer(hands)
        answered += 1
        hands.press(Qt.Key.Key_Return)
        hands.qtbot.wait(5)
        assert answered < 30
    # Follow-ups on what was missed are answers, but none of the session's questions.
    assert len(workspace.log.entries()) == answered >= 9
    assert " of 9 answers right" in window.quiz.summary.detail.text()
    hands.press(Qt.Key.Key_Return)
    assert window.page() == "today"

    # What came of it, on every page, and good night.
    for page in NAMES:
        hands.go_to(page)
    hands.press(Qt.Key.Key_Q, CTRL)
    assert not window.isVisible()


def _answer(hands: Hands) -> None:
    """Answer the question that is asked, however it wants to be, and wait for the verdict."""
    quiz = hands.window.quiz
    session = quiz.run.session
    assert session is not None
    assert session.current is not None
    if session.current.format is Format.CHOICE:
        hands.press(Qt.Key.Key_1)
    else:
        hands.type("It compares versions on the same cases.")
        hands.press(Qt.Key.Key_Return, CTRL)
    hands.qtbot.waitUntil(quiz.foot.isVisible, timeout=10_000)
