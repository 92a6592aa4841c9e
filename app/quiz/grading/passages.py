"""The two passages in which an answer is read: after its key point, and before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.model.protocol import Passage
from app.quiz.grading.answers import Rubric
from app.quiz.prompts import PromptTemplate, load_prompt

Span = tuple[int, int]

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\s*\n\s*")
_ANSWER, _REFERENCE = "\ue000", "\ue001"
"""Stand for answer and reference while a template is filled: private characters, so that their
places can be found whatever else the texts contain."""


@dataclass(frozen=True)
class Reading:
    """One answer to be read for one reference.

    Attributes
    ----------
    question, reference, answer : str
        What was asked, what is right, and what was answered.
    misconceptions : tuple of str
        What is wrong but often said; may be empty.
    """

    question: str
    reference: str
    answer: str
    misconceptions: tuple[str, ...] = ()

    @property
    def unanswered(self) -> Reading:
        """The same before anything was answered."""
        return replace(self, answer="")


def reading_of(rubric: Rubric, answer: str) -> Reading:
    """Return an answer to be read for a rubric, compared with the first of its references."""
    return Reading(rubric.question, rubric.references[0], answer, rubric.misconceptions)


@dataclass(frozen=True)
class PassageTemplates:
    """The prompts of both passages."""

    claim_first: PromptTemplate
    answer_first: PromptTemplate

    @classmethod
    def load(cls, folder: Path) -> PassageTemplates:
        """Load both prompts from the folder of prompts.

        Raises
        ------
        ContentError
            A file is missing or is no prompt.
        """
        return cls(
            load_prompt(folder / "grade-claim-first.md"),
            load_prompt(folder / "grade-answer-first.md"),
        )

    @property
    def label(self) -> str:
        """Names and versions of the prompts."""
        return f"{self.claim_first.label} {self.answer_first.label}"

    def passages(self, reading: Reading) -> tuple[Passage, Passage]:
        """Return both passages of a reading.

        In the first the stretches are the sentences of the answer, in order and without gaps, and
        beside them are the reference and each misconception; in the second the one stretch is the
        reference, and the answer is beside it.
        """
        return self._claim_first(reading), self._answer_first(reading)

    def _claim_first(self, reading: Reading) -> Passage:
        prompt = self.claim_first.fill(
            question=reading.question,
            reference=reading.reference,
            wrong=_wrong(reading.misconceptions),
            answer=_ANSWER,
        )
        *before, last = prompt.messages
        # The space before the answer is read as part of its first word.
        start = last.content.rindex(_ANSWER) - 1
        content = last.content[:start] + _spaced(reading.answer)
        spans = tuple((start + a, start + b) for a, b in _tiles(reading.answer))
        beside = []
        for text in reversed((reading.reference, *reading.misconceptions)):
            # From the end, as the question stands before them and might say the same.
            start = content.rindex(f" {text}", 0, start)
            beside.append((start, start + 1 + len(text)))
        messages = (*before, replace(last, content=content))
        return Passage(replace(prompt, messages=messages), spans, beside=tuple(reversed(beside)))

    def _answer_first(self, reading: Reading) -> Passage:
        prompt = self.answer_first.fill(
            question=reading.question, reference=_REFERENCE, answer=_ANSWER
        )
        *before, last = prompt.messages
        start = last.content.rindex(_ANSWER) - 1
        content = last.content[:start] + _spaced(reading.answer)
        place = prompt.reply_start.index(_REFERENCE)
        reply = prompt.reply_start.replace(_REFERENCE, reading.reference)
        return Passage(
            replace(
                prompt,
                messages=(*before, replace(last, content=content)),
                reply_start=reply,
            ),
            ((place - 1, place + len(reading.reference)),),
            in_reply=True,
            beside=((start, len(content)),),
        )


def sentences(answer: str) -> list[Span]:
    """Return where each sentence or line of an answer stands, without the spaces around it."""
    spans = []
    start = 0
    for end, following in [*(m.span() for m in _SENTENCE_END.finditer(answer)), (len(answer),) * 2]:
        text = answer[start:end]
        if text.strip():
            begin = start + len(text) - len(text.lstrip())
            spans.append((begin, begin + len(text.strip())))
        start = following
    return spans


def _tiles(answer: str) -> Sequence[Span]:
    """Return ranges of the spaced answer that follow each other, one for each sentence."""
    if not answer.strip():
        return ()
    starts = [0, *(begin + 1 for begin, _ in sentences(answer)[1:])]
    ends = [*starts[1:], len(answer) + 1]
    return list(zip(starts, ends, strict=True))


def _spaced(answer: str) -> str:
    return f" {answer}" if answer.strip() else ""


def _wrong(misconceptions: Sequence[str]) -> str:
    if not misconceptions:
        return ""
    return "\n".join(["Wrong answers:", *(f"- {each}" for each in misconceptions)]) + "\n\n"
