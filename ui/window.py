"""The main window: it puts the pages together and lets them speak to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.workspace import Workspace
from ui.background import Background
from ui.engine_watch import EngineWatch
from ui.everywhere import Everywhere
from ui.fetching import Fetching
from ui.idleness import Idleness
from ui.indexing import Indexing
from ui.measuring import Measuring
from ui.pages.today import TodayPage
from ui.preparing import Preparing
from ui.remainder import Remainder
from ui.task import Task, end_all_tasks, raise_error
from ui.theme import Theme
from ui.tuning import TuningRun
from ui.widgets.background_status import BackgroundStatus
from ui.widgets.page import horizontal
from ui.widgets.sidebar import Sidebar
from ui.widgets.tabbing import go_to, neighbour
from ui.window_state import edges_of, first_page, geometry_of, restore_edges, restore_geometry

if TYPE_CHECKING:
    from app.content.search import Hit
    from ui.pages.ask import AskPage
    from ui.pages.material import MaterialPage
    from ui.pages.models import ModelsPage
    from ui.pages.progress import ProgressPage
    from ui.pages.quiz import QuizPage
    from ui.pages.read import ReadPage
    from ui.pages.settings import SettingsPage
    from ui.widgets.contents import Place

PAGES = (
    ("today", "Today"),
    ("read", "Read"),
    ("material", "Material"),
    ("quiz", "Quiz"),
    ("ask", "Ask"),
    ("progress", "Progress"),
    ("models", "Models"),
    ("settings", "Settings"),
)


IDLE_AFTER = 60_000
"""Milliseconds without key or mouse after which a model without certificate is measured."""


class _Refreshed(Protocol):
    def refresh(self) -> None: ...


_Page = TypeVar("_Page", bound=QWidget)


class MainWindow(QMainWindow):
    """Sidebar and pages.

    The first page is made at once, the quiz when the window has been painted, and every other one
    when it is first opened.

    Parameters
    ----------
    idle_after : int
        Milliseconds without key or mouse after which what was never measured is measured; with 0
        that never happens.

    Attributes
    ----------
    started : Signal
        Everything is there.
    """

    started = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, *, idle_after: int = IDLE_AFTER) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self.setWindowTitle("Segue")
        self.setMinimumSize(860, 600)
        self.fetching = Fetching(workspace)
        self.watch = EngineWatch(workspace)
        self.background = Background(workspace)
        self.measuring = Measuring(workspace, self.background)
        self.tuning = TuningRun(workspace, self.background)
        self.preparing = Preparing(workspace, self.background)
        self.indexing = Indexing(workspace, self)
        self._idleness = Idleness(idle_after, self)
        self.sidebar = Sidebar(PAGES, theme)
        self.background_status = BackgroundStatus(self.background, theme)
        self.sidebar.add_at_foot(self.background_status)
        self.stack = QStackedWidget()
        self._made: dict[str, QWidget] = {}
        self.everywhere = Everywhere(self, workspace, theme, dict(PAGES))
        # Where most go next is there before they ask; the other pages can wait until then.
        steps = (lambda: self.quiz, self.indexing.update, self.everywhere.begin)
        self._remainder = Remainder(steps, self)
        self._remainder.done.connect(self._make_ready)
        self._assemble()
        self._connect()
        self.resize(1180, 780)
        restore_geometry(self, workspace.settings.window)
        self.open_page(first_page(workspace.settings, workspace.clock().date(), dict(PAGES)))

    # -- the pages -------------------------------------------------------------------------------

    @cached_property
    def today(self) -> TodayPage:
        """What is due today."""
        page = self._add("today", TodayPage(self._workspace, self._theme, self.fetching))
        page.study_asked.connect(self.study)
        page.reading_asked.connect(self._read)
        page.models_asked.connect(lambda: self.open_page("models"))
        return page

    @cached_property
    def read(self) -> ReadPage:
        """Everything there is to read."""
        from ui.pages.read import ReadPage  # noqa: PLC0415

        page = self._add("read", ReadPage(self._workspace, self._theme, indexing=self.indexing))
        page.study_asked.connect(self.study)
        page.point_study_asked.connect(self.study_point)
        page.points_study_asked.connect(self.study_points)
        page.settings_changed.connect(self._apply_settings)
        page.models_asked.connect(lambda: self.open_page("models"))
        return page

    @cached_property
    def material(self) -> MaterialPage:
        """The learner's own files, and what is still to be read."""
        from ui.pages.material import MaterialPage  # noqa: PLC0415

        page = self._add("material", MaterialPage(self._workspace, self._theme))
        page.material_changed.connect(self.indexing.update)
        page.run.added.connect(self.everywhere.notices.tell_document)
        return page

    @cached_property
    def quiz(self) -> QuizPage:
        """The session under way."""
        from ui.pages.quiz import QuizPage  # noqa: PLC0415

        page = self._add("quiz", QuizPage(self._workspace, self._theme, self.background))
        page.done.connect(lambda: self.open_page("today"))
        page.run.opened.connect(self.tuning.give_way)
        page.run.opened.connect(self.measuring.hold)
        page.run.closed.connect(self.measuring.release)
        page.run.opened.connect(self.preparing.hold)
        page.run.closed.connect(self.preparing.release)
        return page

    @cached_property
    def ask(self) -> AskPage:
        """Questions of the learner's own."""
        from ui.pages.ask import AskPage  # noqa: PLC0415

        page = self._add("ask", AskPage(self._workspace, self._theme, self.fetching))
        page.reading_asked.connect(self.read_at)
        return page

    @cached_property
    def progress(self) -> ProgressPage:
        """What was learnt."""
        from ui.pages.progress import ProgressPage  # noqa: PLC0415

        page = self._add("progress", ProgressPage(self._workspace, self._theme))
        page.study_asked.connect(self.study)
        page.reading_asked.connect(self._read)
        return page

    @cached_property
    def models(self) -> ModelsPage:
        """The models of this machine."""
        from ui.pages.models import ModelsPage  # noqa: PLC0415

        watches = (self.fetching, self.watch, self.measuring, self.tuning)
        page = self._add("models", ModelsPage(self._workspace, self._theme, *watches))
        page.model_changed.connect(self._follow_model)
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        """The learner's choices."""
        from ui.pages.settings import SettingsPage  # noqa: PLC0415

        page = self._add("settings", SettingsPage(self._workspace, self._theme, self.background))
        page.settings_changed.connect(self._apply_settings)
        page.content_changed.connect(self.take_in_content)
        return page

    def open_page(self, name: str) -> None:
        """Show a page as it is now."""
        widget: QWidget = getattr(self, name)
        page: _Refreshed = widget  # type: ignore[assignment]
        page.refresh()
        self.stack.setCurrentWidget(widget)
        self.sidebar.show_page(name)
        widget.setFocus()

    def page(self) -> str:
        """Return the name of the page that is shown."""
        shown = self.stack.currentWidget()
        return next(name for name, page in self._made.items() if page is shown)

    def pages(self) -> Mapping[str, QWidget]:
        """Return the pages that were made by now, by name."""
        return self._made

    def refresh_page(self) -> None:
        """Show on the page that is shown what holds now."""
        page: _Refreshed = self.stack.currentWidget()  # type: ignore[assignment]
        page.refresh()

    def study(self, skill: str) -> None:
        """Start a session over a skill, or over today's mix where none is named."""
        self.open_page("quiz")
        self.quiz.begin(skill)

    def study_point(self, point: str) -> None:
        """Start a session over one key point."""
        self.study_points((point,))

    def study_points(self, points: Sequence[str]) -> None:
        """Start a session over chosen key points."""
        self.open_page("quiz")
        self.quiz.begin(key_points=points)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Go to the next control as the page shows them, not as they were made."""
        stop = neighbour(self, self.focusWidget(), forwards=forwards)
        if stop is None:
            return super().focusNextPrevChild(forwards)
        go_to(stop, forwards=forwards)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Do the rest of the start, once there is something to look at."""
        super().showEvent(event)
        self._remainder.follow(self.windowHandle())
        self._idleness.watch(self.windowHandle())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means that nobody else wanted."""
        if not self.everywhere.take_key(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what there is to keep, and end everything that runs."""
        self._remainder.stop()
        self._idleness.stop()
        # Who closes the window at once never had the others.
        if "read" in self._made:
            self.read.keep_reading()
        if "quiz" in self._made:
            self.quiz.leave()
        if "material" in self._made:
            self.material.stop()
        self.background.stop()
        self.tuning.stop()
        self.measuring.stop()
        self.preparing.stop()
        self.fetching.cancel()
        self.watch.stop()
        end_all_tasks()
        self.everywhere.stop()
        try:
            self._workspace.change_settings(
                window=geometry_of(self),
                splitters=edges_of(self._made, self._workspace.settings.splitters),
                page=self.page(),
                page_day=self._workspace.clock().date().isoformat(),
            )
        except OSError:
            # The window's size is not worth keeping anybody from leaving.
            event.accept()
        super().closeEvent(event)

    def read_at(self, place: Place, quote: str) -> None:
        """Open the page of reading at a place, with some words of it marked."""
        self.open_page("read")
        self.read.open_place(place, quote)

    def read_hit(self, hit: Hit) -> None:
        """Open the page of reading at what a search found."""
        self.open_page("read")
        self.read.open_hit(hit)

    def _add(self, name: str, page: _Page) -> _Page:
        self._made[name] = page
        self.stack.addWidget(page)
        restore_edges(name, page, self._workspace.settings.splitters)
        return page

    def _make_ready(self) -> None:
        task = Task(self._workspace.making_ready)
        task.finished.connect(self._conclude_start)
        task.failed.connect(raise_error)
        task.start()

    def _conclude_start(self) -> None:
        # With all imported this takes little, but more than a click on "Start" should wait for.
        self._workspace.make_tutor()
        self.started.emit()

    def _assemble(self) -> None:
        centre = QWidget()
        row = horizontal("s", centre)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.sidebar.page_chosen.connect(self.open_page)
        self.fetching.model_arrived.connect(lambda _id: self._follow_model())
        self.measuring.changed.connect(self._show_measuring)
        self._idleness.lasted.connect(self._use_idleness)
        # The one thing that is not done at a low priority, as that would falsify it.
        self._idleness.ended.connect(self.tuning.make_room)
        self.watch.changed.connect(self._show_engine)
        self._show_engine()

    def _read(self, skill: str) -> None:
        self.open_page("read")
        self.read.open_skill(skill)

    def _apply_settings(self) -> None:
        settings = self._workspace.settings
        self._theme.choose(settings.theme, body_size(settings.font_size), settings.motion)

    def take_in_content(self) -> None:
        """Read all content again, which somebody has changed."""
        self._workspace.reload_library()
        self.indexing.update()

    def _follow_model(self) -> None:
        self.watch.follow()
        self.measuring.follow()
        self.tuning.follow()

    def _use_idleness(self) -> None:
        if self.page() == "quiz" or self.measuring.is_held:
            return
        # How the model is run best is known within seconds, and helps with the rest.
        if self.tuning.start_unasked() or self.preparing.is_running:
            return
        self.measuring.start_unasked()
        if not self.measuring.is_wanted:
            self.preparing.start_unasked()

    def _show_measuring(self) -> None:
        is_running = self.measuring.is_wanted and not self.measuring.is_held
        self.watch.note_task("being measured…" if is_running else "")

    def _show_engine(self) -> None:
        self.sidebar.status.setText(self.watch.words())


def body_size(points: int) -> int:
    """Return the size of body text in logical pixels, given the size of reading text in points."""
    return round(points * 1.25)
