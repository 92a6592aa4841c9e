"""Questions, and how the authored ones are made from key points."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from app.content.types import KeyPoint, Wording
from app.quiz.gaps.gap import Gap
from app.study.records import Format, Origin

_ASKING = frozenset(["how", "what", "when", "where", "which", "who", "whom", "whose", "why"])


@dataclass(frozen=True)
class Option:
    """One option of a multiple-choice question; ``why`` says what is wrong with a wrong one."""

    text: str
    right: bool
    why: str = ""


@dataclass(frozen=True)
class Question:
    """What the learner is asked.

    Attributes
    ----------
    id : str
        Stable: the key point's id with a suffix for authored ones, the log's id for the model's.
    key_points : tuple of KeyPoint
        What a full answer covers; one, or several for a scenario.
    options : tuple of Option
        Empty unless ``format`` is choice.
    blanks : tuple of str
        Words that are to be filled in; empty unless the text has gaps.
    gaps : tuple of Gap
        What is left out of the text, in order, each to be typed on its own; for cloze only.
    answer : str
        What a good answer says, where that is more than what it says of each key point.
    worded_by : Wording
        Who worded what is asked, options and gaps included; where it is the model, so is `origin`.
    """

    id: str
    text: str
    transition: str
    key_points: tuple[KeyPoint, ...]
    format: Format
    origin: Origin
    options: tuple[Option, ...] = ()
    blanks: tuple[str, ...] = ()
    worded_by: Wording = Wording.AUTHORED
    gaps: tuple[Gap, ...] = ()
    answer: str = ""

    @property
    def skill(self) -> str:
        """Slug of the skill that the question belongs to."""
        return self.key_points[0].skill

    @property
    def model_answer(self) -> str:
        """What a good answer says."""
        return self.answer or " ".join(point.answer for point in self.key_points)

    @property
    def is_prose(self) -> bool:
        """Whether it is answered in the learner's own words, which code alone cannot judge."""
        return self.format in (Format.SHORT, Format.SCENARIO) and not self.blanks

    @property
    def right_option(self) -> int:
        """Index of the right option.

        Raises
        ------
        ValueError
            The question has no options.
        """
        return [option.right for option in self.options].index(True)


def origin_of(wording: Wording) -> Origin:
    """Return what the study log calls somebody's wording: the model's, or not."""
    return Origin.MODEL if wording is Wording.MODEL else Origin.AUTHORED


def short_questions(point: KeyPoint, transition: str) -> list[Question]:
    """Return the authored short-answer questions of a key point."""
    return [
        Question(
            id=f"{point.id}/q{number}",
            text=question.text,
            transition=transition,
            key_points=(point,),
            format=Format.SHORT,
            origin=origin_of(question.worded_by),
            worded_by=question.worded_by,
        )
        for number, question in enumerate(point.questions, 1)
    ]


def choice_question(point: KeyPoint, transition: str, rng: random.Random) -> Question:
    """Return a multiple-choice question: the claim among its misconceptions, in random order."""
    options = [Option(wrong.claim, right=False, why=wrong.why) for wrong in point.misconceptions]
    options.append(Option(point.claim, right=True))
    rng.shuffle(options)
    return Question(
        id=f"{point.id}/choice",
        text=choice_stem(point.topic),
        transition=transition,
        key_points=(point,),
        format=Format.CHOICE,
        origin=origin_of(point.worded_by),
        options=tuple(options),
        worded_by=point.worded_by,
    )


def choice_stem(topic: str) -> str:
    """Return what is asked of a choice; a topic that asks something is no thing to speak about."""
    if topic.split(maxsplit=1)[0] in _ASKING:
        return f"Which of these says correctly {topic}?"
    return f"Which statement about {topic} is right?"


def model_question(
    point: KeyPoint,
    transition: str,
    question_id: str,
    text: str,
    *,
    options: Sequence[str] = (),
    rng: random.Random | None = None,
) -> Question:
    """Return a question in words of the model.

    Parameters
    ----------
    options : sequence of str
        For multiple choice, the right one first; they are shown in random order.
    """
    why = {wrong.claim: wrong.why for wrong in point.misconceptions}
    offered = [
        Option(option, right=not number, why=why.get(option, ""))
        for number, option in enumerate(options)
    ]
    if rng is not None:
        rng.shuffle(offered)
    return Question(
        id=question_id,
        text=text,
        transition=transition,
        key_points=(point,),
        format=Format.CHOICE if options else Format.SHORT,
        origin=Origin.MODEL,
        options=tuple(offered),
        worded_by=Wording.MODEL,
    )
