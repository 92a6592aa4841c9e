"""Every page of the window in every state that its pictures are taken in, one after the other."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from app.paths import Paths
from app.workspace import Workspace
from ui import screenshots
from ui.demo import NOW, DemoClock, make_demo, put_engine
from ui.pages.entry import EntryDialog
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.window import MainWindow


@contextmanager
def two_windows(theme: Theme) -> Iterator[tuple[MainWindow, MainWindow]]:
    """Open the window of somebody new, and of somebody who has studied for weeks."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        new = Workspace(Paths(Path(folder) / "new", Path(folder) / "none"))
        paths = Paths(Path(folder) / "data", Path(folder) / "models")
        shutil.copytree(Path(_studied().name) / "data", paths.data)
        studied = Workspace(paths, clock=DemoClock(NOW))
        put_engine(studied)
        windows = (MainWindow(new, theme, idle_after=0), MainWindow(studied, theme, idle_after=0))
        yield windows
        for window in windows:
            screenshots._settle()
            window.close()
            window.deleteLater()
        new.close()
        studied.close()


@cache
def _studied() -> tempfile.TemporaryDirectory[str]:
    """Return a folder with the data of somebody who has studied for weeks; it is made once."""
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    workspace, _clock = make_demo(Path(folder.name))
    workspace.close()
    return folder


def every_scene(windows: tuple[MainWindow, MainWindow]) -> Iterator[tuple[str, QWidget]]:
    """Bring the windows into each state; yield its name and the window that is looked at."""
    for window, scenes in zip(windows, (screenshots.NEW, screenshots.STUDIED), strict=True):
        window.resize(1180, 780)
        window.show()
        window.activateWindow()
        for name, scene in scenes.items():
            scene(window)
            screenshots._settle()
            yield name, window
        window.quiz.leave()
        yield from _dialogs(window)
        screenshots._settle()
        window.hide()


def _dialogs(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Open what stands above the window: an answer of the log, and a question that is asked."""
    entries = window._workspace.log.entries(limit=1)
    if entries:
        dialog = EntryDialog(entries[0], window._workspace.library, window._theme, window)
        yield from _opened("entry of the log", dialog)
    window.open_page("models")
    removals = (
        button
        for button in window.models.findChildren(Button)
        if button.text() == "Remove" and button.isVisible()
    )
    for button in removals:
        button.click()
        box = next(box for box in window.models.findChildren(QMessageBox) if box.isVisible())
        yield from _opened("removing a model", box)
        return


def _opened(name: str, dialog: QWidget) -> Iterator[tuple[str, QWidget]]:
    dialog.show()
    settle()
    yield name, dialog
    dialog.close()


def settle() -> None:
    """Let everything be laid out; texts that break into lines need more than one round."""
    for _round in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
