"""When studying happened, and what the coming days bring."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import count

from PySide6.QtWidgets import QWidget

from app.study.forecast import Forecast
from app.study.mastery import StudyTime
from app.workspace import Workspace
from ui import words
from ui.pages.progress.section import Section
from ui.theme import Theme
from ui.widgets.activity import Activity
from ui.widgets.buttons import Button, Segments
from ui.widgets.charts import Axis, Chart, ChartCard, Column, Kind, Point, Series, Shape, Stop

WEEKS = 26
"""Weeks of the calendar that are shown at once."""
HORIZONS = ("30", "90")
_ANSWER_STEPS = (1, 5, 10, 20)
_MINUTE_STEPS = (1, 10, 20, 40)
_APART = 10  # the bar of what is overdue stands off by this part of all days
_ASSUMED = (
    "Each key point counts once, on the day on which it is due as things stand. The far end is too "
    "low: what you recall until then comes back, and new key points are not in it."
)


class DaysSection(Section):
    """The calendar and the forecast."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(workspace, theme)
        self._weeks_back = 0
        self.activity = Activity(theme)
        self.calendar = ChartCard(
            theme,
            "Day by day",
            file="segue-days",
            columns=(
                Column("Day", Kind.DAY),
                Column("Answers", Kind.NUMBER),
                Column("Answering", Kind.SECONDS),
                Column("Reading", Kind.SECONDS),
            ),
            picture=self.activity,
        )
        self.activity.day_met.connect(lambda said: self.calendar.tell(said, aloud=False))
        self.measure = Segments(
            (("answers", "Answers"), ("minutes", "Minutes")), theme, name="Shade the days by"
        )
        self.measure.show_choice("answers")
        self.measure.chosen.connect(lambda _value: self._show_days())
        self.earlier_button = Button("Earlier", theme, role="quiet", name="Half a year earlier")
        self.later_button = Button("Later", theme, role="quiet", name="Half a year later")
        self.earlier_button.clicked.connect(lambda: self._go(1))
        self.later_button.clicked.connect(lambda: self._go(-1))
        self.forecast = ChartCard(
            theme,
            "What is coming",
            file="segue-forecast",
            columns=(Column("Day", Kind.DAY), Column("Key points due", Kind.NUMBER)),
        )
        self.forecast.note.setText(_ASSUMED)
        self.horizon = Segments(
            tuple((days, f"{days} days") for days in HORIZONS), theme, name="How far ahead"
        )
        self.horizon.show_choice(HORIZONS[0])
        self.horizon.chosen.connect(lambda _value: self._show_forecast())
        self.calendar.controls.addWidget(self.measure)
        self.calendar.controls.addWidget(self.earlier_button)
        self.calendar.controls.addWidget(self.later_button)
        self.forecast.controls.addWidget(self.horizon)
        self.body.addWidget(self.calendar)
        self.body.addWidget(self.forecast)
        self.body.addStretch(1)
        shades = [self.measure.button(value) for value in ("answers", "minutes")]
        ahead = [self.horizon.button(days) for days in HORIZONS]
        self.calendar.order_focus(*shades, self.earlier_button, self.later_button)
        QWidget.setTabOrder(self.calendar.numbers, ahead[0])
        self.forecast.order_focus(*ahead)

    def refresh(self) -> None:
        """Show what the log says now."""
        self._weeks_back = 0
        self._show_days()
        self._show_forecast()

    def _go(self, steps: int) -> None:
        self._weeks_back = max(0, self._weeks_back + steps * WEEKS)
        self._show_days()

    def _show_days(self) -> None:
        today = self.workspace.clock().date()
        last = today
        if self._weeks_back:
            last = today + timedelta(days=6 - today.weekday(), weeks=-self._weeks_back)
        first = last - timedelta(weeks=WEEKS - 1, days=last.weekday())
        days = self.workspace.log.studied_per_day(first, last)
        self.later_button.setEnabled(self._weeks_back > 0)
        answers = sum(day.answers for day in days.values())
        seconds = sum(_seconds(day) for day in days.values())
        said = (
            f"{words.count(answers, 'answer')} and {words.duration(seconds)} on "
            f"{words.count(len(days), 'day')} since {first:%d %B %Y}"
        )
        if not days:
            said = f"Nothing since {first:%d %B %Y}"
        if not self.workspace.log.study_seconds():
            self.calendar.show_nothing(
                "Every day on which you read or answer is marked here, darker the more you did."
            )
            return
        self.calendar.sentence.setText(f"{said}.")
        self._shade(days, first, last, said)
        # A half year in which nothing was done still has a picture, and a way to those before.
        self.calendar.show_rows(
            [
                (day, done.answers, done.answering, done.reading)
                for day, done in sorted(days.items(), reverse=True)
            ]
            or [(last, 0, 0.0, 0.0)]
        )

    def _shade(self, days: Mapping[date, StudyTime], first: date, last: date, said: str) -> None:
        by_minutes = self.measure.choice() == "minutes"

        def tell(day: date) -> str:
            done = days.get(day, StudyTime())
            if not done.answers and not _seconds(done):
                return "nothing"
            return f"{words.count(done.answers, 'answer')}, {words.duration(_seconds(done))}"

        self.activity.show_days(
            {
                day: _seconds(done) / 60 if by_minutes else done.answers
                for day, done in days.items()
            },
            first,
            last,
            steps=_MINUTE_STEPS if by_minutes else _ANSWER_STEPS,
            tell=tell,
            name=said,
        )

    def _show_forecast(self) -> None:
        slug, now = self.workspace.transition.slug, self.workspace.clock()
        points = [point for each in self.key_points().values() for point in each]
        far = int(self.horizon.choice() or HORIZONS[0])
        found = self.workspace.log.coming(slug, points, now, far)
        if not found.overdue + found.coming + found.later:
            self.forecast.show_nothing(
                "Once you have answered something, this shows how much comes back on which day."
            )
            return
        self.forecast.sentence.setText(_forecast_words(found, far))
        rows: list[tuple[object, ...]] = [("Overdue", found.overdue), *found.days]
        self.forecast.show_chart(_forecast_chart(found), rows)


