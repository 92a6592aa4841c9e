"""The week: what was answered on each day, and what comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.study.today import Day
from ui import words
from ui.theme import Theme
from ui.theme.tokens import RADIUS, SPACE
from ui.widgets.roles import set_role

_BAR = 44  # height of the longest bar
_WIDEST = 44  # width of a bar
_LEAST = 4  # height of the shortest, so that one answer can be seen beside fifty


class WeekStrip(QWidget):
    """A column for each day: a full bar for answers, an outlined one for what is due, numbers.

    Everything that the bars show is also in the numbers, and in the accessible name.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._days: tuple[Day, ...] = ()
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, QAccessible.Role.Graphic)
        theme.changed.connect(self._follow_theme)

    def show_week(self, days: Sequence[Day], today: date) -> None:
        """Show some days, one of which is today."""
        self._days, self._today = tuple(days), today
        self.setAccessibleName("; ".join(day_words(day, today) for day in days))
        self.update()

    def hint_at(self, x: float) -> str:
        """Return in words what the day at some place has, or nothing."""
        column = int(self._columns() * x / max(1, self.width()))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            column = self._columns() - 1 - column
        return day_words(self._days[column], self._today) if 0 <= column < len(self._days) else ""

    def sizeHint(self) -> QSize:
        """Return room for bars and two lines of text."""
        return QSize(7 * (_WIDEST + SPACE["m"]), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the room that the numbers need."""
        return QSize(7 * 40, self._height())

    def event(self, event: QEvent) -> bool:
        """Say what the day under the mouse has."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.hint_at(event.pos().x()), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the week."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((max(day.answers, day.due) for day in self._days), default=0)
        width = self.width() / self._columns()
        days = self._days
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            days = days[::-1]
        for number, day in enumerate(days):
            self._paint_day(painter, QRectF(number * width, 0, width, self.height()), day, most)
        painter.end()

    def _paint_day(self, painter: QPainter, room: QRectF, day: Day, most: int) -> None:
        line = self._line()
        colour = self._theme.colour
        is_today = day.date == self._today
        self._paint_bar(painter, room.adjusted(0, line, 0, -line - SPACE["xs"]), day, most)
        painter.setPen(QColor(colour("text" if is_today else "muted")))
        painter.setFont(self._theme.font("caption", bold=is_today))
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(room, centre, f"{day.date:%a}")
        painter.setFont(self._theme.font("caption", bold=day.answers > 0))
        text = QRectF(room.left(), room.bottom() - 2 * line - _BAR - SPACE["s"], room.width(), line)
        number = day.answers or day.due
        if number:
            painter.setPen(QColor(colour("text" if day.answers else "muted")))
            height = _height_of(number, most)
            text.translate(0, _BAR - height)
            painter.drawText(text, centre, str(number))

    def _paint_bar(self, painter: QPainter, room: QRectF, day: Day, most: int) -> None:
        colour = self._theme.colour
        width = min(float(_WIDEST), room.width() - SPACE["s"])
        height = _height_of(day.answers or day.due, most) if day.answers or day.due else 2.0
        bar = QRectF(room.center().x() - width / 2, room.bottom() - height, width, height)
        if day.answers:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour("accent")))
        elif day.due:
            painter.setPen(QPen(QColor(colour("line_strong")), 1.0, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            bar.adjust(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour("line")))
        radius = min(RADIUS["small"], bar.height() / 2)
        painter.drawRoundedRect(bar, radius, radius)

    def _columns(self) -> int:
        return max(1, len(self._days))

    def _line(self) -> float:
        return QFontMetricsF(self._theme.font("caption")).height()

    def _height(self) -> int:
        return round(2 * self._line() + _BAR + SPACE["s"] + SPACE["xs"])

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()


def day_words(day: Day, today: date) -> str:
    """Return in words what a day has."""
    name = f"Today, {day.date:%A}" if day.date == today else f"{day.date:%A}"
    if day.answers and day.due:
        return f"{name}: {words.count(day.answers, 'answer')}, {day.due} more due"
    if day.due:
        return f"{name}: {words.count(day.due, 'key point')} due"
    if day.answers:
        return f"{name}: {words.count(day.answers, 'answer')}"
    return f"{name}: {'no answers' if day.date <= today else 'nothing due'}"


def _height_of(number: int, most: int) -> float:
    return _LEAST + (_BAR - _LEAST) * number / max(1, most)
