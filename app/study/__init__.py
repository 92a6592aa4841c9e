"""The study log, and what follows from it: the schedule and the learner's progress."""

from __future__ import annotations

from app.study.errors import Cause, StudyLogError
from app.study.log import StudyLog
from app.study.records import (
    Action,
    ActionKind,
    Answer,
    Card,
    Confidence,
    Evidence,
    Feedback,
    Format,
    Grader,
    Judgement,
    LogEntry,
    Origin,
    PointVerdict,
    SessionKind,
    SkillProgress,
    Verdict,
    score_of,
)
from app.study.store import local_now

__all__ = [
    "Action",
    "ActionKind",
    "Answer",
    "Card",
    "Cause",
    "Confidence",
    "Evidence",
    "Feedback",
    "Format",
    "Grader",
    "Judgement",
    "LogEntry",
    "Origin",
    "PointVerdict",
    "SessionKind",
    "SkillProgress",
    "StudyLog",
    "StudyLogError",
    "Verdict",
    "local_now",
    "score_of",
]
