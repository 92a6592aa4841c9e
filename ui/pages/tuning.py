"""How fast the model in use is on this machine, how it is run, and the measurement that tells."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.model.errors import EngineError
from app.model.tuning import SECONDS, Tuning
from app.tuning_text import comparison_words, options_words, speed_words, step_words
from app.workspace import Workspace
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.tuning import TuningRun
from ui.widgets.buttons import Button
from ui.widgets.copy_details import CopyDetails
from ui.widgets.page import horizontal, vertical
from ui.widgets.progress_bar import ProgressBar
from ui.widgets.text import Text


class TuningView(QWidget):
    """Shows what was measured of the speed of the model in use, and offers to measure it."""

    def __init__(self, workspace: Workspace, theme: Theme, run: TuningRun) -> None:
        super().__init__()
        self._workspace = workspace
        self.run = run
        self.speed = Text()
        self.detail = Text(role="small")
        self.bar = ProgressBar(theme)
        self.state = Text(role="small")
        self.measure_button = Button("Measure the speed", theme, icon="play")
        self.stop_button = Button("Stop", theme, icon="stop", name="Stop measuring the speed")
        self.details_button = CopyDetails(theme)
        self.measure_button.clicked.connect(run.start)
        self.stop_button.clicked.connect(run.stop)
        layout = vertical("s", self)
        layout.setContentsMargins(0, SPACE["s"], 0, 0)
        for widget in (self.speed, self.detail, self.bar, self.state):
            layout.addWidget(widget)
        row = horizontal("s")
        row.addWidget(self.measure_button)
        row.addWidget(self.stop_button)
        row.addWidget(self.details_button)
        row.addStretch(1)
        layout.addLayout(row)
        run.changed.connect(self._show_run)
        run.tuned.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is known of the model that is used now."""
        tuning = self._workspace.tuning()
        self.speed.setText(headline(tuning))
        self.detail.setText(detail(tuning) if tuning is not None else "")
        self.detail.setVisible(tuning is not None)
        tried = tuning.found.comparisons if tuning is not None else ()
        self.detail.setToolTip("\n".join(comparison_words(each) for each in tried))
        text = "Measure the speed" if tuning is None else "Measure the speed again"
        self.measure_button.setText(text)
        self.measure_button.setAccessibleName(f"{text}, in {SECONDS:.0f} seconds")
        self.measure_button.setToolTip(f"It takes {SECONDS:.0f} seconds")
        self._show_run()

    def _show_run(self) -> None:
        run = self.run
        self.setVisible(self._workspace.can_tune)
        self.bar.setVisible(run.is_running)
        self.stop_button.setVisible(run.is_running)
        self.measure_button.setVisible(not run.is_running)
        seconds = run.step.seconds if run.step is not None else 0.0
        self.bar.show_share(seconds / SECONDS)
        said = state(run)
        self.bar.setAccessibleName(said)
        self.state.setText(said)
        self.state.setVisible(bool(said))
        self.state.set_tone("bad" if run.error is not None else "")
        self.details_button.offer(run.error)


def headline(tuning: Tuning | None) -> str:
    """Return in a sentence how fast a model is here."""
    if tuning is None:
        return "How fast it is on this machine was not measured yet"
    said = speed_words(tuning)
    return f"{said[0].upper()}{said[1:]}"


def detail(tuning: Tuning) -> str:
    """Return how a model is run, and since when that is known."""
    day = date.fromisoformat(tuning.measured_on)
    how = options_words(tuning.options)
    return f"Measured on this machine on {day.day} {day:%B %Y}. It is run with {how}."


def state(run: TuningRun) -> str:
    """Return in a sentence how the measurement is going, or nothing when there is none."""
    error = run.error
    if isinstance(error, EngineError):
        return error.explanation
    if error is not None:
        said = str(error)
        return f"{said[:1].upper()}{said[1:]}."
    if not run.is_running:
        return ""
    if run.step is None:
        return "Measuring begins…"
    said = step_words(run.step.option, run.step.value)
    return f"Measuring: {said}"
