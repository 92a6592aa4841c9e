"""Settings take effect at once and are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.power import Power
from app.settings import load_settings
from app.workspace import Workspace
from ui.background import Background
from ui.pages.settings import SettingsPage, effect_words
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


def test_what_follows_is_said_at_once(settings: SettingsPage, workspace: Workspace) -> None:
    settings.length.setValue(50)
    assert settings.length_words.text() == "About 1 h"
    total = len(workspace.library.key_points(workspace.transition.slug))
    settings.new_per_day.setValue(-(-total // 2))
    assert settings.new_words.text().startswith("All are begun in 2 days,")
    settings.new_per_day.setValue(1)
    assert f"in {total} days" in settings.new_words.text()
    settings.new_per_day.setValue(0)
    assert "nothing new begins" in settings.new_words.text()


def test_only_the_length_that_counts_can_be_set(settings: SettingsPage, qtbot: QtBot) -> None:
    assert (settings.length.isEnabled(), settings.minutes.isEnabled()) == (True, False)
    qtbot.mouseClick(settings.unit.button("minutes"), Qt.MouseButton.LeftButton)
    assert (settings.length.isEnabled(), settings.minutes.isEnabled()) == (False, True)


def test_movement_is_chosen_and_the_effect_said(
    settings: SettingsPage, workspace: Workspace, theme: Theme, qtbot: QtBot
) -> None:
    settings.settings_changed.connect(
        lambda: theme.choose("light", motion=workspace.settings.motion)
    )
    qtbot.mouseClick(settings.motion.button("off"), Qt.MouseButton.LeftButton)
    assert settings.motion_words.text() == "Nothing moves by itself"
    assert not theme.moves
    qtbot.mouseClick(settings.motion.button("on"), Qt.MouseButton.LeftButton)
    assert settings.motion_words.text().startswith("Bars move")


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


class TestBackgroundWork:
    """When work in the background may run is chosen here, and what follows is said at once."""

    @pytest.fixture
    def background(self, workspace: Workspace) -> Background:
        made = Background(workspace, power=lambda: Power(False, 40))
        made.stop()
        return made

    @pytest.fixture
    def page(
        self, workspace: Workspace, theme: Theme, background: Background, qtbot: QtBot
    ) -> SettingsPage:
        made = SettingsPage(workspace, theme, background)
        qtbot.addWidget(made)
        made.refresh()
        return made

    def test_a_choice_is_kept_and_takes_effect(
        self, page: SettingsPage, background: Background, workspace: Workspace, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(background.permission_changed):
            page.background.button("off").click()
        assert not background.may_run()
        kept, _ = load_settings(workspace.paths.settings_file)
        assert kept.background_work == "off"
        assert "as the guides word them" in page.background_words.text()

    def test_the_level_of_the_battery_is_one_too(
        self, page: SettingsPage, background: Background, workspace: Workspace
    ) -> None:
        assert page.background_words.text().endswith("Now: on battery, 40 % charged")
        page.battery_level.setValue(50)
        assert not background.may_run()
        assert workspace.settings.battery_level == 50
        assert page.background_words.text().endswith("Now: battery at 40 %")

    def test_on_battery_the_mains_are_waited_for(self, page: SettingsPage) -> None:
        page.background.button("mains").click()
        assert page.background_words.text().endswith("Now: waits for the mains")


@pytest.mark.parametrize(
    ("choice", "power", "said"),
    [
        ("on", Power(), "measured whenever there is time. Now: on mains"),
        ("on", Power(True, 80), "Now: on mains, 80 % charged"),
        ("mains", Power(True, 80), "measured on mains only. Now: on mains"),
        ("off", Power(), "models are measured when you ask"),
    ],
)
def test_every_choice_is_explained(choice: str, power: Power, said: str) -> None:
    assert said in effect_words(choice, 30, power)
