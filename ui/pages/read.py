"""Read: everything there is to read, with a table of contents beside it."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QMessageBox, QSplitter, QWidget

from app.content.library import Library
from app.content.render import Page
from app.content.search import Hit
from app.content.types import KeyPoint
from app.study.errors import StudyLogError
from app.workspace import Workspace
from ui.indexing import Indexing
from ui.reading import list_documents, render_place
from ui.reading_clock import ReadingClock
from ui.reading_hits import place_of, state_of, title_around
from ui.rendering import Renderings
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.contents import Contents, Place
from ui.widgets.finder import Finder
from ui.widgets.hits import Found
from ui.widgets.key_point_card import KeyPointCard
from ui.widgets.page import horizontal, vertical
from ui.widgets.reader import Reader
from ui.widgets.text import Text

_SHORTEST_READING = 2.0  # seconds; less is leafing through
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
}


class ReadPage(QWidget):
    """The transition, the guides, own documents, and what is wrong with files that are left out.

    Parameters
    ----------
    indexing : Indexing, optional
        What keeps the search index up to date; the page's own by default.
    now : callable
        Seconds on a clock that never goes back, for the time spent reading.

    Attributes
    ----------
    study_asked : Signal
        Slug of the skill to be quizzed on.
    point_study_asked : Signal
        Id of the only key point to be quizzed on.
    """

    study_asked = Signal(str)
    point_study_asked = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        *,
        indexing: Indexing | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self._clock = ReadingClock(now)
        self._place: Place | None = None
        self._quote = ""
        self._renderings = Renderings()
        self._library: Library | None = None
        self._documents: dict[Path, str] = {}
        self.indexing = indexing or Indexing(workspace, self)
        self.contents = Contents()
        self.finder = Finder(
            self.contents,
            theme,
            search=self._search,
            is_partial=lambda: self.indexing.is_running,
        )
        self.reader = Reader(theme)
        self.card = KeyPointCard(theme, self)
        self.quiz_button = Button("Quiz me on this skill", theme, role="primary", icon="quiz")
        self.message = Text(role="small")
        self._assemble()
        self.setFocusProxy(self.reader)
        self.contents.place_chosen.connect(self.open_place)
        self.finder.hit_chosen.connect(self.open_hit)
        self.indexing.done.connect(self.finder.refresh)
        self.reader.web_link_clicked.connect(self._ask_before_browsing)
        self.reader.guide_link_clicked.connect(self._follow_to_guide)
        self.reader.key_point_clicked.connect(self._show_card)
        self.card.quiz_asked.connect(self.point_study_asked)
        self.quiz_button.clicked.connect(self._ask_for_quiz)
        self.reader.viewport().installEventFilter(self)
        self.reader.installEventFilter(self)

    def refresh(self) -> None:
        """Show the library as it is now, and something to read."""
        library = self._workspace.library
        documents = list_documents(self._workspace.paths.documents)
        if self._library is not library or self._documents != documents:
            if self._library is not None:
                self.indexing.update()
            self._library, self._documents = library, documents
            self._renderings.forget()
            self.contents.show_library(library, documents)
            there = self.contents.places()
            here = self._place
            # The headings of a text are listed only after it has been opened again.
            kept = here if here is not None and here.text in there else None
            self._place = None
            if kept is not None or there:
                self.open_place(kept or there[0])

    def open_skill(self, skill: str) -> None:
        """Open the guide of a skill, or the transition where none is named."""
        self.refresh()
        for place in self.contents.places():
            if place.skill == skill and not place.anchor:
                self.open_place(place)
                return

    def open_hit(self, hit: Hit) -> None:
        """Show what a search has found, at the very words where they can be found on the page."""
        self.open_place(*place_of(self._workspace.library, hit))
        self.reader.setFocus()

    def open_place(self, place: Place, quote: str = "") -> None:
        """Show a text: from where reading stopped, or at a quotation or else at a heading."""
        here = self._place
        self._quote = quote
        if here is not None and here.text == place.text:
            self._place = place
            self._go_to(place)
            return
        self.keep_reading()
        self._place = place
        self.quiz_button.setVisible(self._can_be_quizzed(place))
        self.contents.show_place(place)
        library, text = self._workspace.library, place.text
        self._renderings.show(
            _version(text),
            lambda: render_place(library, text),
            lambda page: self._arrived(text, page),
        )

    def keep_reading(self) -> None:
        """Put the time spent on the open text into the study log."""
        seconds = self._clock.take()
        if self._place is None or not self._place.transition or seconds < _SHORTEST_READING:
            return
        try:
            self._workspace.log.add_reading(
                self._place.transition, self._place.document, seconds, self.reader.position()
            )
        except StudyLogError as error:
            self.message.setText(str(error))
            self.message.show()

    def reload(self) -> None:
        """Read all files again."""
        self._workspace.reload_library()
        self.refresh()

    def open_folder(self, folder: Path) -> None:
        """Show a folder for the learner's own files in the file manager."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.message.setText(f"Put your own files here: {folder}")
            self.message.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is reading."""
        if event.type() in _SIGNS_OF_LIFE:
            self._clock.notice()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Stop the clock while the window is behind others."""
        if event.type() == QEvent.Type.ActivationChange:
            self._set_clock()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Start the clock when the page comes up."""
        super().showEvent(event)
        self._set_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was read when another page is shown."""
        super().hideEvent(event)
        self.keep_reading()
        self._clock.pause()

    # -- inside ----------------------------------------------------------------------------------

    def _set_clock(self) -> None:
        if self.isVisible() and self.isActiveWindow():
            self._clock.resume()
        else:
            self._clock.pause()

    def _assemble(self) -> None:
        left = QFrame()
        left.setObjectName("contents")
        side = vertical("s", left)
        side.setContentsMargins(SPACE["m"], SPACE["l"], SPACE["s"], SPACE["m"])
        side.addWidget(self.finder, 1)
        side.addWidget(self.message)
        self.message.hide()
        self.folder_button = Button(
            "Add your own",
            self._theme,
            role="quiet",
            icon="folder",
            hint="Open a folder for files of your own",
        )
        self.folder_menu = QMenu(self)
        paths = self._workspace.paths
        for name, folder in (
            ("Documents to read and search", paths.documents),
            ("Transitions", paths.transitions),
            ("Guides", paths.guides),
        ):
            action = self.folder_menu.addAction(name)
            action.triggered.connect(lambda _=False, folder=folder: self.open_folder(folder))
        self.folder_button.clicked.connect(self._show_folder_menu)
        self.reload_button = Button(
            "", self._theme, role="quiet", icon="retry", keys="F5", hint="Read all files again"
        )
        self.reload_button.clicked.connect(self.reload)
        row = horizontal("xs")
        row.addWidget(self.folder_button)
        row.addStretch(1)
        row.addWidget(self.reload_button)
        side.addLayout(row)
        right = QWidget()
        column = vertical("s", right)
        column.setContentsMargins(0, SPACE["s"], 0, 0)
        column.addWidget(self.reader, 1)
        foot = horizontal("s")
        foot.setContentsMargins(SPACE["xl"], 0, SPACE["xl"], SPACE["m"])
        foot.addStretch(1)
        foot.addWidget(self.quiz_button)
        foot.addStretch(1)
        column.addLayout(foot)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([280, 800])
        splitter.setStretchFactor(1, 1)
        splitter.setCollapsible(1, False)
        layout = horizontal("s", self)
        layout.addWidget(splitter)

    def _show_folder_menu(self) -> None:
        above = QPoint(0, -self.folder_menu.sizeHint().height())
        self.folder_menu.popup(self.folder_button.mapToGlobal(above))

    def _can_be_quizzed(self, place: Place) -> bool:
        studied = next(iter(self._workspace.library.transitions), None)
        has_guide = self._workspace.library.guide(place.transition, place.skill) is not None
        return has_guide and place.transition == studied

    def _arrived(self, text: Place, page: Page) -> None:
        if self._place is not None and self._place.text == text:
            self._show(self._place, page)

    def _show(self, place: Place, page: Page) -> None:
        self.reader.show_page(page)
        self.contents.show_headings(place, page.headings)
        self.contents.show_place(place)
        if place.transition and not place.anchor and not self._quote:
            log = self._workspace.log
            self.reader.set_position(log.reading_position(place.transition, place.document))
        else:
            self._go_to(place)
        self._set_clock()

    def _go_to(self, place: Place) -> None:
        found = self.reader.show_quote(self._quote)
        if not found and place.anchor:
            self.reader.show_anchor(place.anchor)

    def _search(self, query: str) -> list[Found]:
        library = self._workspace.library
        hits = self._workspace.search_index.search(query)
        return [Found(hit, title_around(library, hit)) for hit in hits]

    def _show_card(self, point: str) -> None:
        mark = self.reader.mark_of(point)
        place = self._place
        if place is None or mark is None:
            return
        key_point = self._workspace.library.key_point(place.transition, point)
        if key_point is not None:
            viewport = self.reader.viewport()
            near = QRect(viewport.mapToGlobal(mark.topLeft()), mark.size())
            state = self._state_of(key_point, place.transition)
            asked = self._can_be_quizzed(place)
            self.card.show_point(point, key_point.topic, state, near, can_be_quizzed=asked)

    def _state_of(self, point: KeyPoint, transition: str) -> str:
        try:
            return state_of(self._workspace.log, transition, point.id, self._workspace.clock())
        except StudyLogError as error:
            return str(error)

    def _follow_to_guide(self, skill: str, point: str) -> None:
        if self._place is not None:
            transition = self._place.transition
            key_point = self._workspace.library.key_point(transition, point)
            quote = key_point.quote if key_point is not None else ""
            self.open_place(Place(transition, skill), quote)

    def _ask_for_quiz(self) -> None:
        if self._place is not None and self._place.skill:
            self.study_asked.emit(self._place.skill)

    def _ask_before_browsing(self, address: str) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Open in the browser?")
        box.setText("This link leads out of Segue, to the network.")
        box.setInformativeText(address)
        box.setTextFormat(Qt.TextFormat.PlainText)
        browse = box.addButton("Open in the browser", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("Stay here", QMessageBox.ButtonRole.RejectRole)
        box.accepted.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
        box.setDefaultButton(browse)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _version(place: Place) -> Hashable:
    """Return what tells apart a text as it is now from what it was before it was edited."""
    if place.path is not None:
        with suppress(OSError):
            return place, place.path.stat().st_mtime_ns
    return place
