"""Shows a rendered document: nothing in it can load, run or leave without being asked."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QRect, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from app.content.marks import SCHEME as KEY_POINT_SCHEME
from app.content.plaintext import fold
from app.content.render import Page
from ui.theme import Theme
from ui.theme.tokens import READING_MEASURE, SPACE
from ui.widgets.focus_ring import FocusRing
from ui.widgets.pictures import draw_formula, draw_svg, fit_image
from ui.widgets.typesetting import blank_document, prepare_html, settle_lines

_PLACE_IN_GUIDE = re.compile(r"(?P<skill>[a-z0-9][a-z0-9-]*)(?:#(?P<point>[\w-]+))?")
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_PICTURE = rf"\S*{_OBJECT}\S*"
_GAP = rf"[\s{_OBJECT}]*"
_TEX = re.compile(r"\$[^$]+\$")
_KEY_POINT = "◆"


class Reader(QTextBrowser):
    """A page of text in a centred column.

    Attributes
    ----------
    web_link_clicked : Signal
        The address of another place; nothing has been opened.
    guide_link_clicked : Signal
        Slug of a skill and id of a key point, the latter possibly empty.
    key_point_clicked : Signal
        Id of the key point whose mark was clicked, or entered with the keyboard.
    """

    web_link_clicked = Signal(str)
    guide_link_clicked = Signal(str, str)
    key_point_clicked = Signal(str)

    def __init__(self, theme: Theme, *, measure: int = READING_MEASURE) -> None:
        super().__init__()
        self._theme = theme
        self._measure = measure
        self._page = Page("", ())
        self._quote = ""
        self._quoted: QTextCursor | None = None
        self._laid_out_for = 0
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Text")
        FocusRing(self, theme)
        self.anchorClicked.connect(self._follow)
        theme.changed.connect(self._lay_out_again)

    def show_page(self, page: Page) -> None:
        """Show a page from its beginning."""
        self._page = page
        self._quote = ""
        self._lay_out()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def show_quote(self, quote: str) -> bool:
        """Mark a quotation and scroll to it; return whether the page has it."""
        self._quote = quote
        found = self._mark_quote()
        if found is not None:
            found.clearSelection()
            self.scroll_to(found)
        return found is not None

    def scroll_to(self, cursor: QTextCursor) -> None:
        """Put the text cursor somewhere, and show that a third down.

        What leads to it can be read as well then.
        """
        self.document().documentLayout().documentSize()  # lays out the whole, not just the screen
        self.setTextCursor(cursor)
        top = self.cursorRect().top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(round(top - self.viewport().height() / 3))

    def show_anchor(self, anchor: str) -> None:
        """Scroll to a heading or another named place."""
        self.document().documentLayout().documentSize()  # lays out the whole, not just the screen
        self.scrollToAnchor(anchor)

    def mark_of(self, point: str) -> QRect | None:
        """Return where the mark of a key point is, in the viewport; None where it has none."""
        target = f"{KEY_POINT_SCHEME}:{point}"
        block = self.document().begin()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                if fragment.charFormat().anchorHref() == target:
                    cursor = QTextCursor(self.document())
                    cursor.setPosition(fragment.position())
                    start = self.cursorRect(cursor)
                    cursor.setPosition(fragment.position() + fragment.length())
                    return start.united(self.cursorRect(cursor))
                iterator += 1
            block = block.next()
        return None

    def position(self) -> float:
        """Return how far down the page the reader is, in [0, 1]."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 1.0

    def set_position(self, share: float) -> None:
        """Scroll to a place that :meth:`position` returned."""
        self.document().documentLayout().documentSize()  # lays out the whole, not just the screen
        bar = self.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401 - as Qt declares it
        """Return a picture of the page shown; nothing else is ever loaded, local or remote."""
        file = QUrl(name).toString()
        source = self._page.images.get(file)
        if kind != QTextDocument.ResourceType.ImageResource.value or source is None:
            return None
        density, widest = self.devicePixelRatioF(), float(self._column_width())
        if not file.endswith(".svg"):
            return fit_image(source, density=density, widest=widest)
        dark = self._theme.is_dark
        if not file.startswith("formula-"):
            return draw_svg(source, dark=dark, density=density, widest=widest)
        # Loaded by now: it drew the formula.
        from app.content.formula import SIZE  # noqa: PLC0415

        scale = self._theme.size("reading") / SIZE
        x_height = QFontMetricsF(self._theme.font("reading")).xHeight()
        return draw_formula(
            source, dark=dark, density=density, widest=widest, scale=scale, x_height=x_height
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred and its pictures inside it."""
        side = max(SPACE["xl"], (self.width() - self._measure) // 2)
        self.setViewportMargins(side, 0, max(SPACE["s"], side - 12), 0)
        super().resizeEvent(event)
        if self._page.images and self._column_width() != self._laid_out_for:
            self._lay_out_again()

    def _column_width(self) -> int:
        return max(120, min(self._measure, self.viewport().width()) - 2 * SPACE["s"])

    def _lay_out(self) -> None:
        self._laid_out_for = self._column_width()
        # A fresh document, because one keeps the pictures that it has once loaded.
        self.setDocument(blank_document(self._theme, self))
        self.setHtml(prepare_html(self._page.html, self._theme))
        settle_lines(self.document(), self._theme)
        self._mark_quote()

    def _lay_out_again(self) -> None:
        place = self.position()
        self._lay_out()
        self.set_position(place)

    def _mark_quote(self) -> QTextCursor | None:
        found = find_quote(self.document(), self._quote) if self._quote else None
        self._quoted = QTextCursor(found) if found is not None else None
        self._show_extras()
        return found

    def _show_extras(self) -> None:
        extras = self._extras()
        if self._quoted is not None:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._quoted
            mark.format = highlight(self._theme)
            extras.append(mark)
        self.setExtraSelections(extras)

    def _extras(self) -> list[QTextEdit.ExtraSelection]:
        """Return what is to be set off besides a quotation."""
        return []

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == KEY_POINT_SCHEME:
            self.key_point_clicked.emit(url.path())
        elif url.scheme() in ("http", "https", "mailto"):
            self.web_link_clicked.emit(url.toString())
        elif not url.scheme() and not url.path() and url.hasFragment():
            self.show_anchor(url.fragment())
        elif not url.scheme() and (place := _PLACE_IN_GUIDE.fullmatch(url.toString())):
            self.guide_link_clicked.emit(place["skill"], place["point"] or "")


def highlight(theme: Theme) -> QTextCharFormat:
    """Return how marked text looks."""
    look = QTextCharFormat()
    look.setBackground(QColor(theme.colour("warm_soft")))
    look.setForeground(QColor(theme.colour("text")))
    return look


def find_quote(document: QTextDocument, quote: str) -> QTextCursor | None:
    """Return a cursor that selects a quotation, or None.

    White space, typographic marks and formulas, which are pictures here, need not agree. Marks of
    key points are passed over: that of a shorter quotation may stand inside this one.
    """
    words = [_PICTURE if word == _OBJECT else _loosely(word) for word in _words_of(quote)]
    if not words:
        return None
    text = document.toPlainText()
    places = [place for place, letter in enumerate(text) if letter != _KEY_POINT]
    match = re.search(_GAP.join(words), text.replace(_KEY_POINT, ""))
    if match is None or match.start() == match.end():
        return None
    return select(document, text, places[match.start()], places[match.end() - 1] + 1)


def select(document: QTextDocument, text: str, start: int, end: int) -> QTextCursor:
    """Return a cursor over characters of a document's text; Qt counts them in units of UTF-16."""
    before, within = (
        len(part.encode("utf-16-le")) // 2 for part in (text[:start], text[start:end])
    )
    cursor = QTextCursor(document)
    cursor.setPosition(before)
    cursor.setPosition(before + within, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _words_of(quote: str) -> list[str]:
    return fold(_TEX.sub(f" {_OBJECT} ", quote)).split()


def _loosely(word: str) -> str:
    return re.escape(word).replace("'", "['’‘]").replace('"', '["“”]')
