"""A page's words, its sections, and which key points stand where."""

from __future__ import annotations

import pytest

from app.content.guide_page import count_sections, guide_page
from app.content.library import Library
from app.content.page_text import PageText, letters_of, same_stretch
from app.content.render import Page, render

PAGE = render(
    "# Title\n\nBefore.\n\n## First\n\nOne **two** $r+1$.\n\n### Below\n\nThree.\n\n"
    "## Second\n\n| a | b |\n|---|---|\n| c | d |\n\n## Sources\n\n1. Somebody.\n"
)


def test_words_stand_without_marks_and_formulas_as_they_are_written() -> None:
    text = PageText.of(PAGE).text.split()
    assert text[:7] == ["Title", "Before.", "First", "One", "two", "r+1.", "Below"]
    assert text[-6:] == ["a", "b", "c", "d", "Sources", "Somebody."]


def test_sections_begin_at_headings_of_the_second_level_and_sources_are_none() -> None:
    page = PageText.of(PAGE)
    assert [(each.anchor, each.title) for each in page.sections] == [
        ("first", "First"),
        ("second", "Second"),
    ]
    first, second = page.sections
    assert first.start == 0
    assert "Three." in page.text[first.start : first.end]
    assert page.text[second.start : second.end].split() == ["Second", "a", "b", "c", "d"]
    assert second.words == 5
    assert page.section_at(first.end - 1) is first
    assert page.section_at(len(page.text) - 1) is None
    assert page.section("second") is second


def test_a_page_without_headings_is_one_section() -> None:
    [only] = PageText.of(Page("<p>Some words here.</p>", ())).sections
    assert (only.anchor, only.words) == ("", 3)
    assert PageText.of(Page("", ())).sections == ()


def test_a_digest_changes_with_words_and_with_nothing_else() -> None:
    def digests(markdown: str) -> list[str]:
        return [each.digest for each in PageText.of(render(markdown)).sections]

    first = digests("## A\n\nSome words.\n\n## B\n\nOther words.\n")
    assert digests("## A\n\nSome\nwords.\n\n\n## B\n\nOther words.\n") == first
    changed = digests("## A\n\nSome new words.\n\n## B\n\nOther words.\n")
    assert changed[0] != first[0]
    assert changed[1] == first[1]


def test_every_key_point_of_every_guide_is_found_in_its_page(library: Library) -> None:
    for guide in library.guides.values():
        page = PageText.of(guide_page(guide))
        missing = [point.id for point in guide.key_points if page.span_of(point.quote) is None]
        assert missing == [], guide.path.name


def test_key_points_belong_to_the_stretches_that_their_passages_touch(library: Library) -> None:
    guide = next(iter(library.guides.values()))
    page = PageText.of(guide_page(guide))
    span = page.span_of(guide.key_points[0].quote)
    assert span is not None
    here = page.points_within(guide.key_points, span[0] + 3, span[0] + 4)
    assert guide.key_points[0] in here
    everywhere = page.points_within(guide.key_points, 0, len(page.text))
    assert {point.id for point in everywhere} == {point.id for point in guide.key_points}
    by_section = [
        point
        for section in page.sections
        for point in page.points_within(guide.key_points, section.start, section.end)
    ]
    assert len(by_section) >= len(guide.key_points)


def test_sections_are_counted_without_rendering(library: Library) -> None:
    for guide in library.guides.values():
        assert count_sections(guide) == len(PageText.of(guide_page(guide)).sections)


def test_the_same_letters_are_found_in_another_layout() -> None:
    there, here = "a b  c d", "ab\ncd"
    stretch = same_stretch(letters_of(there), letters_of(here), 2, 6)
    assert [here[letters_of(here)[i]] for i in stretch] == ["b", "c"]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (90, 99)])
def test_a_stretch_without_letters_is_empty_wherever_it_is(start: int, end: int) -> None:
    assert not same_stretch(letters_of("a b c"), letters_of("abc"), start, end)
