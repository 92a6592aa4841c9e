"""What the model in use is worth as a grader, and the measurement that tells."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.model.errors import EngineError
from app.quiz.grading.certificate import Certificate
from app.workspace import Workspace
from ui import words
from ui.background import obstacle_words
from ui.measuring import Measuring
from ui.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.copy_details import CopyDetails
from ui.widgets.page import horizontal, vertical
from ui.widgets.progress_bar import ProgressBar
from ui.widgets.text import Text

_GOLD_SET = "Judgements on answers of known quality, none of which the grader was fitted to"


class CertificateView(QWidget):
    """Shows the certificate of the model in use, or that it has none, and offers to measure it."""

    def __init__(self, workspace: Workspace, theme: Theme, measuring: Measuring) -> None:
        super().__init__()
        self._workspace = workspace
        self._measuring = measuring
        self._certificate: Certificate | None = None
        self.worth = Text()
        self.worth.setToolTip(_GOLD_SET)
        self.detail = Text(role="small")
        self.bar = ProgressBar(theme)
        self.state = Text(role="small")
        self.measure_button = Button("Measure now", theme, icon="play")
        self.stop_button = Button(
            "Stop",
            theme,
            icon="stop",
            hint="It goes on later where it stopped",
            name="Stop measuring",
        )
        self.details_button = CopyDetails(theme)
        self.measure_button.clicked.connect(measuring.start)
        self.stop_button.clicked.connect(measuring.stop)
        layout = vertical("s", self)
        layout.setContentsMargins(0, SPACE["s"], 0, 0)
        for widget in (self.worth, self.detail, self.bar, self.state):
            layout.addWidget(widget)
        row = horizontal("s")
        row.addWidget(self.measure_button)
        row.addWidget(self.stop_button)
        row.addWidget(self.details_button)
        row.addStretch(1)
        layout.addLayout(row)
        measuring.changed.connect(self._show_measuring)
        measuring.certified.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is known of the model that is used now."""
        certificate = self._workspace.certificate() if self._workspace.engine is not None else None
        self._certificate = certificate
        self.worth.setText(worth(certificate))
        self.worth.set_tone("warm" if certificate is not None and not certificate.grades else "")
        self.detail.setText(detail(certificate) if certificate is not None else "")
        self.detail.setVisible(certificate is not None)
        self._show_measuring()

    def _show_measuring(self) -> None:
        measuring, certificate = self._measuring, self._certificate
        self.setVisible(self._workspace.engine is not None)
        self.stop_button.setVisible(measuring.is_wanted)
        begun = measuring.progress is not None
        self.bar.setVisible(measuring.is_wanted and (begun or not measuring.is_held))
        self._show_progress()
        text = "Measure now" if certificate is None else "Measure on this laptop"
        if measuring.error is not None:
            text = "Try again"
        elif begun:
            text = "Go on measuring"
        self.measure_button.setText(text)
        self.measure_button.setAccessibleName(text)
        is_done = certificate is not None and certificate.here and not begun
        self.measure_button.setVisible(not measuring.is_wanted and not is_done)
        said = state(measuring)
        self.state.setText(said)
        self.state.setVisible(bool(said))
        self.state.set_tone("bad" if measuring.error is not None else "")
        self.details_button.offer(measuring.error)

    def _show_progress(self) -> None:
        progress = self._measuring.progress
        if progress is None:
            self.bar.show_busy()  # the model is being loaded
            self.bar.setAccessibleName("Measuring")
            return
        self.bar.show_share(progress.done / max(1, progress.total))
        self.bar.setAccessibleName(f"Measuring: {progress.done:,} of {progress.total:,} answers")


def worth(certificate: Certificate | None) -> str:
    """Return in a sentence what a model is worth as a grader."""
    if certificate is None:
        return "Not measured yet: short answers are self-rated until it is"
    if not certificate.grades:
        return "Too weak to grade: short answers are self-rated"
    place = "on this laptop" if certificate.here else "where it was measured"
    return f"{_agreement(certificate)}; {_seconds(certificate.seconds)} an answer {place}"


def detail(certificate: Certificate) -> str:
    """Return what else a certificate says."""
    day = date.fromisoformat(certificate.measured_on)
    whence = "Measured on this laptop" if certificate.here else "Comes with Segue, measured"
    said = (
        f"Macro-F1 {certificate.macro_f1:.2f}; {words.percent(certificate.unsure)} given as unsure;"
        f" 95 % of answers within {_seconds(certificate.seconds_p95)}."
        f" {whence} on {day:%d %B %Y}."
    )
    return said if certificate.grades else f"{_agreement(certificate)}. {said}"


def state(measuring: Measuring) -> str:
    """Return in a sentence how the measurement is going, or nothing when there is none."""
    progress, error = measuring.progress, measuring.error
    if isinstance(error, EngineError):
        return error.explanation
    if error is not None:
        return f"What was measured could not be kept: {error}"
    how_far = f"{progress.done:,} of {progress.total:,} answers" if progress is not None else ""
    if measuring.is_wanted and measuring.is_held:
        waits = "Waits until your quiz session ends"
        return f"{waits}, after {how_far}" if how_far else waits
    reason = measuring.background.obstacle
    if measuring.is_wanted and not measuring.may_run and reason is not None:
        why = obstacle_words(reason, measuring.background.power)
        return f"Stands still: {why}" + (f"; after {how_far}" if how_far else "")
    if measuring.is_wanted and progress is not None:
        left = progress.seconds_left
        return how_far if left is None else f"{how_far}  ·  about {words.duration(left)} left"
    if measuring.is_wanted:
        return "Measuring begins…"
    return f"Stopped after {how_far}. It goes on from there." if how_far else ""


def _agreement(certificate: Certificate) -> str:
    return (
        f"Agrees with the gold set on {words.percent(certificate.accuracy)} of "
        f"{words.count(certificate.answers, 'judgement')} "
        f"({words.percent(certificate.surest_accuracy)} of those it is surest of)"
    )


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 10 else words.duration(seconds)
