"""Questions planned in code: what they say comes from the guide, word for word.

A model of this size retells a claim wrongly as often as not (11 of 18 looked at), and of questions
that it writes freely four in ten are good. What it does well is to turn a phrase into a question,
which code can check word by word, and to tell which of several wordings reads best. So a sketch is
one of these two: something to be turned, or wordings to choose from. The latter quote a
misconception, which is a wrong answer that people give, and ask for what is right instead; or they
offer it among the options.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.content.types import KeyPoint
from app.quiz.asking import frames
from app.quiz.asking.causes import causal
from app.quiz.asking.subject import compares, question_on
from app.quiz.asking.tokens import digits, is_part, results, roots, unchanged_part
from app.quiz.asking.types import Angle
from app.quiz.question import Option

RECALL, WHY = "question-recall", "question-why"
"""Prompts for turning an indirect question into a direct one, and a statement into a why."""
FRAMES = "frames/3"
"""What the wordings in `frames` are called in the log; raised with every change to them."""
MOST_WORDS = 70
"""Words of a question that quotes somebody, so that it can be read at a glance."""
WORDINGS = 3
"""Wordings that the model has to choose from: each takes it a second to read."""


SWAPPED = 0.8
"""Overlap (Jaccard) of content words from which a wrong statement is the claim with words swapped.

