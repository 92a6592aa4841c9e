"""Running text is set with room between lines, and code as code."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextBlockFormat, QTextDocument

from app.content.render import render
from ui.theme import Theme
from ui.widgets.typesetting import blank_document, prepare_html, settle_lines


@pytest.fixture
def owner() -> QObject:
    return QObject()


def typeset(markdown: str, theme: Theme, owner: QObject) -> QTextDocument:
    """Return a document as a reader shows it, its pictures aside."""
    document = blank_document(theme, owner)
    document.setHtml(prepare_html(render(markdown).html, theme))
    settle_lines(document, theme)
    return document


def blocks(document: QTextDocument) -> list[tuple[str, QTextBlockFormat]]:
    """Return all paragraphs with their format."""
    found = []
    block = document.begin()
    while block.isValid():
        found.append((block.text(), block.blockFormat()))
        block = block.next()
    return found


def test_lines_have_room_between_them(theme: Theme, owner: QObject) -> None:
    [(text, shape)] = blocks(typeset("One paragraph.", theme, owner))
    assert text == "One paragraph."
    distance = QTextBlockFormat.LineHeightTypes.LineDistanceHeight
    assert shape.lineHeightType() == distance.value
    assert shape.lineHeight() > 4


def test_long_lines_of_code_wrap_instead_of_being_cut(theme: Theme, owner: QObject) -> None:
    document = typeset("```python\n" + "x = " + "1 + " * 100 + "1\n```\n", theme, owner)
    document.setTextWidth(400)
    assert document.idealWidth() <= 420
    assert not any(shape.nonBreakableLines() for _, shape in blocks(document))


def test_code_is_set_in_a_tinted_box_without_blank_lines(theme: Theme, owner: QObject) -> None:
    document = typeset("Before\n\n```python\na = 1\nb = 2\n```\n\nAfter", theme, owner)
    assert [text for text, _ in blocks(document) if text] == ["Before", "a = 1", "b = 2", "After"]
    assert theme.colour("box") in prepare_html(render("```\na\n```").html, theme)


def test_a_picture_alone_stands_in_the_middle(theme: Theme, owner: QObject) -> None:
    [(_, shape)] = blocks(typeset("$$x^2$$", theme, owner))
    assert shape.alignment() & Qt.AlignmentFlag.AlignHCenter


def test_a_formula_in_a_line_sits_on_it(theme: Theme, owner: QObject) -> None:
    document = typeset("Rank $r$ is small.", theme, owner)
    shapes = {form.objectType(): form for form in document.allFormats() if form.isImageFormat()}
    assert all(
        form.toCharFormat().verticalAlignment().name == "AlignMiddle" for form in shapes.values()
    )


def test_tables_fill_the_column_and_are_never_wider(theme: Theme, owner: QObject) -> None:
    document = typeset("| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n", theme, owner)
    for width in range(400, 440):
        document.setTextWidth(width)
        assert width - 20 < document.size().width() <= width


def test_what_a_document_says_stays_what_it_says(theme: Theme, owner: QObject) -> None:
    document = typeset("A `<table>` & <b>not bold</b> \\1", theme, owner)
    assert document.toPlainText() == "A <table> & not bold \\1"
