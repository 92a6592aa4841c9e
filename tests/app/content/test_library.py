"""The library holds everything that is sound, and says what is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.content.library import Library, Shelf
from app.paths import GUIDES, SEEDS

Write = Callable[[str, str], Path]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "transitions", tmp_path / "guides")


def test_what_ships_is_sound_and_every_skill_can_be_quizzed() -> None:
    library = Library.load([Shelf(SEEDS, GUIDES)])
    assert library.problems == []
    transition = library.transitions["machine-learning-engineer"]
    for skill in transition.skills:
        assert len(library.key_points(transition.slug, skill.slug)) >= 4, skill.slug


def test_a_bad_file_never_stops_the_others(
    write: Write, shelf: Shelf, transition_text: str
) -> None:
    write("transitions/a-bad.md", "no front matter")
    write("transitions/b-good.md", transition_text)
    write("transitions/notes.txt", "not looked at")
    write("transitions/README.md", "not looked at")
    library = Library.load([shelf])
    assert list(library.transitions) == ["clerk"]
    assert [(each.path.name, each.line) for each in library.problems] == [("a-bad.md", 1)]


def test_of_two_with_one_slug_the_first_stays(
    write: Write, shelf: Shelf, transition_text: str
) -> None:
    first = write("transitions/a.md", transition_text)
    write("transitions/b.md", transition_text.replace("Archivist", "Librarian"))
    library = Library.load([shelf])
    assert library.transitions["clerk"].transforms_to == "Archivist"
    (problem,) = library.problems
    assert problem.path.name == "b.md"
    assert str(first) in problem.reason


def test_key_points_are_found_by_skill_and_by_id(
    write: Write, shelf: Shelf, transition_text: str, guide_text: str
) -> None:
    write("transitions/clerk.md", transition_text)
    write("guides/clerk/learn-latin.md", guide_text)
    library = Library.load([shelf])
    (point,) = library.key_points("clerk")
    assert library.key_points("clerk", "learn-latin") == (point,)
    assert library.key_points("clerk", "keep-records") == ()
    assert library.key_point_ids("clerk") == {
        "keep-records": [],
        "read-old-hands": [],
        "learn-latin": ["five-declensions"],
    }
    assert library.key_point("clerk", "five-declensions") is point
    assert library.key_point("clerk", "gone") is None


@pytest.mark.parametrize(
    ("name", "old", "new", "rule"),
    [
        ("juggle.md", "skill: learn-latin", "skill: juggle", "unknown-skill"),
        ("keep-records.md", "skill: learn-latin", "skill: keep-records", "repeated-id"),
    ],
)
def test_a_guide_in_the_wrong_place_is_a_problem(
    write: Write,
    shelf: Shelf,
    transition_text: str,
    guide_text: str,
    name: str,
    old: str,
    new: str,
    rule: str,
) -> None:
    write("transitions/clerk.md", transition_text)
    write("guides/clerk/a.md".replace("a.md", "learn-latin.md"), guide_text)
    write(f"guides/clerk/{name}", guide_text.replace(old, new))
    library = Library.load([shelf])
    assert [each.rule for each in library.problems] == [rule]
    assert len(library.key_points("clerk")) == 1


def test_folders_that_do_not_exist_are_empty(shelf: Shelf) -> None:
    library = Library.load([shelf])
    assert (library.transitions, library.problems) == ({}, [])
