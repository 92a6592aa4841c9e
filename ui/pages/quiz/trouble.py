"""What went wrong in the middle of a question, with the ways on from there."""

from __future__ import annotations

from app.model.errors import EngineError
from app.study.errors import StudyLogError
from ui.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button


class TroubleBanner(Banner):
    """Names the cause and what to do; the typed answer is still there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bad")
        self.retry_button = Button("Try again", theme, icon="retry")
        self.judge_button = Button("Rate it myself", theme, icon="learner")
        self.add_action(self.retry_button)
        self.add_action(self.judge_button)
        self.hide()

    def show_engine_error(self, error: EngineError) -> None:
        """Show why the model could not grade."""
        self.show_error(error, also="Your answer is saved.")
        self.judge_button.show()

    def show_log_error(self, error: StudyLogError) -> None:
        """Show why something could not be saved."""
        self.show_error(error)
        self.judge_button.hide()
