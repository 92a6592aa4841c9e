"""The page says how fast the model in use is here, and measures it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.errors import Cause, EngineError
from app.power import Power
from app.workspace import Workspace
from tests.helpers.gated_engine import GatedEngine
from tests.helpers.tunable_engine import FOUND, TunableEngine, put_tunable_engine
from ui.background import Background
from ui.pages.tuning import TuningView
from ui.task import running_tasks
from ui.theme import Theme
from ui.tuning import TuningRun

LONG = 20_000  # milliseconds


@pytest.fixture
def engine(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TunableEngine:
    return put_tunable_engine(workspace, tmp_path, monkeypatch)


@pytest.fixture
def run(workspace: Workspace, engine: TunableEngine, qtbot: QtBot) -> Iterator[TuningRun]:
    background = Background(workspace, power=Power)
    made = TuningRun(workspace, background)
    yield made
    engine.gate.set()
    made.stop()
    background.stop()
    qtbot.waitUntil(lambda: not running_tasks(), timeout=LONG)


@pytest.fixture
def view(workspace: Workspace, theme: Theme, run: TuningRun, qtbot: QtBot) -> TuningView:
    made = TuningView(workspace, theme, run)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.refresh()
    return made


def measure(view: TuningView, run: TuningRun, qtbot: QtBot) -> None:
    """Press the button and wait until the end."""
    view.show()
    qtbot.mouseClick(view.measure_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not run.is_running, timeout=LONG)


def test_before_the_first_measurement_one_is_offered(view: TuningView) -> None:
    assert view.speed.text() == "How fast it is on this machine was not measured yet"
    assert view.measure_button.text() == "Measure the speed"
    assert view.measure_button.accessibleName() == "Measure the speed, in 20 seconds"
    assert not view.detail.isVisibleTo(view)
    assert not view.bar.isVisibleTo(view)


def test_afterwards_it_says_how_fast_the_model_is_and_how_it_is_run(
    view: TuningView, run: TuningRun, qtbot: QtBot
) -> None:
    measure(view, run, qtbot)
    assert view.speed.text() == "Reads 512 and writes 21 tokens a second, about 16 words"
    assert view.detail.text() == (
        "Measured on this machine on 23 November 2026. It is run with 8 threads to read and 4 to "
        "write, 512 tokens read at once, weights in the file's pages, keys at 16 bits."
    )
    tried = view.detail.toolTip().splitlines()
    assert tried[0] == "threads to read: 8 for 4: 0.91 × the time in 5 runs, taken"
    assert view.measure_button.text() == "Measure the speed again"
    assert not view.state.isVisibleTo(view)


def test_meanwhile_it_says_what_is_tried_and_can_be_stopped(
    view: TuningView, run: TuningRun, engine: TunableEngine, workspace: Workspace, qtbot: QtBot
) -> None:
    engine.gate.clear()
    view.show()
    qtbot.mouseClick(view.measure_button, Qt.MouseButton.LeftButton)
    assert view.state.text() == "Measuring begins…"
    qtbot.waitUntil(lambda: view.state.text() == "Measuring: taking its speed", timeout=LONG)
    assert view.bar.isVisible()
    assert view.bar.accessibleName() == view.state.text()
    assert not view.measure_button.isVisible()
    qtbot.mouseClick(view.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(view.measure_button.isVisible, timeout=LONG)
    assert not view.bar.isVisible()
    assert workspace.tuning() is None


def test_the_bar_shows_how_much_of_the_time_is_over(
    view: TuningView, run: TuningRun, qtbot: QtBot
) -> None:
    seen: list[float] = []
    run.changed.connect(lambda: seen.append(view.bar.share() or 0.0))
    measure(view, run, qtbot)
    assert max(seen) == pytest.approx(0.5)


def test_why_nothing_was_found_out_is_said(
    view: TuningView, run: TuningRun, engine: TunableEngine, qtbot: QtBot
) -> None:
    engine.finds = replace(FOUND, busy=0.6)
    measure(view, run, qtbot)
    assert view.state.text().startswith("Other programs took 60% of the processor meanwhile")
    assert view.state.property("tone") == "bad"
    engine.finds = EngineError(Cause.OUT_OF_MEMORY)
    measure(view, run, qtbot)
    assert "Close other programs" in view.state.text()
    engine.finds = FOUND
    measure(view, run, qtbot)
    assert not view.state.isVisible()


def test_without_a_model_that_can_be_measured_there_is_nothing_to_show(
    view: TuningView, workspace: Workspace
) -> None:
    view.show()
    assert view.isVisible()
    workspace.engine = GatedEngine()  # type: ignore[assignment]
    view.refresh()
    assert view.isHidden()
    workspace.engine = None
    view.refresh()
    assert view.isHidden()
