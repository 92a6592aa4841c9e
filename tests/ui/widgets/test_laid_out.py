"""Places in a page's text and in the document that shows it lead to each other."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from app.content.guide_page import guide_page
from app.content.library import Library
from app.content.page_text import PageText
from app.content.render import Page, render
from ui.theme import Theme
from ui.widgets.laid_out import LaidOut, line_at_or_below, top_of
from ui.widgets.marked_reader import MarkedReader

TEXT = (
    "# Title\n\nSome *words* 🙂 and $r + 1$ more.\n\n- an item\n- another\n\n"
    "| a | b |\n|---|---|\n| c | d |\n\n```python\nif x:\n    y = 1\n```\n\nThe end.\n"
)


@pytest.fixture
def reader(theme: Theme, qtbot: QtBot) -> MarkedReader:
    made = MarkedReader(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def span(text: PageText, words: str) -> tuple[int, int]:
    start = text.text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    "words",
    ["Title", "words", "words 🙂 and", "🙂", "another", "c", "if x:\n    y = 1", "The end."],
)
def test_words_are_selected_and_lead_back(reader: MarkedReader, words: str) -> None:
    reader.show_page(render(TEXT))
    cursor = reader.laid_out.select(*span(reader.text, words))
    assert cursor is not None
    assert cursor.selectedText().split() == words.split()
    assert reader.laid_out.selected(cursor) == span(reader.text, words)


def test_a_formula_stands_for_its_words_and_any_of_them_for_it(reader: MarkedReader) -> None:
    reader.show_page(render(TEXT))
    picture = "\N{OBJECT REPLACEMENT CHARACTER}"
    start, end = span(reader.text, "r + 1")
    for place in ((start, end), (start, start + 1), (end - 1, end), (end - 1, end + 5)):
        cursor = reader.laid_out.select(*place)
        assert cursor is not None
        assert cursor.selectedText().startswith(picture)


def test_signs_of_key_points_are_no_words(reader: MarkedReader) -> None:
    sign = '<a id="p" class="key-point" href="keypoint:p" title="Key point">◆</a>'
    reader.show_page(Page(f"<p>One ◆ two{sign} three.</p>", ()))
    assert reader.text.text.split() == ["One", "◆", "two", "three."]
    cursor = reader.laid_out.select(*span(reader.text, "three."))
    assert cursor is not None
    assert cursor.selectedText() == "three."


def test_every_guide_has_the_same_letters_on_the_page(
    reader: MarkedReader, library: Library
) -> None:
    for guide in list(library.guides.values())[::3]:
        reader.show_page(guide_page(guide))
        laid_out, text = reader.laid_out, reader.text
        assert len(laid_out._letters) == len(text.letters), guide.path.name
        for point in guide.key_points:
            place = text.span_of(point.quote)
            assert place is not None
            cursor = laid_out.select(*place)
            assert cursor is not None
            assert laid_out.selected(cursor) == place, point.id


def test_cells_of_a_table_are_selected_one_by_one(reader: MarkedReader) -> None:
    reader.show_page(render(TEXT))
    table = reader.text.text.index("another") + len("another")
    place = reader.text.text.index("b", table), reader.text.text.index("d", table) + 1
    parts = reader.laid_out.select_parts(*place)
    assert [part.selectedText() for part in parts] == ["b", "c", "d"]
    words = span(reader.text, "The end.")
    assert len(reader.laid_out.select_parts(*words)) == 1
    assert reader.laid_out.select_parts(0, 0) == []


def test_lines_are_found_by_height_and_heights_by_place(reader: MarkedReader) -> None:
    reader.show_page(Page("<p>line</p>" * 100, ()))
    document = reader.document()
    document.documentLayout().documentSize()
    found = line_at_or_below(document, 500)
    assert found is not None
    position, top = found
    assert 500 <= top < 560
    assert top_of(document, position) == pytest.approx(top)
    assert line_at_or_below(document, 10**6) is None


def test_an_empty_document_has_no_places(qapp: object) -> None:
    laid_out = LaidOut(QTextDocument(), PageText("", ()))
    assert laid_out.select(0, 5) is None
    assert (laid_out.span(0, 3), laid_out.letter_at(4), laid_out.position_of(9)) == ((0, 0), 0, 0)
