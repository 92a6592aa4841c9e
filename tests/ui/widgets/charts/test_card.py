"""A chart says its numbers to mouse, keys, screen readers, as a table and as a file."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.charts import (
    Axis,
    Chart,
    ChartCard,
    Column,
    Kind,
    Point,
    Series,
    Shape,
    Stop,
    Towards,
)
from ui.widgets.text import Text

COLUMNS = (Column("Day", Kind.DAY), Column("Due", Kind.NUMBER), Column("Share", Kind.SHARE))
ROWS = [(date(2026, 5, 20 + n), n * 2, n / 4) for n in range(4)]


def bars(*heights: float, shape: Shape = Shape.BAR, sideways: bool = False) -> Chart:
    """A chart of some bars, each with a stop at its end."""
    points = [(float(n), height) for n, height in enumerate(heights)]
    places = [(y, x) if sideways else (x, y) for x, y in points]
    measured = Axis(0.0, max(heights), ((0.0, "none"), (max(heights), "most")))
    named = Axis(-0.6, len(heights) - 0.4, tuple((float(n), f"no {n}") for n in range(4)))
    return Chart(
        x=measured if sideways else named,
        y=named if sideways else measured,
        series=(Series("due", shape, "accent", tuple(Point(x, y) for x, y in places)),),
        stops=tuple(Stop(x, y, f"number {n} is {heights[n]:g}") for n, (x, y) in enumerate(places)),
        sideways=sideways,
        towards=Towards.Y if sideways else Towards.X,
    )


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> ChartCard:
    made = ChartCard(theme, "What is coming", file="coming", columns=COLUMNS)
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.show()
    made.show_chart(bars(4, 0, 2, 3), ROWS)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is asked to say from now on."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Announcement:
            heard.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def texts(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget)]


def colours(card: ChartCard, at: QPoint, around: int = 0) -> set[str]:
    """Return the colours that are drawn around a place of the plot."""
    assert card.plot is not None
    picture = card.plot.grab().toImage()
    return {
        picture.pixelColor(at.x() + x, at.y() + y).name()
        for x in range(-around, around + 1)
        for y in range(-around, around + 1)
    }


# -- the picture -----------------------------------------------------------------------------------


def test_it_is_drawn_when_there_is_something_to_see(theme: Theme, qtbot: QtBot) -> None:
    card = ChartCard(theme, "What is coming", file="coming", columns=COLUMNS)
    qtbot.addWidget(card)
    card.show_chart(bars(1, 2), ROWS[:2])
    assert card.plot is None  # not before the page is shown
    card.show_nothing("Nothing yet.")
    card.show()
    assert card.plot is None
    assert texts(card) == ["What is coming", "Nothing yet."]
    assert not card.save_button.isVisible()
    card.show_chart(bars(1, 2), ROWS[:2])
    assert card.plot is not None
    assert card.plot.isVisible()


def test_a_bar_reaches_to_its_number(card: ChartCard, theme: Theme) -> None:
    assert card.plot is not None
    accent, page = theme.colour("accent"), theme.colour("page")
    tops = [card.plot.place_of(number).toPoint() for number in range(4)]
    assert tops[0].y() < tops[3].y() < tops[2].y() < tops[1].y()
    assert colours(card, tops[0] + QPoint(0, 20)) == {accent}
    assert colours(card, tops[2] - QPoint(0, 20)) == {page}


def test_two_series_differ_without_colour(card: ChartCard, theme: Theme) -> None:
    assert card.plot is not None
    inside = card.plot.place_of(0).toPoint() + QPoint(0, 40)
    assert colours(card, inside) == {theme.colour("accent")}
    card.show_chart(bars(4, 0, 2, 3, shape=Shape.OUTLINE), ROWS)
    assert colours(card, inside) == {theme.colour("page")}


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("sideways", [False, True])
def test_every_shape_can_be_drawn_either_way(
    card: ChartCard, theme: Theme, shape: Shape, sideways: bool
) -> None:
    card.show_chart(bars(4, 1, 2, 3, shape=shape, sideways=sideways), ROWS)
    assert card.plot is not None
    picture = card.plot.grab().toImage()
    drawn = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 1)
        for y in range(0, picture.height(), 1)
    }
    assert theme.colour("accent") in drawn
    assert card.legend.isVisible()


def test_it_follows_the_theme_at_once(card: ChartCard, theme: Theme) -> None:
    assert card.plot is not None
    top = card.plot.place_of(0).toPoint()
    theme.choose("dark")
    assert colours(card, top + QPoint(0, 20)) == {theme.colour("accent")}
    assert QColor(theme.colour("page")).lightness() < 60
    assert theme.colour("page") in colours(card, top - QPoint(0, 3), 8)


def test_names_beside_it_have_room(card: ChartCard) -> None:
    card.show_chart(bars(4, 1, 2, 3, sideways=True), ROWS)
    long = Axis(-0.6, 3.4, tuple((float(n), "a name that is rather long") for n in range(4)))
    chart = bars(4, 1, 2, 3, sideways=True)
    assert card.plot is not None
    before = card.plot.place_of(0).x()
    card.show_chart(Chart(chart.x, long, chart.series, chart.stops, sideways=True), ROWS)
    card.plot.grab()
    assert card.plot.getPlotItem().getAxis("left").width() > 140
    assert before == pytest.approx(card.plot.place_of(0).x(), abs=60)


# -- mouse and keys --------------------------------------------------------------------------------


def test_the_number_under_the_mouse_is_told(card: ChartCard, qtbot: QtBot, said: list[str]) -> None:
    assert card.plot is not None
    view = card.plot.viewport()
    qtbot.mouseMove(view, card.plot.place_of(2).toPoint() + QPoint(3, -30))
    assert card.readout.text() == "number 2 is 2"
    qtbot.mouseMove(view, card.plot.place_of(3).toPoint())
    assert card.readout.text() == "number 3 is 3"
    assert said == []  # the mouse is for those who see


def test_sideways_the_nearest_row_is_told(card: ChartCard, qtbot: QtBot) -> None:
    card.show_chart(bars(4, 0, 2, 3, sideways=True), ROWS)
    assert card.plot is not None
    at = QPoint(card.plot.width() - 20, card.plot.place_of(1).toPoint().y())
    qtbot.mouseMove(card.plot.viewport(), at)
    assert card.readout.text() == "number 1 is 0"


def test_keys_go_from_number_to_number_and_have_it_said(
    card: ChartCard, qtbot: QtBot, said: list[str]
) -> None:
    card.table_button.setFocus()
    qtbot.keyClick(card.table_button, Qt.Key.Key_Tab)
    qtbot.keyClick(card.save_button, Qt.Key.Key_Tab)
    assert card.plot is not None
    assert card.plot.hasFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right):
        qtbot.keyClick(card.plot, key)
    assert said == [
        f"number {n} is {height}" for n, height in ((0, 4), (1, 0), (0, 4), (3, 3), (3, 3))
    ]
    assert card.readout.text() == "number 3 is 3"


def test_the_number_that_is_told_is_ringed(card: ChartCard, qtbot: QtBot, theme: Theme) -> None:
    assert card.plot is not None
    ink = theme.colour("text")
    at = card.plot.place_of(2).toPoint()
    assert ink not in colours(card, at, 14)
    card.plot.setFocus()
    qtbot.keyClick(card.plot, Qt.Key.Key_End)
    qtbot.keyClick(card.plot, Qt.Key.Key_Left)
    assert ink in colours(card, at, 14)


def test_a_screen_reader_hears_what_it_is_and_how_it_is_used(card: ChartCard) -> None:
    assert card.plot is not None
    assert card.plot.accessibleName() == "What is coming"
    assert "arrow keys" in card.plot.accessibleDescription()
    assert card.table_button.accessibleName() == "What is coming: show as a table"


def test_other_numbers_forget_the_place(card: ChartCard, qtbot: QtBot) -> None:
    assert card.plot is not None
    card.plot.setFocus()
    qtbot.keyClick(card.plot, Qt.Key.Key_End)
    card.show_chart(bars(1, 1), ROWS[:2])
    assert card.readout.text() == ""
    qtbot.keyClick(card.plot, Qt.Key.Key_Right)
    assert card.readout.text() == "number 0 is 1"


# -- table and file --------------------------------------------------------------------------------


def test_the_same_as_a_table(card: ChartCard, qtbot: QtBot) -> None:
    card.table_button.setFocus()
    qtbot.keyClick(card.table_button, Qt.Key.Key_Space)
    assert card.plot is not None
    assert not card.plot.isVisible()
    assert not card.legend.isVisible()
    table = card.numbers
    assert table.isVisible()
    assert table.accessibleName() == "What is coming: the numbers"
    model = table.model()
    heading = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert heading == ["Day", "Due", "Share"]
    assert [model.index(1, n).data() for n in range(3)] == ["Thu 21 May 2026", "2", "25 %"]
    qtbot.keyClick(card.table_button, Qt.Key.Key_Tab)
    qtbot.keyClick(card.save_button, Qt.Key.Key_Tab)
    assert table.hasFocus()
    card.table_button.click()
    assert card.plot.isVisible()


def test_a_long_table_scrolls_by_itself(card: ChartCard) -> None:
    card.show_chart(bars(1, 2), ROWS * 10)
    card.table_button.click()
    assert card.numbers.sizeHint().height() < 500
    assert card.numbers.model().rowCount() == 40


def test_the_numbers_are_saved_as_a_file(card: ChartCard, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.mouseClick(card.save_button, Qt.MouseButton.LeftButton)
    dialog = card.findChild(QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(dialog.selectedFiles()[0]).name == "coming.csv"
    dialog.fileSelected.emit(str(tmp_path / "mine.csv"))
    dialog.reject()
    with (tmp_path / "mine.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[:3] == [
        ["Day", "Due", "Share"],
        ["2026-05-20", "0", "0"],
        ["2026-05-21", "2", "0.25"],
    ]
    assert card.saved.text() == f"Saved as {tmp_path / 'mine.csv'}"


def test_where_it_cannot_be_saved_it_says_so(
    card: ChartCard, tmp_path: Path, said: list[str]
) -> None:
    card.save(tmp_path / "nowhere" / "mine.csv")
    assert card.saved.text().endswith("mine.csv: No such file or directory")
    assert card.saved.isVisible()
    assert said == [card.saved.text()]


def test_a_picture_of_its_own_has_table_and_file_as_well(theme: Theme, qtbot: QtBot) -> None:
    picture = QWidget()
    card = ChartCard(theme, "Days", file="days", columns=COLUMNS, picture=picture)
    qtbot.addWidget(card)
    card.show()
    card.show_nothing("Nothing yet.")
    assert not picture.isVisible()
    card.show_rows(ROWS)
    assert picture.isVisible()
    card.table_button.click()
    assert card.numbers.isVisible()
    assert not picture.isVisible()
