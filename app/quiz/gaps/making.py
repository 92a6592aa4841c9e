"""Questions with gaps, made of the claims of key points."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from app.content.types import KeyPoint
from app.quiz.cloze import GAP
from app.quiz.gaps.choice import Place, places
from app.quiz.gaps.vocabulary import Vocabulary
from app.quiz.lexical import Lexicon
from app.quiz.question import Question, origin_of
from app.study.records import Format

LONG = 18
"""Words of a claim from which two gaps leave enough to go by."""
STRONG = 3.0
"""Worth of a place that is good enough to stand beside another."""

_NOT_IN_ID = re.compile(r"[^\w.+-]+")


def gap_questions(
    point: KeyPoint, transition: str, lexicon: Lexicon, vocabulary: Vocabulary
) -> list[Question]:
    """Return questions with one or two gaps on a key point, the best first; maybe none."""
    found = places(point, lexicon, vocabulary)
    strong = [place for place in found if place.worth >= STRONG]
    asked: list[Sequence[Place]] = [[place] for place in found]
    if len(strong) > 1 and len(point.claim.split()) >= LONG:
        # What was asked one by one is asked together in the end.
        asked.append(sorted(strong[:2], key=lambda place: place.start))
    return [_question(point, transition, each) for each in asked]


def _question(point: KeyPoint, transition: str, left_out: Sequence[Place]) -> Question:
    text, end = "", 0
    for place in left_out:
        text += point.claim[end : place.start] + GAP
        end = place.end
    text += point.claim[end:]
    gaps = tuple(place.gap for place in left_out)
    # The words are part of the id: with another gap it is another question.
    name = "+".join(_NOT_IN_ID.sub("-", gap.text.lower()) for gap in gaps)
    return Question(
        id=f"{point.id}/gap:{name}",
        text=text,
        transition=transition,
        key_points=(point,),
        format=Format.CLOZE,
        origin=origin_of(point.worded_by),
        gaps=gaps,
        worded_by=point.worded_by,
    )


def least_asked(
    questions: Sequence[Question], flagged: Collection[str], times: Mapping[str, int]
) -> Question | None:
    """Return the question that was asked least, of equals the best; None if all are flagged."""
    usable = [question for question in questions if question.id not in flagged]
    return min(usable, key=lambda question: times.get(question.id, 0), default=None)
