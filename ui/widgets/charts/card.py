"""A chart on a page, with what it says in a sentence, its numbers as a table, and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.csv_file import write_csv
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.charts.legend import Legend
from ui.widgets.charts.table import Column, NumbersView, Table
from ui.widgets.charts.values import Chart
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text, announce

if TYPE_CHECKING:
    from ui.widgets.charts.plot import Plot

_HEIGHT = 240


class ChartCard(QWidget):
    """A heading, a sentence, a picture, and beside it the same as a table and as a file.

    The picture is a :class:`Chart`, or a widget that draws itself.

    Parameters
    ----------
    file : str
        What a file of the numbers is called unless the learner says otherwise, without its ending.
    columns : sequence of Column
        Of the table.
    picture : QWidget, optional
        Shown instead of a chart.

    Attributes
    ----------
    controls : QHBoxLayout
        Room for choices between heading and buttons.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        file: str,
        columns: Sequence[Column],
        picture: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._file = file
        self._columns = tuple(columns)
        self._table = Table(self._columns, ())
        self._chart: Chart | None = None
        self._height = _HEIGHT
        self._picture = picture
        self.plot: Plot | None = None
        self.heading = Text(title, "heading")
        self.sentence = Text()
        self.note = Text(role="small")
        self.readout = Text(role="strong", wrap=False)
        self.legend = Legend(theme)
        self.numbers = NumbersView(theme, self._columns, f"{title}: the numbers")
        self.table_button = Button(
            "As a table", theme, role="quiet", name=f"{title}: show as a table"
        )
        self.table_button.setCheckable(True)
        self.table_button.toggled.connect(self._show_parts)
        self.save_button = Button(
            "Save as CSV…", theme, role="quiet", name=f"{title}: save the numbers as a CSV file"
        )
        self.save_button.clicked.connect(self._ask_where)
        self.saved = Text(role="small", selectable=True)
        self._controls = QWidget()
        self.controls = horizontal("s", self._controls)
        self._pictures = vertical("xs")
        self._assemble()

    def show_chart(
        self, chart: Chart, rows: Sequence[tuple[object, ...]], height: int = _HEIGHT
    ) -> None:
        """Show other numbers, as a picture of so many pixels and as a table."""
        self._chart = chart
        self._height = height
        self.legend.show_series(chart.series)
        self.readout.setText("")
        self._show_rows(rows)
        if self.plot is not None:
            self.plot.setFixedHeight(height)
            self.plot.show_chart(chart)

    def show_rows(self, rows: Sequence[tuple[object, ...]]) -> None:
        """Show other numbers beside a picture that draws itself."""
        self._show_rows(rows)

    def show_nothing(self, words: str) -> None:
        """Say what will be here once there are numbers."""
        self.sentence.setText(words)
        self._chart = None
        self._show_rows(())

    def tell(self, words: str, *, aloud: bool) -> None:
        """Show the number that the mouse or the keys are at; keys have it said, too."""
        self.readout.setText(words)
        if aloud and words:
            announce(self.plot or self, words)

    def order_focus(self, *controls: QWidget) -> None:
        """Let Tab come by some controls first, then by the buttons, the picture and the table."""
        picture = [self._picture] if self._picture is not None else []
        stops = [*controls, self.table_button, self.save_button, *picture, self.numbers]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def save(self, path: Path) -> None:
        """Write the numbers into a file, and say how that went."""
        try:
            write_csv(path, self._table.headings, self._table.rows)
        except OSError as error:
            self._say(f"It could not be saved as {path}: {error.strerror or error}")
        else:
            self._say(f"Saved as {path}")

    def showEvent(self, event: QShowEvent) -> None:
        """Load what draws, the first time that there is something to draw."""
        super().showEvent(event)
        self._show_parts()

    def _show_rows(self, rows: Sequence[tuple[object, ...]]) -> None:
        self._table = Table(self._columns, tuple(rows))  # type: ignore[arg-type]
        self.numbers.show_table(self._table.rows)
        self.saved.hide()
        self._show_parts()

    def _show_parts(self) -> None:
        has_numbers = bool(self._table.rows)
        as_table = self.table_button.isChecked()
        has_chart = self._chart is not None and has_numbers
        if has_chart and not as_table and self.isVisible():
            self._make_plot()
        if self.plot is not None:
            self.plot.setVisible(has_chart and not as_table)
        if self._picture is not None:
            self._picture.setVisible(has_numbers and not as_table)
        named = self._chart is not None and any(each.name for each in self._chart.series)
        self.legend.setVisible(has_chart and named and not as_table)
        self.readout.setVisible(has_numbers and not as_table)
        self.numbers.setVisible(has_numbers and as_table)
        self.note.setVisible(has_numbers and bool(self.note.text()))
        for control in (self._controls, self.table_button, self.save_button):
            control.setVisible(has_numbers)

    def _make_plot(self) -> None:
        if self.plot is not None or self._chart is None:
            return
        # It brings numpy and takes longer than everything else on the page.
        from ui.widgets.charts.plot import Plot  # noqa: PLC0415

        self.plot = Plot(self._theme, self.heading.text())
        self.plot.stop_met.connect(self._tell_stop)
        self.plot.setFixedHeight(self._height)
        self.plot.setAccessibleDescription(
            "A chart. The arrow keys go from number to number; “As a table” has them all."
        )
        self.plot.show_chart(self._chart)
        self._pictures.addWidget(self.plot)
        QWidget.setTabOrder(self.save_button, self.plot)
        QWidget.setTabOrder(self.plot, self.numbers)

    def _tell_stop(self, number: int, by_key: bool) -> None:
        stops = self._chart.stops if self._chart is not None else ()
        self.tell(stops[number].words if 0 <= number < len(stops) else "", aloud=by_key)

    def _ask_where(self) -> None:
        start = str(Path.home() / f"{self._file}.csv")
        dialog = QFileDialog(self, "Save as CSV", start, "Tables (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def _say(self, message: str) -> None:
        self.saved.setText(message)
        self.saved.show()
        announce(self.saved, message)

    def _assemble(self) -> None:
        above = horizontal("s")
        above.addWidget(self.heading, 1)
        above.addWidget(self._controls)
        above.addWidget(self.table_button)
        above.addWidget(self.save_button)
        if self._picture is not None:
            self._pictures.addWidget(self._picture)
        # The line for the number that is told keeps its place when it is empty.
        self.readout.setMinimumHeight(self._theme.size("body") + SPACE["s"])
        layout = vertical("s", self)
        layout.addLayout(above)
        layout.addWidget(self.sentence)
        layout.addWidget(self.legend)
        layout.addLayout(self._pictures)
        layout.addWidget(self.readout)
        layout.addWidget(self.numbers)
        layout.addWidget(self.note)
        layout.addWidget(self.saved)
        self.saved.hide()
