"""Files that are added: copied, read, never run; what is wrong with one is said."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.material.adding import add_file, copy_of
from app.material.errors import MaterialError
from app.material.records import Document, FileKind
from app.material.store import MaterialStore
from tests.helpers.papers import make_lines, make_long

Add = Callable[[Path], Document]


def test_a_file_is_copied_by_its_hash_and_the_original_may_go(
    add: Add, notes: Path, folder: Path, store: MaterialStore
) -> None:
    content = notes.read_bytes()
    document = add(notes)
    notes.unlink()
    copy = copy_of(folder, document.hash, document.kind)
    assert copy.name == f"{hashlib.sha256(content).hexdigest()}.md"
    assert copy.read_bytes() == content
    assert not os.access(copy, os.X_OK)
    assert (document.name, document.title) == ("cache-notes.md", "How the page cache works")
    assert store.sections(document.id)


def test_the_same_bytes_are_one_document(add: Add, notes: Path, tmp_path: Path) -> None:
    other = tmp_path / "copy.md"
    other.write_bytes(notes.read_bytes())
    assert add(other) == add(notes)


def test_a_file_that_was_taken_away_comes_back_when_it_is_added_again(
    add: Add, notes: Path, store: MaterialStore
) -> None:
    first = add(notes)
    store.remove_document(first.id)
    assert store.documents() == []
    assert add(notes) == first
    assert store.documents() == [first]
    # There is nothing left that undoing could bring back a second time.
    assert store.undo() is None


def test_a_copy_that_is_missing_comes_back_when_the_file_is_added_again(
    add: Add, notes: Path, folder: Path
) -> None:
    document = add(notes)
    copy = copy_of(folder, document.hash, document.kind)
    copy.unlink()
    assert add(notes) == document
    assert copy.read_bytes() == notes.read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="names are no bytes there")
def test_a_name_that_is_not_utf_8_is_shown_as_far_as_it_can_be(add: Add, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/r\xe9sum\xe9.md"))
    path.write_text("only words")
    document = add(path)
    assert (document.name, document.title) == ("r\ufffdsum\ufffd.md", "r\ufffdsum\ufffd")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.md", b"# A\n\nText.", FileKind.MARKDOWN),
        ("a.MARKDOWN", b"Text.", FileKind.MARKDOWN),
        ("a.txt", "Größe in Latin-1.".encode("latin-1"), FileKind.TEXT),
        ("a.htm", b"<p>Text.</p>", FileKind.HTML),
    ],
)
def test_each_kind_is_known_by_its_name(
    add: Add, tmp_path: Path, name: str, content: bytes, kind: FileKind
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    document = add(path)
    assert document.kind is kind
    assert document.characters > 0


def test_a_pdf_is_known_by_its_beginning(add: Add, tmp_path: Path, paper: Path) -> None:
    renamed = tmp_path / "paper.txt"
    renamed.write_bytes(paper.read_bytes())
    document = add(renamed)
    assert (document.kind, document.pages) == (FileKind.PDF, 3)


def test_a_title_is_the_files_own_then_its_name(add: Add, tmp_path: Path) -> None:
    path = tmp_path / "design_of-the cache.txt"
    path.write_text("only words")
    assert add(path).title == "design of the cache"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.docx", b"PK\x03\x04....", "is a Word, EPUB or ZIP file"),
        ("a.md", b"PK\x03\x04....", "is a Word, EPUB or ZIP file"),
        ("a.exe", b"MZ\x90\x00", "is a program"),
        ("a.png", b"\x89PNG\r\n", "is a picture"),
        ("a.xyz", b"words", r"is of no kind known here: \.md"),
        ("a.pdf", b"words", "is no PDF, whatever its name says"),
        ("a.txt", b"", "is empty"),
        ("a.pdf", b"%PDF-1.4 and no more", "is damaged or no PDF"),
        ("a.html", b"<script>1</script>", "has no text"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name_and_leaves_nothing(
    add: Add,
    store: MaterialStore,
    folder: Path,
    tmp_path: Path,
    name: str,
    content: bytes,
    reason: str,
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(MaterialError, match=rf"{name}: {reason}"):
        add(path)
    assert store.documents() == []
    assert [each.name for each in folder.iterdir() if not each.name.startswith("material.db")] == []


def test_a_binary_file_is_refused_with_its_line(add: Add, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\ntwo\n\x00three")
    with pytest.raises(MaterialError, match=r"a\.txt:3: contains a NUL byte"):
        add(path)


def test_a_locked_pdf_is_refused(add: Add, tmp_path: Path) -> None:
    with pytest.raises(MaterialError, match=r"locked\.pdf: is encrypted"):
        add(make_lines(tmp_path / "locked.pdf", ["Secret."], password="sesame"))


def test_a_file_that_is_too_large_is_refused(add: Add, tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "large.md"
    path.write_bytes(b"words " * 1_500_000)
    with pytest.raises(MaterialError, match=r"large\.md: is larger than 8 MB"):
        add(path)
    assert not list(folder.glob(".adding-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes")
def test_a_pipe_is_not_waited_for(add: Add, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    with pytest.raises(MaterialError, match="is not a file"):
        add(pipe)


def test_a_file_that_is_not_there_is_named(add: Add, tmp_path: Path) -> None:
    with pytest.raises(MaterialError, match=r"gone\.md: cannot be read: No such file"):
        add(tmp_path / "gone.md")


def test_stopping_leaves_nothing_behind(store: MaterialStore, folder: Path, tmp_path: Path) -> None:
    work = add_file(store, make_long(tmp_path / "book.pdf", 200))
    next(work)
    work.close()
    assert store.documents() == []
    assert not list(folder.glob("*.pdf"))
    assert not list(folder.glob(".adding-*"))
