"""A reader with highlights keeps its place, whatever happens to window and type."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.content.render import Page
from app.study.marked import Look
from ui.theme import Theme
from ui.widgets.marked_reader import MarkedReader, ShownMark

LONG = Page("".join(f"<p>Paragraph {number} has some words.</p>" for number in range(200)), ())


@pytest.fixture
def reader(theme: Theme, qtbot: QtBot) -> MarkedReader:
    made = MarkedReader(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.show_page(LONG)
    return made


def highlighted(reader: MarkedReader) -> list[str]:
    return [extra.cursor.selectedText() for extra in reader.extraSelections()]


def span(reader: MarkedReader, words: str) -> tuple[int, int]:
    start = reader.text.text.index(words)
    return start, start + len(words)


def test_the_place_is_restored_to_the_pixel(reader: MarkedReader) -> None:
    bar = reader.verticalScrollBar()
    for value in (0, 1, 37, 500, 1234, bar.maximum()):
        bar.setValue(value)
        place = reader.letters_above()
        bar.setValue(99)
        reader.show_letter(place)
        assert bar.value() == value
        assert reader.letters_above() == place


@pytest.mark.parametrize("width", [500, 620, 1500])
def test_the_same_words_stay_on_top_in_another_width(reader: MarkedReader, width: int) -> None:
    reader.verticalScrollBar().setValue(1500)
    before = reader.visible_span()[0]
    reader.resize(width, 600)
    assert abs(reader.visible_span()[0] - before) < 60
    reader.resize(800, 600)
    assert reader.verticalScrollBar().value() == 1500


def test_the_same_words_stay_on_top_in_larger_type(reader: MarkedReader, theme: Theme) -> None:
    reader.verticalScrollBar().setValue(1500)
    before = reader.visible_span()[0]
    theme.choose("dark", 22)
    assert abs(reader.visible_span()[0] - before) < 60


def test_highlights_and_a_quotation_are_shown_together(reader: MarkedReader, theme: Theme) -> None:
    reader.show_marks(
        [
            ShownMark("1", *span(reader, "Paragraph 3"), Look.AMBER),
            ShownMark("2", *span(reader, "some words"), Look.BLUE, "note"),
        ]
    )
    reader.show_quote("Paragraph 9 has")
    for _ in range(2):
        assert highlighted(reader) == ["Paragraph 3", "some words", "Paragraph 9 has"]
        theme.choose("dark")
    reader.show_page(Page("<p>Another</p>", ()))
    assert highlighted(reader) == []


def test_of_highlights_in_each_other_the_inner_one_is_meant(reader: MarkedReader) -> None:
    outer = ShownMark("1", *span(reader, "Paragraph 0 has some words"), Look.AMBER)
    inner = ShownMark("2", *span(reader, "has some"), Look.BLUE)
    reader.show_marks([outer, inner])
    assert reader.mark_at(2) == outer
    assert reader.mark_at(14) == inner
    assert reader.mark_at(500) is None


def test_what_is_selected_with_the_mouse_is_told_once(reader: MarkedReader, qtbot: QtBot) -> None:
    view = reader.viewport()
    line = reader.area_of(*span(reader, "Paragraph 2 has"))
    told = []
    reader.selection_settled.connect(lambda: told.append(reader.selected()))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(line.left(), line.center().y()))
    qtbot.mouseMove(view, QPoint(line.right(), line.center().y()))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(line.right(), line.center().y()))
    assert told == [span(reader, "Paragraph 2 has")]


def test_a_click_into_a_highlight_is_told(reader: MarkedReader, qtbot: QtBot) -> None:
    mark = ShownMark("1", *span(reader, "Paragraph 1 has"), Look.AMBER)
    reader.show_marks([mark])
    place = reader.area_of(mark.start + 4, mark.start + 5).center()
    with qtbot.waitSignal(reader.mark_pressed) as pressed:
        qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pressed.args == ["1"]


def test_keys_move_the_page_until_they_are_to_select(reader: MarkedReader, qtbot: QtBot) -> None:
    reader.setFocus()
    qtbot.keyClick(reader, Qt.Key.Key_Down)
    assert reader.verticalScrollBar().value() > 0
    assert reader.selected() is None
    reader.select_by_keys(True)
    for _ in range(3):
        qtbot.keyClick(
            reader,
            Qt.Key.Key_Right,
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
        )
    with qtbot.waitSignal(reader.selection_settled):
        pass
    assert reader.selected() is not None
    qtbot.keyClick(reader, Qt.Key.Key_Escape)
    assert reader.selected() is None
    assert not reader.selects_by_keys


def test_the_end_of_the_page_is_seen_at_its_end(reader: MarkedReader) -> None:
    reader.set_position(1.0)
    start, end = reader.visible_span()
    assert 0 < start < end == len(reader.text.text)


def test_a_menu_is_asked_for_by_key_and_by_mouse(reader: MarkedReader, qtbot: QtBot) -> None:
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, QPoint(1, 1), QPoint(1, 1))
        with qtbot.waitSignal(reader.menu_asked):
            QApplication.sendEvent(reader.viewport(), event)
