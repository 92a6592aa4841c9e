"""Key points are marked where their words stand, and the page stays well formed."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from app.content.library import Library
from app.content.marks import mark_key_points
from app.content.render import render
from app.content.types import KeyPoint

TRANSITION = "machine-learning-engineer"


@pytest.fixture
def point(library: Library) -> KeyPoint:
    return library.key_points(TRANSITION)[0]


def marked(markdown: str, point: KeyPoint, *quotes: str) -> str:
    points = [replace(point, id=f"p{i}", quote=quote) for i, quote in enumerate(quotes)]
    return mark_key_points(render(markdown).html, points)


def test_the_mark_stands_behind_the_quote(point: KeyPoint) -> None:
    html = marked("Before. Two thin factors train. After.", point, "Two thin factors train.")
    assert 'Before. <span class="quote">Two thin factors train.</span><a id="p0"' in html
    assert 'href="keypoint:p0"' in html
    assert html.index("keypoint:p0") < html.index("After.")


def test_a_quote_is_found_across_lines_marks_and_entities(point: KeyPoint) -> None:
    html = marked("R&D *says*:\nuse `a < b`\nonly", point, "R&D says: use a < b only")
    assert "keypoint:p0" in html
    assert "R&amp;D" in html


def test_a_quote_that_is_not_there_changes_nothing(point: KeyPoint) -> None:
    assert marked("Some text", point, "other words") == render("Some text").html


def test_two_quotes_of_one_sentence_both_get_their_mark(point: KeyPoint) -> None:
    html = marked("One two three four five.", point, "One two three", "three four five")
    assert "keypoint:p0" in html
    assert "keypoint:p1" in html


class Nesting(HTMLParser):
    """Fails where an element is closed that is not the innermost open one."""

    EMPTY = frozenset({"img", "br", "hr"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, self.getpos()


def test_every_key_point_of_every_guide_is_marked_and_the_page_is_sound(library: Library) -> None:
    for guide in library.guides.values():
        page = render(guide.source, guide.path.parent)
        html = mark_key_points(page.html, guide.key_points)
        missing = [each.id for each in guide.key_points if f'href="keypoint:{each.id}"' not in html]
        assert missing == [], guide.skill
        nesting = Nesting()
        nesting.feed(html)
        assert nesting.open == []
