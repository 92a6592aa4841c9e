"""How highlights look: each has a line of its own, so that nobody needs to tell colours apart."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QTextCharFormat

from app.study.marked import Look
from ui.theme import Theme

_Line = QTextCharFormat.UnderlineStyle
_SIZE = 20


@dataclass(frozen=True)
class Shown:
    """One way to highlight: its name, and names of colours of the theme."""

    name: str
    back: str
    line: str
    style: _Line
    pen: Qt.PenStyle


LOOKS = {
    Look.AMBER: Shown(
        "Amber, solid line", "warm_soft", "warm", _Line.SingleUnderline, Qt.PenStyle.SolidLine
    ),
    Look.GREEN: Shown(
        "Green, dashed line", "good_soft", "good", _Line.DashUnderline, Qt.PenStyle.DashLine
    ),
    Look.BLUE: Shown(
        "Blue, dotted line", "accent_soft", "accent", _Line.DotLine, Qt.PenStyle.DotLine
    ),
}


def text_format(look: Look, theme: Theme) -> QTextCharFormat:
    """Return how highlighted text is set."""
    shown = LOOKS[look]
    form = QTextCharFormat()
    form.setBackground(QColor(theme.colour(shown.back)))
    form.setForeground(QColor(theme.colour("text")))
    form.setUnderlineStyle(shown.style)
    form.setUnderlineColor(QColor(theme.colour(shown.line)))
    return form


def swatch(look: Look, theme: Theme) -> QIcon:
    """Draw a look as an icon: its colour with its line below."""
    icon = QIcon()
    for density in (1, 2, 3):
        picture = QPixmap(QSize(_SIZE, _SIZE) * density)
        picture.setDevicePixelRatio(density)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = LOOKS[look]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colour(shown.back)))
        painter.drawRoundedRect(QRectF(1, 1, _SIZE - 2, _SIZE - 5), 3, 3)
        pen = QPen(QColor(theme.colour(shown.line)), 2.4, shown.pen)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(1, _SIZE - 3, _SIZE - 1, _SIZE - 3)
        painter.setPen(QColor(theme.colour("text")))
        font = theme.font("caption", bold=True)
        font.setPixelSize(12)
        painter.setFont(font)
        painter.drawText(QRectF(0, 0, _SIZE, _SIZE - 4), Qt.AlignmentFlag.AlignCenter, "a")
        painter.end()
        icon.addPixmap(picture)
    return icon
