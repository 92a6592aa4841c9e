"""Mutants: authored questions with a fault planted into each, to test the checks with.

Every kind of fault is one that small models make. What is planted is drawn with a seed of its own
for each kind and key point, so that the same content gives the same mutants, and one kind more
changes none of the others.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from app.content.types import AuthoredQuestion, KeyPoint
from app.quiz.asking.context import Context
from app.quiz.asking.option_faults import OPTION_FAULTS
from app.quiz.asking.planting import Fault, Ground, Planted, Planter
from app.quiz.asking.text_faults import TEXT_FAULTS
from app.quiz.asking.types import Angle, Candidate
from app.quiz.question import choice_question, choice_stem

EACH = 20
"""Mutants of each kind."""
PLANTERS: Mapping[Fault, Planter] = {**TEXT_FAULTS, **OPTION_FAULTS}


@dataclass(frozen=True)
class Mutant:
    """A faulty candidate, with what it is to be checked against."""

    fault: Fault
    candidate: Candidate
    context: Context
    original: str


@dataclass(frozen=True)
class Sample:
    """A good candidate: one of our own questions, with what it is to be checked against."""

    candidate: Candidate
    context: Context


def make_mutants(
    contexts: Mapping[str, Context],
    points: Mapping[str, KeyPoint],
    *,
    each: int = EACH,
    seed: int = 0,
) -> list[Mutant]:
    """Plant every kind of fault into authored questions, one mutant of a kind for a key point.

    Parameters
    ----------
    contexts : mapping
        What candidates for each key point are checked against, by the key point's id.
    points : mapping
        The same key points by id.
    each : int
        How many of each kind; fewer come where fewer key points lend themselves to it.
    """
    mutants: list[Mutant] = []
    for fault in Fault:
        found = _mutants(fault, contexts, points, seed)
        mutants += islice(found, each)
    return mutants


def authored(contexts: Mapping[str, Context], points: Mapping[str, KeyPoint]) -> Iterator[Sample]:
    """Yield all authored questions as candidates, with banks that lack the question itself.

    Of a multiple choice that is the short questions, which ask the same.
    """
    for point in points.values():
        for question in point.questions:
            candidate = Candidate(point, angle_of(question), question.text)
            yield Sample(candidate, _without(contexts[point.id], (question.text,)))
        choice = choice_question(point, "", random.Random(point.id))  # noqa: S311 - an order
        candidate = Candidate(point, Angle.CHOOSE, choice.text, choice.options)
        yield Sample(candidate, _without(contexts[point.id], _texts(point)))


def angle_of(question: AuthoredQuestion) -> Angle:
    """Return the angle that one of our own questions comes from, by its first words."""
    text = question.text.lower()
    for angle, signs in _SIGNS.items():
        if any(sign in text for sign in signs):
            return angle
    return Angle.DEBUG if question.scenario else Angle.RECALL


_SIGNS = {
    Angle.ESTIMATE: ("how many", "how much", "how large", "what share", "how often", "about how"),
    Angle.COMPARE: ("differ", "compare", "instead of", "which of the two"),
    Angle.WHY: ("why ", "what explains"),
}


def _mutants(
    fault: Fault, contexts: Mapping[str, Context], points: Mapping[str, KeyPoint], seed: int
) -> Iterator[Mutant]:
    """Yield the mutants of one kind, key points of all guides mixed."""
    order = sorted(points)
    _drawn(seed, fault).shuffle(order)
    for key in order:
        point, context = points[key], contexts[key]
        rng = _drawn(seed, f"{fault}/{key}")
        question = rng.choice(point.questions)
        elsewhere = [other for other in points.values() if other.skill != point.skill]
        planted = PLANTERS[fault](Ground(point, question, context, elsewhere, rng))
        if planted is not None:
            angle = Angle.CHOOSE if planted.options else angle_of(question)
            yield Mutant(
                fault=fault,
                candidate=Candidate(point, angle, planted.text, planted.options),
                context=_without(context, _texts(point) if planted.options else planted.used),
                original=_original(planted, point, question),
            )


def _texts(point: KeyPoint) -> tuple[str, ...]:
    """Return the short questions of a key point: its choice asks the same in another format."""
    return tuple(question.text for question in point.questions)


def _original(planted: Planted, point: KeyPoint, question: AuthoredQuestion) -> str:
    if planted.options:
        return choice_stem(point.topic)
    return planted.used[0] if planted.used else question.text


def _without(context: Context, texts: tuple[str, ...]) -> Context:
    return replace(context, bank=tuple(each for each in context.bank if each not in texts))


def _drawn(seed: int, what: str) -> random.Random:
    return random.Random(f"{seed}/{what}")  # noqa: S311 - variety, not secrecy