def _seconds(done: StudyTime) -> float:
    return done.answering + done.reading


def _forecast_words(found: Forecast, days: int) -> str:
    coming = words.count(found.coming, "key point")
    mean = found.coming / days
    said = f"{coming} in {days} days, {mean:.1f} a day."
    if found.overdue:
        said = f"{words.count(found.overdue, 'key point')} overdue. {said}"
    return said


def _forecast_chart(found: Forecast) -> Chart:
    most = max(found.overdue, *(due for _, due in found.days), 1)
    steps = (mantissa * 10**power for power in count() for mantissa in (1, 2, 5))
    step = next(each for each in steps if most / each <= 6)
    every = 7 if len(found.days) <= 31 else 14
    apart = -len(found.days) / _APART
    ticks = [(apart, "overdue")] if found.overdue else []
    ticks += [
        (float(ahead), "today" if not ahead else f"{day:%d %b}")
        for ahead, (day, _) in enumerate(found.days)
        if ahead % every == 0
    ]
    stops = [
        Stop(float(ahead), float(due), f"{day:%A, %d %B}: {due} due")
        for ahead, (day, due) in enumerate(found.days)
    ]
    overdue: tuple[Point, ...] = ()
    if found.overdue:
        overdue = (Point(apart, float(found.overdue)),)
        stops.insert(0, Stop(apart, float(found.overdue), f"Overdue: {found.overdue}"))
    return Chart(
        x=Axis(1.6 * apart if overdue else -1.0, len(found.days) - 0.2, tuple(ticks)),
        y=Axis(0.0, float(most), tuple((float(n), f"{n}") for n in range(0, most + 1, step))),
        series=(
            Series("overdue" if overdue else "", Shape.OUTLINE, "warm", overdue),
            Series(
                "due on that day" if overdue else "",
                Shape.BAR,
                "accent",
                tuple(Point(float(ahead), float(due)) for ahead, (_, due) in enumerate(found.days)),
            ),
        ),
        stops=tuple(stops),
    )
