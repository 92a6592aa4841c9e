"""Whether somebody is reading: the signs of life that a page gives, and the time between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.reading_clock import ReadingClock
from ui.widgets.marked_reader import MarkedReader

LOOK_EVERY = 3_000  # milliseconds
KEEP_AFTER = 120.0  # seconds of reading; no crash costs more
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
}


class Attending(QObject):
    """Runs the clock while a page can be seen, its window is in front and somebody is there.

    Attributes
    ----------
    looked : Signal
        What was on the screen, as start and end in the page's text, and for how many seconds.
    keeping_due : Signal
        Enough time has come together to be put into the log.
    """

    looked = Signal(int, int, float)
    keeping_due = Signal()

    def __init__(self, page: QWidget, reader: MarkedReader, now: Callable[[], float]) -> None:
        super().__init__(page)
        self._page = page
        self._reader = reader
        self._seen: tuple[int, int] | None = None
        self.clock = ReadingClock(now)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.tick)
        reader.viewport().installEventFilter(self)
        reader.installEventFilter(self)
        reader.verticalScrollBar().valueChanged.connect(self._scrolled)

    def follow(self) -> None:
        """Let the clock run or stand, as the page can be seen or not."""
        if self._page.isVisible() and self._page.isActiveWindow():
            self.clock.resume()
            self._timer.start()
        else:
            self.clock.pause()
            self._timer.stop()

    def look(self) -> None:
        """Tell what was on the screen since the last look, and see what is on it now."""
        seconds = self.clock.lap()
        if self._seen is not None and seconds > 0:
            self.looked.emit(*self._seen, seconds)
        self._seen = self._reader.visible_span() if self.clock.is_running else None

    def tick(self) -> None:
        """Look, and have the time kept when enough of it has come together."""
        self.look()
        if self.clock.seconds >= KEEP_AFTER:
            self.keeping_due.emit()

    def begin(self) -> None:
        """Take note that another text is on the screen."""
        self.clock.lap()
        self._seen = self._reader.visible_span() if self.clock.is_running else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is reading."""
        if event.type() in _SIGNS_OF_LIFE:
            self.clock.notice()
        return super().eventFilter(watched, event)

    def _scrolled(self) -> None:
        if self.clock.is_running:
            self.tick()
