"""Progress: how far each skill has come, when studying happened, and every answer given."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QGridLayout

from app.content.types import Transition
from app.quiz.grading.overrules import OverruleFigures
from app.study.records import LogEntry, SkillProgress
from app.workspace import Workspace
from ui import words
from ui.pages.entry import EntryDialog, mark_of
from ui.pages.overrules import OverrulesView
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.activity import Activity
from ui.widgets.buttons import Button
from ui.widgets.page import Column, horizontal, vertical
from ui.widgets.tables import Cell, RowsModel, TallTable
from ui.widgets.text import Text

WEEKS = 26
LATEST = 15
MORE = 50


class ProgressPage(Column):
    """Figures from the study log, and the log itself."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(measure=900)
        self._workspace = workspace
        self._theme = theme
        self._entries: list[LogEntry] = []
        self._wanted = LATEST
        self.figures = _Figures()
        headings = ("Skill", "Seen", "Due", "Recall now", "Last review", "Time")
        self.skills_model = RowsModel(headings, theme)
        self.skills = TallTable(self.skills_model, name="Progress per skill", wide=0)
        self.activity = Activity(theme)
        self.overrules = OverrulesView(theme)
        self.log_model = RowsModel(("When", "Question", "Verdict", "Rated"), theme)
        self.log = TallTable(self.log_model, name="Study log", wide=1)
        self.log.activated.connect(self._open_entry)
        self.log.clicked.connect(self._open_entry)
        self.more_button = Button("Show more", theme, role="quiet", icon="chevron-down")
        self.more_button.clicked.connect(self._show_more)
        self.nothing = Text("Nothing answered yet. What you answer appears here.", "muted")
        self._assemble()

    def refresh(self) -> None:
        """Show what the log says now."""
        try:
            transition = self._workspace.transition
        except LookupError:
            return
        now = self._workspace.clock()
        rows = self._progress(transition)
        figures = self._workspace.overrules()
        self._show_figures(rows, figures)
        names = {skill.slug: skill.lead for skill in transition.skills}
        self.skills_model.show_rows(
            [_skill_row(names[row.skill], row, self._workspace) for row in rows]
        )
        today = now.astimezone().date()
        first = today - timedelta(weeks=WEEKS - 1, days=today.weekday())
        log = self._workspace.log
        self.activity.show_answers(log.answers_per_day(first, today), first, today)
        self.overrules.show_figures(figures, today)
        self._show_log()

    def _progress(self, transition: Transition) -> list[SkillProgress]:
        library, slug = self._workspace.library, transition.slug
        points = {
            skill.slug: [point.id for point in library.key_points(slug, skill.slug)]
            for skill in transition.skills
        }
        return self._workspace.log.progress(slug, points, self._workspace.clock())

    def _show_figures(self, rows: list[SkillProgress], overrules: OverruleFigures) -> None:
        seen, total = sum(row.seen for row in rows), sum(row.total for row in rows)
        known = [(row.seen, row.retrievability) for row in rows if row.retrievability is not None]
        recall = sum(n * share for n, share in known) / sum(n for n, _ in known) if known else None
        overruled = overrules.overruled / overrules.verdicts if overrules.verdicts else None
        self.figures.show_figures(
            (
                (f"{seen} of {total}", "key points seen"),
                ("–" if recall is None else words.percent(recall), "could be recalled now"),
                (f"{sum(row.answers for row in rows):,}", "answers"),
                (words.duration(self._workspace.log.study_seconds()), "studied"),
                ("–" if overruled is None else words.percent(overruled), "verdicts overruled"),
            )
        )

    def _show_log(self) -> None:
        entries = self._workspace.log.entries(limit=self._wanted + 1)
        self.more_button.setVisible(len(entries) > self._wanted)
        self._entries = entries[: self._wanted]
        now = self._workspace.clock()
        self.log_model.show_rows(
            [
                (
                    Cell(words.ago(entry.at, now), hint=f"{entry.at:%d %B %Y, %H:%M}"),
                    Cell(entry.answer.question),
                    Cell(*mark_of(entry)),
                    Cell(min(entry.ratings.values()).name if entry.ratings else "–"),
                )
                for entry in self._entries
            ]
        )
        self.log.setVisible(bool(self._entries))
        self.nothing.setVisible(not self._entries)

    def _show_more(self) -> None:
        self._wanted += MORE
        self._show_log()

    def _open_entry(self, index: QModelIndex) -> None:
        entry = self._entries[index.row()]
        dialog = EntryDialog(entry, self._workspace.library, self._theme, self)
        dialog.open()

    def _assemble(self) -> None:
        self.body.addWidget(Text("Progress", "title"))
        self.body.addLayout(self.figures)
        self.body.addSpacing(SPACE["s"])
        self.body.addWidget(self.skills)
        for title, widget in (
            ("Answers per day", self.activity),
            ("The grader and you", self.overrules),
            ("Study log", self.log),
        ):
            section = vertical("s")
            section.addSpacing(SPACE["m"])
            section.addWidget(Text(title, "heading"))
            section.addWidget(widget)
            self.body.addLayout(section)
        self.body.addWidget(self.nothing)
        row = horizontal("s")
        row.addWidget(self.more_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)


class _Figures(QGridLayout):
    """A row of large figures, each above what it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(SPACE["xl"])
        self.setVerticalSpacing(2)
        self._pairs: list[tuple[Text, Text]] = []

    def show_figures(self, figures: tuple[tuple[str, str], ...]) -> None:
        """Show figures with their words."""
        while len(self._pairs) < len(figures):
            pair = Text(role="question", wrap=False), Text(role="small")
            column = len(self._pairs)
            for row, text in enumerate(pair):
                self.addWidget(text, row, column)
                text.show()
            self.setColumnStretch(column, 1)
            self._pairs.append(pair)
        for (value, name), (big, small) in zip(figures, self._pairs, strict=True):
            big.setText(value)
            small.setText(name)
            big.setAccessibleName(f"{value} {name}")


def _skill_row(name: str, row: SkillProgress, workspace: Workspace) -> tuple[Cell, ...]:
    recall = "–" if row.retrievability is None else words.percent(row.retrievability)
    last = "–" if row.last_reviewed is None else words.ago(row.last_reviewed, workspace.clock())
    return (
        Cell(name),
        Cell(f"{row.seen} of {row.total}", number=True),
        Cell(str(row.due), tone="accent" if row.due else "", number=True),
        Cell(
            recall, hint="Mean probability that a key point seen could be recalled now", number=True
        ),
        Cell(last),
        Cell(words.duration(row.seconds) if row.seconds else "–", number=True),
    )
