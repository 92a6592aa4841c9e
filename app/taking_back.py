"""Undo and redo from anywhere, beside a quiz session that may be under way."""

from __future__ import annotations

from app.quiz.session import QuizSession
from app.study.log import StudyLog
from app.study.records import Action


def is_of_session(action: Action, session: QuizSession | None) -> bool:
    """Tell whether something was done in a session, which must then take it back itself."""
    if session is None or action.answer is None:
        return False
    return any(outcome.answer_id == action.answer for outcome in session.outcomes)


def is_asked_again(log: StudyLog, action: Action, session: QuizSession | None) -> bool:
    """Tell whether an answer that was taken back is being asked for again just now.

    Bringing it back would have the same question answered twice.

    Raises
    ------
    StudyLogError
        The log cannot be read.
    """
    if session is None or session.current is None or action.answer is None:
        return False
    asked = [point.id for point in session.current.key_points]
    return list(log.entry(action.answer).answer.key_points) == asked
