"""Read: everything there is to read, with a table of contents beside it."""

from __future__ import annotations

import html
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMessageBox, QSplitter, QWidget

from app.content.library import Library
from app.content.render import Page, render
from app.content.types import Skill
from app.study.errors import StudyLogError
from app.workspace import Workspace
from ui.reading_clock import ReadingClock
from ui.rendering import Renderings
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.contents import Contents, Place
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
    """The transition, the guides, and what is wrong with files that could not be shown.

    Parameters
    ----------
    now : callable
        Seconds on a clock that never goes back, for the time spent reading.

    Attributes
    ----------
    study_asked : Signal
        Slug of the skill to be quizzed on.
    """

    study_asked = Signal(str)

    def __init__(
        self, workspace: Workspace, theme: Theme, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self._clock = ReadingClock(now)
        self._place: Place | None = None
        self._quote = ""
        self._renderings = Renderings()
        self._library: Library | None = None
        self.contents = Contents()
        self.reader = Reader(theme)
        self.quiz_button = Button("Quiz me on this skill", theme, role="primary", icon="quiz")
        self.message = Text(role="small")
        self._assemble()
        self.setFocusProxy(self.reader)
        self.contents.place_chosen.connect(self.open_place)
        self.reader.web_link_clicked.connect(self._ask_before_browsing)
        self.reader.guide_link_clicked.connect(self._follow_to_guide)
        self.quiz_button.clicked.connect(self._ask_for_quiz)
        self.reader.viewport().installEventFilter(self)
        self.reader.installEventFilter(self)

    def refresh(self) -> None:
        """Show the library as it is now, and something to read."""
        library = self._workspace.library
        if self._library is not library:
            self._library = library
            self._renderings.forget()
            self.contents.show_library(library)
            there = self.contents.places()
            kept = self._place if self._place in there else None
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

    def open_place(self, place: Place, quote: str = "") -> None:
        """Show a text: from where reading stopped, or at a heading or a quotation."""
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
            text, lambda: render_place(library, text), lambda page: self._arrived(text, page)
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

    def open_folder(self) -> None:
        """Show the folder for the learner's own transitions in the file manager."""
        folder = self._workspace.paths.transitions
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.message.setText(f"Put your own transitions here: {folder}")
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
        side.addWidget(self.contents, 1)
        side.addWidget(self.message)
        self.message.hide()
        self.folder_button = Button(
            "Add your own",
            self._theme,
            role="quiet",
            icon="folder",
            hint="Open the folder for transitions of your own",
        )
        self.folder_button.clicked.connect(self.open_folder)
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
        if self._quote:
            self.reader.show_quote(self._quote)
        elif place.anchor:
            self.reader.scrollToAnchor(place.anchor)

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


def render_place(library: Library, place: Place) -> Page:
    """Return what there is to read at a place."""
    if not place.transition:
        return _problems(library)
    transition = library.transitions[place.transition]
    guide = library.guide(place.transition, place.skill)
    if guide is not None:
        return render(f"# {guide.title}\n\n{guide.source}", guide.path.parent)
    if place.skill:
        return render(_without_guide(transition.skill(place.skill)))
    title = f"# {transition.title} → {transition.transforms_to}\n\n"
    return render(title + transition.source)


def _without_guide(skill: Skill) -> str:
    return f"# {skill.lead}\n\n{skill.body}\n\n*There is no guide for this skill yet.*"


def _problems(library: Library) -> Page:
    rows = "".join(
        f"<tr><td><b>{html.escape(problem.path.name)}</b>, line {problem.line}<br>"
        f"{html.escape(problem.reason)}<br><code>{html.escape(str(problem.path))}</code></td></tr>"
        for problem in library.problems
    )
    intro = "These files could not be shown. The others are not affected."
    return Page(f"<h1>Problems</h1><p>{intro}</p><table>{rows}</table>", ())
