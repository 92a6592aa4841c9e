"""Highlights and notes: made by key and mouse, found again after edits, never dropped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.study.marked import Look
from app.workspace import Workspace
from tests.ui.pages.read.conftest import (
    NOTES,
    SKILL,
    TRANSITION,
    open_own,
    open_skill,
    select,
    settle,
)
from ui.pages.read import ReadPage
from ui.pages.read.marking import HOW_TO_SELECT
from ui.widgets.contents import Place
from ui.widgets.looks import LOOKS
from ui.widgets.mark_list import LOST
from ui.widgets.notes_pane import ALL

NO_DISPLAY = pytest.mark.qt_log_ignore("This plugin does not support")
ACID = "Citric acid dissolves limescale within half an hour."
PAN = "A pan of iron wants oil and heat"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def highlighted(read: ReadPage) -> list[tuple[str, Look]]:
    """Return the words that look highlighted, each with the look whose line it has."""
    styles = {shown.style: look for look, shown in LOOKS.items()}
    return [
        (extra.cursor.selectedText(), styles[extra.format.underlineStyle()])
        for extra in read.reader.extraSelections()
    ]


def listed(read: ReadPage) -> list[str]:
    """Return what a screen reader says of each entry of the list."""
    model = read.notes.list.listed
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(row), role)) for row in range(model.rowCount())]


def press(read: ReadPage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(read.reader, key)


def write_note(read: ReadPage, qtbot: QtBot, words: str) -> None:
    """Type a note on the sheet, and keep it by keys."""
    assert read.note_sheet.isVisible()
    assert read.note_sheet.edit.hasFocus()
    qtbot.keyClicks(read.note_sheet.edit, words)
    qtbot.keyClick(read.note_sheet.edit, Qt.Key.Key_Return, CONTROL)
    assert not read.note_sheet.isVisible()


def test_selected_words_are_highlighted_by_one_key(own: ReadPage, qtbot: QtBot) -> None:
    select(own, ACID)
    assert own.bar.isVisible()
    press(own, qtbot, Qt.Key.Key_H)
    assert highlighted(own) == [(ACID, Look.AMBER)]
    assert not own.reader.textCursor().hasSelection()
    assert not own.bar.isVisible()
    assert own.reader.hasFocus()


def test_each_look_has_a_key_a_button_and_a_line_of_its_own(own: ReadPage, qtbot: QtBot) -> None:
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_2)
    select(own, PAN)
    qtbot.mouseClick(own.bar.looks[Look.BLUE], Qt.MouseButton.LeftButton)
    assert highlighted(own) == [(ACID, Look.GREEN), (PAN, Look.BLUE)]
    assert len({shown.style for shown in LOOKS.values()}) == len(Look)
    # The last one is what H takes next.
    select(own, "no soap at all")
    press(own, qtbot, Qt.Key.Key_H)
    assert ("no soap at all", Look.BLUE) in highlighted(own)


def test_a_highlight_gets_another_look_where_it_is_clicked(own: ReadPage, qtbot: QtBot) -> None:
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_H)
    [mark] = own.reader.marks()
    place = own.reader.area_of(mark.start + 9, mark.start + 10).center()
    qtbot.mouseClick(own.reader.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert own.bar.isVisible()
    assert own.bar.looks[Look.AMBER].isChecked()
    qtbot.mouseClick(own.bar.looks[Look.GREEN], Qt.MouseButton.LeftButton)
    assert highlighted(own) == [(ACID, Look.GREEN)]


def test_the_bar_at_a_highlight_goes_with_escape_and_with_a_click_elsewhere(
    own: ReadPage, qtbot: QtBot
) -> None:
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_H)
    [mark] = own.reader.marks()
    place = own.reader.area_of(mark.start + 9, mark.start + 10).center()
    view = own.reader.viewport()
    for _ in range(2):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
        assert own.bar.isVisible()
        qtbot.keyClick(own.reader, Qt.Key.Key_Escape)
        assert not own.bar.isVisible()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    elsewhere = QPoint(place.x(), view.height() - 5)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=elsewhere)
    assert not own.bar.isVisible()
    # A key that means a highlight means none any more.
    press(own, qtbot, Qt.Key.Key_Delete)
    assert len(own.reader.marks()) == 1


def test_the_same_words_again_are_the_same_highlight(own: ReadPage, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_3):
        select(own, ACID)
        press(own, qtbot, key)
    assert highlighted(own) == [(ACID, Look.BLUE)]


def test_words_are_selected_and_highlighted_without_a_mouse(own: ReadPage, qtbot: QtBot) -> None:
    press(own, qtbot, Qt.Key.Key_H)
    assert own.message.text() == HOW_TO_SELECT
    assert own.reader.selects_by_keys
    for _ in range(2):
        qtbot.keyClick(own.reader, Qt.Key.Key_Right, CONTROL | SHIFT)
    qtbot.waitUntil(own.bar.isVisible)
    press(own, qtbot, Qt.Key.Key_H)
    assert highlighted(own) == [("My notes", Look.AMBER)]
    qtbot.keyClick(own.reader, Qt.Key.Key_Escape)
    assert not own.reader.selects_by_keys


def test_escape_puts_selection_and_bar_away(own: ReadPage, qtbot: QtBot) -> None:
    select(own, ACID)
    qtbot.keyClick(own.reader, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not own.bar.isVisible())
    assert not own.reader.textCursor().hasSelection()


def test_a_note_is_written_on_selected_words(own: ReadPage, qtbot: QtBot) -> None:
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_N)
    assert ACID in own.note_sheet.quote.text()
    write_note(own, qtbot, "How strong?")
    assert highlighted(own) == [(ACID, Look.AMBER)]
    assert listed(own) == [f"“{ACID}”. Note: How strong?. Amber, solid line"]
    assert own.reader.margin.isVisible()
    # One wish, one thing to undo.
    qtbot.keyClick(own.reader, Qt.Key.Key_Z, CONTROL)
    assert (highlighted(own), listed(own)) == ([], [])


def test_who_cancels_a_note_has_changed_nothing(own: ReadPage, qtbot: QtBot) -> None:
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_N)
    qtbot.keyClicks(own.note_sheet.edit, "Never mind")
    qtbot.keyClick(own.note_sheet.edit, Qt.Key.Key_Escape)
    assert not own.note_sheet.isVisible()
    assert (highlighted(own), listed(own)) == ([], [])


def test_the_sign_beside_the_text_leads_to_its_note(own: ReadPage, qtbot: QtBot) -> None:
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_N)
    write_note(own, qtbot, "How strong?")
    [mark] = own.reader.marks()
    top = own.reader.area_of(mark.start, mark.start + 1).top()
    assert own.reader.margin.note_at(QPoint(5, top + 8)) is mark
    assert own.reader.margin.note_at(QPoint(5, top + 90)) is None
    margin = own.reader.margin
    qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(5, top + 8))
    qtbot.mouseClick(own.bar.note_button, Qt.MouseButton.LeftButton)
    assert own.note_sheet.edit.toPlainText() == "How strong?"
    qtbot.keyClick(own.note_sheet.edit, Qt.Key.Key_Escape)


def test_the_list_leads_to_a_highlight_edits_and_removes_it(own: ReadPage, qtbot: QtBot) -> None:
    for words in (PAN, ACID):
        select(own, words)
        press(own, qtbot, Qt.Key.Key_H)
    own.shelf.show_part("notes")
    entries = own.notes.list
    # In the order of the text, not of the highlighting.
    assert [each.split("”")[0] for each in listed(own)] == [f"“{ACID}", f"“{PAN}"]
    entries.setCurrentIndex(entries.listed.index(1))
    qtbot.keyClick(entries, Qt.Key.Key_Return)
    assert own.reader.hasFocus()
    assert own.bar.isVisible()
    qtbot.keyClick(entries, Qt.Key.Key_F2)
    write_note(own, qtbot, "True?")
    assert "Note: True?" in listed(own)[1]
    qtbot.keyClick(entries, Qt.Key.Key_Delete)
    assert highlighted(own) == [(ACID, Look.AMBER)]
    qtbot.keyClick(entries, Qt.Key.Key_Z, CONTROL)
    assert len(highlighted(own)) == 2


def test_all_of_it_is_undone_and_done_again_by_keys(own: ReadPage, qtbot: QtBot) -> None:
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_H)
    own.ticking.toggle()
    own.marking.open_mark(own.marking.listed()[0])
    press(own, qtbot, Qt.Key.Key_Delete)
    told = []
    for _ in range(4):
        qtbot.keyClick(own.reader, Qt.Key.Key_Z, CONTROL)
        told.append(own.message.text())
    assert told == [
        f"Undone: the change to the highlight: “{ACID}”.",
        "Undone: the tick at a section.",
        f"Undone: the highlight: “{ACID}”.",
        "Nothing to undo here.",
    ]
    qtbot.keyClick(own.reader, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert highlighted(own) == [(ACID, Look.AMBER)]


def test_highlights_come_back_with_their_text(
    own: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_H)
    open_skill(own, qtbot)
    assert highlighted(own) == []
    open_own(own, workspace, qtbot, NOTES)
    assert highlighted(own) == [(ACID, Look.AMBER)]


def test_after_an_edit_highlights_stand_at_their_words_and_lost_ones_say_so(
    own: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    for words in (ACID, PAN):
        select(own, words)
        press(own, qtbot, Qt.Key.Key_H)
    edited = NOTES.replace("# My notes", "# My notes\n\nA word before.").replace(
        "dissolves limescale", "dissolves the limescale"
    )
    edited = edited.replace(f"{PAN}, and no soap at all. It lasts for a hundred years.", "No.")
    open_skill(own, qtbot)
    open_own(own, workspace, qtbot, edited)
    assert highlighted(own) == [
        ("Citric acid dissolves the limescale within half an hour.", Look.AMBER)
    ]
    assert listed(own)[1].startswith(f"{LOST}. “{PAN}")
    own.notes.list.setCurrentIndex(own.notes.list.listed.index(1))
    own.notes.list.mark_chosen.emit(own.notes.list.current())
    assert own.message.text().startswith(LOST)
    # Once the words are there again, so is the highlight.
    open_skill(own, qtbot)
    open_own(own, workspace, qtbot, NOTES)
    assert len(highlighted(own)) == 2


def test_the_highlights_of_all_texts_are_listed_and_lead_there(
    own: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_H)
    open_skill(own, qtbot)
    point = workspace.library.key_points("machine-learning-engineer", SKILL)[2]
    select(
        own, " ".join(own.reader.text.text[slice(*own.reader.text.span_of(point.quote))].split())
    )
    press(own, qtbot, Qt.Key.Key_2)
    own.shelf.show_part("notes")
    assert len(listed(own)) == 1
    qtbot.mouseClick(own.notes.scope.button(ALL), Qt.MouseButton.LeftButton)
    assert [each.split(".")[0] for each in listed(own)] == ["notes", "Learn model optimization"]
    own.notes.list.setCurrentIndex(own.notes.list.listed.index(0))
    qtbot.keyClick(own.notes.list, Qt.Key.Key_Return)
    settle(qtbot)
    assert own.reader.toPlainText().startswith("My notes")
    assert own.bar.isVisible()


def test_a_highlight_in_a_text_that_is_gone_is_kept_and_says_so(
    own: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_H)
    open_skill(own, qtbot)
    (workspace.paths.documents / "notes.md").unlink()
    own.refresh()
    settle(qtbot)
    own.shelf.show_part("notes")
    qtbot.mouseClick(own.notes.scope.button(ALL), Qt.MouseButton.LeftButton)
    own.notes.list.mark_chosen.emit(own.marking._workspace.log.all_marks()[0])
    assert own.message.text() == "The text of this highlight is not there any more."


@NO_DISPLAY
def test_what_is_listed_is_written_to_a_file(own: ReadPage, qtbot: QtBot, tmp_path: Path) -> None:
    own.shelf.show_part("notes")
    assert not own.notes.export_button.isEnabled()
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_N)
    write_note(own, qtbot, "How strong?")
    qtbot.mouseClick(own.notes.export_button, Qt.MouseButton.LeftButton)
    dialog = own.reader.findChild(QFileDialog)
    path = tmp_path / "mine.md"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    written = path.read_text(encoding="utf-8")
    assert f"> {ACID}" in written
    assert "How strong?" in written
    assert str(path) in own.message.text()
    own.marking.export(tmp_path)
    assert "cannot be written" in own.message.text()


def test_formulas_and_tables_are_highlighted_like_words(
    own: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    text = "# T\n\nThe step $s = m/7$ grows.\n\n| type | bits |\n|---|---|\n| Q8 | 8.5 |\n"
    open_skill(own, qtbot)
    open_own(own, workspace, qtbot, text)
    select(own, "step s = m/7 grows")
    press(own, qtbot, Qt.Key.Key_H)
    select(own, "bits Q8 8.5")
    press(own, qtbot, Qt.Key.Key_2)
    assert listed(own)[0].startswith("“step s = m/7 grows”")
    assert listed(own)[1].startswith("“bits Q8 8.5”")
    [formula, *cells] = highlighted(own)
    assert formula == ("step \N{OBJECT REPLACEMENT CHARACTER} grows", Look.AMBER)
    assert cells == [(cell, Look.GREEN) for cell in ("bits", "Q8", "8.5")]


def test_a_text_chosen_after_a_highlight_is_the_one_that_is_shown(
    own: ReadPage, workspace: Workspace, qtbot: QtBot
) -> None:
    select(own, ACID)
    press(own, qtbot, Qt.Key.Key_H)
    [mark] = own.marking.listed()
    open_skill(own, qtbot)
    os.utime(workspace.paths.documents / "notes.md", (1, 1))  # it takes a while to be drawn anew
    own.open_mark(mark)
    own.open_place(Place(TRANSITION, "integrate-ai-safely"))
    settle(qtbot)
    assert own._place is not None
    assert own._place.skill == "integrate-ai-safely"
