"""Cutting by headings."""

from __future__ import annotations

from app.material.blocks import Block, BlockKind, Reading
from app.material.sections import LONGEST_SECTION, cut

HEADING, PARAGRAPH, CODE = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CODE


def test_text_goes_below_its_heading_and_headings_below_theirs() -> None:
    blocks = (
        Block(PARAGRAPH, "Before."),
        Block(HEADING, "1 Methods", 1, 2),
        Block(HEADING, "1.1 Data", 2, 2),
        Block(PARAGRAPH, "First.", page=2),
        Block(CODE, "x = 1", page=3),
        Block(HEADING, "2 Results", 1, 4),
        Block(PARAGRAPH, "Second.", page=4),
    )
    before, data, results = cut(Reading("T", blocks, 4))
    assert (before.heading, before.text, before.trail) == ("", "Before.", ())
    assert (data.heading, data.trail, data.page) == ("1.1 Data", ("1 Methods",), 2)
    assert data.text == "First.\n\nx = 1"
    assert (results.trail, results.page, results.number) == ((), 4, 2)


def test_stretches_are_places_in_the_text() -> None:
    blocks = (Block(PARAGRAPH, "One."), Block(CODE, "a\nb"), Block(BlockKind.ITEM, "Two."))
    [section] = cut(Reading("", blocks))
    found = [section.text[each.start : each.end] for each in section.stretches]
    assert found == ["One.", "a\nb", "Two."]
    assert [each.kind for each in section.prose()] == [PARAGRAPH, BlockKind.ITEM]


def test_a_long_section_is_cut_between_paragraphs_and_loses_nothing() -> None:
    texts = [f"Paragraph {number} {'word ' * 300}".strip() for number in range(20)]
    blocks = (Block(HEADING, "Long", 1), *(Block(PARAGRAPH, text) for text in texts))
    sections = cut(Reading("", blocks))
    assert [section.heading for section in sections][:2] == ["Long", "Long (2)"]
    assert all(len(section.text) <= LONGEST_SECTION + 50 for section in sections)
    assert "\n\n".join(section.text for section in sections if section.text) == "\n\n".join(texts)


def test_where_there_is_no_heading_pages_are_sections() -> None:
    blocks = tuple(Block(PARAGRAPH, f"On {page}.", page=page) for page in (1, 1, 2))
    first, second = (each for each in cut(Reading("", blocks, 2)) if each.text)
    assert (first.heading, first.text) == ("Page 1", "On 1.\n\nOn 1.")
    assert (second.heading, second.page) == ("Page 2", 2)


def test_lists_of_works_and_names_are_told_with_all_below_them() -> None:
    blocks = (
        Block(HEADING, "References", 1),
        Block(HEADING, "Books", 2),
        Block(PARAGRAPH, "Bloom 1970."),
        Block(HEADING, "A. Acknowledgements", 1),
        Block(PARAGRAPH, "Thanks."),
        Block(HEADING, "Reference counting", 1),
        Block(PARAGRAPH, "Counts."),
    )
    told = {each.heading: each.is_list for each in cut(Reading("", blocks)) if each.text}
    assert told == {"Books": True, "A. Acknowledgements": True, "Reference counting": False}


def test_a_place_says_more_where_the_heading_says_little() -> None:
    blocks = (
        Block(HEADING, "Version 1.95", 1),
        Block(HEADING, "2.1 Compiler", 2),
        Block(PARAGRAPH, "Text."),
        Block(HEADING, "How the cache is written", 2),
        Block(PARAGRAPH, "Text."),
    )
    places = [each.place for each in cut(Reading("", blocks)) if each.text]
    assert places == ["Compiler, Version 1.95", "How the cache is written"]
