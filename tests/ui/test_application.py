"""Starting, and what happens when something breaks."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.paths import Paths
from ui import application, launch
from ui.window import MainWindow


def close_windows() -> None:
    """Close every window that is open."""
    for widget in QApplication.topLevelWidgets():
        widget.close()


def test_the_window_opens_and_closes_with_success(
    paths: Paths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def look_and_leave() -> None:
        seen.extend(
            widget.windowTitle()
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, MainWindow) and widget.isVisible()
        )
        close_windows()

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    QTimer.singleShot(300, look_and_leave)
    assert application.run(paths) == 0
    assert seen == ["Segue"]


def test_a_log_that_is_none_is_said_and_left_alone(
    paths: Paths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.make()
    paths.database.write_text("my shopping list, which is long enough to be no database at all")
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda *words: said.append(words[2]))
    assert application.run(paths) == 1
    assert "not a study log" in said[0]
    assert paths.database.read_text().startswith("my shopping list")


def test_a_mistake_of_ours_is_shown_with_what_a_report_needs(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        raise RuntimeError("an impossible thing")
    except RuntimeError as error:
        application.report_crash(RuntimeError, error, error.__traceback__)
    [box] = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()
    ]
    assert "Your answers are safe" in box.informativeText()
    assert "an impossible thing" in box.detailedText()
    assert "an impossible thing" in capsys.readouterr().err
    box.reject()


def test_leaving_with_the_keyboard_is_no_mistake(qtbot: QtBot) -> None:
    application.report_crash(KeyboardInterrupt, KeyboardInterrupt(), None)
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    assert not any(box.isVisible() for box in boxes)


def test_the_command_line_works_without_loading_qt() -> None:
    code = (
        "import sys, ui.launch\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules), 'Qt was loaded'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_the_command_hands_over_its_folders(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[Paths, bool, bool]] = []

    def run(given: Paths, *, fetch: bool, then: object) -> int:
        called.append((given, fetch, gc.isenabled()))
        return 0

    monkeypatch.setattr(application, "run", run)
    assert launch.open_window(paths, True) == 0
    assert called == [(paths, True, False)]
    assert gc.isenabled()  # whatever became of the window
