"""How long a session is: so many questions, or so many minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

SECONDS_PER_QUESTION = 72
"""What a question takes on average, with reading its verdict."""
SECONDS_PER_POINT = 75
"""What each key point of a scenario takes, of which the first minute goes into reading it."""
MOST_QUESTIONS = 200
"""Planned at most for a session of minutes; nobody answers so many in one sitting."""


@dataclass(frozen=True)
class Length:
    """The length that was wished for: ``minutes`` where there are any, else ``questions``."""

    questions: int = 10
    minutes: int = 0

    @property
    def planned(self) -> int:
        """How many key points to plan for."""
        return MOST_QUESTIONS if self.minutes else self.questions

    @property
    def expected(self) -> int:
        """About how many questions are asked, at least one."""
        if not self.minutes:
            return self.questions
        return max(1, round(self.minutes * 60 / SECONDS_PER_QUESTION))

    def is_over(self, began: datetime, now: datetime) -> bool:
        """Tell whether the minutes are over; a question that is in hand may be finished."""
        return bool(self.minutes) and now - began >= timedelta(minutes=self.minutes)

    def seconds_left(self, began: datetime, now: datetime) -> float | None:
        """Return how much of the minutes is left, at least 0; None for a length in questions."""
        if not self.minutes:
            return None
        return max(0.0, self.minutes * 60 - (now - began).total_seconds())