Read backwards, it gives the answer away."""
TOUCHED, _PART = 0.1, 3
"""Share of the content words of each part of a claim that a wrong statement on it has, with its
topic, so that who corrects it says that part too; a part has so many of them at least."""
_PARTS = re.compile(r"[;:] |, (?:and|while|whereas|but|so|because|since|as when|which) ")
# What follows such words, a question on the topic alone does not ask for.
_BESIDES = re.compile(r"[;:] |, (?:while|whereas|as when)\b")
_MORE = re.compile(rf"{_BESIDES.pattern}|, (?:because|since)\b")


@dataclass(frozen=True)
class Turn:
    """Something that the model turns into a question.

    Attributes
    ----------
    prompt : str
        Name of the prompt.
    phrase : str
        What is turned; the question has all of its words.
    start : str
        How the question begins.
    about : str
        What it is about: its words may be added.
    """

    prompt: str
    phrase: str
    start: str
    about: str


@dataclass(frozen=True)
class Sketch:
    """A planned question: either ``turn`` or some ``wordings``."""

    key_point: KeyPoint
    angle: Angle
    turn: Turn | None = None
    wordings: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()


Draw = Callable[[KeyPoint, Sequence[str], random.Random], Sketch | None]


def sketch(
    point: KeyPoint, angle: Angle, known: Sequence[str], rng: random.Random
) -> Sketch | None:
    """Plan a question from one angle; None where that does not suit the key point.

    Parameters
    ----------
    known : sequence of str
        Questions on it that exist; none of them is planned again.
    """
    return _DRAW[angle](point, known, rng)


def suited(point: KeyPoint) -> tuple[Angle, ...]:
    """Return the angles that suit a key point."""
    rng = random.Random(0)  # noqa: S311 - whether there is a sketch does not hang on it
    return tuple(angle for angle in Angle if sketch(point, angle, (), rng) is not None)


def _recall(point: KeyPoint, _: Sequence[str], __: random.Random) -> Sketch | None:
    question = question_on(point.topic)
    if question is None or compares(point.topic) or _lacks_numbers(point):
        return None
    if _is_asked(question, point) or _MORE.search(point.claim):
        return None
    return Sketch(point, Angle.RECALL, _turned(question))


def _why(point: KeyPoint, _: Sequence[str], __: random.Random) -> Sketch | None:
    found = causal(point.claim)
    if found is None or _BESIDES.search(point.claim):
        return None
    return Sketch(point, Angle.WHY, Turn(WHY, found.effect, "Why", point.topic))


def _compare(point: KeyPoint, known: Sequence[str], rng: random.Random) -> Sketch | None:
    question = question_on(point.topic)
    if question is not None and compares(point.topic):
        return Sketch(point, Angle.COMPARE, _turned(question))
    wrong = sorted(_believed(point), key=len)[:2]
    if results(point) or _are_quoted(wrong, known) or len(wrong) < 2:
        return None
    first, second = rng.sample(wrong, 2)
    return _worded(point, Angle.COMPARE, frames.both(point.topic, first, second), rng)


def _debug(point: KeyPoint, known: Sequence[str], rng: random.Random) -> Sketch | None:
    wrong = _believed(point)
    return _said(point, Angle.DEBUG, wrong, lambda _: frames.CORRECT, known, rng)


def _estimate(point: KeyPoint, known: Sequence[str], rng: random.Random) -> Sketch | None:
    if not results(point):
        return None
    given = roots(point.topic)
    wrong = [each.claim for each in point.misconceptions if digits(roots(each.claim)) - given]
    right = roots(point.claim) | given

    def closings(text: str) -> Sequence[str]:
        # Of several wrong figures it could not be told which one is meant, and a claim that has
        # more to say is not answered by a figure.
        is_one = len(digits(roots(text)) - right) == 1 and not _MORE.search(point.claim)
        return frames.FIGURE if is_one else frames.CORRECT

    return _said(point, Angle.ESTIMATE, wrong, closings, known, rng)


def _choose(point: KeyPoint, known: Sequence[str], rng: random.Random) -> Sketch | None:
    # The options are the same whatever the stem: a second one makes no other question. Others may
    # have the topic, too: of a file of the learner's own it is the subject of the claim.
    stems = frames.choice(point.topic)
    if not set(stems).isdisjoint(known) or _is_asked(point.topic, point):
        return None
    options = (
        Option(point.claim, right=True),
        *(Option(each.claim, right=False, why=each.why) for each in point.misconceptions),
    )
    return _worded(point, Angle.CHOOSE, stems, rng, options)


_DRAW: Mapping[Angle, Draw] = {
    Angle.RECALL: _recall,
    Angle.WHY: _why,
    Angle.COMPARE: _compare,
    Angle.CHOOSE: _choose,
    Angle.DEBUG: _debug,
    Angle.ESTIMATE: _estimate,
}


def _believed(point: KeyPoint) -> list[str]:
    """Return the misconceptions whose correction is the claim, and that are not its reverse."""
    claim = roots(point.claim)
    parts = [words for part in _PARTS.split(point.claim) if len(words := roots(part)) >= _PART]

    def leads_to_all(text: str) -> bool:
        words = roots(f"{point.topic} ; {text}")
        return all(len(part & words) >= TOUCHED * len(part) for part in parts)

    def is_swapped(text: str) -> bool:
        words = roots(text)
        alike = len(words & claim) >= SWAPPED * len(words | claim)
        return alike and not digits(words) - digits(claim)

    return [
        each.claim
        for each in point.misconceptions
        if not is_swapped(each.claim) and leads_to_all(each.claim)
    ]


def _is_asked(text: str, point: KeyPoint) -> bool:
    """Return whether an authored question asks for that already."""
    return any(is_part(text, each.text) for each in point.questions)


def _lacks_numbers(point: KeyPoint) -> bool:
    """Return whether the answer is computed from numbers that the topic does not give.

    What a study found is no such thing: its name gives it.
    """
    return bool(results(point)) and not digits(roots(point.topic))


def _turned(question: str) -> Turn:
    return Turn(RECALL, question, question.split(maxsplit=1)[0].capitalize(), "")


def _said(
    point: KeyPoint,
    angle: Angle,
    wrong: Sequence[str],
    closings: Callable[[str], Sequence[str]],
    known: Sequence[str],
    rng: random.Random,
) -> Sketch | None:
    """Return a question on one of some wrong claims that no question has quoted yet."""
    new = [text for text in wrong if not _are_quoted([text], known)]
    # Another wrong result of the same sum makes no other question.
    if not new or (results(point) and len(new) < len(wrong)):
        return None
    drawn = (
        _worded(point, angle, frames.said(point.topic, text, closings(text)), rng)
        for text in rng.sample(new, len(new))
    )
    return next(filter(None, drawn), None)


def _are_quoted(texts: Sequence[str], known: Sequence[str]) -> bool:
    """Return whether any of the texts stands in a question, as it is or in indirect speech."""
    parts = [unchanged_part(text) for text in texts]
    return any(part in question for part in parts for question in known)


def _worded(
    point: KeyPoint,
    angle: Angle,
    wordings: Sequence[str],
    rng: random.Random,
    options: tuple[Option, ...] = (),
) -> Sketch | None:
    short = [text for text in wordings if len(text.split()) <= MOST_WORDS]
    if not short:
        return None
    chosen = rng.sample(short, min(WORDINGS, len(short)))
    return Sketch(point, angle, wordings=tuple(chosen), options=options)
