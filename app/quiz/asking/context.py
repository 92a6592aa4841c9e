"""What a candidate is checked against: the guide, the bank, and the model where it can tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.content.types import Guide, KeyPoint
from app.quiz.asking.passage import passage_of
from app.quiz.lexical import Lexicon
from app.study.records import Judgement


class Likelihoods(Protocol):
    """Tells how likely the model finds one text after another."""

    def fluency(self, texts: Sequence[str]) -> list[float]:
        """Return the mean log-probability of each question's tokens, nothing being known."""

    def gains(self, question: str, claims: Sequence[str]) -> list[float]:
        """Return by how much the question makes each claim likelier, in nats per token."""


class Judge(Protocol):
    """Grades answers to a candidate as it would grade a learner's."""

    def judge(
        self, question: str, point: KeyPoint, answers: Sequence[str]
    ) -> list[dict[Judgement, float]]:
        """Return the probability of each judgement, for each answer."""


@dataclass(frozen=True)
class Context:
    """What a candidate is checked against.

    Attributes
    ----------
    passage : str
        Plain text of the guide's section that the key point rests on.
    bank : tuple of str
        Questions that are not to be asked once more: those authored for the same guide, and those
        worded before on the same key point, flagged ones too.
    others : tuple of KeyPoint
        The other key points of the same guide, those most alike first.
    lexicon : Lexicon
        How much each word tells.
    likelihoods : Likelihoods or None
        None where no model can score.
    judge : Judge or None
        None where no model is calibrated to grade.
    """

    passage: str
    bank: tuple[str, ...]
    others: tuple[KeyPoint, ...]
    lexicon: Lexicon
    likelihoods: Likelihoods | None = None
    judge: Judge | None = None


@dataclass(frozen=True)
class Contexts:
    """Makes contexts for the key points of one guide.

    Parameters
    ----------
    guide : Guide
        What the key points belong to.
    likelihoods, judge : optional
        What the model tells.
    """

    guide: Guide
    lexicon: Lexicon
    likelihoods: Likelihoods | None = None
    judge: Judge | None = None

    def of(self, point: KeyPoint, known: Iterable[str] = ()) -> Context:
        """Return the context of a key point; ``known`` are questions worded before, flagged too."""
        authored = (each.text for other in self.guide.key_points for each in other.questions)
        others = [other for other in self.guide.key_points if other.id != point.id]
        others.sort(key=lambda other: -self.lexicon.coverage(point.claim, other.claim))
        return Context(
            passage=passage_of(self.guide, point),
            bank=(*authored, *known),
            others=tuple(others),
            lexicon=self.lexicon,
            likelihoods=self.likelihoods,
            judge=self.judge,
        )
