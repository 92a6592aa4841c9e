"""Progress: what was learnt, as evidence, in sections that are shown one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.workspace import Workspace
from ui.pages.progress.days import DaysSection
from ui.pages.progress.grader import GraderSection
from ui.pages.progress.memory import MemorySection
from ui.pages.progress.section import MEASURE, Section
from ui.pages.progress.skills import SkillsSection
from ui.pages.progress.study_log import LogSection
from ui.pages.progress.transition import TransitionSection
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Segments
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

SECTIONS = (
    ("transition", "Transition"),
    ("skills", "Skills"),
    ("days", "Days"),
    ("memory", "Memory"),
    ("grader", "Grader"),
    ("log", "Log"),
)
"""Name and title of each section; each asks the log only when it is shown."""


class ProgressPage(QWidget):
    """Figures from the study log, and the log itself.

    Attributes
    ----------
    study_asked, reading_asked : Signal
        Slug of the skill to be quizzed on, or whose guide is to be opened.
    """

    study_asked = Signal(str)
    reading_asked = Signal(str)

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self.transition = TransitionSection(workspace, theme)
        self.skills = SkillsSection(workspace, theme)
        self.days = DaysSection(workspace, theme)
        self.memory = MemorySection(workspace, theme)
        self.grader = GraderSection(workspace, theme)
        self.log = LogSection(workspace, theme)
        self.tabs = Segments(SECTIONS, theme, name="Section")
        self.tabs.chosen.connect(self.open_section)
        self._stack = QStackedWidget()
        for name, _ in SECTIONS:
            section = self.section(name)
            section.study_asked.connect(self.study_asked)
            section.reading_asked.connect(self.reading_asked)
            section.skill_asked.connect(self._show_skill)
            self._stack.addWidget(section)
        self._assemble()
        self.tabs.show_choice(SECTIONS[0][0])
        self.setFocusProxy(self.tabs.button(SECTIONS[0][0]))

    def refresh(self) -> None:
        """Show what the log says now."""
        if self._workspace.library.transitions:
            self.section(self.tabs.choice() or SECTIONS[0][0]).refresh()

    def open_section(self, name: str) -> None:
        """Show a section as it is now."""
        was_at_tabs = self.tabs.isAncestorOf(self.focusWidget() or self)
        self.tabs.show_choice(name)
        self.setFocusProxy(self.tabs.button(name))
        if was_at_tabs:
            self.tabs.button(name).setFocus()
        self._stack.setCurrentWidget(self.section(name))
        self.refresh()

    def section(self, name: str) -> Section:
        """Return a section by its name in `SECTIONS`."""
        found: Section = getattr(self, name)
        return found

    def _show_skill(self, skill: str) -> None:
        self.open_section("transition")
        self.transition.show_skill(skill)

    def _turn(self, by: int) -> None:
        names = [name for name, _ in SECTIONS]
        at = names.index(self.tabs.choice() or names[0])
        self.open_section(names[(at + by) % len(names)])

    def _assemble(self) -> None:
        head = QWidget()
        head.setMaximumWidth(MEASURE)
        head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inside = vertical("m", head)
        inside.addWidget(Text("Progress", "title"))
        inside.addWidget(self.tabs)
        row = horizontal("s")
        # The sections have a scroll bar on the right.
        bar = self.transition.verticalScrollBar().sizeHint().width()
        row.setContentsMargins(SPACE["xl"], SPACE["xxl"], SPACE["xl"] + bar, 0)
        row.addStretch(1)
        row.addWidget(head, 1000)
        row.addStretch(1)
        layout = vertical("s", self)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._turn(by))
