"""Before a session: what to be asked about, in which form and for how long."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from app.workspace import Workspace
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button, Segments
from ui.widgets.fields import NumberBox
from ui.widgets.page import horizontal, vertical
from ui.widgets.text import Text

FORMATS = (
    ("mixed", "Mixed"),
    ("short", "Own words"),
    ("cloze", "Gaps"),
    ("choice", "Multiple choice"),
    ("scenario", "Scenarios"),
)
UNITS = (("questions", "Questions"), ("minutes", "Minutes"))
_MOST = {"questions": 200, "minutes": 240}


class ChoosingView(QWidget):
    """Lets the learner set up a session and start it.

    Attributes
    ----------
    start_asked : Signal
        Slug of the skill or nothing for today's mix, form of the answers, number of questions,
        number of minutes; of the last two one is 0.
    """

    start_asked = Signal(str, str, int, int)

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._lengths: dict[str, int] = {}
        self._unit = ""
        self.skill = QComboBox()
        self.skill.setAccessibleName("Skill")
        # A long name must not make the page wider than the window.
        self.skill.setMinimumContentsLength(24)
        self.format = Segments(FORMATS, theme, name="Answers")
        self.count = NumberBox(1, _MOST["questions"])
        self.unit = Segments(UNITS, theme, name="Length in")
        self.unit.chosen.connect(self._choose_unit)
        self.start_button = Button(
            "Start", theme, role="primary", large=True, keys=("Return", "Enter")
        )
        self.start_button.clicked.connect(self._start)
        self.notice = Text()
        self.notice.hide()
        self._assemble()

    def refresh(self) -> None:
        """Offer what there is now; what was chosen stays chosen."""
        chosen = self.skill.currentData()
        self.skill.clear()
        self.skill.addItem("Today: what is due, then new", "")
        try:
            skills = self._workspace.transition.skills
        except LookupError:
            skills = ()
        for skill in skills:
            self.skill.addItem(skill.lead, skill.slug)
        self.skill.setCurrentIndex(max(0, self.skill.findData(chosen)))
        self.start_button.setEnabled(bool(skills))
        settings = self._workspace.settings
        if self.format.choice() is None:
            self.format.show_choice(settings.answer_format)
            self._lengths = {
                "questions": settings.session_length,
                "minutes": settings.session_minutes,
            }
            self.unit.show_choice(settings.session_unit)
            self._show_unit(settings.session_unit)

    def say(self, text: str) -> None:
        """Show a note, or none."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def _choose_unit(self, unit: str) -> None:
        # A click on the unit that is shown already chooses it once more.
        self._lengths[self._unit] = self.count.value()
        self._show_unit(unit)

    def _show_unit(self, unit: str) -> None:
        self._unit = unit
        self.count.setMaximum(_MOST[unit])
        self.count.setValue(self._lengths[unit])
        self.count.setAccessibleName(
            "Number of minutes" if unit == "minutes" else "Number of questions"
        )

    def _start(self) -> None:
        length = self.count.value()
        by_minutes = self.unit.choice() == "minutes"
        self.start_asked.emit(
            self.skill.currentData() or "",
            self.format.choice() or "mixed",
            0 if by_minutes else length,
            length if by_minutes else 0,
        )

    def _assemble(self) -> None:
        layout = vertical("l", self)
        layout.addWidget(Text("Quiz", "title"))
        layout.addWidget(
            Text("Answer from memory; looking it up afterwards is what makes it stay.", "lead")
        )
        layout.addWidget(self.notice)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE["xl"])
        grid.setVerticalSpacing(SPACE["m"])
        rows: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            ("About", (self.skill,)),
            ("Answers", (self.format,)),
            ("Length", (self.count, self.unit)),
        )
        for row, (label, widgets) in enumerate(rows):
            name = Text(label, "muted", wrap=False)
            grid.addWidget(name, row, 0)
            beside = horizontal("s")
            for widget in widgets:
                beside.addWidget(widget)
            beside.addStretch(1)
            grid.addLayout(beside, row, 1)
        grid.setColumnStretch(1, 1)
        layout.addSpacing(SPACE["s"])
        layout.addLayout(grid)
        layout.addSpacing(SPACE["s"])
        layout.addWidget(self.start_button)
