"""Starting, and what happens when something breaks."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import Paths
from ui import application, launch
from ui.fault_dialog import FaultDialog
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


def test_a_log_that_is_none_is_said_and_left_alone(paths: Paths, qtbot: QtBot) -> None:
    paths.make()
    paths.database.write_text("my shopping list, which is long enough to be no database at all")
    said: list[str] = []

    def read_and_close() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, FaultDialog) and widget.isVisible():
                said.append(widget.banner.text())
                widget.accept()

    QTimer.singleShot(500, read_and_close)
    assert application.run(paths) == 1
    assert said[0].startswith("Segue cannot start This file is not a study log.")
    assert str(paths.database) in said[0]
    assert paths.database.read_text().startswith("my shopping list")


def test_a_mistake_of_ours_is_shown_with_what_a_report_needs(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        raise RuntimeError("an impossible thing")
    except RuntimeError as error:
        application.report_crash(RuntimeError, error, error.__traceback__)
    [box] = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, FaultDialog) and w.isVisible()
    ]
    assert "Your answers are safe" in box.banner.text()
    assert "an impossible thing" in box.details.toPlainText()
    assert "an impossible thing" in capsys.readouterr().err
    box.reject()


def test_leaving_with_the_keyboard_is_no_mistake(qtbot: QtBot) -> None:
    application.report_crash(KeyboardInterrupt, KeyboardInterrupt(), None)
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, FaultDialog)]
    assert not any(box.isVisible() for box in boxes)


def test_the_command_line_works_without_loading_qt() -> None:
    code = (
        "import sys, ui.launch\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules), 'Qt was loaded'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_the_command_hands_over_its_folders(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[Paths, bool, bool, Sequence[Path]]] = []

    def run(given: Paths, *, fetch: bool, then: object, files: Sequence[Path]) -> int:
        called.append((given, fetch, gc.isenabled(), files))
        return 0

    monkeypatch.setattr(application, "run", run)
    assert launch.open_window(paths, True, files=[Path("paper.pdf")]) == 0
    assert called == [(paths, True, False, [Path("paper.pdf")])]
    assert gc.isenabled()  # whatever became of the window
