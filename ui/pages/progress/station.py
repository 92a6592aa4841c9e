"""One skill on the map: a ring that closes as its key points become proven."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
)
from PySide6.QtWidgets import QPushButton

from app.study.mastery import SkillMastery
from ui import words
from ui.theme import Theme
from ui.theme.tokens import RADIUS, SPACE

RING = 54
"""Diameter of a ring in logical pixels."""
RING_TOP = 26
"""From the top of a station to its ring: room for the word above it."""
_THICK, _THIN = 7.0, 3.0
_LINES = 2
_TURN = 5760  # a full circle, as Qt counts angles


class Station(QPushButton):
    """A skill that can be chosen; its ring is filled by the share of key points that stand proven.

    Attributes
    ----------
    opened : Signal
        It was pressed twice, or Enter was.
    """

    opened = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._mastery: SkillMastery | None = None
        self._is_next = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._follow_theme)

    def show_mastery(self, mastery: SkillMastery, *, is_next: bool) -> None:
        """Show how well the skill is mastered, and whether it is the one to open next."""
        self._mastery = mastery
        self._is_next = is_next
        said = f"{self._name}: {mastery_words(mastery)}"
        self.setAccessibleName(f"{said}. Next to open." if is_next else said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of ring and words; the map decides the width."""
        caption, small = self._metrics("caption"), self._metrics("small")
        height = RING_TOP + RING + SPACE["s"] + _LINES * small.height() + caption.height()
        return QSize(2 * RING, round(height) + SPACE["m"])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the skill with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the skill."""
        super().mouseDoubleClickEvent(event)
        self.opened.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring and the words under it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_ring(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        if self.isChecked():
            painter.setBrush(QColor(self._theme.colour("accent_soft")))
        elif self.underMouse():
            painter.setBrush(QColor(self._theme.colour("hover")))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen("accent", 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inner, RADIUS["large"], RADIUS["large"])

    def _paint_ring(self, painter: QPainter) -> None:
        mastery = self._mastery
        if mastery is None:
            return
        centre = QPointF(self.width() / 2, RING_TOP + RING / 2)
        # What lies under the ring is the road, which must not be seen through it.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colour("page")))
        painter.drawEllipse(centre, RING / 2, RING / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = (RING - _THICK) / 2
        circle = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.setPen(self._pen("line", _THICK))
        painter.drawEllipse(circle)
        seen = mastery.seen / mastery.total if mastery.total else 0.0
        for share, colour, width in (
            (seen, "line_strong", _THIN),
            (mastery.share_proven, "accent", _THICK),
        ):
            if share:
                painter.setPen(self._pen(colour, width))
                painter.drawArc(circle, _TURN // 4, -round(share * _TURN))
        painter.setPen(QColor(self._theme.colour("text" if mastery.seen else "muted")))
        painter.setFont(self._theme.font("caption", bold=mastery.seen > 0))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, words.percent(mastery.share_proven))

    def _paint_words(self, painter: QPainter) -> None:
        mastery = self._mastery
        if mastery is None:
            return
        width = self.width() - 2 * SPACE["s"]
        if self._is_next:
            painter.setFont(self._theme.font("caption", bold=True))
            painter.setPen(QColor(self._theme.colour("accent")))
            above = QRectF(0, 2, self.width(), RING_TOP - 4)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, "▾ Next")
        top = float(RING_TOP + RING + SPACE["xs"])
        painter.setPen(QColor(self._theme.colour("text")))
        painter.setFont(self._theme.font("small"))
        height = self._metrics("small").height()
        for line in self._lines(width):
            box = QRectF(SPACE["s"], top, width, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, line)
            top += height
        painter.setFont(self._theme.font("caption"))
        painter.setPen(QColor(self._theme.colour("muted")))
        box = QRectF(SPACE["s"], top, width, self._metrics("caption").height())
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, _short_words(mastery))

    def _lines(self, width: float) -> list[str]:
        """Break the name into two lines at most; what is left over is cut off with dots."""
        layout = QTextLayout(self._name, self._theme.font("small"))
        layout.beginLayout()
        lines: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            if len(lines) == _LINES - 1:
                rest = self._name[line.textStart() :]
                cut = Qt.TextElideMode.ElideRight
                lines.append(self._metrics("small").elidedText(rest, cut, width))
                break
            lines.append(self._name[line.textStart() :][: line.textLength()].rstrip())
        layout.endLayout()
        return lines

    def _metrics(self, size: str) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(size))

    def _pen(self, colour: str, width: float) -> QPen:
        pen = QPen(QColor(self._theme.colour(colour)), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()


def mastery_words(mastery: SkillMastery) -> str:
    """Return in words what stands proven of a skill."""
    if not mastery.total:
        return "no guide yet"
    said = f"{mastery.proven} of {words.count(mastery.total, 'key point')} proven"
    if not mastery.seen:
        return f"{said}, not begun"
    return f"{said}, {mastery.seen} seen, {mastery.due} due"


def _short_words(mastery: SkillMastery) -> str:
    if not mastery.total:
        return "no guide yet"
    if not mastery.seen:
        return "not begun"
    said = f"{mastery.proven} of {mastery.total}"
    return f"{said} · {mastery.due} due" if mastery.due else f"{said} proven"
