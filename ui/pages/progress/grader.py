"""The grader and the learner: how often its verdicts were overruled."""

from __future__ import annotations

from app.workspace import Workspace
from ui.pages.overrules import OverrulesView
from ui.pages.progress.section import Section
from ui.theme import Theme


class GraderSection(Section):
    """Overruled verdicts, week by week."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(workspace, theme)
        self.overrules = OverrulesView(theme)
        self.body.addWidget(self.overrules)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show what the log says now."""
        self.overrules.show_figures(self.workspace.overrules(), self.workspace.clock().date())
