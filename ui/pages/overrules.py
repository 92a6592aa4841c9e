"""How often the learner overruled the grader, week by week: a figure of the grader's quality."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from app.quiz.grading.overrules import OverruleFigures
from ui import words
from ui.theme import Theme
from ui.widgets.page import vertical
from ui.widgets.tables import BarDelegate, Cell, RowsModel, TallTable
from ui.widgets.text import Text

WEEKS = 12
_ROW = 30
_RATE = 3  # column


class OverrulesView(QWidget):
    """Says how often the grader was overruled and what it has learnt from that."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.headline = Text(role="strong")
        self.learning = Text(role="small")
        self.weeks_model = RowsModel(("Week of", "Verdicts", "Overruled", "Rate"), theme)
        self.weeks = TallTable(
            self.weeks_model, name="Overruled verdicts per week", wide=_RATE, row=_ROW
        )
        self.weeks.setItemDelegateForColumn(_RATE, BarDelegate(theme, self))
        layout = vertical("s", self)
        layout.addWidget(self.headline)
        layout.addWidget(self.learning)
        layout.addWidget(self.weeks)

    def show_figures(self, figures: OverruleFigures, today: date) -> None:
        """Show the figures, with the last twelve weeks up to a day, newest first."""
        self.headline.setText(_headline(figures))
        self.learning.setText(figures.learning)
        counted = {_monday(day): (n, overruled) for day, n, overruled in figures.by_week}
        weeks = [_monday(today) - timedelta(weeks=back) for back in range(WEEKS)]
        self.weeks_model.show_rows([_row(week, *counted.get(week, (0, 0))) for week in weeks])
        self.weeks.setVisible(figures.verdicts > 0)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _headline(figures: OverruleFigures) -> str:
    if not figures.verdicts:
        return "The grader has not judged anything yet"
    share = words.percent(figures.overruled / figures.verdicts)
    verdicts = words.count(figures.verdicts, "verdict")
    return f"You overruled the grader in {figures.overruled:,} of {verdicts} ({share})"


def _row(week: date, verdicts: int, overruled: int) -> tuple[Cell, ...]:
    if not verdicts:
        quiet = Cell("–", tone="muted", number=True)
        return (Cell(f"{week:%d %B}", tone="muted"), quiet, quiet, Cell("–", tone="muted"))
    rate = overruled / verdicts
    return (
        Cell(f"{week:%d %B}"),
        Cell(f"{verdicts:,}", number=True),
        Cell(f"{overruled:,}", number=True),
        Cell(words.percent(rate), share=rate),
    )
