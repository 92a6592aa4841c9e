"""Undo and redo from every page, each told with the way back."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.study.errors import StudyLogError
from app.study.records import Action
from app.workspace import Workspace
from ui.messages import Messages, Offer

if TYPE_CHECKING:
    from app.quiz.session import QuizSession

_LONGEST = 80  # characters of a question


class TakingBack(QObject):
    """Takes back what the learner did last, and brings it back.

    Parameters
    ----------
    session : callable
        Returns the quiz session that has something left to ask, if there is one.
    undo_in_session : callable
        Has that session take back its last answer, and asks the question again.

    Attributes
    ----------
    done : Signal
        The log tells something else than before.
    """

    done = Signal()

    def __init__(
        self,
        workspace: Workspace,
        messages: Messages,
        *,
        session: Callable[[], QuizSession | None],
        undo_in_session: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._session = session
        self._undo_in_session = undo_in_session

    def undo(self) -> None:
        """Take back what was done last."""
        from app.taking_back import is_of_session  # noqa: PLC0415 - brings the quiz with it

        log = self._workspace.log
        try:
            action = log.last_action()
            if action is None:
                self._messages.say("There is nothing to undo.")
                return
            if is_of_session(action, self._session()):
                self._undo_in_session()
            else:
                log.undo()
        except StudyLogError as error:
            self._complain(error)
            return
        self._messages.say(f"Undone: {_words(action)}", offer=Offer("Redo", self.redo))
        self.done.emit()

    def redo(self) -> None:
        """Bring back what was taken back last."""
        from app.taking_back import is_asked_again  # noqa: PLC0415 - brings the quiz with it

        log = self._workspace.log
        try:
            action = log.last_undone()
            if action is None:
                self._messages.say("There is nothing to redo.")
                return
            if is_asked_again(log, action, self._session()):
                self._messages.say("This question is being asked again. Answer it, or skip it.")
                return
            log.redo()
        except StudyLogError as error:
            self._complain(error)
            return
        self._messages.say(f"Redone: {_words(action)}", offer=Offer("Undo", self.undo))
        self.done.emit()

    def _complain(self, error: StudyLogError) -> None:
        self._messages.say(f"{error.title} {error.action}", tone="bad")


def _words(action: Action) -> str:
    if action.question is None:
        return action.description
    shown = textwrap.shorten(action.question, _LONGEST, placeholder="…")
    return replace(action, question=shown).description
