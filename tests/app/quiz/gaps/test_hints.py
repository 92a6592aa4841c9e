"""Hints on a gap tell more and more, and never all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.content.types import KeyPoint
from app.quiz.gaps.gap import Gap
from app.quiz.gaps.hints import gap_hint
from app.quiz.question import Question
from app.study.records import Format, Origin

STEPS = (1, 2, 3)


def asked(point: KeyPoint, *gaps: Gap) -> Question:
    return Question("q", "____", "mle", (point,), Format.CLOZE, Origin.AUTHORED, gaps=gaps)


@pytest.mark.parametrize("term", ["grid", "quantization", "KV", "weight-only"])
def test_no_hint_has_the_term(all_points: Sequence[KeyPoint], term: str) -> None:
    texts = [gap_hint(step, asked(all_points[0], Gap(term))).text for step in STEPS]
    assert not any(term.lower() in text.lower() for text in texts)
    assert f"“{term[0]}”" in texts[1]


@pytest.mark.parametrize(("figure", "value"), [("4.5", 4.5), ("3,072", 3072.0), ("0.008", 0.008)])
def test_a_figure_lies_in_ranges_that_grow_narrower(
    all_points: Sequence[KeyPoint], figure: str, value: float
) -> None:
    ranges = []
    for step in (2, 3):
        text = gap_hint(step, asked(all_points[0], Gap(figure, is_figure=True))).text
        least, most = text.removeprefix("It lies between ").removesuffix(".").split(" and ")
        ranges.append((float(least.replace(",", "")), float(most.replace(",", ""))))
        assert figure not in (least, most)
    for least, most in ranges:
        assert least < value < most
        assert (least + most) / 2 != pytest.approx(value)
    assert ranges[0][0] < ranges[1][0]
    assert ranges[0][1] > ranges[1][1]


def test_a_percentage_stays_one(all_points: Sequence[KeyPoint]) -> None:
    gap = Gap("84", is_figure=True, unit="%")
    assert gap_hint(1, asked(all_points[0], gap)).text == "A percentage is left out."
    assert gap_hint(2, asked(all_points[0], gap)).text.endswith("and 100.")


def test_of_two_gaps_it_is_about_the_first(all_points: Sequence[KeyPoint]) -> None:
    question = asked(all_points[0], Gap("grid"), Gap("scale"))
    assert gap_hint(2, question).text.startswith("The first of the two gaps: It begins with “g”")
