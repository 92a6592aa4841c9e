"""Documents are set well, and can neither load nor leave."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QTextDocument
from pytestqt.qtbot import QtBot

from app.content.guide_page import guide_page
from app.content.library import Library
from app.content.render import Page, render
from ui.theme import Theme
from ui.widgets.reader import Reader, find_quote

IMAGE = QTextDocument.ResourceType.ImageResource.value
SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40">'
    b'<rect width="40" height="40" fill="#1f5fbf"/></svg>'
)


@pytest.fixture
def reader(theme: Theme, qtbot: QtBot) -> Reader:
    made = Reader(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def marked(reader: Reader) -> list[str]:
    """Return the words that are highlighted."""
    return [mark.cursor.selectedText() for mark in reader.extraSelections()]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "/etc/hostname",
        "https://example.org/picture.png",
        "other.svg",
        "../square.svg",
        "data:image/png;base64,AAAA",
    ],
)
def test_nothing_is_loaded_but_the_pages_own_pictures(reader: Reader, address: str) -> None:
    reader.show_page(Page("<p>text</p>", (), {"square.svg": SQUARE}))
    assert reader.loadResource(IMAGE, QUrl(address)) is None
    style_sheet = QTextDocument.ResourceType.StyleSheetResource.value
    assert reader.loadResource(style_sheet, QUrl("square.svg")) is None


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_diagrams_take_the_colours_of_the_theme(reader: Reader, theme: Theme, choice: str) -> None:
    theme.choose(choice)
    reader.show_page(Page('<p><img src="square.svg"></p>', (), {"square.svg": SQUARE}))
    picture = reader.loadResource(IMAGE, QUrl("square.svg"))
    assert picture.pixelColor(20, 20) == QColor(theme.colour("accent"))


def test_a_picture_is_never_wider_than_the_column(reader: Reader) -> None:
    wide = SQUARE.replace(b'width="40" height="40" v', b'width="4000" height="400" v')
    reader.show_page(Page('<p><img src="wide.svg"></p>', (), {"wide.svg": wide}))
    picture = reader.loadResource(IMAGE, QUrl("wide.svg"))
    assert 600 < picture.deviceIndependentSize().width() <= reader.viewport().width()


def test_a_damaged_picture_leaves_the_text_readable(reader: Reader) -> None:
    pictures = {"bad.svg": b"<svg", "bad.png": b"not a picture"}
    html = '<p>before <img src="bad.svg"><img src="bad.png"> after</p>'
    reader.show_page(Page(html, (), pictures))
    assert "before" in reader.toPlainText()
    assert "after" in reader.toPlainText()


@pytest.mark.parametrize(
    ("href", "signal", "told"),
    [
        ("https://example.org/a", "web_link_clicked", ["https://example.org/a"]),
        ("mailto:a@example.org", "web_link_clicked", ["mailto:a@example.org"]),
        ("evaluate-ai-systems", "guide_link_clicked", ["evaluate-ai-systems", ""]),
        (
            "evaluate-ai-systems#judge-bias",
            "guide_link_clicked",
            ["evaluate-ai-systems", "judge-bias"],
        ),
    ],
)
def test_links_are_told_and_not_followed(
    reader: Reader, qtbot: QtBot, href: str, signal: str, told: list[str]
) -> None:
    reader.show_page(Page(f'<p><a href="{href}">link</a></p>', ()))
    with qtbot.waitSignal(getattr(reader, signal)) as heard:
        reader.anchorClicked.emit(QUrl(href))
    assert heard.args == told
    assert reader.toPlainText() == "link"


@pytest.mark.parametrize("href", ["file:///etc/passwd", "javascript:alert(1)", "../../etc/passwd"])
def test_other_links_lead_nowhere(reader: Reader, qtbot: QtBot, href: str) -> None:
    with (
        qtbot.assertNotEmitted(reader.web_link_clicked),
        qtbot.assertNotEmitted(reader.guide_link_clicked),
    ):
        reader.anchorClicked.emit(QUrl(href))


def test_links_inside_the_page_scroll(reader: Reader) -> None:
    filler = "<p>text</p>" * 60
    reader.show_page(Page(f"{filler}<h2 id='far'>Far</h2>{filler}", ()))
    assert reader.verticalScrollBar().value() == 0
    reader.anchorClicked.emit(QUrl("#far"))
    assert reader.verticalScrollBar().value() > 0


def test_a_quotation_is_marked_and_scrolled_to(reader: Reader) -> None:
    filler = "<p>text</p>" * 80
    reader.show_page(Page(f"{filler}<p>A quote with <em>two</em> words.</p>{filler}", ()))
    assert reader.show_quote("quote with two\n words")
    assert marked(reader) == ["quote with two words"]
    assert reader.verticalScrollBar().value() > 0
    assert not reader.show_quote("something else")
    assert marked(reader) == []


def test_marks_survive_a_change_of_theme(reader: Reader, theme: Theme) -> None:
    reader.show_page(Page("<p>A quote here.</p>", ()))
    reader.show_quote("quote")
    theme.choose("dark")
    assert marked(reader) == ["quote"]


def test_quotations_are_found_past_pictures_and_characters_of_two_units(qapp: object) -> None:
    document = QTextDocument()
    document.setPlainText("🙂 It’s a “rank” of \N{OBJECT REPLACEMENT CHARACTER}, they say.")
    found = find_quote(document, 'It\'s a "rank" of $r(d + k)$, they')
    assert found is not None
    assert found.selectedText().startswith("It’s a “rank”")
    assert found.selectedText().endswith("they")


def test_every_key_points_quotation_is_found_in_its_guide(reader: Reader, library: Library) -> None:
    for guide in library.guides.values():
        reader.show_page(guide_page(guide))
        missing = [point.id for point in guide.key_points if not reader.show_quote(point.quote)]
        assert missing == [], guide.path.name
        unmarked = [point.id for point in guide.key_points if reader.mark_of(point.id) is None]
        assert unmarked == [], guide.path.name
        assert reader.horizontalScrollBar().maximum() == 0, guide.path.name


def test_quotations_are_found_around_the_marks_of_others(reader: Reader) -> None:
    mark = '<a href="keypoint:a">◆</a>'
    reader.show_page(Page(f"<p>One two{mark}, three four{mark}. Five.</p>", ()))
    assert reader.show_quote("two, three four. Five")
    assert marked(reader) == ["two◆, three four◆. Five"]
    assert reader.show_quote("three four")
    assert marked(reader) == ["three four"]


def test_the_mark_of_a_key_point_is_told_by_click_and_by_keyboard(
    reader: Reader, qtbot: QtBot
) -> None:
    filler = "<p>text</p>" * 5
    html = f'{filler}<p>A quote <a href="keypoint:my-point">◆</a> and more.</p>{filler}'
    reader.show_page(Page(html, ()))
    reader.setFocus()
    qtbot.keyClick(reader, Qt.Key.Key_Tab)
    with qtbot.waitSignal(reader.key_point_clicked) as entered:
        qtbot.keyClick(reader, Qt.Key.Key_Return)
    assert entered.args == ["my-point"]
    place = reader.mark_of("my-point")
    assert place is not None
    with qtbot.waitSignal(reader.key_point_clicked) as clicked:
        qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert clicked.args == ["my-point"]
    assert reader.mark_of("another") is None


def test_the_place_on_the_page_is_a_share(reader: Reader) -> None:
    reader.show_page(Page("<p>text</p>" * 200, ()))
    assert reader.position() == 0.0
    reader.set_position(0.5)
    assert reader.position() == pytest.approx(0.5, abs=0.02)


def test_a_page_that_fits_is_read_to_its_end(reader: Reader) -> None:
    reader.show_page(Page("<p>short</p>", ()))
    assert reader.position() == 1.0


def test_the_guides_code_is_shown_as_written(reader: Reader, tmp_path: Path) -> None:
    reader.show_page(render("```python\nif x < 1:\n    y = 2\n```\n", tmp_path))
    assert "if x < 1:\n    y = 2" in reader.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_a_long_line_of_code_goes_on_below_its_own_indentation(
    reader: Reader, tmp_path: Path
) -> None:
    reader.show_page(render(f"```python\nif x:\n    y = {'1 + ' * 60}1\n```\n", tmp_path))
    block = reader.document().begin()
    while "y =" not in block.text():
        block = block.next()
    first, second = block.layout().lineAt(0), block.layout().lineAt(1)
    code, _ = first.cursorToX(block.text().index("y"))
    assert second.x() > code > first.x()
    wrapped = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
    assert all(line.naturalTextWidth() <= line.width() + 1 for line in wrapped)
