"""Highlights and notes on the text that is read: made, changed, listed, taken back, exported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.content.anchor import Anchor, anchor_at
from app.content.anchoring import Found, find_anchor
from app.content.page_text import PageText
from app.study.errors import StudyLogError
from app.study.marked import Look, Mark
from app.study.marks_markdown import MarkedText, marks_markdown
from app.study.records import READING_ACTIONS, Action
from app.workspace import Workspace
from ui.pages.read.which import Key, place_of, title_of
from ui.widgets.mark_list import LOST, ListedMark
from ui.widgets.marked_reader import MarkedReader, ShownMark
from ui.widgets.note_sheet import NoteSheet
from ui.widgets.notes_pane import NotesPane
from ui.widgets.selection_bar import SelectionBar

HOW_TO_SELECT = "Select words with Shift and the arrow keys, then press H or N. Escape ends this."
_FILE = "highlights.md"


class Marking(QObject):
    """Keeps highlights in the log, and shows them in the text and in the list beside it.

    Parameters
    ----------
    can_quiz : callable
        Whether a stretch of the text has anything to be asked about.

    Attributes
    ----------
    told : Signal
        What the learner is to know of what was done, or could not be.
    mark_opened : Signal
        The :class:`Mark` of another text that is wanted.
    undone : Signal
        Something was taken back, or brought back: ticks may be others, too.
    """

    told = Signal(str)
    mark_opened = Signal(object)
    undone = Signal()

    def __init__(
        self,
        workspace: Workspace,
        reader: MarkedReader,
        bar: SelectionBar,
        pane: NotesPane,
        sheet: NoteSheet,
        can_quiz: Callable[[int, int], bool],
    ) -> None:
        super().__init__(reader)
        self._workspace, self._reader = workspace, reader
        self._bar, self._pane, self._sheet = bar, pane, sheet
        self._can_quiz = can_quiz
        self._key: Key | None = None
        self._marks: list[Mark] = []
        self._found: dict[str, Found] = {}
        self._looked_in: PageText | None = None
        self._places: dict[str, Found | None] = {}
        self._active = ""
        self._look = Look.AMBER
        self._noted: str | Anchor = ""
        self._dismissed: tuple[int, int] | None = None
        reader.selection_settled.connect(self._offer)
        reader.mark_pressed.connect(self._activate)
        reader.verticalScrollBar().valueChanged.connect(self._move_bar)
        bar.look_chosen.connect(self.highlight)
        bar.note_asked.connect(self.note)
        bar.remove_asked.connect(self.remove)
        pane.scope_chosen.connect(self._list)
        pane.export_asked.connect(self._ask_for_file)
        pane.list.mark_chosen.connect(self.open_mark)
        pane.list.note_asked.connect(self._edit_note)
        pane.list.remove_asked.connect(self._remove)
        sheet.note_written.connect(self._keep_note)
        sheet.left.connect(reader.setFocus)

    def show(self, key: Key | None) -> None:
        """Follow the text that the reader shows now; None where nothing can be kept of it."""
        self._key = key
        self._active = ""
        self._sheet.leave()
        self.refresh()

    def refresh(self) -> None:
        """Show the highlights as they are now."""
        self._marks = []
        with self._telling():
            self._marks = self._workspace.log.marks(*self._key) if self._key else []
        self._found = self._find()
        self._marks.sort(key=self._place_of)
        self._reader.show_marks(
            [
                ShownMark(mark.id, at.start, at.end, mark.look, mark.note)
                for mark in self._marks
                if (at := self._found.get(mark.id)) is not None
            ]
        )
        if self._active not in self._found:
            self._active = ""
        self._bar.hide()
        self._list()

    # -- what the learner wishes -----------------------------------------------------------------

    def highlight(self, look: Look | None = None) -> None:
        """Highlight what is selected, or give the highlight at hand another look."""
        self._look = look or self._look
        chosen = self._look
        if self._key is None:
            return
        selected = self._reader.selected()
        if selected is None and not self._active:
            self._begin_selecting()
            return
        with self._telling():
            if selected is None:
                self._workspace.log.change_mark(self._active, look=chosen)
            elif (same := self._mark_over(*selected)) is not None:
                self._workspace.log.change_mark(same, look=chosen)
            else:
                anchor = anchor_at(self._reader.text.text, *selected)
                self._workspace.log.add_mark(*self._key, anchor, chosen)
                self.told.emit("Highlighted.")
        self._reader.unselect()
        self.refresh()

    def note(self) -> None:
        """Write a note on what is selected, or on the highlight at hand."""
        if self._key is None:
            return
        selected = self._reader.selected()
        if selected is not None and (same := self._mark_over(*selected)) is None:
            self._noted = anchor_at(self._reader.text.text, *selected)
            self._bar.hide()
            self._sheet.open_for(self._noted.quote, "")
        elif selected is not None or self._active:
            self._edit_note(self._mark(self._active or same))
        else:
            self._begin_selecting()

    def remove(self) -> None:
        """Take the highlight at hand away."""
        if self._active:
            self._remove(self._mark(self._active))

    def undo(self) -> None:
        """Take back what was done last while reading."""
        self._tell_of("Undone", self._workspace.log.undo)

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self._tell_of("Redone", self._workspace.log.redo)

    def open_mark(self, mark: Mark) -> None:
        """Show a highlight where it stands."""
        if (mark.transition, mark.document) != self._key:
            self.mark_opened.emit(mark)
        elif (at := self._found.get(mark.id)) is not None:
            self._reader.show_span(at.start, at.end)
            self._activate(mark.id)
            self._reader.setFocus()
        else:
            self.told.emit(f"{LOST}: these words are not in this text any more.")

    def leave(self) -> None:
        """Put the bar away, for as long as the same words are selected."""
        self._active = ""
        self._dismissed = self._reader.selected()
        self._bar.hide()

    def listed(self) -> tuple[Mark, ...]:
        """Return the highlights of the text that is read, in its order, the lost ones last."""
        return tuple(self._marks)

    def active_span(self) -> tuple[int, int] | None:
        """Return where the highlight at hand stands in the text; None without one."""
        at = self._found.get(self._active)
        return (at.start, at.end) if at is not None else None

    def export(self, path: Path) -> None:
        """Write what is listed into a Markdown file."""
        try:
            path.write_text(marks_markdown(self._texts()), encoding="utf-8")
        except OSError as error:
            self.told.emit(f"{path} cannot be written: {error.strerror or error}.")
        else:
            self.told.emit(f"Written to {path}.")

    # -- inside ----------------------------------------------------------------------------------

    def _find(self) -> dict[str, Found]:
        """Return where the highlights stand; each is looked for once in a text."""
        text = self._reader.text
        if self._looked_in is not text:
            self._looked_in, self._places = text, {}
        for mark in self._marks:
            if mark.id not in self._places:
                self._places[mark.id] = find_anchor(text.text, mark.anchor)
        found = ((mark.id, self._places[mark.id]) for mark in self._marks)
        return {mark: at for mark, at in found if at is not None}

    def _begin_selecting(self) -> None:
        self._reader.select_by_keys(True)
        self.told.emit(HOW_TO_SELECT)

    def _offer(self) -> None:
        selected = self._reader.selected()
        if selected is None and self._active:
            return  # the bar stands at a highlight
        self._active = ""
        dismissed, self._dismissed = self._dismissed, None
        if selected is None or self._key is None or not self._sheet.isHidden():
            self._bar.hide()
        elif selected == dismissed:
            self._dismissed = dismissed
        else:
            self._show_bar(*selected)

    def _activate(self, mark: str) -> None:
        self._active = mark if mark in self._found else ""
        if self._active:
            self._show_bar(self._found[mark].start, self._found[mark].end)
        elif self._reader.selected() is None:
            self._bar.hide()

    def _show_bar(self, start: int, end: int) -> None:
        area = self._reader.area_of(start, end)
        if not area.intersects(self._reader.viewport().rect()):
            self._bar.hide()
            return
        look = self._mark(self._active).look if self._active else None
        self._bar.show_at(area, look, can_be_quizzed=self._can_quiz(start, end))

    def _move_bar(self) -> None:
        at = self._found.get(self._active)
        span = (at.start, at.end) if at is not None else self._reader.selected()
        if not self._bar.isHidden() and span is not None:
            self._show_bar(*span)

    def _mark_over(self, start: int, end: int) -> str | None:
        """Return the highlight that has the very same words as a stretch of the text."""
        return next(
            (i for i, at in self._found.items() if (at.start, at.end) == (start, end)), None
        )

    def _mark(self, mark: str | None) -> Mark:
        return next(each for each in self._marks if each.id == mark)

    def _place_of(self, mark: Mark) -> tuple[bool, int]:
        """Return where a highlight stands; the lost ones come last, where they were."""
        at = self._found.get(mark.id)
        return at is None, at.start if at is not None else mark.anchor.start

    def _edit_note(self, mark: Mark) -> None:
        self._noted = mark.id
        self._bar.hide()
        self._sheet.open_for(mark.anchor.quote, mark.note)

    def _keep_note(self, note: str) -> None:
        with self._telling():
            if isinstance(self._noted, str):
                self._workspace.log.change_mark(self._noted, note=note)
            elif self._key is not None:
                self._workspace.log.add_mark(*self._key, self._noted, self._look, note)
            self.told.emit("The note is kept." if note else "Highlighted without a note.")
        self._reader.unselect()
        self.refresh()

    def _remove(self, mark: Mark) -> None:
        with self._telling():
            self._workspace.log.remove_mark(mark.id)
            self.told.emit("Removed. Ctrl+Z brings it back.")
        self._active = ""
        self.refresh()

    def _tell_of(self, what: str, act: Callable[..., Action | None]) -> None:
        with self._telling():
            action = act(READING_ACTIONS)
            nothing = "Nothing to undo here." if what == "Undone" else "Nothing to redo here."
            self.told.emit(f"{what}: {action.description}." if action is not None else nothing)
        self.refresh()
        self.undone.emit()

    def _list(self) -> None:
        lost = {mark.id for mark in self._marks if mark.id not in self._found}
        if not self._pane.shows_all:
            listed = [ListedMark(mark, is_lost=mark.id in lost) for mark in self._marks]
        else:
            listed = [
                ListedMark(mark, text.title, mark.id in text.lost)
                for text in self._texts()
                for mark in text.marks
            ]
        self._pane.show_marks(listed)

    def _texts(self) -> list[MarkedText]:
        """Return what is listed, by text; only of this one it is known what is lost."""
        lost = frozenset(mark.id for mark in self._marks if mark.id not in self._found)
        by_key: dict[Key, list[Mark]] = {self._key: self._marks} if self._key else {}
        if self._pane.shows_all:
            by_key = {}
            with self._telling():
                for mark in self._workspace.log.all_marks():
                    by_key.setdefault((mark.transition, mark.document), []).append(mark)
        return [
            MarkedText(self._title(key), tuple(marks), lost if key == self._key else frozenset())
            for key, marks in by_key.items()
        ]

    def _title(self, key: Key) -> str:
        place = place_of(key, self._workspace.paths.documents)
        return title_of(self._workspace.library, place)

    def _ask_for_file(self) -> None:
        folder = str(Path.home() / _FILE)
        dialog = QFileDialog(self._reader, "Export highlights and notes", folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Markdown (*.md)")
        dialog.setDefaultSuffix("md")
        dialog.selectFile(_FILE)
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell what the log cannot do instead of failing."""
        try:
            yield
        except StudyLogError as error:
            self.told.emit(str(error))
