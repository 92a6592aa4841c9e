"""Reading in a process of its own: hostile files end it, and nothing else."""

from __future__ import annotations

import os
import time
from collections.abc import Generator
from pathlib import Path

import psutil
import pytest

from app.material.blocks import Reading
from app.material.errors import MaterialError
from app.material.reading.process import Progress, reading
from tests.helpers.papers import make_long


def _whole(work: Generator[Progress, None, Reading]) -> tuple[list[Progress], Reading]:
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


def _children() -> list[psutil.Process]:
    return [
        child
        for child in psutil.Process(os.getpid()).children(recursive=True)
        if "app.material.reading.worker" in " ".join(child.cmdline())
    ]


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("markdown", b"# Head\n\nWords."),
        ("text", b"HEAD\n\nWords."),
        ("html", b"<h1>Head</h1><p>Words.</p>"),
    ],
)
def test_each_kind_is_read_by_its_reader(tmp_path: Path, kind: str, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    _, read = _whole(reading(path, kind, "file"))
    assert [block.text.lower() for block in read.blocks] == ["head", "words."]


def test_pages_are_told_as_they_are_read(paper: Path) -> None:
    steps, read = _whole(reading(paper, "pdf", paper.name))
    assert steps[:3] == [Progress(1, 3), Progress(2, 3), Progress(3, 3)]
    assert read.pages == 3


def test_closing_ends_the_process_at_once(tmp_path: Path) -> None:
    path = make_long(tmp_path / "book.pdf", 400)
    work = reading(path, "pdf", "book.pdf")
    next(work)
    assert _children()
    began = time.monotonic()
    work.close()
    assert time.monotonic() - began < 2
    assert not _children()


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_bytes(b"<div>" * 400_000 + b"x")
    with pytest.raises(MaterialError, match=r"deep\.html: takes too long to read"):
        _whole(reading(path, "html", "deep.html", patience=1.0))
    assert not _children()


def test_what_the_reader_refuses_comes_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "not.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing of the kind")
    with pytest.raises(MaterialError) as caught:
        _whole(reading(path, "pdf", "not.pdf"))
    assert caught.value.file == "not.pdf"
    assert "damaged" in caught.value.reason


def test_a_text_that_is_too_long_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 900_000)
    with pytest.raises(MaterialError, match=r"more than 4,000,000 characters"):
        _whole(reading(path, "text", "long.txt"))


def test_a_file_of_blanks_has_no_text(tmp_path: Path) -> None:
    path = tmp_path / "blank.md"
    path.write_bytes(b" \n\n\t\n")
    with pytest.raises(MaterialError, match="has no text"):
        _whole(reading(path, "markdown", "blank.md"))
