"""Models: fetch, verify, use, remove, and what this machine can carry."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.model.catalogue import CatalogueEntry, load_catalogue
from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.model.protocol import EngineState
from app.model.quarantine import Quarantine
from app.model.transfer import arrived
from app.paths import CATALOGUE
from app.workspace import Workspace
from tests.helpers.gated_engine import GatedEngine
from tests.helpers.gguf_file import tiny_model
from tests.helpers.tunable_engine import put_tunable_engine
from tests.ui.conftest import Shop
from ui.engine_watch import EngineWatch
from ui.fetching import Fetching
from ui.measuring import Measuring
from ui.pages.model_row import ModelRow
from ui.pages.models import ModelsPage
from ui.task import running_tasks
from ui.theme import Theme
from ui.widgets.buttons import Button


@pytest.fixture
def models(
    workspace: Workspace, wants_small: CatalogueEntry, theme: Theme, qtbot: QtBot
) -> Iterator[ModelsPage]:
    watch = EngineWatch(workspace)
    page = ModelsPage(workspace, theme, Fetching(workspace), watch, Measuring(workspace))
    page.model_changed.connect(watch.follow)
    page.resize(900, 800)
    page.refresh()
    page.show()
    qtbot.waitUntil(lambda: not running_tasks())
    yield page
    qtbot.waitUntil(lambda: not running_tasks())
    watch.stop()
    page.close()
    page.deleteLater()


def button(row: ModelRow, text: str) -> Button | None:
    """Return a button of a row."""
    return next((each for each in row.findChildren(Button) if each.text() == text), None)


def press(row: ModelRow, text: str, qtbot: QtBot) -> None:
    """Press a button of a row."""
    found = button(row, text)
    assert found is not None
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def fetch(models: ModelsPage, qtbot: QtBot) -> None:
    """Fetch the small model and wait until it is there."""
    press(models.rows["small"], "Fetch", qtbot)
    qtbot.waitUntil(lambda: button(models.rows["small"], "Verify") is not None, timeout=10_000)
    qtbot.wait(1)


def test_of_every_model_it_says_whether_this_machine_can_carry_it(models: ModelsPage) -> None:
    fit = models.rows["small"].fit
    assert fit.isVisible()
    assert fit.text().startswith("Fits: needs ")
    assert "words a second" not in fit.text()
    assert models.best.text() == "The largest that this machine carries well: Small."


def test_what_is_measured_of_one_model_tells_how_fast_others_would_be(
    models: ModelsPage,
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    put_tunable_engine(workspace, tmp_path, monkeypatch)
    models.refresh()
    assert models.tuning.isVisible()
    with qtbot.waitSignal(models.tuning.run.tuned, timeout=20_000):
        qtbot.mouseClick(models.tuning.measure_button, Qt.MouseButton.LeftButton)
    assert models.tuning.speed.text().startswith("Reads 512 and writes 21 tokens a second")
    # The small one of the shop is about a thousand times as large.
    assert "words a second" in models.rows["small"].fit.text()
    assert models.rows["small"].fit.property("tone") == "warm"
    assert models.best.text().startswith("All of these that fit are slow on this machine")


def test_without_a_model_no_speed_can_be_measured(models: ModelsPage) -> None:
    assert not models.tuning.isVisible()


def test_a_model_is_fetched_verified_and_removed(
    models: ModelsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    path = workspace.paths.models / "small.gguf"
    fetch(models, qtbot)
    row = models.rows["small"]
    assert path.is_file()
    assert row.state.text() == "in use"
    assert button(row, "Fetch") is None
    press(row, "Verify", qtbot)
    qtbot.waitUntil(lambda: "are right" in models.banner.text())
    qtbot.wait(1)
    press(models.rows["small"], "Remove", qtbot)
    box = next(each for each in models.findChildren(QMessageBox) if each.isVisible())
    assert "Your study log is not touched" in box.informativeText()
    box.accept()
    assert not path.exists()
    assert workspace.engine is None
    assert button(models.rows["small"], "Fetch") is not None


def test_verifying_can_be_stopped(models: ModelsPage, workspace: Workspace, qtbot: QtBot) -> None:
    fetch(models, qtbot)
    press(models.rows["small"], "Verify", qtbot)
    assert models.stop_button.isVisible()
    qtbot.mouseClick(models.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not running_tasks())
    qtbot.waitUntil(models.stop_button.isHidden)
    assert not models.banner.isVisible()
    assert models.rows["small"].fit.text().startswith("Fits")


def test_a_fetch_is_paused_and_resumed(
    models: ModelsPage, workspace: Workspace, shop: Shop, qtbot: QtBot
) -> None:
    shop.gate.clear()
    press(models.rows["small"], "Fetch", qtbot)
    part = workspace.paths.models / "small.gguf.part"
    qtbot.waitUntil(lambda: arrived(part.with_suffix("")) > 400_000, timeout=10_000)
    press(models.rows["small"], "Pause", qtbot)
    qtbot.waitUntil(lambda: button(models.rows["small"], "Resume") is not None, timeout=10_000)
    assert models.rows["small"].state.text() == "paused at 50 %"
    shop.gate.set()
    press(models.rows["small"], "Resume", qtbot)
    qtbot.waitUntil(lambda: button(models.rows["small"], "Verify") is not None, timeout=10_000)
    assert (workspace.paths.models / "small.gguf").stat().st_size == shop.entry.size
    qtbot.wait(1)


def test_what_each_model_is_worth_is_said_where_it_is_known(
    models: ModelsPage, workspace: Workspace
) -> None:
    assert not models.rows["small"].worth.isVisible()
    workspace.catalogue = load_catalogue(CATALOGUE)
    models.refresh()
    worth = models.rows["qwen2.5-coder-1.5b"].worth
    assert worth.isVisible()
    assert worth.text().startswith("Grades: agrees with people on ")


def test_damaged_bytes_are_found(models: ModelsPage, workspace: Workspace, qtbot: QtBot) -> None:
    fetch(models, qtbot)
    path = workspace.paths.models / "small.gguf"
    damaged = bytearray(path.read_bytes())
    damaged[1000] ^= 1
    path.write_bytes(damaged)
    press(models.rows["small"], "Verify", qtbot)
    qtbot.waitUntil(lambda: "is damaged" in models.banner.text())
    assert "Fetch it again." in models.banner.text()


def test_no_model_is_a_choice(models: ModelsPage, workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(models.model_changed):
        qtbot.mouseClick(models.none_button, Qt.MouseButton.LeftButton)
    assert workspace.settings.model == "none"
    assert models.engine.text() == "No model"
    assert "self-rated answers work" in models.engine_detail.text()
    assert not models.none_button.isVisible()


def test_another_model_can_be_used(models: ModelsPage, workspace: Workspace, qtbot: QtBot) -> None:
    fetch(models, qtbot)
    qtbot.mouseClick(models.none_button, Qt.MouseButton.LeftButton)
    qtbot.wait(1)
    assert models.rows["small"].state.text() == "on this machine"
    press(models.rows["small"], "Use", qtbot)
    assert workspace.settings.model == "small"
    assert workspace.engine is not None


def test_a_file_that_is_no_model_is_refused_with_its_reason(
    models: ModelsPage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    text = tmp_path / "notes.gguf"
    text.write_text("my notes")
    models.use_file(text)
    qtbot.waitUntil(models.banner.isVisible)
    assert models.banner.text() == "notes.gguf cannot be used This is not a GGUF file."
    assert workspace.settings.model is None


def test_a_file_that_is_one_is_used(
    models: ModelsPage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    own = tmp_path / "own.gguf"
    own.write_bytes(tiny_model())
    with qtbot.waitSignal(models.model_changed):
        models.use_file(own)
    assert workspace.settings.model == str(own)
    assert models.engine.text().startswith("own: ")


def test_the_environment_has_the_last_word(
    models: ModelsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEGUE_MODEL", "small")
    qtbot.mouseClick(models.none_button, Qt.MouseButton.LeftButton)
    assert "SEGUE_MODEL decides" in models.banner.text()


def test_where_it_comes_from_is_said_before_it_is_fetched(models: ModelsPage) -> None:
    fetch_button = button(models.rows["small"], "Fetch")
    assert fetch_button is not None
    assert "127.0.0.1" in fetch_button.toolTip()
    assert fetch_button.accessibleName() == "Fetch: Small"


def test_a_failed_engine_says_why_and_can_be_started(
    workspace: Workspace, engine: GatedEngine, theme: Theme, qtbot: QtBot
) -> None:
    engine.failure = EngineError(
        Cause.OUT_OF_MEMORY, "big.gguf needs about 4.2 GB, 2.0 GB are free"
    )
    watch = EngineWatch(workspace)
    page = ModelsPage(workspace, theme, Fetching(workspace), watch, Measuring(workspace))
    qtbot.addWidget(page)
    page.refresh()
    assert "not enough memory" in page.engine_detail.text()
    assert "big.gguf needs about 4.2 GB, 2.0 GB are free" in page.engine_detail.text()
    assert "Close other programs" in page.engine_detail.text()
    assert page.start_button.isVisibleTo(page)
    assert page.start_button.text() == "Start it again"
    page.start_button.click()
    assert engine.failure is None
    watch.stop()


def test_a_model_that_ended_the_engine_at_the_last_start_waits_to_be_asked_for(
    workspace: Workspace, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    model = tmp_path / "deadly.gguf"
    model.write_bytes(tiny_model())
    kept = workspace.paths.data / "quarantine.json"
    before = Quarantine(kept, version=lambda: version("llama-cpp-python"))
    before.set_aside(model, EngineError(Cause.KILLED, "the process ended with SIGKILL"))
    workspace.settings = workspace.settings.changed(model=str(model))
    workspace.engine = engine = LocalEngine(model, quarantine_file=kept)
    watch = EngineWatch(workspace)
    page = ModelsPage(workspace, theme, Fetching(workspace), watch, Measuring(workspace))
    qtbot.addWidget(page)
    page.refresh()
    assert page.engine.text().endswith(": not loaded")
    assert "deadly.gguf on " in page.engine_detail.text()
    assert "the process ended with SIGKILL" in page.engine_detail.text()
    assert "Choose “Try again”" in page.engine_detail.text()
    assert page.start_button.isVisibleTo(page)
    assert page.start_button.text() == "Try again"

    page.start_button.click()

    # Now it is looked at, and it turns out to be none that llama.cpp can load.
    qtbot.waitUntil(lambda: "Start it again" in page.start_button.text(), timeout=60_000)
    qtbot.waitUntil(lambda: engine.state is EngineState.FAILED, timeout=60_000)
    assert "deadly.gguf" in page.engine_detail.text()
    watch.stop()


def test_the_speed_seen_is_shown(workspace: Workspace, engine: GatedEngine) -> None:
    watch = EngineWatch(workspace)
    assert watch.speed() == "Reads 60, writes 12 tokens a second"
    watch.stop()


def test_the_model_in_use_says_what_it_is_worth(
    workspace: Workspace, engine: GatedEngine, theme: Theme, qtbot: QtBot
) -> None:
    watch = EngineWatch(workspace)
    page = ModelsPage(workspace, theme, Fetching(workspace), watch, Measuring(workspace))
    qtbot.addWidget(page)
    page.refresh()
    assert page.certificate.isVisibleTo(page)
    assert page.certificate.worth.text().startswith("Agrees with the gold set on 74 %")
    watch.stop()


def test_no_model_is_worth_nothing(models: ModelsPage) -> None:
    assert not models.certificate.isVisible()
