"""The palette: typed into, led by arrows, and gone as if it had never been there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.palette import Palette
from ui.palette.entries import Entry
from ui.palette.rows import EntryModel
from ui.theme import Theme


class Scene:
    """A window with a field of text that somebody types in."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.done: list[str] = []
        self.window = QMainWindow()
        self.window.resize(900, 640)
        self.edit = QPlainTextEdit()
        self.window.setCentralWidget(self.edit)
        self.palette = Palette(self.window, theme, find=self._find)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.edit.setFocus()

    def open(self) -> None:
        names = ("Skip", "Stop", "Settings", "Start today's session")
        self.palette.offer([self._entry(name) for name in names])

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.palette.field, key)

    def current(self) -> str:
        return str(self.palette.list.currentIndex().data())

    def _entry(self, name: str) -> Entry:
        return Entry(name, "Quiz", lambda: self.done.append(name), "S" if name == "Skip" else "")

    def _find(self, query: str) -> Sequence[Entry]:
        return [self._entry(f"In the text: {query}")] if query == "cache" else []


@pytest.fixture
def scene(theme: Theme, qtbot: QtBot) -> Scene:
    return Scene(theme, qtbot)


def test_it_opens_on_the_first_entry_with_the_field_ready(scene: Scene) -> None:
    scene.open()
    assert scene.palette.isVisible()
    assert scene.palette.field.hasFocus()
    assert scene.current() == "Skip"


def test_enter_does_what_fits_best(scene: Scene) -> None:
    scene.open()
    scene.qtbot.keyClicks(scene.palette.field, "set")
    scene.press(Qt.Key.Key_Return)
    assert scene.done == ["Settings"]
    assert not scene.palette.isVisible()


def test_arrows_lead_through_the_list_and_round(scene: Scene) -> None:
    scene.open()
    scene.press(Qt.Key.Key_Down)
    assert scene.current() == "Stop"
    scene.press(Qt.Key.Key_Up)
    scene.press(Qt.Key.Key_Up)
    assert scene.current() == "Start today's session"
    scene.press(Qt.Key.Key_Down)
    assert scene.current() == "Skip"
    scene.press(Qt.Key.Key_PageDown)
    assert scene.current() == "Start today's session"


def test_escape_gives_back_the_text_and_the_cursor(scene: Scene) -> None:
    scene.qtbot.keyClicks(scene.edit, "half an answer")
    cursor = scene.edit.textCursor()
    cursor.setPosition(4)
    scene.edit.setTextCursor(cursor)
    scene.open()
    scene.qtbot.keyClicks(scene.palette.field, "st")
    scene.press(Qt.Key.Key_Escape)
    assert scene.edit.hasFocus()
    assert scene.edit.toPlainText() == "half an answer"
    assert scene.edit.textCursor().position() == 4
    scene.open()
    assert scene.palette.field.text() == ""


def test_its_own_key_closes_it(scene: Scene) -> None:
    scene.open()
    scene.qtbot.keyClick(scene.palette.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not scene.palette.isVisible()


def test_a_command_runs_with_the_focus_where_it_was(scene: Scene) -> None:
    had: list[bool] = []
    run = Entry("Look", "Quiz", lambda: had.append(scene.edit.hasFocus()))
    scene.palette.offer([run])
    scene.press(Qt.Key.Key_Return)
    assert had == [True]


def test_a_click_does_what_it_hits(scene: Scene) -> None:
    scene.open()
    view = scene.palette.list
    middle = view.visualRect(view.entries.index(1)).center()
    scene.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert scene.done == ["Stop"]


def test_nothing_that_fits_is_said(scene: Scene) -> None:
    scene.open()
    scene.qtbot.keyClicks(scene.palette.field, "xyzzy")
    assert scene.palette.nothing.isVisible()
    assert not scene.palette.list.isVisible()
    scene.press(Qt.Key.Key_Return)
    assert scene.done == []
    assert scene.palette.isVisible()


def test_words_in_the_text_follow_the_commands(scene: Scene) -> None:
    scene.open()
    scene.qtbot.keyClicks(scene.palette.field, "cache")
    assert [entry.name for entry in scene.palette.shown()] == ["In the text: cache"]


def test_tab_stays_inside(scene: Scene) -> None:
    scene.open()
    scene.press(Qt.Key.Key_Tab)
    assert scene.palette.isAncestorOf(scene.window.focusWidget())


def test_a_screen_reader_finds_a_name_for_everything(scene: Scene) -> None:
    scene.open()
    for widget in (scene.palette, scene.palette.field, scene.palette.list):
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert name
    row = scene.palette.list.entries.index(0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Skip, Quiz, S"


def test_keys_stand_at_the_far_end_of_the_line(scene: Scene, theme: Theme) -> None:
    scene.open()
    view = scene.palette.list
    view.setCurrentIndex(view.entries.index(2))
    picture = view.grab().toImage()

    def is_empty(row: int) -> bool:
        line = view.visualRect(view.entries.index(row))
        end = QImage(picture.copy(line.right() - 30, line.top() + 4, 26, line.height() - 8))
        return len({end.pixel(x, y) for x in range(26) for y in range(end.height())}) == 1

    assert not is_empty(0)


def test_the_model_is_a_sound_one(qtmodeltester: ModelTester) -> None:
    model: QAbstractItemModel = EntryModel()
    assert isinstance(model, EntryModel)
    model.show_entries([Entry("Skip", "Quiz", list), Entry("Stop", "Quiz", list)])
    qtmodeltester.check(model)
