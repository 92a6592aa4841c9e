"""The words for the shapes of a chart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.charts.values import Series, Shape
from ui.widgets.page import clear, horizontal
from ui.widgets.text import Text

_WIDTH, _HEIGHT = 22, 14


class Legend(QWidget):
    """A row of shapes, each before the name of its series."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._row = horizontal("s", self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_series(self, series: Sequence[Series]) -> None:
        """Name the series; what has no name is left out."""
        clear(self._row)
        for each in series:
            if each.name:
                self._row.addWidget(_Key(self._theme, each.shape, each.colour))
                self._row.addWidget(Text(each.name, "small", wrap=False))
                self._row.addSpacing(SPACE["m"])
        self._row.addStretch(1)


class _Key(QWidget):
    def __init__(self, theme: Theme, shape: Shape, colour: str) -> None:
        super().__init__()
        self._theme = theme
        self._shape = shape
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._theme.colour(self._colour))
        filled = self._shape in (Shape.BAR, Shape.CIRCLE)
        line = Qt.PenStyle.DashLine if self._shape is Shape.DASHED else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 2, line))
        painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
        centre = QPointF(_WIDTH / 2, _HEIGHT / 2)
        if self._shape in (Shape.BAR, Shape.OUTLINE):
            painter.drawRect(QRectF(5, 2, _WIDTH - 10, _HEIGHT - 4))
        elif self._shape is Shape.CIRCLE:
            painter.drawEllipse(centre, 4.5, 4.5)
        elif self._shape is Shape.DIAMOND:
            corners = ((0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0))
            painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
        else:
            painter.drawLine(QPointF(1, centre.y()), QPointF(_WIDTH - 1, centre.y()))
        painter.end()
