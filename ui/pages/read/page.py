"""Read: everything there is to read, with a table of contents and the learner's notes beside it."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from app.content.library import Library
from app.content.render import Page
from app.content.search import Hit
from app.settings import Settings
from app.study.errors import StudyLogError
from app.study.marked import Look, Mark
from app.workspace import Workspace
from ui.actions import add_action
from ui.indexing import Indexing
from ui.pages.read.attending import Attending
from ui.pages.read.explain_sheet import ExplainSheet
from ui.pages.read.explaining import Explaining
from ui.pages.read.foot import ReadFoot
from ui.pages.read.links import ask_before_browsing
from ui.pages.read.marking import Marking
from ui.pages.read.quizzing import Quizzing
from ui.pages.read.side import ReadSide
from ui.pages.read.ticking import Ticking
from ui.pages.read.which import Key, key_of
from ui.pages.read.which import place_of as place_named
from ui.pages.read.wishes import Wish, Wishes
from ui.reading import list_documents, render_place
from ui.reading_hits import place_of, title_around
from ui.rendering import Renderings
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.contents import Contents, Place
from ui.widgets.finder import Finder
from ui.widgets.hits import Found
from ui.widgets.key_point_card import KeyPointCard
from ui.widgets.marked_reader import MarkedReader
from ui.widgets.note_sheet import NoteSheet
from ui.widgets.notes_pane import NotesPane
from ui.widgets.page import horizontal, vertical
from ui.widgets.selection_bar import SelectionBar
from ui.widgets.shelf import Shelf
from ui.widgets.text import announce

_SHORTEST_READING = 2.0  # seconds; less is leafing through
_SMALLEST_TYPE, _LARGEST_TYPE = 9, 28


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
    points_study_asked : Signal
        A tuple of the ids of the key points to be quizzed on.
    settings_changed : Signal
        Type is to have another size.
    models_asked : Signal
        The learner wants to choose a model.
    """

    study_asked = Signal(str)
    point_study_asked = Signal(str)
    points_study_asked = Signal(object)
    settings_changed = Signal()
    models_asked = Signal()

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
        self._place: Place | None = None
        self._quote = ""
        self._wanted_mark: Mark | None = None
        self._renderings = Renderings()
        self._library: Library | None = None
        self._documents: dict[Path, str] = {}
        self.indexing = indexing or Indexing(workspace, self)
        self.contents = Contents()
        self.notes = NotesPane(theme)
        self.shelf = Shelf(self.contents, self.notes, theme)
        self.finder = Finder(
            self.shelf, theme, search=self._search, is_partial=lambda: self.indexing.is_running
        )
        self.reader = MarkedReader(theme)
        self.bar = SelectionBar(theme, self.reader.viewport())
        self.card = KeyPointCard(theme, self)
        self.note_sheet = NoteSheet(theme)
        self.explain_sheet = ExplainSheet(theme)
        self.foot = ReadFoot(theme)
        self.side = ReadSide(workspace.paths, theme, self.finder)
        self.message, self.quiz_button = self.side.message, self.foot.quiz_button
        self.folder_menu, self.folder_button = self.side.folder_menu, self.side.folder_button
        self.reload_button = self.side.reload_button
        self.attending = Attending(self, self.reader, now)
        self.ticking = Ticking(workspace, self.contents, self.foot)
        self.quizzing = Quizzing(
            workspace, self.reader, self.card, chosen=self._chosen, section=self._section_span
        )
        can_quiz = self.quizzing.has_points
        self.marking = Marking(
            workspace, self.reader, self.bar, self.notes, self.note_sheet, can_quiz
        )
        self.explaining = Explaining(workspace, self.reader, self.explain_sheet)
        self.wishes = Wishes(self.reader, self._wishes())
        self._assemble()
        self._connect()
        self._add_keys()
        self.setFocusProxy(self.reader)

    def refresh(self) -> None:
        """Show the library as it is now, and something to read."""
        library = self._workspace.library
        documents = list_documents(self._workspace.paths.documents)
        if self._library is not library or self._documents != documents:
            if self._library is not None:
                self.indexing.update()
            self._library, self._documents = library, documents
            self._renderings.forget()
            self.ticking.forget()
            self.contents.show_library(library, documents)
            there = self.contents.places()
            here = self._place
            # Its time counts, although the text is opened again.
            self.keep_reading()
            # The headings of a text are listed only after that.
            kept = here if here is not None and here.text in there else None
            self._place = None
            if kept is not None or there:
                self.open_place(kept or self._left_off(there) or there[0])
        elif self._place is not None:
            # What was done here may have been undone elsewhere.
            self.marking.refresh()
            self.ticking.refresh()

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
        self.explain_sheet.leave()
        self._place = place
        self.quizzing.follow(place)
        can_quiz = bool(self.quizzing.points)
        self.foot.show_quizzing(skill=can_quiz, section=can_quiz)
        self.contents.show_place(place)
        library, text = self._workspace.library, place.text
        self._renderings.show(
            _version(text),
            lambda: render_place(library, text),
            lambda page: self._arrived(text, page),
        )

    def open_mark(self, mark: Mark) -> None:
        """Show a highlight, whatever text it stands in."""
        place = place_named((mark.transition, mark.document), self._workspace.paths.documents)
        if place not in self.contents.places():
            self.side.tell("The text of this highlight is not there any more.")
            return
        self._wanted_mark = mark
        self.open_place(place)

    def keep_reading(self) -> None:
        """Put the time spent on the open text, and the place in it, into the study log."""
        self.attending.look()
        seconds = self.attending.clock.take()
        key = self._key()
        if key is None or seconds < _SHORTEST_READING:
            return
        reader = self.reader
        try:
            self._workspace.log.add_reading(
                *key, seconds, reader.position(), reader.letters_above()
            )
        except StudyLogError as error:
            self.side.tell(str(error))

    def reload(self) -> None:
        """Read all files again."""
        self._workspace.reload_library()
        self.refresh()

    def change_type(self, steps: int) -> None:
        """Make type larger by some points, or smaller; with 0 as it was at first."""
        size = self._workspace.settings.font_size + steps if steps else Settings().font_size
        size = max(_SMALLEST_TYPE, min(size, _LARGEST_TYPE))
        try:
            self._workspace.change_settings(font_size=size)
        except OSError as error:
            self.side.tell(f"The size of type holds until Segue ends: {error.strerror}.")
        self.settings_changed.emit()
        announce(self, f"Type has {size} points.")

    def event(self, event: QEvent) -> bool:
        """Stop the clock while the window is behind others."""
        # Only windows are told of a change of activation; what stands in them hears of these.
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate):
            self.attending.follow()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Start the clock when the page comes up."""
        super().showEvent(event)
        self.attending.follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was read when another page is shown."""
        super().hideEvent(event)
        self.keep_reading()
        self.attending.clock.pause()
        self.explaining.stop()

    # -- what the learner wishes -----------------------------------------------------------------

    def explain(self) -> None:
        """Have the model explain what is selected, or else the section on the screen."""
        span = self._words_at_hand()
        if span is not None and self._place is not None:
            self.marking.leave()
            self.note_sheet.leave()
            self.explaining.explain(self._place, *span)

    # -- inside ----------------------------------------------------------------------------------

    def _key(self) -> Key | None:
        folder = self._workspace.paths.documents
        return key_of(self._place, folder) if self._place is not None else None

    def _left_off(self, there: Sequence[Place]) -> Place | None:
        """Return what was read last, if it is still there."""
        try:
            key = self._workspace.log.read_last()
        except StudyLogError as error:
            self.side.tell(str(error))
            return None
        if key is None:
            return None
        place = place_named(key, self._workspace.paths.documents)
        return place if place in there else None

    def _wishes(self) -> tuple[Wish, ...]:
        marking = self.marking
        first, second, third = Look
        return (
            Wish("Highlight", ("H",), marking.highlight, "The words that are selected"),
            Wish("Highlight: amber", ("1",), lambda: marking.highlight(first), in_menu=False),
            Wish("Highlight: green", ("2",), lambda: marking.highlight(second), in_menu=False),
            Wish("Highlight: blue", ("3",), lambda: marking.highlight(third), in_menu=False),
            Wish("Write a note", ("N",), marking.note, "On the words that are selected"),
            Wish("Remove the highlight", ("Del",), marking.remove),
            Wish("Explain this", ("E",), self.explain, "In the model's words, from this passage"),
            Wish("Quiz me on this", ("Q",), self.quizzing.quiz, "On its key points"),
            Wish("Tick the section off as read", ("T",), self.ticking.toggle, in_menu=False),
            Wish("Copy", ("Ctrl+C",), self.reader.copy),
            Wish("Select by keys", ("F7",), self._toggle_selecting, "With Shift and the arrows"),
        )

    def _add_keys(self) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        undo, redo = ("Ctrl+Z",), ("Ctrl+Shift+Z", "Ctrl+Y")
        hint = "A highlight, a note or a tick"
        add_action(self, "Undo", self.marking.undo, undo, hint=hint, context=context)
        add_action(self, "Redo", self.marking.redo, redo, hint=hint, context=context)
        add_action(self, "Type as at first", lambda: self.change_type(0), "Ctrl+0")

    def _connect(self) -> None:
        self.contents.place_chosen.connect(self.open_place)
        self.finder.hit_chosen.connect(self.open_hit)
        self.indexing.done.connect(self.finder.refresh)
        self.reader.web_link_clicked.connect(lambda to: ask_before_browsing(self, to))
        self.reader.guide_link_clicked.connect(self._follow_to_guide)
        self.reader.menu_asked.connect(self.wishes.show_menu)
        self.card.quiz_asked.connect(self.point_study_asked)
        self.quiz_button.clicked.connect(self._ask_for_quiz)
        self.reload_button.clicked.connect(self.reload)
        self.side.type_size_asked.connect(self.change_type)
        self.bar.explain_asked.connect(self.explain)
        self.bar.quiz_asked.connect(self.quizzing.quiz)
        self.foot.section_quiz_asked.connect(self.quizzing.quiz_section)
        self.quizzing.points_asked.connect(self.points_study_asked)
        self.quizzing.told.connect(self._tell)
        self.attending.looked.connect(self.ticking.watch)
        self.attending.keeping_due.connect(self.keep_reading)
        self.reader.verticalScrollBar().valueChanged.connect(self._see_section)
        self.ticking.failed.connect(self.side.tell)
        self.marking.told.connect(self._tell)
        self.marking.mark_opened.connect(self.open_mark)
        self.marking.undone.connect(self.ticking.refresh)
        # Escape is meant for one of the two.
        self.note_sheet.opened.connect(self.explain_sheet.leave)
        self.explain_sheet.models_asked.connect(self.models_asked)

    def _assemble(self) -> None:
        right = QWidget()
        column = vertical("s", right)
        column.setContentsMargins(0, SPACE["s"], 0, 0)
        column.addWidget(self.reader, 1)
        for below in (self.note_sheet, self.explain_sheet, self.foot):
            row = horizontal("s")
            row.addWidget(below, 1)
            column.addLayout(row)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.side)
        splitter.addWidget(right)
        splitter.setSizes([280, 800])
        splitter.setStretchFactor(1, 1)
        splitter.setCollapsible(1, False)
        layout = horizontal("s", self)
        layout.addWidget(splitter)

    def _tell(self, words: str) -> None:
        self.side.tell(words)
        announce(self, words)

    def _arrived(self, text: Place, page: Page) -> None:
        if self._place is not None and self._place.text == text:
            self._show(self._place, page)

    def _show(self, place: Place, page: Page) -> None:
        self.side.tell("")
        self.reader.show_page(page)
        self.contents.show_headings(place, page.headings)
        self.contents.show_place(place)
        key = self._key()
        self.marking.show(key)
        self.ticking.show(place if key is not None else None, self.reader.text)
        if key is not None and not place.anchor and not self._quote:
            self._go_on(key)
        else:
            self._go_to(place)
        self.attending.follow()
        self.attending.begin()
        self._see_section()
        wanted, self._wanted_mark = self._wanted_mark, None
        # Another text may have been chosen since.
        if wanted is not None and (wanted.transition, wanted.document) == key:
            self.marking.open_mark(wanted)

    def _go_on(self, key: Key) -> None:
        """Show the text from where reading it stopped."""
        log = self._workspace.log
        try:
            place, share = log.reading_place(*key), log.reading_position(*key)
        except StudyLogError as error:
            self.side.tell(str(error))
            return
        if place is not None:
            self.reader.show_letter(place)
        else:
            self.reader.set_position(share)

    def _go_to(self, place: Place) -> None:
        found = self.reader.show_quote(self._quote)
        if not found and place.anchor:
            self.reader.show_anchor(place.anchor)

    def _see_section(self) -> None:
        if self.reader.text.sections:
            self.ticking.stand_at(*self.reader.visible_span())

    def _toggle_selecting(self) -> None:
        self.reader.select_by_keys(not self.reader.selects_by_keys)

    def _chosen(self) -> tuple[int, int] | None:
        return self.reader.selected() or self.marking.active_span()

    def _words_at_hand(self) -> tuple[int, int] | None:
        return self._chosen() or self._section_span()

    def _section_span(self) -> tuple[int, int] | None:
        section = self.ticking.section
        return (section.start, section.end) if section is not None else None

    def _search(self, query: str) -> list[Found]:
        library = self._workspace.library
        hits = self._workspace.search_index.search(query)
        return [Found(hit, title_around(library, hit)) for hit in hits]

    def _follow_to_guide(self, skill: str, point: str) -> None:
        if self._place is not None:
            transition = self._place.transition
            key_point = self._workspace.library.key_point(transition, point)
            quote = key_point.quote if key_point is not None else ""
            self.open_place(Place(transition, skill), quote)

    def _ask_for_quiz(self) -> None:
        if self._place is not None and self._place.skill:
            self.study_asked.emit(self._place.skill)


def _version(place: Place) -> Hashable:
    """Return what tells apart a text as it is now from what it was before it was edited."""
    if place.path is not None:
        with suppress(OSError):
            return place, place.path.stat().st_mtime_ns
    return place
