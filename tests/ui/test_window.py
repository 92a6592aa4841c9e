"""The window as a whole: pages, keys, and nothing cut off or without a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.paths import Paths
from app.settings import load_settings
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.calibrations import certified
from tests.helpers.gated_engine import GatedEngine
from tests.helpers.tunable_engine import FOUND, TunableEngine, put_tunable_engine
from tests.ui.small_gold import FIRST_REPORTED, ReadingEngine
from ui.task import running_tasks
from ui.theme import Theme
from ui.window import PAGES, MainWindow

NAMES = [name for name, _ in PAGES]
INTERACTIVE = {
    QAccessible.Role.Button,
    QAccessible.Role.PushButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Slider,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
}


@pytest.fixture
def window(workspace: Workspace, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(workspace, theme)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    settle(qtbot)
    made.close()
    made.deleteLater()


def settle(qtbot: QtBot) -> None:
    """Wait until nothing runs and everything is laid out."""
    qtbot.waitUntil(lambda: not running_tasks(), timeout=10_000)
    qtbot.wait(20)


def test_keys_lead_to_every_page(window: MainWindow, qtbot: QtBot) -> None:
    for number, name in enumerate(NAMES, start=1):
        key = Qt.Key(Qt.Key.Key_0.value + number)
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.page() == name
        assert window.sidebar.button(name).isChecked()
    settle(qtbot)


def test_the_first_question_is_one_click_away(window: MainWindow, qtbot: QtBot) -> None:
    assert window.page() == "today"
    qtbot.mouseClick(window.today.start_button, Qt.MouseButton.LeftButton)
    assert window.page() == "quiz"
    assert window.quiz.asking.question.text()
    assert window.quiz.bar.position.text() == "Question 1 of 10"


def test_so_it_is_with_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    assert window.today.start_button.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert window.quiz.asking.question.isVisible()


def test_a_skill_leads_from_today_over_reading_to_the_quiz(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.today.reading_asked.emit("evaluate-ai-systems")
    settle(qtbot)
    assert window.page() == "read"
    assert window.read.reader.toPlainText().startswith("Evaluate AI systems")
    qtbot.mouseClick(window.read.quiz_button, Qt.MouseButton.LeftButton)
    assert window.quiz.asking.skill.text() == "Evaluate AI systems"


def test_a_key_point_can_be_asked_from_where_it_stands(window: MainWindow, qtbot: QtBot) -> None:
    window.open_page("read")
    settle(qtbot)
    window.read.point_study_asked.emit("paged-attention-blocks")
    assert window.page() == "quiz"
    assert window.quiz.bar.position.text() == "Question 1 of 1"
    session = window.quiz.run.session
    assert session is not None
    assert [point.id for point in session.plan] == ["paged-attention-blocks"]


def test_a_key_point_that_is_gone_is_not_asked(window: MainWindow) -> None:
    window.study_point("no-such-point")
    assert window.page() == "quiz"
    assert "no-such-point" in window.quiz.choosing.notice.text()


def test_key_points_of_a_passage_are_asked_and_type_grows_from_the_page_of_reading(
    window: MainWindow, workspace: Workspace, theme: Theme, qtbot: QtBot
) -> None:
    window.open_page("read")
    settle(qtbot)
    before = theme.font_size
    window.read.change_type(2)
    assert theme.font_size > before
    window.read.change_type(0)
    points = [point.id for point in workspace.library.key_points(workspace.transition.slug)[3:5]]
    window.read.points_study_asked.emit(tuple(points))
    assert window.page() == "quiz"
    session = window.quiz.run.session
    assert session is not None
    assert [point.id for point in session.plan] == points
    window.open_page("read")
    window.read.models_asked.emit()
    assert window.page() == "models"


def test_everything_can_be_searched_soon_after_the_start(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(workspace.search_index.search("quantization")))
    settle(qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert not window.read.finder.field.hasFocus()  # the field belongs to a page that is not shown
    window.open_page("read")
    settle(qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.read.finder.field.hasFocus()


def test_a_session_waits_while_other_pages_are_looked_at(window: MainWindow, qtbot: QtBot) -> None:
    window.study("")
    asked = window.quiz.asking.question.text()
    qtbot.keyClicks(window.quiz.asking.edit, "half an ans")
    window.open_page("progress")
    window.open_page("quiz")
    assert window.quiz.asking.question.text() == asked
    assert window.quiz.asking.edit.toPlainText() in ("half an ans", "")


def test_done_leads_back_to_today(window: MainWindow, qtbot: QtBot) -> None:
    window.study("")
    window.quiz.bar.stop_button.click()
    window.quiz.summary.done_button.click()
    assert window.page() == "today"


def test_a_chosen_theme_is_there_at_once(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    window.open_page("settings")
    qtbot.mouseClick(window.settings.themes.button("dark"), Qt.MouseButton.LeftButton)
    assert theme.is_dark
    window.settings.font_size.setValue(16)
    assert theme.font_size == 20


def test_size_and_place_are_kept(workspace: Workspace, theme: Theme, qtbot: QtBot) -> None:
    first = MainWindow(workspace, theme)
    qtbot.addWidget(first)
    first.resize(1000, 640)
    first.show()
    first.close()
    kept, _ = load_settings(workspace.paths.settings_file)
    assert kept.window
    again = MainWindow(workspace, theme)
    qtbot.addWidget(again)
    assert again.height() == 640


def test_a_window_that_was_kept_badly_still_opens(paths: Paths, theme: Theme, qtbot: QtBot) -> None:
    workspace = Workspace(paths)
    workspace.change_settings(window="???not base64???")
    window = MainWindow(workspace, theme)
    qtbot.addWidget(window)
    assert window.width() > 800
    workspace.close()


def test_closing_in_the_middle_of_a_verdict_loses_no_answer(
    workspace: Workspace, engine: GatedEngine, theme: Theme, qtbot: QtBot
) -> None:
    window = MainWindow(workspace, theme)
    qtbot.addWidget(window)
    window.show()
    workspace.change_settings(answer_format="short")
    window.study("")
    engine.gate.clear()
    window.quiz.asking.edit.setPlainText("typed before leaving")
    window.quiz.asking.submit_button.click()
    window.close()
    assert workspace.log.entries()[0].answer.text == "typed before leaving"
    settle(qtbot)


def test_no_part_of_a_page_is_seen_as_a_window_of_its_own(
    window: MainWindow,
    workspace: Workspace,
    clock: Clock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = workspace.start_quiz(count=3, answer_format="choice")
    while (question := session.advance()) is not None:
        session.choose(question.right_option)
    clock.advance(days=40)
    monkeypatch.delenv("SEGUE_MODEL")
    (workspace.paths.models / workspace.catalogue.default.file).write_bytes(b"GGUF")
    workspace.choose_engine()
    active: list[object] = []
    QApplication.instance().focusWindowChanged.connect(active.append)
    for name in NAMES:
        window.open_page(name)
        settle(qtbot)
    QApplication.instance().focusWindowChanged.disconnect(active.append)
    assert active == []


class TestMeasuring:
    """A model that was never measured is measured when the window has nothing else to do."""

    @pytest.fixture
    def idle(
        self, workspace: Workspace, unmeasured: ReadingEngine, theme: Theme, qtbot: QtBot
    ) -> Iterator[MainWindow]:
        unmeasured.holds_at = FIRST_REPORTED
        made = MainWindow(workspace, theme, idle_after=50)
        made.show()
        yield made
        unmeasured.gate.set()
        made.close()
        settle(qtbot)
        made.deleteLater()

    def test_it_begins_when_nobody_uses_the_window(
        self, idle: MainWindow, workspace: Workspace, unmeasured: ReadingEngine, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: not unmeasured.gate.is_set(), timeout=20_000)
        assert idle.sidebar.status.text() == "own: being measured…"
        unmeasured.gate.set()
        qtbot.waitUntil(lambda: workspace.certificate() is not None, timeout=20_000)
        qtbot.waitUntil(lambda: idle.sidebar.status.text() == "own: ready")

    def test_not_on_the_page_of_the_quiz(self, idle: MainWindow, qtbot: QtBot) -> None:
        idle.open_page("quiz")
        qtbot.wait(200)
        assert not idle.measuring.is_wanted

    def test_a_session_finds_the_engine_free(
        self, idle: MainWindow, workspace: Workspace, unmeasured: ReadingEngine, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: not unmeasured.gate.is_set(), timeout=20_000)
        idle.study("")
        assert idle.measuring.is_held
        assert idle.sidebar.status.text() == "own: ready"
        unmeasured.gate.set()
        settle(qtbot)
        idle.quiz.bar.stop_button.click()
        qtbot.waitUntil(lambda: workspace.certificate() is not None, timeout=20_000)

    def test_closing_ends_it(
        self, idle: MainWindow, workspace: Workspace, unmeasured: ReadingEngine, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: not unmeasured.gate.is_set(), timeout=20_000)
        idle.close()
        settle(qtbot)
        unmeasured.gate.set()
        unmeasured.readings = 0
        qtbot.wait(200)  # an open window would go on by now
        assert unmeasured.readings == 0
        assert not idle.measuring.is_wanted
        assert workspace.certificate() is None

    def test_it_is_seen_and_paused_from_every_page(
        self, idle: MainWindow, workspace: Workspace, unmeasured: ReadingEngine, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: not unmeasured.gate.is_set(), timeout=20_000)
        status = idle.background_status
        qtbot.waitUntil(status.isVisible)
        assert status.text.text().startswith("Measuring the model")
        idle.open_page("settings")
        assert status.isVisible()
        status.pause_button.click()
        qtbot.waitUntil(lambda: not running_tasks(), timeout=2000)
        unmeasured.gate.set()
        qtbot.wait(200)  # several times what the window waits before it uses idleness
        assert workspace.certificate() is None
        status.pause_button.click()
        qtbot.waitUntil(lambda: workspace.certificate() is not None, timeout=20_000)
        qtbot.waitUntil(status.isHidden)

    def test_turned_off_in_the_settings_it_stops(
        self, idle: MainWindow, workspace: Workspace, unmeasured: ReadingEngine, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: not unmeasured.gate.is_set(), timeout=20_000)
        idle.open_page("settings")
        idle.settings.background.button("off").click()
        qtbot.waitUntil(lambda: not running_tasks(), timeout=2000)
        unmeasured.gate.set()
        qtbot.wait(200)
        assert workspace.certificate() is None


class TestSpeed:
    """How the model is run best is found out first, while nobody uses the window."""

    @pytest.fixture
    def tunable(
        self, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> TunableEngine:
        engine = put_tunable_engine(workspace, tmp_path, monkeypatch)
        engine.gate.clear()
        workspace.certified = certified()
        return engine

    @pytest.fixture
    def idle(
        self, workspace: Workspace, tunable: TunableEngine, theme: Theme, qtbot: QtBot
    ) -> Iterator[MainWindow]:
        made = MainWindow(workspace, theme, idle_after=50)
        made.show()
        qtbot.waitUntil(lambda: tunable.begun == 1, timeout=20_000)
        yield made
        tunable.gate.set()
        made.close()
        settle(qtbot)
        made.deleteLater()

    def test_it_is_kept_and_used_from_then_on(
        self, idle: MainWindow, workspace: Workspace, tunable: TunableEngine, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(idle.background_status.isVisible)
        assert idle.background_status.text.text().startswith("Measuring the speed")
        tunable.gate.set()
        qtbot.waitUntil(lambda: workspace.tuning() is not None, timeout=20_000)
        assert tunable.used == [FOUND.options]
        qtbot.wait(200)
        assert tunable.begun == 1

    def test_who_comes_back_finds_the_processor_free(
        self, idle: MainWindow, workspace: Workspace, tunable: TunableEngine, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(idle.background.changed, timeout=2000):
            QTest.keyClick(idle.windowHandle(), Qt.Key.Key_Down)
        assert workspace.tuning() is None
        # It was held back, so the second can only begin after the end of the first.
        qtbot.waitUntil(lambda: tunable.begun == 2, timeout=20_000)

    def test_a_session_does_not_wait_for_it(
        self, idle: MainWindow, workspace: Workspace, tunable: TunableEngine, qtbot: QtBot
    ) -> None:
        idle.study("")
        qtbot.waitUntil(lambda: not idle.tuning.is_running, timeout=2000)
        tunable.gate.set()
        qtbot.wait(200)
        assert workspace.tuning() is None


@pytest.mark.parametrize("size", [(1024, 700), (1920, 1080)], ids=["small", "large"])
def test_no_page_is_cut_off(window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    window.resize(*size)
    for name in NAMES:
        window.open_page(name)
        settle(qtbot)
        for area in window.findChildren(QScrollArea):
            if area.isVisible():
                assert area.widget().width() <= area.viewport().width(), name
        assert [label.text() for label in _labels(window) if _is_cut_off(label)] == [], name


def test_no_question_is_cut_off_beside_its_passage(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    window.study("")
    window.quiz.bar.passage_button.click()
    settle(qtbot)
    assert [label.text() for label in _labels(window) if _is_cut_off(label)] == []
    assert window.quiz.column.widget().width() <= window.quiz.column.viewport().width()


def test_every_control_has_a_name_for_screen_readers(window: MainWindow, qtbot: QtBot) -> None:
    nameless = []
    for name in NAMES:
        window.open_page(name)
        settle(qtbot)
        for widget in window.findChildren(QWidget):
            if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface.role() in INTERACTIVE and not interface.text(QAccessible.Text.Name):
                nameless.append(f"{name}: {type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def _labels(window: MainWindow) -> list[QLabel]:
    return [label for label in window.findChildren(QLabel) if label.isVisible() and label.text()]


def _is_cut_off(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    return label.width() < label.minimumSizeHint().width()
