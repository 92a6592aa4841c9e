"""What was done per day as a calendar: a column for each week, a row for each weekday."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.theme import Theme
from ui.theme.tokens import RADIUS
from ui.widgets.roles import set_role
from ui.widgets.text import announce

_CELL = 17
_GAP = 4
_STEP = _CELL + _GAP
_LEFT = 38  # room for the names of weekdays
_TOP = 20  # room for the names of months
_FOOT = 30  # room for what the shades mean
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -7, Qt.Key.Key_Right: 7}


class Activity(QWidget):
    """A calendar heat map; every day says its number to the mouse and to the arrow keys.

    Attributes
    ----------
    day_met : Signal
        What there is to say of the day that mouse or keys are at; nothing when they have left.
    """

    day_met = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._amounts: Mapping[date, float] = {}
        self._steps: Sequence[float] = ()
        self._tell: Callable[[date], str] = str
        self._first = self._last = date(2026, 1, 1)
        self._at: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, QAccessible.Role.Chart)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def show_days(
        self,
        amounts: Mapping[date, float],
        first: date,
        last: date,
        *,
        steps: Sequence[float],
        tell: Callable[[date], str],
        name: str,
    ) -> None:
        """Show an amount of some days, both ends included; whole weeks are drawn.

        Parameters
        ----------
        steps : sequence of float
            Amounts from which a day is one shade stronger.
        tell : callable
            Gives the amount of a day in words.
        name : str
            What a screen reader says of the whole.
        """
        self._amounts = amounts
        self._steps = steps
        self._tell = tell
        self._first = first - timedelta(days=first.weekday())
        self._last = last
        self._at = None
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of all weeks."""
        return QSize(_LEFT + self._weeks() * _STEP, _TOP + 7 * _STEP + _FOOT)

    def minimumSizeHint(self) -> QSize:
        """Return the same size: no week is cut off."""
        return self.sizeHint()

    # -- mouse and keys --------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Say the number of the day under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.hint_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), text, self)  # no text hides it
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Meet the day under the mouse."""
        day = self.day_at(event.position().x(), event.position().y())
        if day != self._at:
            self._meet(day)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell nothing any more, unless keys are at a day."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._meet(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another day: up and down by one, left and right by a week."""
        days = _KEYS.get(Qt.Key(event.key()))
        if days is None:
            super().keyPressEvent(event)
            return
        wanted = self._last if self._at is None else self._at + timedelta(days=days)
        if self._first <= wanted <= self._last:
            self._meet(wanted)
            announce(self, self.words_of(wanted))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the last day, so that it can be seen where the focus is."""
        super().focusInEvent(event)
        if self._at is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._meet(self._last)
            announce(self, self.words_of(self._last))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave no day marked that nobody is at."""
        super().focusOutEvent(event)
        self._meet(None)

    def hint_at(self, x: float, y: float) -> str:
        """Return the day at a point with its number, or nothing."""
        day = self.day_at(x, y)
        return "" if day is None else self.words_of(day)

    def words_of(self, day: date) -> str:
        """Return what there is to say of a day."""
        return f"{day:%A, %d %B}: {self._tell(day)}"

    def day_at(self, x: float, y: float) -> date | None:
        """Return the day that is drawn at a point, or None."""
        week, weekday = int((x - _LEFT) // _STEP), int((y - _TOP) // _STEP)
        if week < 0 or not 0 <= weekday < 7:
            return None
        day = self._first + timedelta(days=7 * week + weekday)
        return day if day <= self._last else None

    def _meet(self, day: date | None) -> None:
        self._at = day
        self.update()
        self.day_met.emit("" if day is None else self.words_of(day))

    # -- drawing ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the calendar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("caption"))
        self._paint_names(painter)
        self._paint_steps(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        for week in range(self._weeks()):
            for weekday in range(7):
                day = self._first + timedelta(days=7 * week + weekday)
                if day <= self._last:
                    painter.setBrush(self._shade(self._strength(self._amounts.get(day, 0))))
                    painter.drawRoundedRect(_cell(week, weekday), 4, 4)
        if self._at is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.colour("text")), 2))
            week, weekday = divmod((self._at - self._first).days, 7)
            painter.drawRoundedRect(_cell(week, weekday).adjusted(-1, -1, 1, 1), 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.colour("accent")), 2))
            around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(around, RADIUS["medium"], RADIUS["medium"])
        painter.end()

    def _paint_names(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._theme.colour("muted")))
        for weekday, name in ((0, "Mon"), (2, "Wed"), (4, "Fri")):
            cell = _cell(0, weekday)
            box = QRectF(0, cell.top() - 2, _LEFT - 8, cell.height() + 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, name)
        last_named = -3
        for week in range(self._weeks()):
            monday = self._first + timedelta(days=7 * week)
            is_new = monday.day <= 7 or week == 0
            if is_new and week - last_named > 2:
                left = _cell(week, 0).left()
                painter.drawText(QRectF(left, 0, 60, _TOP - 4), f"{monday:%b}")
                last_named = week

    def _paint_steps(self, painter: QPainter) -> None:
        """Draw each shade with the numbers that it stands for."""
        top = _TOP + 7 * _STEP + 8
        left = float(_LEFT)
        bounds = (0, *self._steps)
        for number, low in enumerate(bounds):
            high = bounds[number + 1] - 1 if number + 1 < len(bounds) else None
            name = (
                f"{low:g}+" if high is None else f"{low:g}" if high <= low else f"{low:g}–{high:g}"
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._shade(number))
            painter.drawRoundedRect(QRectF(left, top, _CELL, _CELL), 4, 4)
            painter.setPen(QColor(self._theme.colour("muted")))
            width = painter.fontMetrics().horizontalAdvance(name)
            box = QRectF(left + _CELL + 5, top - 2, width + 4, _CELL + 4)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
            left = box.right() + 12

    def _strength(self, amount: float) -> int:
        """Return how many steps an amount reaches."""
        return sum(amount >= step for step in self._steps)

    def _shade(self, strength: int) -> QColor:
        if strength == 0:
            return QColor(self._theme.colour("box"))
        low, high = QColor(self._theme.colour("box")), QColor(self._theme.colour("accent"))
        share = 0.15 + 0.85 * strength / len(self._steps)

        def mix(a: float, b: float) -> float:
            return a + (b - a) * share

        return QColor.fromRgbF(
            mix(low.redF(), high.redF()),
            mix(low.greenF(), high.greenF()),
            mix(low.blueF(), high.blueF()),
        )

    def _weeks(self) -> int:
        return (self._last - self._first).days // 7 + 1


def _cell(week: int, weekday: int) -> QRectF:
    return QRectF(_LEFT + week * _STEP, _TOP + weekday * _STEP, _CELL, _CELL)
