"""How much there is to learn: figures of the guides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.content.check import longest_share
from app.content.library import Library
from app.content.plaintext import FENCED
from app.content.types import Guide

_DISPLAYED = re.compile(r"\$\$.*?\$\$", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)\s]*\.svg\)")


@dataclass(frozen=True)
class GuideStatistics:
    """Figures of one guide.

    Attributes
    ----------
    words : int
        Words of its text without code and displayed formulas.
    longest_share : float
        Share of multiple-choice items whose right option is the longest, in [0, 1].
    """

    skill: str
    words: int
    key_points: int
    questions: int
    misconceptions: int
    scenarios: int
    diagrams: int
    sources: int
    longest_share: float


def statistics(library: Library, transition: str) -> list[GuideStatistics]:
    """Return the figures of every guide of a transition, in the order of its skills."""
    guides = (library.guide(transition, s.slug) for s in library.transitions[transition].skills)
    return [_figures(guide) for guide in guides if guide is not None]


def _figures(guide: Guide) -> GuideStatistics:
    prose = _DISPLAYED.sub("", FENCED.sub("", guide.source))
    return GuideStatistics(
        skill=guide.skill,
        words=len(_IMAGE.sub("", prose).split()),
        key_points=len(guide.key_points),
        questions=sum(len(point.questions) for point in guide.key_points),
        misconceptions=sum(len(point.misconceptions) for point in guide.key_points),
        scenarios=len(guide.scenarios),
        diagrams=len(_IMAGE.findall(guide.source)),
        sources=len(guide.sources),
        longest_share=round(longest_share(guide.key_points), 3),
    )
