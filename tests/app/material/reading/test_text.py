"""Plain text: paragraphs and what looks like a heading."""

from __future__ import annotations

import pytest

from app.material.blocks import Block, BlockKind
from app.material.reading.text import read_text


def test_lines_of_a_paragraph_are_joined() -> None:
    assert read_text(b"One line\nand its end.\n\n\nAnother.\n").blocks == (
        Block(BlockKind.PARAGRAPH, "One line and its end."),
        Block(BlockKind.PARAGRAPH, "Another."),
    )


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Title\n=====", 1),
        ("Part\n----", 2),
        ("1. Scope", 1),
        ("2.3  Terms Used", 2),
        ("SECURITY CONSIDERATIONS", 1),
    ],
)
def test_headings_are_known_by_their_looks(text: str, level: int) -> None:
    [heading, below] = read_text(f"{text}\n\nWords below it.".encode()).blocks
    assert (heading.kind, heading.level) == (BlockKind.HEADING, level)
    assert below.kind is BlockKind.PARAGRAPH


def test_a_sentence_with_a_number_in_front_is_no_heading() -> None:
    [block] = read_text(b"3 machines were used.").blocks
    assert block.kind is BlockKind.PARAGRAPH


def test_items_begin_with_their_marks() -> None:
    blocks = read_text(
        b"Changes:\n- faster start\n  on slow disks\n* fewer files\n2) one flag"
    ).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "Changes:"),
        (BlockKind.ITEM, "faster start on slow disks"),
        (BlockKind.ITEM, "fewer files"),
        (BlockKind.ITEM, "one flag"),
    ]


def test_a_diagram_is_not_prose() -> None:
    [block] = read_text(b"+-----+   +-----+\n|  A  |-->|  B  |\n+-----+   +-----+").blocks
    assert block.kind is BlockKind.CODE


def test_latin_1_utf_8_and_utf_16_are_read() -> None:
    text = "Größe und Maß."
    for encoding in ("latin-1", "utf-8", "utf-8-sig", "utf-16"):
        assert read_text(text.encode(encoding)).blocks[0].text == text


def test_form_feeds_end_a_paragraph() -> None:
    assert len(read_text(b"End of page.\fStart of page.").blocks) == 2
