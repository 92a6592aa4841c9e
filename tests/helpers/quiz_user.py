"""Somebody who uses the quiz page with keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.quiz.question import Question
from app.workspace import Workspace
from ui.pages.quiz import QuizPage

SKILL = "learn-model-optimization"


class QuizUser:
    """Somebody who uses the quiz page with keys and clicks."""

    def __init__(self, page: QuizPage, workspace: Workspace, qtbot: QtBot) -> None:
        self.page = page
        self.workspace = workspace
        self.qtbot = qtbot

    def begin(
        self, answer_format: str, count: int = 3, key_points: tuple[str, ...] = ()
    ) -> Question:
        """Start a session over one skill, or some key points, and return its first question."""
        self.page.begin(SKILL, answer_format, count, key_points=key_points)
        return self.question

    @property
    def question(self) -> Question:
        """The question that is asked."""
        session = self.page.run.session
        assert session is not None
        assert session.current is not None
        return session.current

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key wherever the focus is, once everything shown is there."""
        self.qtbot.wait(1)
        self.qtbot.keyClick(QApplication.focusWidget() or self.page.window(), key, modifier)

    def type(self, text: str) -> None:
        """Type text wherever the focus is."""
        self.qtbot.keyClicks(QApplication.focusWidget() or self.page, text)

    def submit(self) -> None:
        """End a written answer with the keyboard."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def answer(self, text: str) -> None:
        """Type an answer, submit it and wait for the verdict."""
        self.type(text)
        self.submit()
        self.qtbot.waitUntil(self.page.foot.isVisible)
