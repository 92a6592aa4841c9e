"""What every page of the window shares: commands, keys, messages, undo, files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.handover import Request
from app.paths import SEEDS
from app.settings import load_settings
from app.workspace import Workspace
from tests.helpers.gguf_file import tiny_model
from tests.ui.test_dropping import COPY, LEFT, NONE
from ui.actions import EVERYWHERE
from ui.dropping import QMimeData
from ui.task import running_tasks
from ui.theme import Theme
from ui.window import PAGES, MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _runtime(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("r")))


@pytest.fixture
def window(workspace: Workspace, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(workspace, theme, idle_after=0)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle(qtbot)
    yield made
    settle(qtbot)
    made.close()
    made.deleteLater()


def settle(qtbot: QtBot) -> None:
    """Wait until nothing runs and everything is laid out."""
    qtbot.waitUntil(lambda: not running_tasks(), timeout=20_000)
    qtbot.wait(20)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def toasts(window: MainWindow) -> list[str]:
    return [toast.text.text() for toast in window.everywhere.toasts.toasts]


class TestPalette:
    """Ctrl+K finds everything, and leaves everything as it was."""

    def test_in_the_middle_of_an_answer(self, window: MainWindow, qtbot: QtBot) -> None:
        window._workspace.change_settings(answer_format="short")
        window.study("")
        edit = window.quiz.asking.edit
        qtbot.keyClicks(edit, "half an answer")
        cursor = edit.textCursor()
        cursor.setPosition(5)
        edit.setTextCursor(cursor)
        press(qtbot, window, Qt.Key.Key_K, CTRL)
        palette = window.everywhere.palette
        assert palette.field.hasFocus()
        assert edit.toPlainText() == "half an answer"
        assert "Skip" in [entry.name for entry in palette.shown()]
        qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
        assert edit.hasFocus()
        assert edit.textCursor().position() == 5
        assert window.quiz.run.is_open  # Escape also stops a session, but not this one

    def test_it_opens_a_guide_by_a_few_letters(self, window: MainWindow, qtbot: QtBot) -> None:
        press(qtbot, window, Qt.Key.Key_K, CTRL)
        field = window.everywhere.palette.field
        qtbot.keyClicks(field, "read model opt")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        settle(qtbot)
        assert window.page() == "read"
        assert window.read.reader.toPlainText().startswith("Learn model optimization")

    def test_it_starts_a_session_over_a_skill(self, window: MainWindow, qtbot: QtBot) -> None:
        press(qtbot, window, Qt.Key.Key_K, CTRL)
        field = window.everywhere.palette.field
        qtbot.keyClicks(field, "study evaluate")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert window.page() == "quiz"
        assert window.quiz.asking.skill.text() == "Evaluate AI systems"

    def test_it_finds_words_in_the_text(self, window: MainWindow, qtbot: QtBot) -> None:
        press(qtbot, window, Qt.Key.Key_K, CTRL)
        field = window.everywhere.palette.field
        qtbot.keyClicks(field, "paged attention")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        settle(qtbot)
        assert window.page() == "read"

    def test_it_goes_to_a_page_and_changes_the_colours(
        self, window: MainWindow, theme: Theme, qtbot: QtBot
    ) -> None:
        for typed in ("settings", "dark colours"):
            press(qtbot, window, Qt.Key.Key_K, CTRL)
            field = window.everywhere.palette.field
            qtbot.keyClicks(field, typed)
            qtbot.keyClick(field, Qt.Key.Key_Return)
        assert window.page() == "settings"
        assert theme.is_dark
        assert window.settings.themes.choice() == "dark"
        kept, _ = load_settings(window._workspace.paths.settings_file)
        assert kept.theme == "dark"

    def test_it_has_every_button_of_the_page_that_can_be_pressed(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        names = {command.name for command in window.everywhere.actions.available("today")}
        assert {"Start", "Read", "Settings", "Undo", "Quit", "Commands"} <= names


class TestSheet:
    """The question mark shows what keys do, on every page."""

    def test_it_knows_pages_that_were_never_opened(self, window: MainWindow, qtbot: QtBot) -> None:
        press(qtbot, window, Qt.Key.Key_Question, NONE)
        assert window.everywhere.sheet.isVisible()
        qtbot.waitUntil(lambda: set(window.pages()) == {name for name, _ in PAGES}, timeout=20_000)
        settle(qtbot)
        groups = window.everywhere.actions.with_keys()
        assert {"Skip", "Hint", "Submit"} <= {each.name for each in groups["Quiz"]}
        assert "Search" in {each.name for each in groups["Read"]}
        keys = {each.name: each.keys for each in groups[EVERYWHERE]}
        assert keys["Commands"] == ("Ctrl+K",)
        assert keys["Read"] == ("Ctrl+2",)
        press(qtbot, window, Qt.Key.Key_Escape, NONE)
        assert not window.everywhere.sheet.isVisible()

    def test_in_a_field_of_text_it_is_a_question_mark(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        window.open_page("ask")
        qtbot.keyClicks(window.ask.box, "why?")
        assert window.ask.box.text() == "why?"
        assert "sheet" not in vars(window.everywhere)
        press(qtbot, window, Qt.Key.Key_F1, NONE)
        assert window.everywhere.sheet.isVisible()
        window.everywhere.sheet.leave()

    def test_no_key_means_two_things_on_a_page(self, window: MainWindow, qtbot: QtBot) -> None:
        for name, _ in PAGES:
            window.open_page(name)
            settle(qtbot)
            seen: dict[str, str] = {}
            for command in window.everywhere.actions.available(name):
                for key in command.keys:
                    if command.name in ("Undo", "Redo") and command.place == EVERYWHERE:
                        continue  # a page that has these keys has them alone
                    assert key not in seen, f"{name}: {key} is {command.name} and {seen[key]}"
                    seen[key] = command.name


class TestUndo:
    """Ctrl+Z takes back what is in the log, unless somebody is typing."""

    @pytest.fixture(autouse=True)
    def _answers(self, workspace: Workspace) -> None:
        session = workspace.start_quiz(count=2, answer_format="choice")
        session.follow_up_misses = False
        while (question := session.advance()) is not None:
            session.choose(question.right_option)
        session.finish()

    def test_there_and_back_by_keys(
        self, window: MainWindow, workspace: Workspace, qtbot: QtBot
    ) -> None:
        press(qtbot, window, Qt.Key.Key_Z, CTRL)
        assert len(workspace.log.entries()) == 1
        [said] = toasts(window)
        assert said.startswith("Undone: the answer: “")
        press(qtbot, window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
        assert len(workspace.log.entries()) == 2
        assert toasts(window)[1].startswith("Redone: the answer")

    def test_the_button_of_the_message_brings_it_back(
        self, window: MainWindow, workspace: Workspace, qtbot: QtBot
    ) -> None:
        press(qtbot, window, Qt.Key.Key_Z, CTRL)
        button = window.everywhere.toasts.toasts[0].offer_button
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(workspace.log.entries()) == 2

    def test_typing_is_taken_back_by_its_field(
        self, window: MainWindow, workspace: Workspace, qtbot: QtBot
    ) -> None:
        window.open_page("ask")
        qtbot.keyClicks(window.ask.box, "why")
        for _ in range(2):
            press(qtbot, window, Qt.Key.Key_Z, CTRL)
        assert window.ask.box.text() == ""
        assert len(workspace.log.entries()) == 2

    def test_an_answer_of_the_session_under_way_is_asked_again(
        self, window: MainWindow, workspace: Workspace, qtbot: QtBot
    ) -> None:
        workspace.change_settings(answer_format="choice")
        window.study("")
        asked = window.quiz.asking.question.text()
        window.quiz.asking.options.buttons[0].click()
        window.open_page("progress")
        settle(qtbot)
        window.progress.setFocus()
        press(qtbot, window, Qt.Key.Key_Z, CTRL)
        assert window.page() == "quiz"
        assert window.quiz.asking.question.text() == asked
        assert len(workspace.log.entries()) == 2


class TestMessages:
    """What passes by can be read again."""

    def test_from_the_bell(self, window: MainWindow, qtbot: QtBot) -> None:
        window.everywhere.messages.say("Something.")
        bell = window.everywhere.bar.messages_button
        assert bell.accessibleName() == "Messages: 1 new"
        qtbot.mouseClick(bell, Qt.MouseButton.LeftButton)
        assert window.everywhere.message_list.isVisible()
        assert bell.accessibleName() == "Messages"
        press(qtbot, window, Qt.Key.Key_Escape, NONE)
        assert not window.everywhere.message_list.isVisible()


class TestFiles:
    """Files from elsewhere go where they belong."""

    def test_dropped_documents_are_added_to_the_material(
        self, window: MainWindow, tmp_path: Path, qtbot: QtBot
    ) -> None:
        paths = [tmp_path / "one.md", tmp_path / "two.txt"]
        for number, path in enumerate(paths):
            path.write_text(f"# Notes {number}\n\nThe page cache keeps what was read lately.\n")
        data = QMimeData()
        data.setUrls([path.as_uri() for path in paths])
        where = window.rect().center()
        handle = window.windowHandle()
        QApplication.sendEvent(handle, QDragEnterEvent(where, COPY, data, LEFT, NONE))
        assert window.everywhere.dropping.overlay is not None
        QApplication.sendEvent(handle, QDropEvent(where.toPointF(), COPY, data, LEFT, NONE))
        qtbot.waitUntil(lambda: window.page() == "material")
        qtbot.waitUntil(lambda: len(window.material.files.rows) == 2, timeout=20_000)
        settle(qtbot)
        assert "“Notes 0” is in your material." in toasts(window)

    def test_a_model_is_used(
        self,
        window: MainWindow,
        workspace: Workspace,
        tmp_path: Path,
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.delenv("SEGUE_MODEL")
        model = tmp_path / "small.gguf"
        model.write_bytes(tiny_model())
        window.everywhere.open_files([model])
        qtbot.waitUntil(lambda: workspace.settings.model == str(model), timeout=20_000)
        assert window.page() == "models"

    def test_several_models_are_listed_to_choose_from(
        self, window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
    ) -> None:
        good, bad = tmp_path / "small.gguf", tmp_path / "broken.gguf"
        good.write_bytes(tiny_model())
        bad.write_bytes(b"no model")
        window.everywhere.open_files([good, bad])
        settle(qtbot)
        names = {command.name for command in window.everywhere.actions.available("models")}
        assert str(good) in [found.path.as_posix() for found in window.models._brought]
        assert [name for name in names if name.startswith("Use: small")]
        assert "broken.gguf" in window.models.banner.text()
        assert workspace.settings.model is None

    def test_a_transition_is_put_among_the_learners_own(
        self, window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
    ) -> None:
        text = next(SEEDS.glob("*.md")).read_text(encoding="utf-8")
        own = tmp_path / "mine.segue.md"
        own.write_text(re.sub("^slug:.*$", "slug: my-own", text, count=1, flags=re.MULTILINE))
        window.everywhere.open_files([own])
        settle(qtbot)
        assert "my-own" in workspace.library.transitions
        assert window.page() == "read"
        assert toasts(window) == ["“Machine Learning Engineer” is among your transitions."]

    def test_one_that_is_there_already_is_left_out_and_that_is_said(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        window.everywhere.open_files(list(SEEDS.glob("*.md")))
        settle(qtbot)
        assert "is left out" in toasts(window)[0]
        assert "taken by" in window.read.reader.toPlainText()

    def test_what_is_not_taken_is_said(self, window: MainWindow, tmp_path: Path) -> None:
        window.everywhere.open_files([tmp_path / "talk.pptx"])
        assert toasts(window)[0].startswith("“talk.pptx” is not taken.")
        assert window.page() == "today"

    @pytest.mark.qt_log_ignore("does not support raise")  # without a display
    def test_a_second_start_brings_the_window_back(
        self, window: MainWindow, tmp_path: Path, qtbot: QtBot
    ) -> None:
        window.showMinimized()
        window.everywhere.second_starts.asked.emit(Request((tmp_path / "talk.pptx",)))
        assert not window.isMinimized()
        assert len(toasts(window)) == 1


class TestNextTime:
    """The window comes back as it was left."""

    def test_on_the_page_of_the_same_day(
        self, workspace: Workspace, theme: Theme, qtbot: QtBot
    ) -> None:
        first = MainWindow(workspace, theme, idle_after=0)
        qtbot.addWidget(first)
        first.show()
        settle(qtbot)
        first.open_page("settings")
        first.close()
        again = MainWindow(workspace, theme, idle_after=0)
        qtbot.addWidget(again)
        assert again.page() == "settings"

    def test_with_its_edges_where_they_were(
        self, workspace: Workspace, theme: Theme, qtbot: QtBot
    ) -> None:
        kept = workspace.settings.splitters
        assert kept == ""
        window = MainWindow(workspace, theme, idle_after=0)
        qtbot.addWidget(window)
        window.show()
        window.open_page("read")
        settle(qtbot)
        window.close()
        assert '"read"' in workspace.settings.splitters


def test_an_event_that_is_none_of_its_own_passes(window: MainWindow) -> None:
    assert not window.everywhere.eventFilter(window, QEvent(QEvent.Type.Leave))
