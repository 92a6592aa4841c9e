"""Charts that can be read without colour, by keyboard, and as a table.

`ChartCard` is what pages use; what draws is loaded with the first chart that is shown.
"""

from ui.widgets.charts.card import ChartCard
from ui.widgets.charts.table import Column, Kind, Table
from ui.widgets.charts.values import Axis, Chart, Point, Series, Shape, Stop, Towards

__all__ = [
    "Axis",
    "Chart",
    "ChartCard",
    "Column",
    "Kind",
    "Point",
    "Series",
    "Shape",
    "Stop",
    "Table",
    "Towards",
]
