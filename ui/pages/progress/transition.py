"""The transition as a map: what stands proven on the way to the next role, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from app.content.types import Kind, Skill
from app.study.mastery import PROVEN_AT, SkillMastery, Step, step_of
from app.study.today import Suggestion, suggestion
from app.workspace import Workspace
from ui import words
from ui.pages.glance import why_words
from ui.pages.progress.road import Road
from ui.pages.progress.section import Section
from ui.pages.progress.station import mastery_words
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.page import horizontal, panel
from ui.widgets.text import Text, announce

_PROVEN = (
    "A key point stands proven when you recalled it at its last review, on a later day than the "
    f"first, and would recall it now with at least {words.percent(PROVEN_AT)}. A ring shows the "
    "share proven as a thick arc, and the share seen as a thin one."
)
_ORDER = (Kind.PRACTICE, Kind.MATERIAL, Kind.CAPABILITY)
"""What gets the learner there lies before what the job becomes."""


class TransitionSection(Section):
    """The road, the station that is chosen, and the ways from there."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(workspace, theme)
        self.figures = Figures()
        self.road = Road(theme)
        self.place = Text(role="overline")
        self.skill_name = Text(role="heading")
        self.standing = Text()
        self.advice = Text()
        self.study_button = Button("Study", theme, role="primary", icon="quiz")
        self.read_button = Button("Read the guide", theme, icon="read")
        self.study_button.clicked.connect(lambda: self.study_asked.emit(self.road.chosen()))
        self.read_button.clicked.connect(lambda: self.reading_asked.emit(self.road.chosen()))
        self.road.skill_chosen.connect(self._choose)
        self.road.skill_opened.connect(self._open)
        self._masteries: dict[str, SkillMastery] = {}
        self._names: dict[str, str] = {}
        self._suggested: Suggestion | None = None
        self._assemble()

    def refresh(self) -> None:
        """Show what stands proven now."""
        transition = self.workspace.transition
        rows = self.masteries()
        self._masteries = {row.skill: row for row in rows}
        self._names = {skill.slug: skill.lead for skill in transition.skills}
        self._suggested = self._suggestion(rows)
        following = self._suggested.progress.skill if self._suggested is not None else ""
        self._show_figures(rows)
        skills = _on_the_way(transition.skills)
        chosen = self.road.chosen()
        self.road.show_way(
            (transition.title, transition.transforms_to), skills, self._masteries, following
        )
        self.chosen.setVisible(bool(skills))
        if skills:
            at = chosen if chosen in self._masteries else following or skills[0].slug
            self.road.choose(at)
            self._show_chosen(at)

    def show_skill(self, skill: str) -> None:
        """Choose the station of a skill."""
        if skill in self._masteries:
            self.road.choose(skill)
            self.road.stations[skill].setFocus()

    def _suggestion(self, rows: Sequence[SkillMastery]) -> Suggestion | None:
        slug = self.workspace.transition.slug
        documents = (slug, *(row.skill for row in rows))
        read = {stop.document for stop in self.workspace.log.reading_stops(slug, documents)}
        retention = self.workspace.settings.desired_retention
        return suggestion([row.progress for row in rows], read, retention)

    def _show_figures(self, rows: Sequence[SkillMastery]) -> None:
        seen, total = sum(row.seen for row in rows), sum(row.total for row in rows)
        known = [(row.seen, row.now) for row in rows if row.now is not None]
        recall = sum(n * share for n, share in known) / sum(n for n, _ in known) if known else None
        self.figures.show_figures(
            (
                (f"{sum(row.proven for row in rows)} of {total}", "key points proven"),
                (f"{seen} of {total}", "key points seen"),
                ("–" if recall is None else words.percent(recall), "mean recall now"),
                (f"{sum(row.time.answers for row in rows):,}", "answers"),
                (words.duration(self.workspace.log.study_seconds()), "studied"),
            )
        )

    def _show_chosen(self, skill: str) -> None:
        mastery, name = self._masteries[skill], self._names[skill]
        suggested = self._suggested
        is_next = suggested is not None and suggested.progress.skill == skill
        self.place.setText("Next to open" if is_next else "Chosen on the map")
        self.skill_name.setText(name)
        self.standing.setText(_sentence(mastery_words(mastery)))
        advice = _advice(mastery, self.workspace)
        if is_next and suggested is not None:
            advice = f"{why_words(suggested)} {advice}"
        self.advice.setText(advice)
        self.study_button.setEnabled(mastery.total > 0)
        self.study_button.setAccessibleName(f"Study: {name}")
        self.read_button.setAccessibleName(f"Read the guide: {name}")

    def _choose(self, skill: str) -> None:
        self._show_chosen(skill)
        announce(self.road, self.advice.text())
        # Both are to be seen: what was chosen, and what there is to say of it.
        self.ensureWidgetVisible(self.chosen, 0, SPACE["m"])
        self.ensureWidgetVisible(self.road.stations[skill], 0, SPACE["s"])

    def _open(self, skill: str) -> None:
        mastery = self._masteries[skill]
        # Who never saw a skill begins by reading.
        (self.study_asked if mastery.seen else self.reading_asked).emit(skill)

    def _assemble(self) -> None:
        self.body.addLayout(self.figures)
        self.chosen, inside = panel()
        for text in (self.place, self.skill_name, self.standing, self.advice):
            inside.addWidget(text)
        row = horizontal("s")
        row.addWidget(self.study_button)
        row.addWidget(self.read_button)
        row.addStretch(1)
        inside.addSpacing(SPACE["xs"])
        inside.addLayout(row)
        self.body.addWidget(self.chosen)
        self.body.addWidget(self.road)
        self.body.addWidget(Text(_PROVEN, "small"))
        self.body.addStretch(1)


class Figures(QGridLayout):
    """A row of large figures, each above what it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(SPACE["xl"])
        self.setVerticalSpacing(2)
        self._pairs: list[tuple[Text, Text]] = []

    def show_figures(self, figures: tuple[tuple[str, str], ...]) -> None:
        """Show figures with their words."""
        while len(self._pairs) < len(figures):
            pair = Text(role="question"), Text(role="small")
            column = len(self._pairs)
            for row, text in enumerate(pair):
                self.addWidget(text, row, column, Qt.AlignmentFlag.AlignTop)
                text.show()
            self.setColumnStretch(column, 1)
            self._pairs.append(pair)
        for (value, name), (big, small) in zip(figures, self._pairs, strict=True):
            big.setText(value)
            small.setText(name)
            big.setAccessibleName(f"{value} {name}")


def _on_the_way(skills: Sequence[Skill]) -> list[Skill]:
    return [skill for kind in _ORDER for skill in skills if skill.kind is kind]


def _advice(mastery: SkillMastery, workspace: Workspace) -> str:
    step = step_of(mastery)
    if step is Step.NOTHING:
        return "There is nothing to be asked about it yet."
    if step is Step.RECALL:
        due = words.count(mastery.due, "key point")
        return f"{due} due: recalling them now, before they fade, keeps them."
    if step is Step.WAIT and mastery.next_due is not None:
        when = words.until(mastery.next_due, workspace.clock())
        return (
            f"You met all of it. The next key point is due {when}; asked earlier, it proves little."
        )
    unseen = words.count(mastery.unseen, "key point")
    if not mastery.seen:
        return f"{unseen} to be met. Read the guide first, or be asked at once."
    return f"Nothing is due here. {unseen} still to be met."


def _sentence(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}."
