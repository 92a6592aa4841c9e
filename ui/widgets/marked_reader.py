"""A page on which the learner can mark passages, and that tells what of it is on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.content.page_text import PageText
from app.content.render import Page
from app.study.marked import Look
from ui.theme import Theme
from ui.widgets.laid_out import LaidOut, line_at_or_below, top_of
from ui.widgets.looks import text_format
from ui.widgets.note_margin import NoteMargin
from ui.widgets.reader import Reader

_SETTLED_AFTER = 250  # milliseconds without a further key
_SHARE_BELOW_ONE = 0.999
_BY_MOUSE = Qt.TextInteractionFlag.TextBrowserInteraction
_BY_KEYS = _BY_MOUSE | Qt.TextInteractionFlag.TextSelectableByKeyboard


@dataclass(frozen=True)
class ShownMark:
    """A highlight on the page, over ``text[start:end]`` of its words, with its note if any."""

    id: str
    start: int
    end: int
    look: Look
    note: str = ""


class MarkedReader(Reader):
    """A reader with highlights.

    Attributes
    ----------
    selection_settled : Signal
        The learner has finished selecting, or there is no selection any more.
    mark_pressed : Signal
        Id of the highlight that was clicked; empty for a click elsewhere and for Escape.
    menu_asked : Signal
        The global place at which a menu is wanted.
    """

    selection_settled = Signal()
    mark_pressed = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        self._marks: tuple[ShownMark, ...] = ()
        self._text = PageText("", ())
        self._laid_out: LaidOut | None = None
        self._held: float | None = None
        self._is_holding = False
        super().__init__(theme)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_AFTER)
        self._settling.timeout.connect(self.selection_settled)
        self._pressed = False
        self.margin = NoteMargin(self, theme)
        self.margin.note_pressed.connect(self.mark_pressed)
        self.selectionChanged.connect(self._wait_for_selection)
        self.verticalScrollBar().valueChanged.connect(self._let_go)

    @property
    def text(self) -> PageText:
        """The words of the page that is shown."""
        return self._text

    @property
    def laid_out(self) -> LaidOut:
        """Where these words stand."""
        # Scrolling asks for it while a page is being laid out, when there is only half of it yet.
        if self._laid_out is None or not self._laid_out.is_of(self.document(), self._text):
            self._laid_out = LaidOut(self.document(), self._text)
        return self._laid_out

    def show_page(self, page: Page, text: PageText | None = None) -> None:
        """Show a page from its beginning, without highlights."""
        self._marks = ()
        self._text = text or PageText.of(page)
        super().show_page(page)
        self._held = None

    def show_marks(self, marks: Sequence[ShownMark]) -> None:
        """Show these highlights in place of those before."""
        self._marks = tuple(marks)
        self._show_extras()
        self.margin.follow()

    def marks(self) -> tuple[ShownMark, ...]:
        """Return the highlights that are shown."""
        return self._marks

    # -- selecting -------------------------------------------------------------------------------

    @property
    def selects_by_keys(self) -> bool:
        """Whether arrows move a caret instead of the page."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def select_by_keys(self, wanted: bool) -> None:
        """Let arrows move a caret, with which words are selected, or move the page again."""
        if wanted == self.selects_by_keys:
            return
        if wanted:
            self.setTextCursor(self.cursorForPosition(QPoint(0, 0)))
        self.setTextInteractionFlags(_BY_KEYS if wanted else _BY_MOUSE)

    def selected(self) -> tuple[int, int] | None:
        """Return what of the page's text is selected; None without a letter."""
        cursor = self.textCursor()
        start, end = self.laid_out.selected(cursor)
        return (start, end) if cursor.hasSelection() and start < end else None

    def unselect(self) -> None:
        """Have nothing selected."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def mark_at(self, position: int) -> ShownMark | None:
        """Return the highlight at a position of the document; of several the shortest."""
        place = self.laid_out.span(position, position + 1)[0]
        here = [mark for mark in self._marks if mark.start <= place < mark.end]
        return min(here, key=lambda mark: mark.end - mark.start, default=None)

    def area_of(self, start: int, end: int) -> QRect:
        """Return the part of the viewport that ``text[start:end]`` takes, as far as it is there."""
        cursor = self.laid_out.select(start, end)
        if cursor is None:
            return QRect()
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        return self.cursorRect(first).united(self.cursorRect(last))

    def show_span(self, start: int, end: int) -> None:
        """Scroll to ``text[start:end]``, a third down, and put the cursor there."""
        cursor = self.laid_out.select(start, end)
        if cursor is not None:
            cursor.setPosition(cursor.selectionStart())
            self.scroll_to(cursor)

    # -- what is on the screen -------------------------------------------------------------------

    def visible_span(self) -> tuple[int, int]:
        """Return what of the page's text is on the screen."""
        view = self.viewport()
        first = self.cursorForPosition(QPoint(0, 0)).position()
        last = self.cursorForPosition(QPoint(view.width() - 1, view.height() - 1)).position()
        start, end = self.laid_out.span(first, last)
        bar = self.verticalScrollBar()
        # Below the last line there is nothing whose place could be asked for.
        return start, len(self._text.text) if bar.value() == bar.maximum() else end

    def letters_above(self) -> float:
        """Return where the page stands, whatever the size of window and type.

        It is the number of letters above the first line that begins in the window; its fraction
        says how far below the window's edge that line is, as a share of the window. It stays the
        same until somebody scrolls.
        """
        if self._held is None:
            y = self.verticalScrollBar().value()
            line = line_at_or_below(self.document(), y)
            if line is None:
                return 0.0
            below = (line[1] - y) / max(1, self.viewport().height())
            letter = self.laid_out.letter_at(line[0])
            self._held = letter + min(max(0.0, below), _SHARE_BELOW_ONE)
        return self._held

    def show_letter(self, letters: float) -> None:
        """Scroll to what :meth:`letters_above` returned."""
        self.document().documentLayout().documentSize()  # lays out the whole, not just the screen
        whole = int(letters)
        top = top_of(self.document(), self.laid_out.position_of(whole))
        below = (letters - whole) * self.viewport().height()
        self._is_holding = True
        self.verticalScrollBar().setValue(round(top - below))
        self._is_holding = False
        self._held = letters

    # -- Qt's own --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the end of the selection that may begin here."""
        self._pressed = True
        super().mousePressEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was selected, or which highlight was clicked."""
        self._pressed = False
        super().mouseReleaseEvent(event)
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self._settling.stop()
            self.selection_settled.emit()
            return
        mark = self.mark_at(self.cursorForPosition(event.position().toPoint()).position())
        is_link = bool(self.anchorAt(event.position().toPoint()))
        self.mark_pressed.emit(mark.id if mark is not None and not is_link else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape end selecting by keys, before it means anything else."""
        if event.key() == Qt.Key.Key_Escape and (
            self.textCursor().hasSelection() or self.selects_by_keys
        ):
            self.unselect()
            self.select_by_keys(False)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.mark_pressed.emit("")
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the page's own menu."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(event.globalPos())
        else:
            below = self.cursorRect().bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(below))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place when lines break otherwise."""
        place = self.letters_above() if self._text.text else None
        super().resizeEvent(event)
        if place is not None and event.oldSize().width() != event.size().width():
            self.show_letter(place)
        self.margin.follow()

    def _let_go(self) -> None:
        if not self._is_holding:
            self._held = None

    def _lay_out_again(self) -> None:
        place, selected = self.letters_above(), self.selected()
        self._lay_out()
        self.show_letter(place)
        if selected is not None and (cursor := self.laid_out.select(*selected)) is not None:
            self.setTextCursor(cursor)

    def _extras(self) -> list[QTextEdit.ExtraSelection]:
        extras = []
        for mark in self._marks:
            for cursor in self.laid_out.select_parts(mark.start, mark.end):
                extra = QTextEdit.ExtraSelection()
                extra.cursor = cursor
                extra.format = text_format(mark.look, self._theme)
                extras.append(extra)
        return extras

    def _wait_for_selection(self) -> None:
        if not self._pressed:
            self._settling.start()
