"""Hints on a gap, each telling more of what was left out and none telling all of it."""

from __future__ import annotations

from app.quiz.gaps.figures import read_figure
from app.quiz.gaps.gap import Gap
from app.quiz.hints import STEPS
from app.quiz.question import Question, origin_of
from app.study.records import Hint, Origin

ROUGH, CLOSE = 2, 5
"""What a figure is divided by to get how far it may lie below it, first and then."""


def gap_hint(step: int, question: Question) -> Hint:
    """Return a hint on a question with gaps; of two gaps, on the first."""
    gap = question.gaps[0]
    which = " The first of the two gaps:" if len(question.gaps) > 1 else ""
    if step <= 1:
        return Hint(1, f"{which} {_kind(gap)}".strip())
    telling = _range(step, gap) if gap.is_figure else _letters(step, gap)
    return Hint(min(step, STEPS), f"{which} {telling}".strip(), _origin(question))


def _origin(question: Question) -> Origin:
    return origin_of(question.key_points[0].worded_by)


def _kind(gap: Gap) -> str:
    if gap.is_figure:
        return "A percentage is left out." if gap.unit == "%" else "A figure is left out."
    if "-" in gap.text:
        return "A term is left out that is written with a hyphen."
    if gap.text.isupper():
        return "An abbreviation is left out."
    return "One word is left out."


def _letters(step: int, gap: Gap) -> str:
    shown = 1 if step == 2 else max(2, len(gap.text) // 2)
    # Of the shortest terms half the letters are nearly all.
    if shown >= len(gap.text):
        shown = 1
    return f"It begins with “{gap.text[:shown]}” and has {len(gap.text)} letters."


def _range(step: int, gap: Gap) -> str:
    figure = read_figure(gap.text)
    if figure is None or not figure.value:
        return "A figure is left out."
    value = float(figure.value)
    share = 1 / ROUGH if step == 2 else 1 / CLOSE
    # Not in the middle: whoever halves the range must not find the figure.
    least, most = sorted((value * (1 - share), value * (1 + 2 * share)))
    if gap.unit == "%":
        most = min(most, max(100.0, value))
    return f"It lies between {least:,.4g} and {most:,.4g}."
