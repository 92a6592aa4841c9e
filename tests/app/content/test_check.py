"""Each check finds the fault it is named for, and what ships has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.content.check import check_guide, longest_share
from app.content.library import Library, Shelf
from app.content.statistics import statistics
from app.paths import GUIDES

Write = Callable[[str, str], Path]
TRANSITION = "machine-learning-engineer"
SHIPPED = sorted((GUIDES / TRANSITION).glob("*.md"))


@pytest.fixture
def check(
    write: Write, transition_text: str, guide_text: str, tmp_path: Path
) -> Callable[[str, str], list[tuple[int, str]]]:
    """Check the sample guide after replacing some of its text."""

    def check_changed(old: str, new: str) -> list[tuple[int, str]]:
        assert old in guide_text
        write("transitions/clerk.md", transition_text)
        path = write("guides/clerk/learn-latin.md", guide_text.replace(old, new))
        library = Library.load([Shelf(tmp_path / "transitions", tmp_path / "guides")])
        return [(problem.line, problem.rule) for problem in check_guide(path, library)]

    return check_changed


Check = Callable[[str, str], list[tuple[int, str]]]


def test_a_sound_guide_has_no_problem(check: Check) -> None:
    assert check("## Nouns", "## Nouns") == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "claim: Latin nouns fall into five declensions.\n    questions:\n      - text: Into",
            "claim: Old Latin nouns fall into five classes called declensions.\n"
            "    questions:\n      - text: Do old Latin nouns fall into five classes called\n"
            "          declensions, or into",
            (12, "answer-in-question"),
        ),
        ("fall into six declensions", "fall into five declensions", (12, "true-misconception")),
        ("fall into six declensions", "fall into four declensions", (12, "repeated-option")),
        (
            "claim: Latin nouns fall into six declensions.",
            "claim: Latin nouns fall into six declensions, the last of which holds the names of "
            "trees, rivers, winds and months, and a few more besides.",
            (12, "option-length"),
        ),
        ("fall into six declensions.", "fall into six declensions", (12, "option-form")),
        ("year: 1903", "year: 2099", (1, "source-year")),
        ("id: ISBN 978-1585100279", "id: in the attic", (1, "source-id")),
        ("## Nouns", "## Nouns\n\n![A tree](tree.svg)", (30, "image")),
        ("## Nouns", "## Nouns\n\n[see](juggling)", (30, "link")),
        ("## Nouns", "## Nouns\n\n[see](#verbs)", (30, "link")),
        ("## Nouns", "## Nouns\n\n[see](learn-latin#no-such-point)", (30, "link")),
        ("## Nouns", "## Nouns\n\nThe declenssions.", (30, "spelling")),
        ("quote: there are **five**", "quote: there are six", (24, "quote")),
    ],
)
def test_a_fault_is_named_by_line_and_rule(
    check: Check, old: str, new: str, problem: tuple[int, str]
) -> None:
    assert problem in check(old, new)


def test_an_image_needs_words_for_those_who_do_not_see_it(check: Check, tmp_path: Path) -> None:
    (tmp_path / "guides" / "clerk").mkdir(parents=True)
    (tmp_path / "guides" / "clerk" / "tree.svg").write_text("<svg/>")
    assert check("## Nouns", "## Nouns\n\n![ ](tree.svg)") == [(30, "alt-text")]


def test_links_that_lead_somewhere_and_code_are_no_problem(check: Check) -> None:
    text = (
        "## Nouns\n\n[here](#nouns) [there](keep-records) [point](learn-latin#five-declensions) "
        "[web](https://example.org/x)\n\n```python\n![x](nothing.svg) = zzyzx\n```\n"
    )
    assert check("## Nouns", text) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_guide_that_ships_is_clean(path: Path, library: Library) -> None:
    assert [str(problem) for problem in check_guide(path, library)] == []


def test_picking_the_longest_option_is_no_strategy(library: Library) -> None:
    assert longest_share(library.key_points(TRANSITION)) <= 0.30


def test_every_guide_that_ships_is_complete(library: Library) -> None:
    figures = statistics(library, TRANSITION)
    assert len(figures) == 11
    for guide in figures:
        assert 1200 <= guide.words <= 2000, guide
        assert guide.key_points >= 14, guide
        assert guide.questions == 2 * guide.key_points, guide
        assert guide.misconceptions == 3 * guide.key_points, guide
        assert guide.scenarios >= 4, guide
        assert guide.diagrams >= 1, guide
        assert guide.sources >= 6, guide
    assert sum(guide.key_points for guide in figures) >= 160


def test_scenarios_join_key_points_and_questions_come_from_work(library: Library) -> None:
    for guide in library.guides.values():
        assert all(len(scenario.key_points) >= 3 for scenario in guide.scenarios), guide.skill
        for point in guide.key_points:
            assert [question.scenario for question in point.questions] == [False, True], point.id
