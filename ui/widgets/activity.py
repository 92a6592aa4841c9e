"""Answers per day as a calendar: a column for each week, a row for each weekday."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import words
from ui.theme import Theme

_CELL = 17
_GAP = 4
_LEFT = 38  # room for the names of weekdays
_TOP = 20  # room for the names of months
_STEPS = (1, 5, 10, 20)  # answers from which a cell is one shade stronger


class Activity(QWidget):
    """A calendar heat map; every cell also says its number in a tool-tip."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._answers: Mapping[date, int] = {}
        self._first = self._last = date(2026, 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def show_answers(self, answers: Mapping[date, int], first: date, last: date) -> None:
        """Show the answers of some days, both ends included; whole weeks are drawn."""
        self._answers = answers
        self._first = first - timedelta(days=first.weekday())
        self._last = last
        total, days = sum(answers.values()), len(answers)
        self.setAccessibleName(
            f"{words.count(total, 'answer')} on {words.count(days, 'day')} since {first:%d %B %Y}"
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of all weeks."""
        return QSize(_LEFT + self._weeks() * (_CELL + _GAP), _TOP + 7 * (_CELL + _GAP))

    def minimumSizeHint(self) -> QSize:
        """Return the same size: no week is cut off."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Say the number of the day under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self.hint_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), text, self)  # no text hides it
            return True
        return super().event(event)

    def hint_at(self, x: float, y: float) -> str:
        """Return the day at a point with its number, or nothing."""
        day = self.day_at(x, y)
        if day is None:
            return ""
        return f"{day:%A, %d %B}: {words.count(self._answers.get(day, 0), 'answer')}"

    def day_at(self, x: float, y: float) -> date | None:
        """Return the day that is drawn at a point, or None."""
        week, weekday = int((x - _LEFT) // (_CELL + _GAP)), int((y - _TOP) // (_CELL + _GAP))
        if week < 0 or not 0 <= weekday < 7:
            return None
        day = self._first + timedelta(days=7 * week + weekday)
        return day if day <= self._last else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the calendar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("caption"))
        self._paint_names(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        for week in range(self._weeks()):
            for weekday in range(7):
                day = self._first + timedelta(days=7 * week + weekday)
                if day <= self._last:
                    painter.setBrush(self._shade(self._answers.get(day, 0)))
                    painter.drawRoundedRect(_cell(week, weekday), 4, 4)
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

    def _shade(self, answers: int) -> QColor:
        if answers == 0:
            return QColor(self._theme.colour("box"))
        strength = sum(answers >= step for step in _STEPS) / len(_STEPS)
        low, high = QColor(self._theme.colour("box")), QColor(self._theme.colour("accent"))
        share = 0.15 + 0.85 * strength

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
    step = _CELL + _GAP
    return QRectF(_LEFT + week * step, _TOP + weekday * step, _CELL, _CELL)
