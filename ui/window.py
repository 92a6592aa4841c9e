"""The main window: it puts the pages together and lets them speak to each other."""

from __future__ import annotations

import base64
from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.workspace import Workspace
from ui.engine_watch import EngineWatch
from ui.fetching import Fetching
from ui.idleness import Idleness
from ui.measuring import Measuring
from ui.pages.models import ModelsPage
from ui.pages.progress import ProgressPage
from ui.pages.quiz import QuizPage
from ui.pages.read import ReadPage
from ui.pages.settings import SettingsPage
from ui.pages.today import TodayPage
from ui.task import end_all_tasks
from ui.theme import Theme
from ui.widgets.page import horizontal
from ui.widgets.sidebar import Sidebar

PAGES = (
    ("today", "Today"),
    ("read", "Read"),
    ("quiz", "Quiz"),
    ("progress", "Progress"),
    ("models", "Models"),
    ("settings", "Settings"),
)


IDLE_AFTER = 60_000
"""Milliseconds without key or mouse after which a model without certificate is measured."""


class _Refreshed(Protocol):
    def refresh(self) -> None: ...


class MainWindow(QMainWindow):
    """Sidebar and pages.

    Parameters
    ----------
    idle_after : int
        Milliseconds without key or mouse after which what was never measured is measured; with 0
        that never happens.
    """

    def __init__(self, workspace: Workspace, theme: Theme, *, idle_after: int = IDLE_AFTER) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self.setWindowTitle("Segue")
        self.setMinimumSize(860, 600)
        self.fetching = Fetching(workspace)
        self.watch = EngineWatch(workspace)
        self.measuring = Measuring(workspace)
        self._idleness = Idleness(idle_after, self)
        self.today = TodayPage(workspace, theme, self.fetching)
        self.read = ReadPage(workspace, theme)
        self.quiz = QuizPage(workspace, theme)
        self.progress = ProgressPage(workspace, theme)
        self.models = ModelsPage(workspace, theme, self.fetching, self.watch, self.measuring)
        self.settings = SettingsPage(workspace, theme)
        self._pages: dict[str, QWidget] = {name: getattr(self, name) for name, _ in PAGES}
        self.sidebar = Sidebar(PAGES, theme)
        self._stack = QStackedWidget()
        self._once_shown = QTimer(self)
        self._once_shown.setSingleShot(True)
        self._once_shown.timeout.connect(self.read.indexing.update)
        self._assemble()
        self._connect()
        self._restore()
        self.open_page("today")

    def open_page(self, name: str) -> None:
        """Show a page as it is now."""
        page: _Refreshed = self._pages[name]  # type: ignore[assignment]
        page.refresh()
        self._stack.setCurrentWidget(self._pages[name])
        self.sidebar.show_page(name)
        self._pages[name].setFocus()

    def page(self) -> str:
        """Return the name of the page that is shown."""
        shown = self._stack.currentWidget()
        return next(name for name, page in self._pages.items() if page is shown)

    def study(self, skill: str) -> None:
        """Start a session over a skill, or over today's mix where none is named."""
        self.open_page("quiz")
        self.quiz.begin(skill)

    def study_point(self, point: str) -> None:
        """Start a session over one key point."""
        self.open_page("quiz")
        self.quiz.begin(key_points=(point,))

    def showEvent(self, event: QShowEvent) -> None:
        """Read everything that can be searched, once there is something to look at."""
        super().showEvent(event)
        self._once_shown.start(0)
        self._idleness.watch(self.windowHandle())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what there is to keep, and end everything that runs."""
        self._once_shown.stop()
        self.read.keep_reading()
        self._idleness.stop()
        self.quiz.leave()
        self.measuring.stop()
        self.fetching.cancel()
        self.watch.stop()
        end_all_tasks()
        state = base64.b64encode(self.saveGeometry().data()).decode()
        try:
            self._workspace.change_settings(window=state)
        except OSError:
            # The window's size is not worth keeping anybody from leaving.
            event.accept()
        super().closeEvent(event)

    def _assemble(self) -> None:
        for page in self._pages.values():
            self._stack.addWidget(page)
        centre = QWidget()
        row = horizontal("s", centre)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.sidebar.page_chosen.connect(self.open_page)
        self.today.study_asked.connect(self.study)
        self.today.reading_asked.connect(self._read)
        self.read.study_asked.connect(self.study)
        self.read.point_study_asked.connect(self.study_point)
        self.quiz.done.connect(lambda: self.open_page("today"))
        self.models.model_changed.connect(self._follow_model)
        self.fetching.model_arrived.connect(lambda _id: self._follow_model())
        self.quiz.run.opened.connect(self.measuring.hold)
        self.quiz.run.closed.connect(self.measuring.release)
        self.measuring.changed.connect(self._show_measuring)
        self._idleness.lasted.connect(self._use_idleness)
        self.settings.settings_changed.connect(self._apply_settings)
        self.watch.changed.connect(self._show_engine)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self, self.close)
        self._show_engine()

    def _read(self, skill: str) -> None:
        self.open_page("read")
        self.read.open_skill(skill)

    def _apply_settings(self) -> None:
        settings = self._workspace.settings
        self._theme.choose(settings.theme, body_size(settings.font_size))

    def _follow_model(self) -> None:
        self.watch.follow()
        self.measuring.follow()

    def _use_idleness(self) -> None:
        if self.page() != "quiz":
            self.measuring.start_unasked()

    def _show_measuring(self) -> None:
        is_running = self.measuring.is_wanted and not self.measuring.is_held
        self.watch.note_task("being measured…" if is_running else "")

    def _show_engine(self) -> None:
        self.sidebar.status.setText(self.watch.words())

    def _restore(self) -> None:
        self.resize(1180, 780)
        kept = self._workspace.settings.window
        with suppress(ValueError):  # a settings file that somebody has edited
            self.restoreGeometry(QByteArray(base64.b64decode(kept)))


def body_size(points: int) -> int:
    """Return the size of body text in logical pixels, given the size of reading text in points."""
    return round(points * 1.25)
