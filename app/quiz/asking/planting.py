"""What faults are planted into: an authored question with all that stands around it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.content.types import AuthoredQuestion, KeyPoint
from app.quiz.asking.context import Context
from app.quiz.question import Option


class Fault(StrEnum):
    """What is wrong with a planted question; the value is what people read."""

    TWO_QUESTIONS = "two questions in one"
    CONTAINS_ANSWER = "contains its answer"
    DANGLING = "points at what is not named"
    OTHER_POINT = "aims at another key point"
    FALSE_PREMISE = "presupposes a misconception"
    UNANSWERABLE = "not answered by the passage"
    NUMBER_CHANGED = "a number is changed"
    TOO_LONG = "too long"
    BROKEN_OFF = "broken off"
    YES_NO = "can be answered by yes or no"
    NEAR_DUPLICATE = "repeats a question of the bank"
    FOREIGN_TERMS = "brings in foreign terms"
    MISSPELLED = "misspelled"
    VAGUE = "asks nothing definite"
    TWO_RIGHT = "two options are right"
    WRONG_KEY = "a wrong option is marked right"
    RIGHT_LONGEST = "the right option is the longest"
    OTHER_FORM = "the right option has a form of its own"
    TRUE_BY_PASSAGE = "a wrong option is true by the passage"
    ALL_OF_THE_ABOVE = "an option speaks of the others"
    NEGATED_STEM = "asks what is not so, without emphasis"
    GRAMMATICAL_CUE = "grammar gives the right option away"
    ABSOLUTE_TERMS = "absolute words mark the wrong options"
    IMPLAUSIBLE = "wrong options are about something else"
    SAME_OPTIONS = "two options say the same"


@dataclass(frozen=True)
class Ground:
    """An authored question that a fault is to be planted into.

    Attributes
    ----------
    question : AuthoredQuestion
        One of the key point's questions.
    context : Context
        What candidates for the key point are checked against.
    elsewhere : sequence of KeyPoint
        Key points of other guides.
    rng : random.Random
        Chooses among several ways.
    """

    point: KeyPoint
    question: AuthoredQuestion
    context: Context
    elsewhere: Sequence[KeyPoint]
    rng: random.Random

    @property
    def plain(self) -> str:
        """The key point's question that is not set in a scenario; else the one at hand."""
        return next((each.text for each in self.point.questions if not each.scenario), self.text)

    @property
    def text(self) -> str:
        """The question at hand."""
        return self.question.text


@dataclass(frozen=True)
class Planted:
    """A question with a fault.

    Attributes
    ----------
    used : tuple of str
        Authored questions that stand in it word for word. They are taken out of the bank, so that
        nothing is refused for being taken from there.
    """

    text: str
    options: tuple[Option, ...] = ()
    used: tuple[str, ...] = ()


Planter = Callable[[Ground], Planted | None]
"""Plants one kind of fault; None where the question does not lend itself to it."""
