"""Models: fetch, verify, use, remove, and what this machine can carry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.model.catalogue import CatalogueEntry
from app.model.errors import Cause, EngineError
from app.workspace import Workspace
from tests.helpers.gated_engine import GatedEngine
from ui.engine_watch import EngineWatch
from ui.fetching import Fetching
from ui.measuring import Measuring
from ui.pages.model_row import ModelRow, fit_words
from ui.pages.models import ModelsPage
from ui.task import running_tasks
from ui.theme import Theme
from ui.widgets.buttons import Button

GB = 10**9


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


@pytest.mark.parametrize(
    ("needed", "available", "said", "tone"),
    [
        (2 * GB, 6 * GB, "Fits: needs 2.0 GB", ""),
        (5 * GB, 3 * GB, "Fits when other programs are closed", "warm"),
        (9 * GB, 6 * GB, "Too large", "bad"),
        (None, 6 * GB, "Memory needed: not known", "muted"),
    ],
)
def test_it_says_whether_a_model_fits(
    needed: int | None, available: int, said: str, tone: str
) -> None:
    words, shown_tone = fit_words(needed, 8 * GB, available)
    assert (words.startswith(said), shown_tone) == (True, tone)


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
    models: ModelsPage, workspace: Workspace, tmp_path: Path
) -> None:
    text = tmp_path / "notes.gguf"
    text.write_text("my notes")
    models.use_file(text)
    assert models.banner.text().startswith("notes.gguf cannot be used")
    assert workspace.settings.model is None


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
    engine.failure = EngineError(Cause.OUT_OF_MEMORY)
    watch = EngineWatch(workspace)
    page = ModelsPage(workspace, theme, Fetching(workspace), watch, Measuring(workspace))
    qtbot.addWidget(page)
    page.refresh()
    assert "not enough memory" in page.engine_detail.text()
    assert page.start_button.isVisibleTo(page)
    page.start_button.click()
    assert engine.failure is None
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
