"""The things that content is made of: plain values without clocks, ids of storage, or I/O."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """Which section of the transition a skill stands in, or that it was added by the learner."""

    CAPABILITY = "capability"
    PRACTICE = "practice"
    MATERIAL = "material"  # a document of the learner's own


class Level(StrEnum):
    """What a key point asks of the learner (the taxonomy of Anderson et al. 2001, abridged)."""

    RECALL = "recall"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"


class Wording(StrEnum):
    """Who worded a text that is asked or shown."""

    AUTHORED = "authored"  # a guide that was written and read by people
    DOCUMENT = "document"  # the learner's own file, or code from its words
    MODEL = "model"
    LEARNER = "learner"


@dataclass(frozen=True)
class Skill:
    """One thing that a transition says to learn."""

    slug: str
    lead: str
    body: str
    kind: Kind
    line: int


@dataclass(frozen=True)
class Transition:
    """How a job changes and what to learn for it; ``source`` is Markdown without front matter."""

    slug: str
    title: str
    transforms_to: str
    category: str
    skills: tuple[Skill, ...]
    source: str
    path: Path

    def skill(self, slug: str) -> Skill:
        """Return the skill with this slug.

        Raises
        ------
        KeyError
            The transition has no such skill.
        """
        for skill in self.skills:
            if skill.slug == slug:
                return skill
        raise KeyError(slug)


@dataclass(frozen=True)
class Source:
    """A work of the literature that key points rest on."""

    key: str
    authors: str
    title: str
    year: int
    id: str


@dataclass(frozen=True)
class Misconception:
    """A wrong claim that people really hold, and why it is wrong."""

    claim: str
    why: str


@dataclass(frozen=True)
class AuthoredQuestion:
    """A question that belongs to a key point; ``scenario`` marks one set in a real situation."""

    text: str
    scenario: bool = False
    worded_by: Wording = Wording.AUTHORED


@dataclass(frozen=True)
class KeyPoint:
    """One atomic claim that the learner should be able to produce; it is what gets scheduled.

    Attributes
    ----------
    id : str
        Unique among all guides of a transition, stable for ever: the study log refers to it.
    topic : str
        What the claim is about, as a short noun phrase that does not give it away.
    claim, answer : str
        The claim itself, and a model answer to its questions.
    quote : str
        Verbatim words of the guide that the claim rests on.
    line : int
        Where the key point stands in the guide's file, from 1.
    worded_by : Wording
        Who worded the claim, and with it the answer.
    """

    id: str
    skill: str
    topic: str
    claim: str
    level: Level
    questions: tuple[AuthoredQuestion, ...]
    answer: str
    misconceptions: tuple[Misconception, ...]
    quote: str
    sources: tuple[str, ...]
    line: int
    worded_by: Wording = Wording.AUTHORED


@dataclass(frozen=True)
class Scenario:
    """An open problem from real work that several key points together answer."""

    id: str
    skill: str
    text: str
    key_points: tuple[str, ...]
    answer: str
    line: int


@dataclass(frozen=True)
class Guide:
    """Our study text for one skill; ``source`` is the Markdown below the front matter."""

    transition: str
    skill: str
    title: str
    updated: str
    sources: dict[str, Source]
    key_points: tuple[KeyPoint, ...]
    scenarios: tuple[Scenario, ...]
    source: str
    body_line: int
    path: Path
