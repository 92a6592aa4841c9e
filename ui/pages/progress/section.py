"""What the sections of the page Progress have in common."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Signal

from app.study.mastery import SkillMastery
from app.workspace import Workspace
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.page import Column

MEASURE = 900


class Section(Column):
    """One section: a column that shows what the log says when it is asked to.

    Attributes
    ----------
    study_asked, reading_asked : Signal
        Slug of the skill to be quizzed on, or to be read about.
    skill_asked : Signal
        Slug of the skill to be shown on the map.
    """

    study_asked = Signal(str)
    reading_asked = Signal(str)
    skill_asked = Signal(str)

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(measure=MEASURE)
        self.workspace = workspace
        self.theme = theme
        self.body.setSpacing(SPACE["xl"])
        # The page's title and the choice of sections stand above, outside what scrolls.
        inside = self.widget()
        around = inside.layout() if inside is not None else None
        if around is not None:
            around.setContentsMargins(SPACE["xl"], SPACE["l"], SPACE["xl"], SPACE["xxl"])

    @abstractmethod
    def refresh(self) -> None:
        """Show what the log says now; there is a transition."""

    def key_points(self) -> dict[str, list[str]]:
        """Return the ids of each skill's key points, by slug."""
        return self.workspace.library.key_point_ids(self.workspace.transition.slug)

    def masteries(self) -> list[SkillMastery]:
        """Return how well each skill is mastered now, in the order of the transition."""
        slug, now = self.workspace.transition.slug, self.workspace.clock()
        return self.workspace.log.mastery(slug, self.key_points(), now)
