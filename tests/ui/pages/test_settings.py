"""Settings take effect at once and are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.settings import load_settings
from app.workspace import Workspace
from ui.pages.settings import SettingsPage
from ui.theme import Theme


@pytest.fixture
def settings(workspace: Workspace, theme: Theme, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(workspace, theme)
    qtbot.addWidget(page)
    page.resize(900, 800)
    page.refresh()
    page.show()
    return page


def test_it_shows_the_settings_in_force(settings: SettingsPage, workspace: Workspace) -> None:
    workspace.change_settings(theme="dark", session_length=25, desired_retention=0.95)
    settings.refresh()
    assert settings.themes.choice() == "dark"
    assert settings.length.value() == 25
    assert settings.retention.value() == 95
    assert "one in 20" in settings.retention_words.text()


def test_showing_them_changes_nothing(settings: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(settings.settings_changed):
        settings.refresh()


def test_a_change_is_kept_at_once(
    settings: SettingsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(settings.settings_changed):
        qtbot.mouseClick(settings.themes.button("dark"), Qt.MouseButton.LeftButton)
    settings.length.setValue(5)
    settings.new_per_day.setValue(0)
    settings.font_size.setValue(14)
    settings.retention.setValue(85)
    qtbot.mouseClick(settings.format.button("choice"), Qt.MouseButton.LeftButton)
    kept, complaints = load_settings(workspace.paths.settings_file)
    assert complaints == []
    assert (kept.theme, kept.session_length, kept.new_per_day) == ("dark", 5, 0)
    assert (kept.font_size, kept.desired_retention) == (14, 0.85)
    assert kept.answer_format == "choice"


def test_what_cannot_be_kept_is_said(
    settings: SettingsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.paths.settings_file.mkdir()
    settings.length.setValue(7)
    assert "could not be saved" in settings.trouble.text()
    assert workspace.settings.session_length == 7


def test_a_damaged_file_is_said(settings: SettingsPage, workspace: Workspace) -> None:
    workspace.complaints.append("settings.json: nonsense; default settings are used")
    settings.refresh()
    assert "nonsense" in settings.trouble.text()


def test_the_data_folder_is_named(settings: SettingsPage, workspace: Workspace) -> None:
    from ui.widgets.text import Text

    shown = [text.text() for text in settings.findChildren(Text)]
    assert str(workspace.paths.data) in shown
