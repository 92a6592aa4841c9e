"""What draws a chart: pyqtgraph, which is loaded with this module and with nothing else."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy

from ui.theme import Theme
from ui.widgets.charts.values import Axis, Chart, Point, Series, Shape, Stop, Towards
from ui.widgets.roles import set_role

_SYMBOLS = {Shape.CIRCLE: "o", Shape.DIAMOND: "d"}
_SIZE = 10
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}
_TITLE = 1.5  # lines of text that an axis' title takes
_AROUND = 14  # pixels around a name at an axis
_SPARE = 0.06
"""How far a chart reaches beyond what is measured, so that no mark is cut off at an end."""


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """Draws a chart and tells which of its stops the mouse or the keys are at.

    Attributes
    ----------
    stop_met : Signal
        Number of the stop, and whether keys led there; -1 when the mouse has left.
    """

    stop_met = Signal(int, bool)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._chart: Chart | None = None
        self._at = -1
        self._marker = pg.ScatterPlotItem(symbol="o", size=_SIZE * 2.2)
        self.setAccessibleName(name)
        self.setProperty("role", "chart")
        set_role(self, QAccessible.Role.Chart)
        # Of the two, which pass their policy on to each other, only the outer one takes the focus.
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        item = self.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.getViewBox().setMouseEnabled(x=False, y=False)
        item.getViewBox().setDefaultPadding(0)
        theme.changed.connect(self._draw)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart; the stop of the one before is left."""
        self._chart = chart
        self._at = -1
        self._draw()

    def place_of(self, number: int) -> QPointF:
        """Return where a stop is drawn, in coordinates of the widget."""
        assert self._chart is not None
        stop = self._chart.stops[number]
        return QPointF(self.mapFromScene(self._box().mapViewToScene(QPointF(stop.x, stop.y))))

    # -- mouse and keys --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the stops."""
        number = self._after(Qt.Key(event.key()))
        if number is None:
            event.ignore()
            return
        event.accept()
        self._meet(number, by_key=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys would go on from."""
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if by_key and self._stops():
            self._meet(max(self._at, 0), by_key=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Meet the stop nearest to the mouse."""
        nearest = self._nearest(event.position())
        if nearest != self._at:
            self._meet(nearest, by_key=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus, and nothing else: there is nothing to drag."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell nothing any more, unless keys are at a stop."""
        super().leaveEvent(event)
        if not self.hasFocus() and self._at >= 0:
            self._meet(-1, by_key=False)

    def _after(self, key: Qt.Key) -> int | None:
        """Return the stop that a key leads to; None when it leads nowhere."""
        last = len(self._stops()) - 1
        if last < 0:
            return None
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return 0 if key is Qt.Key.Key_Home else last
        if key not in _STEPS:
            return None
        # Who has been nowhere comes to the first.
        return min(max(self._at + _STEPS[key], 0), last)

    def _nearest(self, at: QPointF) -> int:
        towards = self._chart.towards if self._chart is not None else Towards.X

        def distance(number: int) -> float:
            away = self.place_of(number) - at
            if towards is Towards.X:
                return abs(away.x())
            return abs(away.y()) if towards is Towards.Y else math.hypot(away.x(), away.y())

        return min(range(len(self._stops())), key=distance, default=-1)

    def _meet(self, number: int, *, by_key: bool) -> None:
        self._at = number
        self._mark()
        self.stop_met.emit(number, by_key)

    def _stops(self) -> Sequence[Stop]:
        return self._chart.stops if self._chart is not None else ()

    # -- drawing ---------------------------------------------------------------------------------

    def _draw(self) -> None:
        chart = self._chart
        if chart is None:
            return
        item = self.getPlotItem()
        item.clear()
        self.setBackground(QColor(self._theme.colour("page")))
        self._draw_axis("bottom", chart.x, grid=chart.sideways)
        self._draw_axis("left", chart.y, grid=not chart.sideways)
        # Now rather than with the next event: what is asked for in between would be misplaced.
        item.layout.activate()
        measured = _reach(chart.x if chart.sideways else chart.y, chart.series)
        named = chart.y if chart.sideways else chart.x
        item.setXRange(*(measured if chart.sideways else (named.low, named.high)), padding=0)
        item.setYRange(*((named.low, named.high) if chart.sideways else measured), padding=0)
        for series in chart.series:
            self._draw_series(series, chart)
        self._marker = pg.ScatterPlotItem(symbol="o", size=_SIZE * 2.2)
        self._marker.setZValue(10)
        self._marker.setPen(self._pen("text", 2))
        self._marker.setBrush(pg.mkBrush(None))
        item.addItem(self._marker)
        self._mark()

    def _draw_axis(self, side: str, shown: Axis, *, grid: bool) -> None:
        axis = self.getPlotItem().getAxis(side)
        axis.setTicks([list(shown.ticks)])
        axis.setStyle(
            tickFont=self._theme.font("caption"),
            tickLength=0,
            tickTextOffset=8,
            hideOverlappingLabels=False,
        )
        axis.setPen(self._pen("line_strong", 1))
        axis.setTextPen(QColor(self._theme.colour("muted")))
        size = f"{self._theme.size('caption')}px"
        style = {"color": self._theme.colour("muted"), "font-size": size}
        axis.setLabel(shown.title or None, **style)
        axis.showLabel(bool(shown.title))
        # By itself it finds out after the first picture, which would lack the names.
        metrics = QFontMetricsF(self._theme.font("caption"))
        title = _TITLE * metrics.height() if shown.title else 0.0
        if side == "left":
            names = max((metrics.horizontalAdvance(name) for _, name in shown.ticks), default=0.0)
            axis.setWidth(round(names + title + _AROUND))
        else:
            axis.setHeight(round(metrics.height() + title + _AROUND))
        if grid:
            self._draw_grid(shown, angle=90 if side == "bottom" else 0)

    def _draw_grid(self, axis: Axis, angle: int) -> None:
        for place, _ in axis.ticks:
            line = pg.InfiniteLine(pos=place, angle=angle, pen=self._pen("line", 1))
            line.setZValue(-10)
            self.getPlotItem().addItem(line)

    def _draw_series(self, series: Series, chart: Chart) -> None:
        if not series.points:
            return
        if series.shape in (Shape.BAR, Shape.OUTLINE):
            self._draw_bars(series, chart)
        elif series.shape is Shape.SPAN:
            for point in series.points:
                self._draw_line(_ends(point, chart.sideways), self._pen(series.colour, 2))
        elif series.shape is Shape.DASHED:
            pen = self._pen(series.colour, 1.5)
            pen.setStyle(Qt.PenStyle.DashLine)
            self._draw_line([(point.x, point.y) for point in series.points], pen)
        else:
            self._draw_points(series, chart)

    def _draw_bars(self, series: Series, chart: Chart) -> None:
        pen = self._pen(series.colour, 2 if series.shape is Shape.OUTLINE else 1)
        filled = QColor(self._theme.colour(series.colour))
        brush = pg.mkBrush(filled if series.shape is Shape.BAR else None)
        points = [p for p in series.points if (p.x if chart.sideways else p.y) > p.base]
        if not points:
            return
        base = [point.base for point in points]
        if chart.sideways:
            sizes = {"x0": base, "x1": [p.x for p in points], "y": [p.y for p in points]}
            bars = pg.BarGraphItem(**sizes, height=chart.thickness, pen=pen, brush=brush)
        else:
            sizes = {"y0": base, "y1": [p.y for p in points], "x": [p.x for p in points]}
            bars = pg.BarGraphItem(**sizes, width=chart.thickness, pen=pen, brush=brush)
        self.getPlotItem().addItem(bars)

    def _draw_points(self, series: Series, chart: Chart) -> None:
        for point in series.points:
            if point.low is not None:
                self._draw_line(_ends(point, chart.sideways), self._pen(series.colour, 1.5))
        inside = series.colour if series.shape is Shape.CIRCLE else "page"
        points = pg.ScatterPlotItem(
            x=[point.x for point in series.points],
            y=[point.y for point in series.points],
            symbol=_SYMBOLS[series.shape],
            size=_SIZE if series.shape is Shape.CIRCLE else _SIZE * 1.3,
            pen=self._pen(series.colour, 2),
            brush=pg.mkBrush(QColor(self._theme.colour(inside))),
        )
        points.setZValue(5)
        self.getPlotItem().addItem(points)

    def _draw_line(self, ends: Sequence[tuple[float, float]], pen: QPen) -> None:
        xs, ys = ([end[axis] for end in ends] for axis in (0, 1))
        self.getPlotItem().addItem(pg.PlotCurveItem(xs, ys, pen=pen, antialias=True))

    def _mark(self) -> None:
        """Put a ring around the stop that is told."""
        at = self._stops()[self._at : self._at + 1] if self._at >= 0 else ()
        self._marker.setData([stop.x for stop in at], [stop.y for stop in at])

    def _pen(self, colour: str, width: float) -> QPen:
        pen: QPen = pg.mkPen(QColor(self._theme.colour(colour)), width=width)
        return pen

    def _box(self) -> pg.ViewBox:
        return self.getPlotItem().getViewBox()


def _reach(axis: Axis, series: Sequence[Series]) -> tuple[float, float]:
    """Return from where to where an axis is drawn: marks need room below, bars stand on it."""
    more = _SPARE * (axis.high - axis.low)
    stands = all(each.shape in (Shape.BAR, Shape.OUTLINE) for each in series)
    return axis.low - (0 if stands else more / 2), axis.high + more


def _ends(point: Point, sideways: bool) -> list[tuple[float, float]]:
    low = point.low if point.low is not None else point.base
    high = point.high if point.high is not None else (point.x if sideways else point.y)
    if sideways:
        return [(low, point.y), (high, point.y)]
    return [(point.x, low), (point.x, high)]


pg.setConfigOptions(antialias=True)
