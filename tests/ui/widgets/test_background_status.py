"""What is done in the background can be seen from every page, and paused with one click."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.power import Power
from app.workspace import Workspace
from ui.background import Background, Kind
from ui.theme import Theme
from ui.widgets.background_status import BackgroundStatus
from ui.widgets.sidebar import Sidebar

SOON = 20  # milliseconds


@pytest.fixture
def background(workspace: Workspace) -> Iterator[Background]:
    made = Background(workspace, power=lambda: Power(False, 64))
    yield made
    made.stop()


@pytest.fixture
def status(background: Background, theme: Theme, qtbot: QtBot) -> BackgroundStatus:
    made = BackgroundStatus(background, theme, show_after=SOON)
    qtbot.addWidget(made)
    return made


def begin(background: Background, status: BackgroundStatus, qtbot: QtBot) -> None:
    """Begin something that lasts."""
    background.note(Kind.CERTIFICATE, "Measuring the model", "3 min left")
    qtbot.waitUntil(status.isVisible)


def click(button: object, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_there_only_while_something_is_done(
    background: Background, status: BackgroundStatus, qtbot: QtBot
) -> None:
    assert status.isHidden()
    begin(background, status, qtbot)
    assert status.text.text() == "Measuring the model\n3 min left"
    assert status.text.accessibleName() == "In the background: Measuring the model, 3 min left"
    background.note(Kind.CERTIFICATE, "Measuring the model", "2 min left")
    assert status.text.text().endswith("2 min left")
    background.note(Kind.CERTIFICATE, "")
    assert status.isHidden()


def test_what_ends_at_once_does_not_flicker(
    background: Background, status: BackgroundStatus, qtbot: QtBot
) -> None:
    background.note(Kind.QUESTIONS, "Preparing questions")
    assert status.isHidden()
    background.note(Kind.QUESTIONS, "")
    qtbot.wait(3 * SOON)
    assert status.isHidden()


def test_of_several_that_which_began_first_is_told(
    background: Background, status: BackgroundStatus, qtbot: QtBot
) -> None:
    begin(background, status, qtbot)
    background.note(Kind.QUESTIONS, "Preparing questions")
    assert status.words().startswith("Measuring the model")
    background.note(Kind.CERTIFICATE, "")
    assert status.text.text() == "Preparing questions"


def test_one_click_pauses_and_another_resumes(
    background: Background, status: BackgroundStatus, qtbot: QtBot
) -> None:
    begin(background, status, qtbot)
    assert status.pause_button.accessibleName() == "Pause background work"
    shown = status.pause_button.icon().cacheKey()
    click(status.pause_button, qtbot)
    assert background.is_paused
    assert status.pause_button.accessibleName() == "Resume background work"
    assert status.pause_button.toolTip() == "Resume background work"
    assert status.pause_button.icon().cacheKey() != shown
    click(status.pause_button, qtbot)
    assert not background.is_paused
    assert status.pause_button.accessibleName() == "Pause background work"


def test_while_all_is_paused_the_way_back_is_on_the_screen(
    background: Background, status: BackgroundStatus, qtbot: QtBot
) -> None:
    begin(background, status, qtbot)
    click(status.pause_button, qtbot)
    background.note(Kind.CERTIFICATE, "")
    assert status.isVisible()
    assert status.text.text() == "Background work\npaused by you"
    click(status.pause_button, qtbot)
    assert status.isHidden()


def test_what_waits_says_for_what(
    background: Background, status: BackgroundStatus, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.change_settings(battery_level=70)
    background.look()
    assert status.words() == ""
    background.note(Kind.CERTIFICATE, "Measuring the model")
    assert status.words() == "Measuring the model\nbattery at 64 %"


def test_it_says_how_far_it_is_even_where_it_was_asked_for_on_battery(
    background: Background, status: BackgroundStatus, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.change_settings(background_work="mains")
    background.look()
    begin(background, status, qtbot)
    assert status.text.text() == "Measuring the model\n3 min left"


def test_nothing_of_it_is_cut_off_in_the_sidebar(
    background: Background, theme: Theme, qtbot: QtBot
) -> None:
    sidebar = Sidebar((("today", "Today"),), theme)
    qtbot.addWidget(sidebar)
    status = BackgroundStatus(background, theme, show_after=SOON)
    sidebar.add_at_foot(status)
    sidebar.resize(184, 400)
    sidebar.show()
    background.note(Kind.CERTIFICATE, "Measuring the model", "waits for your quiz")
    qtbot.waitUntil(status.isVisible)
    qtbot.waitUntil(
        lambda: status.text.height() >= status.text.heightForWidth(status.text.width()) > 0
    )
    assert sidebar.rect().contains(status.geometry())


def test_it_can_be_paused_with_keys(
    background: Background, status: BackgroundStatus, qtbot: QtBot
) -> None:
    begin(background, status, qtbot)
    assert status.pause_button.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(status.pause_button, Qt.Key.Key_Return)
    assert background.is_paused
