"""Before a session: what to be asked about, in which form and how much."""

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

FORMATS = (("mixed", "Mixed"), ("short", "In my own words"), ("choice", "Multiple choice"))


class ChoosingView(QWidget):
    """Lets the learner set up a session and start it.

    Attributes
    ----------
    start_asked : Signal
        Slug of the skill or nothing for today's mix, form of the answers, number of questions.
    """

    start_asked = Signal(str, str, int)

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self.skill = QComboBox()
        self.skill.setAccessibleName("Skill")
        self.format = Segments(FORMATS, theme, name="Answers")
        self.count = NumberBox(1, 200)
        self.count.setAccessibleName("Number of questions")
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
            self.count.setValue(settings.session_length)

    def say(self, text: str) -> None:
        """Show a note, or none."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def _start(self) -> None:
        self.start_asked.emit(
            self.skill.currentData() or "", self.format.choice() or "mixed", self.count.value()
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
        for row, (label, widget) in enumerate(
            (("About", self.skill), ("Answers", self.format), ("Questions", self.count))
        ):
            name = Text(label, "muted", wrap=False)
            grid.addWidget(name, row, 0)
            beside = horizontal("s")
            beside.addWidget(widget)
            beside.addStretch(1)
            grid.addLayout(beside, row, 1)
        grid.setColumnStretch(1, 1)
        layout.addSpacing(SPACE["s"])
        layout.addLayout(grid)
        layout.addSpacing(SPACE["s"])
        layout.addWidget(self.start_button)
