"""The guides that ship, as what makes and judges gaps sees them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.content.library import Library
from app.content.types import KeyPoint
from app.quiz.gaps.vocabulary import Vocabulary
from app.quiz.lexical import Lexicon

TRANSITION = "machine-learning-engineer"


@pytest.fixture(scope="session")
def all_points(library: Library) -> Sequence[KeyPoint]:
    return library.key_points(TRANSITION)


@pytest.fixture(scope="session")
def vocabulary(library: Library) -> Vocabulary:
    return Vocabulary.of(library.guides.values())


@pytest.fixture(scope="session")
def lexicon(all_points: Sequence[KeyPoint]) -> Lexicon:
    return Lexicon.of(f"{point.claim} {point.answer}" for point in all_points)
