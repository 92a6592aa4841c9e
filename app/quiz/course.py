"""The course of a session: which question comes next, and when there is none more."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from app.quiz.aid import Aid
from app.quiz.asking.ahead import AHEAD, Wish
from app.quiz.asking.supply import QuestionSupply
from app.quiz.items import Item
from app.quiz.length import Length
from app.quiz.outcome import Outcome
from app.quiz.question import Question
from app.study.log import StudyLog
from app.study.records import Format

if TYPE_CHECKING:
    from app.quiz.asking.asker import Asker


class Course:
    """Goes through the items of a session, with a follow-up after a miss.

    Parameters
    ----------
    instead_of_gaps : Format
        How a key point is asked whose claim has nothing to leave out.

    Attributes
    ----------
    items : tuple of Item
        What is asked, in order.
    supply : QuestionSupply
        Where single questions come from.
    position : int
        Number of the item that was asked last, from 1; 0 before the first.
    follow_up_misses : bool
        Whether a miss is followed by one narrower question.
    """

    def __init__(
        self,
        items: tuple[Item, ...],
        log: StudyLog,
        transition: str,
        *,
        length: Length,
        aid: Aid | None,
        asker: Asker | None,
        instead_of_gaps: Format,
        rng: random.Random,
        clock: Callable[[], datetime],
    ) -> None:
        self.items = items
        self.supply = QuestionSupply(log, transition, asker=asker, rng=rng)
        self.position = 0
        self.follow_up_misses = aid is not None
        self._log = log
        self._transition = transition
        self._length = length
        self._aid = aid
        self._instead_of_gaps = instead_of_gaps
        self._clock = clock
        self._began = clock()
        self._followed: set[str] = set()

    @property
    def is_over(self) -> bool:
        """Whether the minutes are over, if it is a session of minutes."""
        return self._length.is_over(self._began, self._clock())

    @property
    def seconds_left(self) -> float | None:
        """How much is left of a session of minutes; None for one of so many questions."""
        return self._length.seconds_left(self._began, self._clock())

    def next_planned(self) -> Question | None:
        """Go on to the next item that has a question, and return that; None at the end."""
        while self.position < len(self.items):
            self.position += 1
            question = self._question(self.items[self.position - 1])
            if question is not None:
                return question
        return None

    def follow_up(self, outcome: Outcome, sure_from: float) -> Question | None:
        """Return one narrower question on what an answer missed, the first time it is asked for."""
        if self._aid is None or not self.follow_up_misses:
            return None
        if outcome.follows or outcome.answer_id in self._followed:
            return None
        question = self._aid.follow_up(outcome, self._log, sure_from)
        if question is not None:
            self._followed.add(outcome.answer_id)
        return question

    def go_back(self, outcome: Outcome, position: int) -> None:
        """Go back to where an answer was given, which may be followed up anew."""
        self.position = position
        self._followed.discard(outcome.answer_id)

    def wishes(self) -> list[Wish]:
        """Return what the model may word questions for: the next items that are asked so."""
        ahead = self.items[self.position : self.position + AHEAD]
        # Gaps are made in code, and scenarios are ours.
        return [
            (item.point, item.format)
            for item in ahead
            if item.format in (Format.SHORT, Format.CHOICE)
        ]

    def _question(self, item: Item) -> Question | None:
        """Return what to ask; None when all questions on a key point were flagged."""
        if item.scenario is not None:
            return item.scenario
        wanted = item.format
        if wanted is Format.CLOZE:
            gaps = (
                self._aid.gap_question(item.point, self._transition, self._log)
                if self._aid is not None
                else None
            )
            if gaps is not None:
                return gaps
            wanted = self._instead_of_gaps
        return self.supply.question(item.point, wanted)
