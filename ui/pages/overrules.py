"""How often the learner overruled the grader, week by week: a figure of the grader's quality."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from app.quiz.grading.overrules import OverruleFigures
from app.study.calibration import wilson
from ui import words
from ui.theme import Theme
from ui.widgets.charts import Axis, Chart, ChartCard, Column, Kind, Point, Series, Shape, Stop
from ui.widgets.page import vertical
from ui.widgets.text import Text

WEEKS = 26
"""Weeks that the chart shows; the table has all of them."""

Week = tuple[date, int, int]
"""Its Monday, the grader's verdicts, and those of them that were overruled."""


class OverrulesView(QWidget):
    """Says how often the grader was overruled and what it has learnt from that."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.learning = Text(role="small")
        self.card = ChartCard(
            theme,
            "The grader and you",
            file="segue-overrules",
            columns=(
                Column("Week of", Kind.DAY),
                Column("Verdicts", Kind.NUMBER),
                Column("Overruled", Kind.NUMBER),
                Column("Rate", Kind.SHARE),
                Column("At least", Kind.SHARE),
                Column("At most", Kind.SHARE),
            ),
        )
        self.card.note.setText(
            "Lines are 95 % intervals: in a week with few verdicts, the rate says little."
        )
        layout = vertical("s", self)
        layout.addWidget(self.card)
        layout.addWidget(self.learning)

    def show_figures(self, figures: OverruleFigures, today: date) -> None:
        """Show the figures, with the last half year up to a day as a chart."""
        self.learning.setText(figures.learning)
        if not figures.verdicts:
            self.card.show_nothing("The grader has not judged anything yet.")
            return
        self.card.sentence.setText(_headline(figures))
        first = _monday(today) - timedelta(weeks=WEEKS - 1)
        shown = [week for week in figures.by_week if week[0] >= first]
        rows = [
            (monday, verdicts, overruled, overruled / verdicts, *wilson(overruled, verdicts))
            for monday, verdicts, overruled in reversed(figures.by_week)
        ]
        self.card.show_chart(_chart(shown, first), rows)


def _chart(weeks: Sequence[Week], first: date) -> Chart:
    points, stops = [], []
    for monday, verdicts, overruled in weeks:
        place, rate = float((monday - first).days // 7), overruled / verdicts
        low, high = wilson(overruled, verdicts)
        points.append(Point(place, rate, low=low, high=high))
        stops.append(
            Stop(
                place,
                rate,
                f"Week of {monday:%d %B}: {overruled} of {words.count(verdicts, 'verdict')} "
                f"overruled ({words.percent(rate)})",
            )
        )
    mondays = [first + timedelta(weeks=number) for number in range(WEEKS)]
    return Chart(
        x=Axis(
            -0.7,
            WEEKS - 0.3,
            tuple(
                (float(number), f"{monday:%d %b}")
                for number, monday in enumerate(mondays)
                if number % 4 == 1
            ),
        ),
        y=Axis(0.0, 1.0, tuple((share / 100, f"{share} %") for share in range(0, 101, 25))),
        series=(Series("", Shape.CIRCLE, "accent", tuple(points)),),
        stops=tuple(stops),
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _headline(figures: OverruleFigures) -> str:
    share = words.percent(figures.overruled / figures.verdicts)
    verdicts = words.count(figures.verdicts, "verdict")
    return f"You overruled the grader in {figures.overruled:,} of {verdicts} ({share})."
