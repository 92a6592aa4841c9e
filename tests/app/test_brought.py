"""Files that somebody brings are told apart before anything is done with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.brought import sort_out, take_transition
from app.content.errors import ContentError
from app.paths import SEEDS

TRANSITION = next(SEEDS.glob("*.md"))


def test_documents_models_and_others_are_told_apart(tmp_path: Path) -> None:
    names = ("a.md", "b.TXT", "c.html", "d.pdf", "small.gguf", "talk.pptx", "README")
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.write_text("words")
    brought = sort_out(paths)
    assert [path.name for path in brought.documents] == ["a.md", "b.TXT", "c.html", "d.pdf"]
    assert [path.name for path in brought.models] == ["small.gguf"]
    assert [path.name for path in brought.refused] == ["talk.pptx", "README"]


def test_a_folder_is_not_taken_whatever_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "notes.md"
    folder.mkdir()
    assert sort_out([folder]).refused == (folder,)


def test_a_transition_is_known_by_its_front_matter_or_its_name(tmp_path: Path) -> None:
    named = tmp_path / "mine.segue.md"
    named.write_text("anything")
    notes = tmp_path / "notes.md"
    notes.write_text("It transformsTo nothing.")
    brought = sort_out([TRANSITION, named, notes])
    assert brought.transitions == (TRANSITION, named)
    assert brought.documents == (notes,)


def test_a_file_that_is_gone_is_still_sorted(tmp_path: Path) -> None:
    assert sort_out([tmp_path / "gone.md"]).documents == (tmp_path / "gone.md",)


def test_a_transition_is_copied_once(tmp_path: Path) -> None:
    for _ in range(2):
        assert take_transition(TRANSITION, tmp_path).slug == TRANSITION.stem
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [TRANSITION.read_bytes()]


def test_another_of_the_same_name_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / TRANSITION.name).write_text("the learner's own words")
    take_transition(TRANSITION, tmp_path)
    assert (tmp_path / TRANSITION.name).read_text() == "the learner's own words"
    assert (tmp_path / f"{TRANSITION.stem}-2.md").read_bytes() == TRANSITION.read_bytes()


def test_what_cannot_be_studied_is_not_copied(tmp_path: Path) -> None:
    bad = tmp_path / "bad.segue.md"
    bad.write_text("---\ntitle: Bad\n---\nNo skills.")
    folder = tmp_path / "own"
    folder.mkdir()
    with pytest.raises(ContentError):
        take_transition(bad, folder)
    assert list(folder.iterdir()) == []
