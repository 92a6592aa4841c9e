"""Mastery skill by skill, as evidence, and where the time went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex

from app.study.mastery import SkillMastery
from app.workspace import Workspace
from ui import words
from ui.pages.progress.section import Section
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
from ui.widgets.tables import Cell, RowsModel, TallTable
from ui.widgets.text import Text

_ROW = 34  # height of a skill in a chart, in pixels
_AXIS = 56  # and of the axis under it
_NAME = 30  # characters of a skill's name beside a chart
_SHARES = tuple((share / 100, f"{share} %") for share in range(0, 101, 10))


class SkillsSection(Section):
    """A table of all skills, and two charts."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(workspace, theme)
        headings = ("Skill", "Seen", "Recalled", "Due", "Recall now", "In 30 days", "Last review")
        self.model = RowsModel(headings, theme)
        self.table = TallTable(self.model, name="Mastery per skill", wide=0)
        self.table.activated.connect(self._ask_for_skill)
        self.recall = ChartCard(
            theme,
            "Recall, now and in 30 days",
            file="segue-mastery",
            columns=(
                Column("Skill"),
                Column("Key points", Kind.NUMBER),
                Column("Seen", Kind.NUMBER),
                Column("Recalled at the last review", Kind.NUMBER),
                Column("Due", Kind.NUMBER),
                Column("Proven", Kind.NUMBER),
                Column("Recall now", Kind.SHARE),
                Column("Recall in 30 days", Kind.SHARE),
            ),
        )
        self.time = ChartCard(
            theme,
            "Time by skill",
            file="segue-time-by-skill",
            columns=(
                Column("Skill"),
                Column("Answers", Kind.NUMBER),
                Column("Answering", Kind.SECONDS),
                Column("Reading", Kind.SECONDS),
            ),
        )
        self._skills: list[str] = []
        self.body.addWidget(Text("Mastery per skill", "heading"))
        self.body.addWidget(
            Text(
                "Recalled counts the key points that you recalled when they were asked for last. "
                "Recall is the mean probability that a key point seen could be recalled: now, and "
                "30 days from now if you reviewed nothing until then.",
                "small",
            )
        )
        self.body.addWidget(self.table)
        self.body.addWidget(self.recall)
        self.body.addWidget(self.time)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show what the log says now."""
        rows = self.masteries()
        names = {skill.slug: skill.lead for skill in self.workspace.transition.skills}
        self._skills = [row.skill for row in rows]
        self.model.show_rows([_row(names[row.skill], row, self.workspace) for row in rows])
        self._show_recall(names, rows)
        self._show_time(names, rows)

    def _ask_for_skill(self, index: QModelIndex) -> None:
        self.skill_asked.emit(self._skills[index.row()])

    def _show_recall(self, names: dict[str, str], rows: Sequence[SkillMastery]) -> None:
        if not any(row.seen for row in rows):
            self.recall.show_nothing(
                "Once you have answered something, this shows what you could recall of each skill."
            )
            return
        self.recall.sentence.setText("The further the two marks lie apart, the faster it fades.")
        places = {row.skill: float(len(rows) - number) for number, row in enumerate(rows)}
        seen = [
            (places[row.skill], row.now, row.later)
            for row in rows
            if row.now is not None and row.later is not None
        ]
        # Dots may begin anywhere, and these lie close to each other.
        low = int(5 * min(later for _, _, later in seen)) / 5
        chart = Chart(
            x=Axis(low, 1.0, tuple(tick for tick in _SHARES if tick[0] >= low)),
            y=_names(names, rows, places),
            series=(
                Series(
                    "",
                    Shape.SPAN,
                    "line_strong",
                    tuple(Point(now, y, low=later, high=now) for y, now, later in seen),
                ),
                Series("now", Shape.CIRCLE, "accent", tuple(Point(now, y) for y, now, _ in seen)),
                Series(
                    "in 30 days",
                    Shape.DIAMOND,
                    "warm",
                    tuple(Point(share, y) for y, _, share in seen),
                ),
            ),
            stops=tuple(
                Stop(
                    low if row.now is None else row.now,
                    places[row.skill],
                    _recall_words(names[row.skill], row),
                )
                for row in rows
            ),
            sideways=True,
            towards=Towards.Y,
        )
        numbers = [
            (
                names[row.skill],
                row.total,
                row.seen,
                row.recalled,
                row.due,
                row.proven,
                row.now,
                row.later,
            )
            for row in rows
        ]
        self.recall.show_chart(chart, numbers, len(rows) * _ROW + _AXIS)

    def _show_time(self, names: dict[str, str], rows: Sequence[SkillMastery]) -> None:
        studied = [row for row in rows if row.time.answering + row.time.reading > 0]
        if not studied:
            self.time.show_nothing(
                "Once you have read or answered, this shows where the time went."
            )
            return
        answering = sum(row.time.answering for row in rows)
        reading = sum(row.time.reading for row in rows)
        self.time.sentence.setText(
            f"{words.duration(answering)} answering and {words.duration(reading)} reading."
        )
        places = {row.skill: float(len(rows) - number) for number, row in enumerate(rows)}
        minutes = [
            (places[row.skill], row.time.answering / 60, row.time.reading / 60) for row in rows
        ]
        most = max(first + second for _, first, second in minutes)
        chart = Chart(
            x=Axis(0.0, most, _minute_ticks(most), "minutes"),
            y=_names(names, rows, places),
            series=(
                Series(
                    "answering",
                    Shape.BAR,
                    "accent",
                    tuple(Point(first, y) for y, first, _ in minutes),
                ),
                Series(
                    "reading",
                    Shape.OUTLINE,
                    "warm",
                    tuple(Point(first + second, y, base=first) for y, first, second in minutes),
                ),
            ),
            stops=tuple(
                Stop(
                    (row.time.answering + row.time.reading) / 60,
                    places[row.skill],
                    _time_words(names[row.skill], row),
                )
                for row in rows
            ),
            sideways=True,
            towards=Towards.Y,
            thickness=0.56,
        )
        numbers = [
            (names[row.skill], row.time.answers, row.time.answering, row.time.reading)
            for row in rows
        ]
        self.time.show_chart(chart, numbers, len(rows) * _ROW + _AXIS + 20)


def _row(name: str, row: SkillMastery, workspace: Workspace) -> tuple[Cell, ...]:
    last = "–" if row.last_reviewed is None else words.ago(row.last_reviewed, workspace.clock())
    return (
        Cell(name),
        Cell(f"{row.seen} of {row.total}", number=True),
        Cell(str(row.recalled) if row.seen else "–", number=True),
        Cell(str(row.due), tone="accent" if row.due else "", number=True),
        Cell("–" if row.now is None else words.percent(row.now), number=True),
        Cell("–" if row.later is None else words.percent(row.later), number=True),
        Cell(last),
    )


def _names(names: dict[str, str], rows: Sequence[SkillMastery], places: dict[str, float]) -> Axis:
    ticks = tuple((places[row.skill], _shortened(names[row.skill])) for row in rows)
    return Axis(0.4, len(rows) + 0.6, ticks)


def _shortened(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…"


def _recall_words(name: str, row: SkillMastery) -> str:
    if row.now is None or row.later is None:
        return f"{name}: not begun"
    return f"{name}: {words.percent(row.now)} now, {words.percent(row.later)} in 30 days"


def _time_words(name: str, row: SkillMastery) -> str:
    answering, reading = words.duration(row.time.answering), words.duration(row.time.reading)
    return f"{name}: {answering} answering, {reading} reading"


def _minute_ticks(most: float) -> tuple[tuple[float, str], ...]:
    step = next((each for each in (1, 2, 5, 10, 20, 60, 120, 300) if most / each <= 8), 600)
    return tuple((float(minute), f"{minute}") for minute in range(0, int(most) + 1, step))
