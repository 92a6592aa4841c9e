"""What the model in use is worth as a grader, and the measurement that tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.quiz.grading.certificate import Certificate, Certified, Progress
from app.workspace import Workspace
from tests.helpers.calibrations import CERTIFICATE, believing, certified
from tests.ui.small_gold import FIRST_REPORTED, FITTED, TOTAL, ReadingEngine
from ui.measuring import Measuring
from ui.pages.certificate import CertificateView, state, worth
from ui.task import running_tasks
from ui.theme import Theme

HERE = CERTIFICATE
LONG = 20_000  # milliseconds; scikit-learn is loaded once


@pytest.fixture
def measuring(workspace: Workspace, unmeasured: ReadingEngine, qtbot: QtBot) -> Iterator[Measuring]:
    made = Measuring(workspace, go_on_after=10)
    yield made
    unmeasured.gate.set()
    made.stop()
    qtbot.waitUntil(lambda: not running_tasks())


@pytest.fixture
def view(workspace: Workspace, measuring: Measuring, theme: Theme, qtbot: QtBot) -> CertificateView:
    made = CertificateView(workspace, theme, measuring)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    made.refresh()
    return made


def hold(view: CertificateView, engine: ReadingEngine, qtbot: QtBot) -> None:
    """Begin to measure, until the engine is held back in the middle of an answer."""
    engine.holds_at = FIRST_REPORTED
    qtbot.mouseClick(view.measure_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not engine.gate.is_set(), timeout=LONG)
    qtbot.waitUntil(lambda: view.state.text().startswith(f"{FITTED} of"))


@pytest.mark.parametrize(
    ("certificate", "said"),
    [
        (
            HERE,
            "Agrees with the gold set on 74 % of 688 judgements (83 % of those it is surest of); "
            "0.5 s an answer on this laptop",
        ),
        (
            replace(HERE, here=False, seconds=12.4),
            "Agrees with the gold set on 74 % of 688 judgements (83 % of those it is surest of); "
            "12 s an answer where it was measured",
        ),
        (replace(HERE, macro_f1=0.33), "Too weak to grade: short answers are self-rated"),
        (None, "Not measured yet: short answers are self-rated until it is"),
    ],
)
def test_it_says_what_the_model_is_worth(certificate: Certificate | None, said: str) -> None:
    assert worth(certificate) == said


def test_the_rest_of_the_figures_stand_below(view: CertificateView, workspace: Workspace) -> None:
    workspace.certified = certified()
    view.refresh()
    assert view.detail.text() == (
        "Macro-F1 0.71; 20 % given as unsure; 95 % of answers within 1.1 s. "
        "Measured on this laptop on 12 November 2026."
    )
    assert not view.measure_button.isVisible()


def test_what_came_with_segue_can_be_measured_here(
    view: CertificateView, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.certified = Certified(believing(), replace(HERE, here=False))
    view.refresh()
    assert "Comes with Segue, measured on 12 November 2026." in view.detail.text()
    assert view.measure_button.text() == "Measure on this laptop"
    qtbot.mouseClick(view.measure_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Measured on this laptop" in view.detail.text(), timeout=LONG)
    assert not view.measure_button.isVisible()


def test_a_weak_model_says_how_weak(view: CertificateView, workspace: Workspace) -> None:
    workspace.certified = certified(macro_f1=0.33)
    view.refresh()
    assert view.worth.property("tone") == "warm"
    assert view.detail.text().startswith("Agrees with the gold set on 74 % of 688 judgements")


def test_a_measurement_shows_how_far_it_is_and_ends_with_the_certificate(
    view: CertificateView, unmeasured: ReadingEngine, qtbot: QtBot
) -> None:
    unmeasured.gate.clear()
    assert view.measure_button.text() == "Measure now"
    view.measure_button.click()
    assert view.state.text() == "Measuring begins…"
    assert view.bar.share() is None
    assert not view.measure_button.isVisible()
    unmeasured.holds_at = FIRST_REPORTED
    unmeasured.gate.set()
    qtbot.waitUntil(lambda: view.state.text() == f"{FITTED} of {TOTAL} answers", timeout=LONG)
    assert view.bar.share() == pytest.approx(FITTED / TOTAL, abs=0.001)
    assert view.bar.accessibleName() == f"Measuring: {FITTED} of {TOTAL} answers"
    qtbot.waitUntil(lambda: not unmeasured.gate.is_set())
    unmeasured.gate.set()
    qtbot.waitUntil(lambda: "Measured on this laptop" in view.detail.text(), timeout=LONG)
    assert not view.bar.isVisible()
    assert not view.stop_button.isVisible()


def test_the_time_left_is_told_once_it_is_known(measuring: Measuring) -> None:
    measuring.hold()
    measuring.start()
    measuring.release()
    measuring.progress = Progress(412, 1376, 482.0)
    assert state(measuring) == "412 of 1,376 answers  ·  about 8 min left"


def test_stopping_says_that_it_goes_on_later(
    view: CertificateView, unmeasured: ReadingEngine, qtbot: QtBot
) -> None:
    hold(view, unmeasured, qtbot)
    assert "goes on later where it stopped" in view.stop_button.toolTip()
    qtbot.mouseClick(view.stop_button, Qt.MouseButton.LeftButton)
    assert view.state.text() == f"Stopped after {FITTED} of {TOTAL} answers. It goes on from there."
    assert view.measure_button.text() == "Go on measuring"
    qtbot.waitUntil(lambda: not running_tasks())
    unmeasured.gate.set()
    qtbot.mouseClick(view.measure_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Measured on this laptop" in view.detail.text(), timeout=LONG)


def test_it_says_that_a_quiz_goes_first(view: CertificateView, measuring: Measuring) -> None:
    measuring.hold()
    view.measure_button.click()
    assert view.state.text() == "Waits until your quiz session ends"
    assert not view.bar.isVisible()
    assert view.stop_button.isVisible()


def test_what_went_wrong_is_said_with_a_way_on(
    view: CertificateView, measuring: Measuring, unmeasured: ReadingEngine, qtbot: QtBot
) -> None:
    unmeasured.fails = EngineError(Cause.OUT_OF_MEMORY)
    view.measure_button.click()
    qtbot.waitUntil(lambda: measuring.error is not None)
    assert "not enough memory" in view.state.text()
    assert view.measure_button.text() == "Try again"


def test_without_a_model_there_is_nothing_to_say(
    view: CertificateView, workspace: Workspace
) -> None:
    workspace.engine = None
    view.refresh()
    assert not view.isVisible()
