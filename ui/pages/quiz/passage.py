"""The passage of the guide that a question rests on, beside the question."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from app.content.library import Library
from app.content.render import Page, render
from app.content.types import KeyPoint
from app.quiz.question import Question
from ui.rendering import Renderings
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.origin import is_own
from ui.widgets.page import horizontal, vertical
from ui.widgets.reader import Reader
from ui.widgets.text import Text


class PassagePanel(QFrame):
    """Shows the guide of a question's skill with the passage marked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("passage")
        self.setAccessibleName("Passage")
        self._renderings = Renderings()
        self._shown: Page | None = None
        self._wanted = ""
        self.title = Text(role="overline")
        self.reader = Reader(theme, measure=560)
        layout = vertical("s", self)
        layout.setContentsMargins(SPACE["s"], SPACE["l"], 0, 0)
        above = horizontal()
        above.setContentsMargins(SPACE["xxl"] - 2, 0, SPACE["m"], SPACE["s"])
        above.addWidget(self.title)
        layout.addLayout(above)
        layout.addWidget(self.reader, 1)

    def show_passage(self, library: Library, question: Question) -> None:
        """Show where the question's first key point stands."""
        self.show_point(library, question.transition, question.key_points[0])

    def show_point(self, library: Library, transition: str, point: KeyPoint) -> None:
        """Show where a key point stands."""
        guide = library.guide(transition, point.skill)
        if guide is None:
            self.title.setText("The guide of this skill is not there any more")
            return
        is_file = is_own(library.transitions.get(transition), point.skill)
        title = guide.title
        self.title.setText(f"From your file: {title}" if is_file else f"From the guide: {title}")
        quote = point.quote
        self._wanted = quote
        folder, source = guide.path.parent, guide.source
        self._renderings.show(
            # With the text, as a guide that was changed is another page.
            (transition, point.skill, source),
            lambda: render(source, folder),
            lambda page: self._show(page, quote),
        )

    def _show(self, page: Page, quote: str) -> None:
        if quote != self._wanted:
            return  # another question has come up meanwhile
        if self._shown is not page:
            self.reader.show_page(page)
            self._shown = page
        self.reader.show_quote(quote)
