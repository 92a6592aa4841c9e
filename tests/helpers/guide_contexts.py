"""What the key points of the guides that ship are checked against, with no model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.content.library import Library
from app.content.types import KeyPoint
from app.quiz.asking.context import Context, Contexts
from app.quiz.lexical import Lexicon


@dataclass(frozen=True)
class Material:
    """Key points and contexts by the key point's id."""

    points: Mapping[str, KeyPoint]
    contexts: Mapping[str, Context]


def material(library: Library, transition: str = "machine-learning-engineer") -> Material:
    """Return all key points of a transition with what they are checked against."""
    points = {point.id: point for point in library.key_points(transition)}
    lexicon = Lexicon.of(f"{point.claim} {point.answer}" for point in points.values())
    contexts = {}
    for guide in library.guides.values():
        if guide.transition == transition:
            made = Contexts(guide, lexicon)
            contexts.update({point.id: made.of(point) for point in guide.key_points})
    return Material(points, contexts)
