"""The library that is kept is the library that would be read, or it is not used."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.content import library_cache
from app.content.library import Library, Shelf
from app.content.library_cache import load_kept
from app.paths import GUIDES, SEEDS

Write = Callable[[str, str], Path]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "library.json"


@pytest.fixture
def shelf(tmp_path: Path, write: Write, transition_text: str, guide_text: str) -> Shelf:
    """A shelf with one transition, one guide, and one file that is neither."""
    write("transitions/clerk.md", transition_text)
    write("transitions/bad.md", "no front matter")
    write("guides/clerk/learn-latin.md", guide_text)
    return Shelf(tmp_path / "transitions", tmp_path / "guides")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One item for each time that the documents themselves are read."""
    counted: list[int] = []
    load = Library.load

    def counting(shelves: list[Shelf]) -> Library:
        counted.append(len(shelves))
        return load(shelves)

    monkeypatch.setattr(Library, "load", counting)
    return counted


def test_everything_that_ships_comes_back_as_it_was(
    cache: Path, library: Library, reads: list[int]
) -> None:
    shelves = [Shelf(SEEDS, GUIDES)]
    assert load_kept(shelves, cache) == library
    kept = load_kept(shelves, cache)
    assert reads == [1]
    assert kept == library
    for (slug, skill), guide in library.guides.items():
        assert kept.key_points(slug, skill) == guide.key_points
        for point in guide.key_points:
            assert hash(kept.key_point(slug, point.id)) == hash(point)


def test_problems_are_kept_too(cache: Path, shelf: Shelf, reads: list[int]) -> None:
    first, second = load_kept([shelf], cache), load_kept([shelf], cache)
    assert reads == [1]
    assert [problem.path.name for problem in second.problems] == ["bad.md"]
    assert second == first
    assert second.problems[0].path == shelf.transitions / "bad.md"


@pytest.mark.skipif(sys.platform == "darwin", reason="its names of files are text")
def test_a_files_name_need_not_be_text(cache: Path, shelf: Shelf, reads: list[int]) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    (shelf.transitions / name).write_text("no front matter")
    assert load_kept([shelf], cache) == load_kept([shelf], cache)
    assert reads == [1]
    assert name in {problem.path.name for problem in load_kept([shelf], cache).problems}


@pytest.mark.parametrize("change", ["edited", "added", "removed", "renamed", "hidden"])
def test_any_change_of_a_document_is_noticed(
    cache: Path, shelf: Shelf, write: Write, guide_text: str, change: str
) -> None:
    load_kept([shelf], cache)
    guide = shelf.guides / "clerk" / "learn-latin.md"
    match change:
        case "edited":
            before = guide.stat()
            guide.write_text(guide_text.replace("five declensions", "five declinings"))
            # As some programs do, which put the time of a file back.
            os.utime(guide, ns=(before.st_atime_ns, before.st_mtime_ns))
        case "added":
            write("transitions/b.md", "no front matter either")
        case "removed":
            guide.unlink()
        case "renamed":
            guide.rename(guide.with_name("latin.md"))
        case "hidden":
            guide.chmod(0o000)
    assert load_kept([shelf], cache) == Library.load([shelf])


def test_another_release_reads_anew(
    cache: Path, shelf: Shelf, reads: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    load_kept([shelf], cache)
    newer = tmp_path / "newer"
    newer.mkdir()
    (newer / "library_cache.py").write_text("# reads one thing more")
    monkeypatch.setattr(library_cache, "__file__", str(newer / "library_cache.py"))
    load_kept([shelf], cache)
    assert reads == [1, 1]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[]", b"null", b'{"state": 3}', b"[" * 100_000, b'{"state": NaN}'],
    ids=["empty", "no text", "list", "null", "no library", "deep", "no number"],
)
def test_a_cache_that_is_none_is_made_anew(cache: Path, shelf: Shelf, content: bytes) -> None:
    cache.write_bytes(content)
    library = load_kept([shelf], cache)
    assert library == Library.load([shelf])
    assert json.loads(cache.read_bytes())["state"]


def test_a_cache_with_other_fields_is_made_anew(
    cache: Path, shelf: Shelf, reads: list[int]
) -> None:
    load_kept([shelf], cache)
    kept = json.loads(cache.read_bytes())
    kept["guides"][0]["key_points"][0]["colour"] = "green"
    cache.write_text(json.dumps(kept))
    assert load_kept([shelf], cache) == Library.load([shelf])
    assert load_kept([shelf], cache).key_point("clerk", "five-declensions") is not None
    assert reads[:2] == [1, 1]


def test_where_nothing_can_be_kept_everything_is_read(
    shelf: Shelf, reads: list[int], tmp_path: Path
) -> None:
    nowhere = tmp_path / "gone" / "library.json"
    assert load_kept([shelf], nowhere) == load_kept([shelf], nowhere)
    assert reads == [1, 1]
    taken = tmp_path / "folder.json"
    taken.mkdir()
    load_kept([shelf], taken)
    assert [file.name for file in tmp_path.iterdir() if "folder.json" in file.name] == [
        "folder.json"
    ]
