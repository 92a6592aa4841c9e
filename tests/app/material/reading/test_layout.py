"""From lines to blocks, where a page leaves it open."""

from __future__ import annotations

import pytest

from app.material.blocks import Block, BlockKind
from app.material.reading.joining import Joiner
from app.material.reading.layout import Entry, Line, blocks


def _line(text: str, bottom: float, **others: object) -> Line:
    values: dict[str, object] = {
        "page": 1,
        "left": 60.0,
        "right": 300.0,
        "size": 10.0,
        "is_bold": False,
        "is_broken": False,
        "height": 800.0,
        **others,
    }
    return Line(text=text, bottom=bottom, **values)  # type: ignore[arg-type]


def _texts(found: tuple[Block, ...]) -> list[str]:
    return [block.text for block in found]


BODY = [_line(f"Words of the body go on and on in line {n}", 700 - 12 * n) for n in range(10)]


def test_a_wide_gap_or_an_indent_begins_a_paragraph() -> None:
    lines = [
        _line("One line", 700),
        _line("and its end.", 688),
        _line("Behind a gap.", 660),
        _line("Its end.", 648),
        _line("Indented.", 636, left=75.0),
    ]
    assert _texts(blocks(lines, [], 1).blocks) == [
        "One line and its end.",
        "Behind a gap. Its end.",
        "Indented.",
    ]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    lines = [
        _line("It begins at the foot of one", 100),
        _line("column and goes", 700, left=320.0),
        _line("on.", 690, page=2),
        _line("A new one begins.", 678, page=2),
    ]
    assert _texts(blocks(lines, [], 2).blocks) == [
        "It begins at the foot of one column and goes on. A new one begins."
    ]


def test_small_print_is_an_aside_and_interrupts_nothing_above_it() -> None:
    lines = [*BODY, _line("1 A footnote in small print.", 120, size=7.5)]
    *_, last = blocks(lines, [], 1).blocks
    assert (last.kind, last.text) == (BlockKind.ASIDE, "1 A footnote in small print.")


@pytest.mark.parametrize(
    ("heading", "look", "level"),
    [
        ("2 Methods", {"size": 13.0}, 1),
        ("2.1 Data sets", {"is_bold": True}, 2),
        ("Conclusions", {"size": 14.0, "is_bold": True}, 1),
    ],
)
def test_a_line_that_is_larger_or_bolder_is_a_heading(
    heading: str, look: dict[str, object], level: int
) -> None:
    lines = [*BODY, _line(heading, 560, **look), _line("Words below it.", 540)]
    found = blocks(lines, [], 1).blocks
    assert Block(BlockKind.HEADING, heading, level, 1) in found


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("It was signed into law by", {"size": 13.0}),
        ("A larger line that ends a sentence.", {"size": 13.0}),
        ("x + 1", {"size": 13.0}),
        ("2 bold words in the middle of it all", {"is_bold": False}),
    ],
)
def test_other_lines_are_none(text: str, look: dict[str, object]) -> None:
    found = blocks([*BODY, _line(text, 560, **look)], [], 1).blocks
    assert not any(block.kind is BlockKind.HEADING for block in found)


def test_a_heading_of_two_lines_is_one() -> None:
    lines = [
        *BODY,
        _line("A heading that is longer", 540, size=14.0),
        _line("than its line", 524, size=14.0),
        _line("Words.", 500),
    ]
    found = blocks(lines, [], 1).blocks
    assert "A heading that is longer than its line" in _texts(found)


def test_the_outline_goes_before_looks_if_it_is_the_texts_own() -> None:
    lines = [_line("Loud words", 720, size=16.0), *BODY, _line("Quiet heading", 560)]
    outline = [Entry("1. Quiet Heading", 2, 1)]
    found = blocks(lines, outline, 1).blocks
    headings = [block for block in found if block.kind is BlockKind.HEADING]
    assert [(each.text, each.level) for each in headings] == [("Quiet heading", 2)]
    elsewhere = [Entry("Of another book", 1, 1)]
    found = blocks(lines, elsewhere, 1).blocks
    assert "Loud words" in [b.text for b in found if b.kind is BlockKind.HEADING]


def test_the_title_is_what_stands_largest_on_the_first_page() -> None:
    assert blocks([_line("The Title", 750, size=20.0), *BODY], [], 1).title == "The Title"
    assert blocks(BODY, [], 1).title == ""


def test_heads_that_come_back_on_every_page_go_and_what_comes_once_stays() -> None:
    lines = [
        line
        for page in range(1, 6)
        for line in (
            _line(f"Chapter 1 — page {page}", 780, page=page),
            _line(f"Words of page {page} stand in the middle.", 400, page=page),
            _line(f"{page}", 20, page=page),
        )
    ]
    once = _line("A line at the very top, once.", 785)
    texts = " ".join(_texts(blocks([once, *lines], [], 5).blocks))
    assert "Chapter 1" not in texts
    assert "once." in texts
    assert all(f"Words of page {page}" in texts for page in range(1, 6))


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ([("the seg", True), ("mentation of it", False)], "the segmentation of it"),
        ([("a well-", False), ("known way", False)], "a well-known way"),
        ([("an over-", False), ("view of it", False)], "an overview of it"),
        ([("from A-", False), ("Z", False)], "from A- Z"),
        ([("pages 3-", False), ("7 show", False)], "pages 3- 7 show"),
    ],
)
def test_hyphens_stay_where_the_document_has_them(
    lines: list[tuple[str, bool]], whole: str
) -> None:
    joiner = Joiner(["another well-known word", "an overview here"])
    assert joiner.join(lines) == whole
