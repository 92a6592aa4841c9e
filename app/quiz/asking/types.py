"""What questions worded by the model are made of, while they are made and checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.content.types import KeyPoint
from app.quiz.asking.context import Context
from app.quiz.question import Option
from app.study.records import Format


class Angle(StrEnum):
    """From which side a question comes at its key point."""

    RECALL = "recall"
    WHY = "why"
    COMPARE = "compare"
    CHOOSE = "choose"
    DEBUG = "debug"
    ESTIMATE = "estimate"


@dataclass(frozen=True)
class Candidate:
    """A question that was worded for a key point and is not accepted yet.

    Attributes
    ----------
    key_point : KeyPoint
        What a full answer says: its claim, no more and no less.
    text : str
        What the learner would read.
    options : tuple of Option
        For multiple choice; empty for a question with a short answer.
    model : str
        Which model worded it.
    prompt : str
        Name and version of the prompt.
    seconds : float
        Wall-clock time that writing it took.
    """

    key_point: KeyPoint
    angle: Angle
    text: str
    options: tuple[Option, ...] = ()
    model: str = ""
    prompt: str = ""
    seconds: float = 0.0

    @property
    def format(self) -> Format:
        """How it is to be answered."""
        return Format.CHOICE if self.options else Format.SHORT


class Needs(StrEnum):
    """What a check needs besides the texts."""

    NOTHING = "nothing"
    SCORES = "log-probabilities"
    GRADER = "a calibrated grader"


Look = Callable[[Candidate, Context], str | None]
"""Says in a few words what is wrong with a candidate, or None."""


@dataclass(frozen=True)
class Check:
    """One named check; calling it returns the reason to refuse a candidate, or None."""

    look: Look
    needs: Needs = Needs.NOTHING

    @property
    def name(self) -> str:
        """What the check is called in the log and in figures."""
        return self.look.__name__

    def applies(self, context: Context) -> bool:
        """Return whether this context has what the check needs."""
        match self.needs:
            case Needs.SCORES:
                return context.likelihoods is not None
            case Needs.GRADER:
                return context.judge is not None
        return True

    def __call__(self, candidate: Candidate, context: Context) -> str | None:
        """Return the reason to refuse, or None; also None where the check does not apply.

        Raises
        ------
        EngineError
            The engine that it needs failed or was cancelled.
        """
        return self.look(candidate, context) if self.applies(context) else None


@dataclass(frozen=True)
class Refused:
    """A candidate that is not shown, with the check that refused it and that check's reason."""

    candidate: Candidate
    check: str
    reason: str


@dataclass(frozen=True)
class Accepted:
    """A candidate that no check is against: it may be shown."""

    candidate: Candidate


Outcome = Accepted | Refused
"""What came of a candidate."""
