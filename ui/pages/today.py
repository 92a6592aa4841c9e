"""Today: what is due, one button that starts, and the skills with how far they are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.types import Kind, Skill, Transition
from app.quiz.length import SECONDS_PER_QUESTION, Length
from app.study.records import SkillProgress
from app.study.today import Overview, overview
from app.workspace import Agenda, Workspace
from ui import words
from ui.fetching import Fetching
from ui.pages.glance import GoOn, ThisWeek, place_of_stop
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.fetch_view import FetchView
from ui.widgets.meter import Meter
from ui.widgets.page import Column, add_shown, clear, horizontal, rule, vertical
from ui.widgets.text import Text

_SECTIONS = {
    Kind.CAPABILITY: "What the job becomes",
    Kind.PRACTICE: "What gets you there",
    Kind.MATERIAL: "From your own material",
}


class TodayPage(Column):
    """The first page.

    Attributes
    ----------
    study_asked : Signal
        Slug of the skill to be quizzed on, or nothing for today's mix.
    reading_asked : Signal
        Slug of the skill whose guide is to be opened, or nothing for the transition itself.
    models_asked : Signal
        The learner wants to choose a model.
    """

    study_asked = Signal(str)
    reading_asked = Signal(str)
    models_asked = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, fetching: Fetching) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self._fetching = fetching
        self._path = Text(role="overline")
        self._headline = Text(role="title")
        self._detail = Text(role="lead")
        self.start_button = Button("Start", theme, role="primary", large=True, keys="Ctrl+Return")
        self.start_button.clicked.connect(lambda: self.study_asked.emit(""))
        self.read_button = Button("Read first", theme, icon="read")
        self.read_button.clicked.connect(lambda: self.reading_asked.emit(""))
        self.model_banner = self._model_banner()
        self.go_on = GoOn(theme)
        self.go_on.reading_asked.connect(self.reading_asked)
        self.week = ThisWeek(theme)
        self._skills = vertical("s")
        self._assemble()
        self.setFocusProxy(self.start_button)
        fetching.changed.connect(self._show_model)

    def refresh(self) -> None:
        """Show what holds now."""
        self._show_model()
        try:
            transition = self._workspace.transition
        except LookupError:
            self._show_nothing_to_study()
            return
        self._path.setText(f"{transition.title}  →  {transition.transforms_to}")
        self._show_agenda(self._workspace.agenda())
        seen = overview(
            self._workspace.library,
            self._workspace.log,
            transition,
            self._workspace.clock(),
            retention=self._workspace.settings.desired_retention,
        )
        self._show_overview(seen, transition)
        self._show_skills(transition, seen.skills)

    def _assemble(self) -> None:
        words_above = vertical("s")
        words_above.addWidget(self._path)
        words_above.addWidget(self._headline)
        words_above.addWidget(self._detail)
        self.body.addLayout(words_above)
        row = horizontal("m")
        row.addWidget(self.start_button)
        row.addWidget(self.read_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addSpacing(SPACE["s"])
        self.body.addWidget(self.model_banner)
        self.body.addWidget(self.go_on)
        self.body.addWidget(self.week)
        self.body.addLayout(self._skills)
        self.body.addStretch(1)

    # -- what today holds ------------------------------------------------------------------------

    def _show_agenda(self, agenda: Agenda) -> None:
        first_time = not self._workspace.log.entries(limit=1)
        if first_time:
            self._headline.setText("Learn what your job is turning into")
            self._detail.setText(
                "Segue asks, you answer in your own words, and what you forget comes back. "
                "Everything stays on this computer."
            )
        elif agenda.total:
            self._headline.setText(f"{words.count(agenda.total, 'key point')} for today")
            self._detail.setText(_agenda_words(agenda, self._workspace.session_length()))
        else:
            self._headline.setText("Done for today")
            self._detail.setText("Nothing is due. You may still go on: new key points are waiting.")
        text = "Start" if first_time or agenda.total else "Study ahead"
        self.start_button.setText(text)
        self.start_button.setAccessibleName(f"{text}: {self._detail.text()}")
        self.start_button.setEnabled(True)
        # Later the panels below lead on; two ways to the same would be one too many.
        self.read_button.setVisible(first_time)

    def _show_overview(self, seen: Overview, transition: Transition) -> None:
        now = self._workspace.clock()
        place = place_of_stop(seen.stop, transition) if seen.stop is not None else None
        if seen.stop is None or place is None:
            self.go_on.show_stop(None, "", "", "")
        else:
            self.go_on.show_stop(seen.stop, *place, words.ago(seen.stop.at, now))
        suggested = seen.suggestion
        skill = transition.skill(suggested.progress.skill) if suggested is not None else None
        self.go_on.show_next(suggested, skill)
        self.go_on.setVisible(place is not None or skill is not None)
        self.week.setVisible(any(day.answers or day.due for day in seen.week))
        self.week.show_week(seen.week, now.date())

    def _show_nothing_to_study(self) -> None:
        self._path.setText("")
        self._headline.setText("There is nothing to study yet")
        self._detail.setText("No transition could be loaded. The page Read says why.")
        self.start_button.setEnabled(False)
        self.go_on.hide()
        self.week.hide()
        clear(self._skills)

    # -- the model -------------------------------------------------------------------------------

    def _model_banner(self) -> Banner:
        banner = Banner(self._theme)
        banner.content.addWidget(FetchView(self._fetching, self._theme))
        self.fetch_button = Button("Fetch the model", self._theme, icon="download")
        self.fetch_button.clicked.connect(self._fetch)
        self.choose_button = Button("Choose another model", self._theme, role="quiet")
        self.choose_button.clicked.connect(self.models_asked)
        banner.add_action(self.fetch_button)
        banner.add_action(self.choose_button)
        return banner

    def _show_model(self) -> None:
        choice = self._workspace.model_choice()
        wanted = choice.path is not None and not choice.usable
        self.model_banner.setVisible(wanted)
        if not wanted:
            return
        entry = choice.entry
        self.model_banner.show_message(
            "You can start without the model",
            "Reading, multiple choice and answers that you rate yourself work now. With a model on "
            "this computer, Segue also grades your answers and words fresh questions.",
        )
        self.fetch_button.setVisible(entry is not None and self._fetching.entry is None)
        if entry is not None:
            size = f" ({words.size(entry.size)})" if entry.size else ""
            again = "Go on fetching" if self._fetching.error else "Fetch the model"
            self.fetch_button.setText(f"{again}{size}")
            self.fetch_button.setAccessibleName(self.fetch_button.text())
            self.fetch_button.setToolTip(
                f"Downloads {entry.name} from {entry.sources[0].label} or another source. "
                "Apart from this Segue uses no network."
            )

    def _fetch(self) -> None:
        entry = self._workspace.model_choice().entry
        if entry is not None:
            self._fetching.start(entry)

    # -- the skills ------------------------------------------------------------------------------

    def _show_skills(self, transition: Transition, progress: dict[str, SkillProgress]) -> None:
        clear(self._skills)
        for kind in Kind:
            self._add_section(self._skills, kind, transition, progress)

    def _add_section(
        self,
        layout: QVBoxLayout,
        kind: Kind,
        transition: Transition,
        progress: dict[str, SkillProgress],
    ) -> None:
        skills = [skill for skill in transition.skills if skill.kind is kind]
        if not skills:
            return
        layout.addSpacing(SPACE["m"])
        add_shown(layout, Text(_SECTIONS[kind], "heading"))
        for index, skill in enumerate(skills):
            if index:
                add_shown(layout, rule())
            row = SkillRow(skill, progress[skill.slug], self._theme)
            row.study_button.clicked.connect(
                lambda _checked=False, slug=skill.slug: self.study_asked.emit(slug)
            )
            row.read_button.clicked.connect(
                lambda _checked=False, slug=skill.slug: self.reading_asked.emit(slug)
            )
            add_shown(layout, row)


class SkillRow(QWidget):
    """One skill: its name, how much of it was seen and is due, and the way to it."""

    def __init__(self, skill: Skill, progress: SkillProgress, theme: Theme) -> None:
        super().__init__()
        name = Text(skill.lead, "strong")
        meter = Meter(theme, skill.lead)
        share = progress.seen / progress.total if progress.total else 0.0
        meter.show_share(share, f"{progress.seen} of {progress.total} key points seen")
        meter.setFixedWidth(150)
        self.status = Text(_status_words(progress), "small", wrap=False)
        self.due = Text(f"{progress.due} due", "tag", wrap=False)
        if not progress.due:
            self.due.hide()
        self.read_button = Button("Read", theme, role="quiet", name=f"Read: {skill.lead}")
        self.study_button = Button("Study", theme, name=f"Study: {skill.lead}")
        self.study_button.setEnabled(progress.total > 0)
        below = horizontal("m")
        below.addWidget(meter)
        below.addWidget(self.status)
        below.addWidget(self.due)
        below.addStretch(1)
        left = vertical("xs")
        left.addWidget(name)
        left.addLayout(below)
        row = horizontal("s", self)
        row.setContentsMargins(0, SPACE["xs"], 0, SPACE["xs"])
        row.addLayout(left, 1)
        row.addWidget(self.read_button)
        row.addWidget(self.study_button)


def _agenda_words(agenda: Agenda, wished: Length) -> str:
    parts = []
    if agenda.due:
        parts.append(f"{agenda.due} to recall")
    if agenda.new:
        parts.append(f"{agenda.new} new")
    asked = min(agenda.total, wished.questions)
    minutes = max(1, round(asked * SECONDS_PER_QUESTION / 60))
    length = (
        f"this session: {words.count(wished.minutes, 'minute')}"
        if wished.minutes
        else f"this session: {words.count(asked, 'question')}, about {minutes} min"
    )
    return f"{' and '.join(parts)}; {length}"


def _status_words(progress: SkillProgress) -> str:
    if not progress.total:
        return "no guide yet"
    if not progress.seen:
        return f"{words.count(progress.total, 'key point')}, not begun"
    parts = [f"{progress.seen} of {progress.total} seen"]
    if progress.retrievability is not None:
        parts.append(f"recall {words.percent(progress.retrievability)}")
    return "  ·  ".join(parts)
