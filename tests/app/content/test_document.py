"""A file that anybody may have written is read whole, or refused with file, line and reason."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.content.document import MAX_BYTES, MAX_DEPTH, read_document
from app.content.errors import ContentError

Write = Callable[[str, str], Path]


def refusal(path: Path) -> tuple[int, str, str]:
    with pytest.raises(ContentError) as caught:
        read_document(path)
    (problem,) = caught.value.problems
    assert problem.path == path
    return problem.line, problem.rule, problem.reason


def test_fields_and_body_keep_their_lines(write: Write) -> None:
    path = write("a.md", "---\ntitle: T\nlist:\n  - name: x\n  - name: y\n---\n\n\n# Body\nmore\n")
    document = read_document(path)
    assert document.meta == {"title": "T", "list": [{"name": "x"}, {"name": "y"}]}
    assert (document.body, document.body_line) == ("# Body\nmore", 9)
    assert document.line_of("title") == 2
    assert document.line_of("list", 1, "name") == 5
    assert document.line_of("list", 1, "no such field") == 5


def test_blank_lines_before_the_front_matter_count(write: Write) -> None:
    document = read_document(write("a.md", "\n\n---\ntitle: T\n---\nbody\n"))
    assert document.line_of("title") == 4
    assert document.body_line == 6


def test_windows_line_ends_and_byte_order_mark_are_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("\ufeff---\r\ntitle: Ü\r\n---\r\nbody\r\n".encode())
    document = read_document(path)
    assert document.meta["title"] == "Ü"
    assert document.body == "body"


@pytest.mark.parametrize(
    ("text", "line", "rule", "words"),
    [
        ("", 1, "empty", "empty"),
        ("  \n\n", 1, "empty", "empty"),
        ("# Heading\n\n---\n\ntext\n\n---\n", 1, "front-matter", "no front matter"),
        ("---\ntitle: T\n", 1, "front-matter", "no front matter"),
        ("---\n- one\n- two\n---\nbody", 1, "front-matter", "name: value"),
        ("---\ntitle: T\nwrong: [1, 2\n---\nbody", 4, "front-matter", "not valid YAML"),
        ("---\ntitle: T\nwhen: 2026-13-45\n---\nbody", 1, "front-matter", "not valid"),
        ("---\ntitle: T\n---\nbo\0dy", 4, "not-text", "NUL"),
        ("---\ntitle: !!bool maybe\n---\nbody", 2, "front-matter", "tags"),
        ("---\ntitle: 0x" + "f" * 5000 + "\n---\nbody", 2, "front-matter", "too long"),
        ("---\na: &x [1]\nb: *x\n---\nbody", 2, "front-matter", "anchors"),
        ("---\na: " + "[" * 40 + "]" * 40 + "\n---\nbody", 2, "front-matter", "nested"),
    ],
)
def test_bad_text_is_refused_by_line_and_reason(
    write: Write, text: str, line: int, rule: str, words: str
) -> None:
    found_line, found_rule, reason = refusal(write("bad.md", text))
    assert (found_line, found_rule) == (line, rule)
    assert words in reason


def test_a_yaml_bomb_is_refused_before_it_grows(write: Write) -> None:
    bomb = "\n".join(
        f"{name}: &{name} [{', '.join(['*' + previous] * 9)}]"
        for previous, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    line, rule, _ = refusal(write("bomb.md", f"---\na: &a [lol]\n{bomb}\n---\nbody"))
    assert (line, rule) == (2, "front-matter")


def test_depth_up_to_the_limit_is_accepted(write: Write) -> None:
    nested = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert read_document(write("a.md", f"---\na: {nested}\n---\nbody")).body == "body"


def test_bytes_that_are_not_utf8_are_named_by_line(tmp_path: Path) -> None:
    path = tmp_path / "latin1.md"
    path.write_bytes("---\ntitle: T\n---\ncaf\u00e9".encode("latin-1"))
    line, rule, reason = refusal(path)
    assert (line, rule) == (4, "not-utf-8")
    assert "byte 21" in reason


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    _, rule, reason = refusal(path)
    assert rule == "too-long"
    assert f"{MAX_BYTES:,}" in reason


def test_a_folder_in_place_of_a_file_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "folder.md"
    path.mkdir()
    assert refusal(path)[1] == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.md"
    os.mkfifo(path)
    assert refusal(path)[1] == "unreadable"
