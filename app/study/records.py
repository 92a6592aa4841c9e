"""What the study log holds and gives back: plain values without storage, clocks or I/O."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum

from fsrs import Rating, State


class Judgement(StrEnum):
    """What an answer did with one key point."""

    COVERED = "covered"
    PARTLY = "partly"
    MISSED = "missed"
    CONTRADICTED = "contradicted"

    @property
    def credit(self) -> float:
        """Share of the key point that counts as produced, in [0, 1]."""
        return {Judgement.COVERED: 1.0, Judgement.PARTLY: 0.5}.get(self, 0.0)


class Format(StrEnum):
    """How a question is answered."""

    SHORT = "short"
    CHOICE = "choice"
    CLOZE = "cloze"
    SCENARIO = "scenario"

    @classmethod
    def named(cls, name: str) -> Format:
        """Return the format that a log names; one that is not known here reads as a short answer.

        A log may have been merged with that of a later Segue.
        """
        return cls(name) if name in set(cls) else cls.SHORT


class Confidence(IntEnum):
    """How sure the learner was of an answer before its verdict."""

    GUESSING = 1
    FAIRLY_SURE = 2
    CERTAIN = 3


class Origin(StrEnum):
    """Who wrote a text that the learner reads."""

    AUTHORED = "authored"
    MODEL = "model"


class Grader(StrEnum):
    """Who came to a verdict."""

    ENGINE = "engine"
    CODE = "code"
    LEARNER = "learner"


class SessionKind(StrEnum):
    """What a quiz session draws its questions from."""

    TODAY = "today"
    SKILL = "skill"


class ActionKind(StrEnum):
    """What the learner can take back."""

    ANSWER = "answer"
    OVERRULE = "overrule"
    RERATE = "rerate"
    FLAG = "flag"
    SKIP = "skip"
    MARK = "mark"
    MARK_CHANGE = "mark_change"
    SECTION_READ = "section_read"


READING_ACTIONS = (ActionKind.MARK, ActionKind.MARK_CHANGE, ActionKind.SECTION_READ)
"""What is done while reading."""

QUIZ_ACTIONS = tuple(kind for kind in ActionKind if kind not in READING_ACTIONS)
"""What is done in a quiz."""


def score_of(judgements: Iterable[Judgement]) -> float:
    """Return the mean credit of some judgements in [0, 1]; 0 if there are none."""
    credits_ = [judgement.credit for judgement in judgements]
    return sum(credits_) / len(credits_) if credits_ else 0.0


@dataclass(frozen=True)
class Evidence:
    """A span of the answer's text, as ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True)
class PointVerdict:
    """The judgement on one key point; ``confidence`` is in [0, 1]."""

    key_point: str
    judgement: Judgement
    confidence: float
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        _require_share("confidence", self.confidence)


@dataclass(frozen=True)
class Hint:
    """One step of help with a question; ``step`` is from 1 to 3, each telling more."""

    step: int
    text: str
    origin: Origin = Origin.AUTHORED


@dataclass(frozen=True)
class Answer:
    """One answer of the learner, with everything needed to show it again without the content.

    Attributes
    ----------
    session, question_id : str
        Ids of the session, and of the question asked.
    transition, skill : str
        Slugs of what the question belongs to.
    key_points : tuple of str
        Ids of the key points that the question asks for.
    question, text : str
        The words of the question, and of the answer.
    options : tuple of str
        What could be chosen from, in the order shown; empty for a short answer.
    seconds : float
        Time from showing the question to submitting the answer.
    hints : tuple of Hint
        Help that was given before the answer.
    follows : str
        Id of the answer that this one follows up; empty where it is none.
    confidence : Confidence or None
        How sure the learner was; None where nothing was said.
    """

    session: str
    transition: str
    skill: str
    key_points: tuple[str, ...]
    question: str
    question_id: str
    origin: Origin
    format: Format
    text: str
    options: tuple[str, ...] = ()
    seconds: float = 0.0
    hints: tuple[Hint, ...] = ()
    follows: str = ""
    confidence: Confidence | None = None


@dataclass(frozen=True)
class Verdict:
    """What a grader made of the answer with the id ``answer``; the shares are in [0, 1]."""

    answer: str
    points: tuple[PointVerdict, ...]
    score: float
    confidence: float
    grader: Grader
    model: str | None

    def __post_init__(self) -> None:
        _require_share("score", self.score)
        _require_share("confidence", self.confidence)


@dataclass(frozen=True)
class Feedback:
    """What was said about an answer after its verdict."""

    text: str
    origin: Origin


@dataclass(frozen=True)
class LogEntry:
    """One answered question with everything that holds about it now.

    Attributes
    ----------
    id : str
        The answer's id.
    at : datetime
        When it was answered, on the learner's clock of that time.
    verdict : Verdict or None
        The grader's latest verdict as it was given; None while there is none.
    judgements : mapping of str to Judgement
        By key point, the learner's overrules applied.
    ratings : mapping of str to Rating
        By key point, overrules and re-ratings applied.
    flagged : bool
        Whether the question is out of use.
    """

    id: str
    at: datetime
    answer: Answer
    verdict: Verdict | None
    verdict_id: str | None
    judgements: Mapping[str, Judgement]
    ratings: Mapping[str, Rating]
    overruled: bool
    feedback: Feedback | None
    flagged: bool

    @property
    def score(self) -> float | None:
        """The score that holds now, in [0, 1]; None while there is no verdict."""
        if self.overruled:
            return score_of(self.judgements.values())
        return self.verdict.score if self.verdict is not None else None


@dataclass(frozen=True)
class Action:
    """Something the learner did that can be, or was, taken back."""

    kind: ActionKind
    id: str
    at: datetime
    answer: str | None
    question: str | None

    @property
    def description(self) -> str:
        """The action in the learner's words, to follow "Undo" or "Redo"."""
        words = {
            ActionKind.ANSWER: "the answer",
            ActionKind.OVERRULE: "overruling the verdict",
            ActionKind.RERATE: "changing the rating",
            ActionKind.FLAG: "flagging the question",
            ActionKind.SKIP: "skipping a question",
            ActionKind.MARK: "the highlight",
            ActionKind.MARK_CHANGE: "the change to the highlight",
            ActionKind.SECTION_READ: "the tick at a section",
        }[self.kind]
        return f"{words}: “{self.question}”" if self.question else words


@dataclass(frozen=True)
class Card:
    """Where one key point stands in the schedule.

    Attributes
    ----------
    stability : float
        Days after which retrievability has fallen to 0.9.
    difficulty : float
        From 1 to 10.
    due, last_review : datetime
        In UTC.
    introduced : date
        The learner's date of the first review.
    reps, lapses : int
        Reviews that count, and those of them that showed a learnt key point forgotten.
    """

    transition: str
    key_point: str
    skill: str
    state: State
    step: int | None
    stability: float
    difficulty: float
    due: datetime
    last_review: datetime
    introduced: date
    reps: int
    lapses: int


@dataclass(frozen=True)
class SkillProgress:
    """How far one skill has come.

    Attributes
    ----------
    total, seen, due : int
        Key points: all, reviewed at least once, and due now.
    retrievability : float or None
        Mean over those seen, now, in [0, 1]; None before the first review.
    seconds : float
        Time spent answering and reading.
    """

    skill: str
    total: int
    seen: int
    due: int
    retrievability: float | None
    last_reviewed: datetime | None
    seconds: float
    answers: int


def _require_share(name: str, value: float) -> None:
    if not 0.0 <= value <= 1.0:
        raise ValueError(f"{name} must be in [0, 1], not {value}")
