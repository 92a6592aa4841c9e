"""Markdown, as GitHub reads it."""

from __future__ import annotations

from app.material.blocks import Block, BlockKind
from app.material.reading.markdown import read_markdown


def _read(text: str) -> tuple[Block, ...]:
    return read_markdown(text.encode()).blocks


def test_headings_paragraphs_items_code_and_tables_are_told_apart() -> None:
    text = (
        "# Title\n\nA *soft*\nline with `code`, [a link](http://x.y) and ![a picture](p.png).\n"
        "- one\n- two\n  - inner\n\n```sh\nrm -rf /\n```\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nUnderlined\n---\n"
    )
    assert _read(text) == (
        Block(BlockKind.HEADING, "Title", 1),
        Block(BlockKind.PARAGRAPH, "A soft line with code, a link and ."),
        Block(BlockKind.ITEM, "one"),
        Block(BlockKind.ITEM, "two"),
        Block(BlockKind.ITEM, "inner"),
        Block(BlockKind.CODE, "rm -rf /"),
        Block(BlockKind.TABLE, "a | b"),
        Block(BlockKind.TABLE, "1 | 2"),
        Block(BlockKind.HEADING, "Underlined", 2),
    )


def test_front_matter_is_no_text_but_may_have_the_title() -> None:
    reading = read_markdown(b'---\ntitle: "My notes"\ntags: [a]\n---\n\nText.\n')
    assert reading.title == "My notes"
    assert [block.text for block in reading.blocks] == ["Text."]


def test_the_first_great_heading_is_the_title_else_there_is_none() -> None:
    assert read_markdown(b"intro\n\n# Great\n").title == "Great"
    assert read_markdown(b"## Small\n\ntext").title == ""


def test_html_inside_is_read_as_html_and_not_run() -> None:
    blocks = _read(
        "Before.\n\n<script>alert(1)</script>\n\n<p>In <b>HTML</b>.</p>\n\nA <i>tag</i>."
    )
    assert [block.text for block in blocks] == ["Before.", "In HTML.", "A tag."]


def test_windows_line_ends_and_encodings_are_read() -> None:
    assert _read("# A\r\n\r\nText.\r\n")[1].text == "Text."
    assert read_markdown("Gr\xf6\xdfe".encode("latin-1")).blocks[0].text == "Größe"


def test_nesting_without_end_is_read_up_to_a_bound() -> None:
    assert _read("> " * 5000 + "deep") is not None
    assert _read("\n".join("  " * depth + "- x" for depth in range(300))) is not None
    assert _read("[" * 20_000) is not None
