"""A guide gives its key points; what is wrong with it is told by line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.content.errors import ContentError
from app.content.guide import load_guide
from app.content.types import Level

Write = Callable[[str, str], Path]


def problems(path: Path) -> list[tuple[int, str]]:
    with pytest.raises(ContentError) as caught:
        load_guide(path, "clerk")
    return [(each.line, each.rule) for each in caught.value.problems]


def test_a_key_point_has_all_that_the_quiz_needs(write: Write, guide_text: str) -> None:
    guide = load_guide(write("learn-latin.md", guide_text), "clerk")
    (point,) = guide.key_points
    assert point.id == "five-declensions"
    assert point.skill == "learn-latin"
    assert point.level is Level.RECALL
    assert point.claim == "Latin nouns fall into five declensions."
    assert [question.text for question in point.questions] == [
        "Into how many declensions do Latin nouns fall?"
    ]
    assert [wrong.claim for wrong in point.misconceptions] == [
        "Latin nouns fall into four declensions.",
        "Latin nouns fall into six declensions.",
    ]
    assert guide.sources["allen1903"].year == 1903
    assert guide.updated == "2026-11-23"


def test_a_quote_is_found_across_lines_and_marks(write: Write, guide_text: str) -> None:
    text = guide_text.replace("quote: there are **five**", "quote: By their stems there are five")
    assert load_guide(write("learn-latin.md", text), "clerk").key_points


@pytest.mark.parametrize(
    ("old", "new", "line", "rule"),
    [
        ("quote: there are **five**", "quote: there are six", 24, "quote"),
        ("sources: [allen1903]", "sources: [nobody]", 25, "source"),
        ("level: recall", "level: expert", 14, "level"),
        ("year: 1903", "year: long ago", 9, "wrong-type"),
        ("skill: learn-latin", "skill: learn-greek", 2, "file-name"),
        ("claim: Latin nouns fall into five", "claim: " + "word " * 40, 15, "long-claim"),
        ("    topic: the number of declensions\n", "", 12, "missing"),
    ],
)
def test_a_bad_field_is_named_by_line_and_rule(
    write: Write, guide_text: str, old: str, new: str, line: int, rule: str
) -> None:
    assert old in guide_text
    found = problems(write("learn-latin.md", guide_text.replace(old, new)))
    assert found == [(line, rule)]


def test_one_misconception_is_too_few(write: Write, guide_text: str) -> None:
    start = guide_text.index("      - claim: Latin nouns fall into six")
    end = guide_text.index("    quote:")
    text = guide_text[:start] + guide_text[end:]
    assert problems(write("learn-latin.md", text)) == [(19, "too-few")]


def test_an_id_used_twice_is_refused(write: Write, guide_text: str) -> None:
    start = guide_text.index("  - id: five-declensions")
    end = guide_text.index("---\n\n## Nouns")
    text = guide_text[:end] + guide_text[start:end] + guide_text[end:]
    assert problems(write("learn-latin.md", text)) == [(26, "repeated-id")]


def test_a_scenario_rests_on_key_points_of_the_guide(write: Write, guide_text: str) -> None:
    scenario = (
        "scenarios:\n  - id: s\n    text: What now?\n"
        "    key_points: [five-declensions, no-such]\n    answer: This.\n---\n\n## Nouns"
    )
    text = guide_text.replace("---\n\n## Nouns", scenario)
    assert problems(write("learn-latin.md", text)) == [(29, "key-point")]
